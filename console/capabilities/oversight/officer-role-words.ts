import { defineWords } from '../../kit/define-words.ts';

/** What a role may do with officers who are sent and received. */
export const officerRoleWords = defineWords({
  'verb-officers-list': {
    ar: 'رؤية قائمة الضباط والفرق',
    fr: 'Voir la liste des officiers et équipes',
    en: 'See the list of officers and teams',
  },
  'verb-officers-read': {
    ar: 'قراءة ملف ضابط',
    fr: 'Lire le dossier d’un officier',
    en: 'Read an officer’s file',
  },
  'verb-officers-board': {
    ar: 'رؤية لوحة الضباط الزائرين',
    fr: 'Voir le tableau des détachements',
    en: 'See the deployment board',
  },
  'verb-officers-register': {
    ar: 'تعيين الضباط ومسك السجل',
    fr: 'Désigner des officiers, tenir le registre',
    en: 'Name officers and keep the register',
  },
  'verb-officers-release-names': {
    ar: 'الإذن بإرسال الأسماء إلى البلد المضيف',
    fr: 'Autoriser l’envoi des noms au pays hôte',
    en: 'Release names to the host',
  },
  'verb-officers-accredit': {
    ar: 'التدقيق والاعتماد وإلغاء البطاقات',
    fr: 'Cribler, accréditer, révoquer un badge',
    en: 'Vet, accredit, revoke a badge',
  },
  'verb-officers-extend': {
    ar: 'اقتراح تمديد أو قبوله',
    fr: 'Proposer ou accepter une prolongation',
    en: 'Propose an extension, or agree to one',
  },
  'verb-officers-withdraw': { ar: 'سحب ضابط', fr: 'Retirer un officier', en: 'Withdraw an officer' },
  'verb-officers-tend': {
    ar: 'تدبير الثنائيات والمهام والنفقات',
    fr: 'Gérer binômes, missions et dépenses',
    en: 'Tend pairs, tasks and costs',
  },
  himself: { ar: 'هو نفسه أو من معه في ثنائي', fr: 'lui-même ou son binôme', en: 'himself or his pair' },
  visiting: { ar: 'ضابط زائر', fr: 'officier reçu', en: 'a visiting officer' },
  sent: { ar: 'ضابط موفد', fr: 'officier détaché', en: 'an officer who is sent' },
});
