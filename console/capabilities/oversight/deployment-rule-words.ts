import { defineWords } from '../../kit/define-words.ts';

/** Rules of officers who are sent or received, as the role screen says them. */
export const deploymentRuleWords = defineWords({
  'assistance/own-officers-only': {
    ar: 'بيانات الضباط لا يراها إلا أفراد الجهاز نفسه.',
    fr: 'Les données des officiers ne sont visibles que du service lui-même.',
    en: 'What is held of officers is seen by the service’s own people only.',
  },
  'assistance/planners-read': {
    ar: 'يقرؤها ضابط التخطيط ورئيس المركز ونقطة الاتصال ومندوب حماية المعطيات.',
    fr: 'Les lisent la planification, le chef du centre, le point de contact et le délégué à la protection des données.',
    en: 'The event planner, the head of the centre, the contact point and the data protection officer read them.',
  },
  'assistance/own-pair': {
    ar: 'لا يرى الضابط الميداني أو المرافق إلا نفسه ومن يشكّل معه ثنائياً.',
    fr: 'Le policier de terrain et le binôme ne voient qu’eux-mêmes et leur propre binôme.',
    en: 'A field or host officer sees himself and his own pair only.',
  },
  'assistance/planners-read-board': {
    ar: 'اللوحة لضابط التخطيط ورئيس المركز.',
    fr: 'Le tableau est réservé à la planification et au chef du centre.',
    en: 'The board is for the event planner and the head of the centre.',
  },
  'assistance/planners-register': {
    ar: 'يعيّن ضابط التخطيط ونقطة الاتصال الضباط ويمسكان السجل.',
    fr: 'La planification et le point de contact désignent les officiers et tiennent le registre.',
    en: 'The event planner and the contact point name officers and keep the register.',
  },
  'assistance/contact-point-releases-names': {
    ar: 'لا تغادر الأسماء البلد إلا بإذن نقطة الاتصال.',
    fr: 'Les noms ne quittent le pays qu’avec le point de contact.',
    en: 'Names leave the country with the contact point alone.',
  },
  'assistance/the-other-sides-step': {
    ar: 'هذه الخطوة من اختصاص الطرف الآخر.',
    fr: 'Cette étape revient à l’autre service.',
    en: 'This step is the other service’s to take.',
  },
  'assistance/planners-step': {
    ar: 'يتخذ الخطوات ضابط التخطيط؛ والتدقيق والاعتماد لرئيس المركز أيضاً، وما يُبلَّغ للشريك لنقطة الاتصال أيضاً.',
    fr: 'La planification franchit les étapes ; le chef du centre peut aussi cribler et accréditer, le point de contact dire au partenaire ce qui le regarde.',
    en: 'The event planner takes the steps; the head of the centre may also vet and accredit, the contact point tell the partner.',
  },
  'assistance/host-tends': {
    ar: 'الثنائيات والمهام والنفقات شأن البلد المضيف وحده.',
    fr: 'Binômes, missions et dépenses ne regardent que le pays hôte.',
    en: 'Pairs, tasks and costs are the host’s alone.',
  },
  'assistance/planners-tend': {
    ar: 'يدبّر ضابط التخطيط الثنائيات والمهام والنفقات.',
    fr: 'La planification gère binômes, missions et dépenses.',
    en: 'The event planner tends pairs, tasks and costs.',
  },
});
