import { defineWords } from '../../kit/define-words.ts';

export const roleWords = defineWords({
  title: { ar: 'صفتي هنا', fr: 'Ma fonction ici', en: 'My role here' },
  sees: { ar: 'ما أطّلع عليه', fr: 'Ce que je peux consulter', en: 'What I can see' },
  does: { ar: 'ما أقوم به', fr: 'Ce que je peux faire', en: 'What I can do' },
  not: { ar: 'ما ليس لي', fr: 'Ce qui ne m’est pas ouvert', en: 'What is not open to me' },
  'administrator-sees': {
    ar: 'الأشخاص وصفاتهم ومكاتبهم، والأجهزة المرتبطة وحالة الربط، والاتفاقات والدوائر.',
    fr: 'Les personnes, leurs fonctions et leurs bureaux ; les services reliés et l’état des liaisons ; les accords et les cercles.',
    en: 'People, their roles and desks; linked services and the state of links; agreements and circles.',
  },
  'administrator-does': {
    ar: 'أدعو الأشخاص وأعدّل صفاتهم وأوقف حساباتهم وأنهي جلساتهم، وأنشئ المكاتب، وأكتب عنوان شريك جديد.',
    fr: 'Inviter des personnes, modifier leurs fonctions, suspendre un compte, fermer des sessions, créer des bureaux, saisir l’adresse d’un nouveau partenaire.',
    en: 'Invite people, change their roles, suspend an account, end sessions, make desks, enter a new partner’s address.',
  },
  'administrator-not': {
    ar: 'مضمون المعلومات، ومنح نفسي صفة حساسة، وقبول الربط بدل نقطة الاتصال.',
    fr: 'Le contenu des informations ; m’attribuer une fonction sensible ; accepter une liaison à la place du point de contact.',
    en: 'The content of items; giving myself a guarded role; accepting a link in the contact point’s place.',
  },
  'data-protection-officer-sees': {
    ar: 'الاتفاقات وسندها القانوني، والدوائر، والأجهزة المرتبطة وحالة كل ربط.',
    fr: 'Les accords et leur base juridique ; les cercles ; les services reliés et l’état de chaque liaison.',
    en: 'Agreements and their legal basis; circles; linked services and each link’s state.',
  },
  'data-protection-officer-does': {
    ar: 'أراقب الاتفاقات وآجال المراجعة والمحو التي تقرّرها، وأطلب من المشرف التقني سجل العمليات والتحقق منه بالأمر: npx tansiq journal verify.',
    fr: 'Contrôler les accords et les délais de réexamen et d’effacement qu’ils fixent ; demander à l’exploitant le journal et sa vérification par la commande : npx tansiq journal verify.',
    en: 'Check agreements and the review and erasure terms that they set; ask the operator for the journal, verified by the command: npx tansiq journal verify.',
  },
  'data-protection-officer-not': {
    ar: 'مضمون المعلومات: مراقبة حماية المعطيات لا تستلزم قراءتها. ولا أحرّر شيئاً ولا آذن بإرساله.',
    fr: 'Le contenu des informations : contrôler n’exige pas de les lire. Je ne rédige ni n’autorise aucun envoi.',
    en: 'The content of items: oversight does not need it. I neither write nor release anything.',
  },
  'observer-sees': {
    ar: 'المعلومات الموجّهة إلى جهازي بوسم TLP:CLEAR أو TLP:GREEN فقط، والاتفاقات والدوائر التي نحن طرف فيها.',
    fr: 'Les informations destinées à mon service et marquées TLP:CLEAR ou TLP:GREEN ; les accords et les cercles dont nous sommes membres.',
    en: 'Items for my service marked TLP:CLEAR or TLP:GREEN; agreements and circles that we are part of.',
  },
  'observer-does': {
    ar: 'أقرأ وأصدّر ما أطّلع عليه، في حدود وسمه.',
    fr: 'Lire et exporter ce qui m’est ouvert, dans les limites de son marquage.',
    en: 'Read and export what is open to me, within its marking.',
  },
  'observer-not': {
    ar: 'المعطيات العملياتية، وتحرير المعلومات أو اقتراح إرسالها.',
    fr: 'Les données opérationnelles ; rédiger ou proposer un envoi.',
    en: 'Operational data; writing items or proposing them.',
  },
  inbox: { ar: 'الانتقال إلى الوارد', fr: 'Voir les informations reçues', en: 'Go to the inbox' },
  agreements: { ar: 'الانتقال إلى الاتفاقات', fr: 'Voir les accords', en: 'Go to the agreements' },
  people: { ar: 'الانتقال إلى الأشخاص', fr: 'Voir les personnes', en: 'Go to people' },
});
