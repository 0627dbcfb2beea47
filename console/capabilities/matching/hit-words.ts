import { defineWords } from '../../kit/define-words.ts';

/** Hits, and what people decide about them. */
export const hitWords = defineWords({
  heading: { ar: 'تطابق مع {partner}', fr: 'Concordance avec {partner}', en: 'Hit with {partner}' },
  pointer: {
    ar: 'التطابق إشارة إلى السؤال وليس جواباً: لا شيء يُعرف عمّا لدى الشريك، ولا شيء يُنقل تلقائياً.',
    fr: 'Une concordance invite à demander ; ce n’est pas une réponse. On ne sait rien de ce que le partenaire détient, et rien ne circule de soi-même.',
    en: 'A hit is a pointer to ask, never an answer: nothing is known of what the partner has, and nothing flows by itself.',
  },
  falseHits: {
    ar: 'في الأرقام والعناوين، احتمال أن يكون التطابق خاطئاً نحو واحد من {number}.',
    fr: 'Pour un numéro ou une adresse, le risque que la concordance soit fausse est d’environ 1 sur {number}.',
    en: 'For a number or an address, the chance that a hit is none is about 1 in {number}.',
  },
  nameCaution: {
    ar: 'قورنت حروف الاسم الساكنة وتاريخ الميلاد: قد يلتقي شخصان وُلدا في اليوم نفسه. تحقق قبل أي خطوة.',
    fr: 'Les consonnes du nom et la date de naissance ont été comparées : deux personnes nées le même jour peuvent se rencontrer. Vérifiez avant d’agir.',
    en: 'The consonants of the name and the birth date were compared: two people born on one day can meet. Verify before you act.',
  },
  partly: {
    ar: 'اتفق جزءان من الاسم مع تاريخ الميلاد، لا الاسم كله.',
    fr: 'Deux éléments du nom et la date de naissance concordent, pas le nom entier.',
    en: 'Two parts of the name agree with the birth date, not the whole name.',
  },
  comparedAs: {
    ar: 'قورن بهذه الصيغة: {form}',
    fr: 'Comparé sous la forme : {form}',
    en: 'Compared as: {form}',
  },
  found: { ar: 'ظهر في', fr: 'Constatée le', en: 'Found' },
  under: { ar: 'بموجب', fr: 'Au titre de', en: 'Under' },
  'state-open': { ar: 'ينتظر قراراً', fr: 'À décider', en: 'To be decided' },
  'state-requested': { ar: 'تلاه طلب رسمي', fr: 'Suivie d’une demande', en: 'Formal request made' },
  'state-dismissed': { ar: 'صُرف عنه النظر', fr: 'Écartée', en: 'Set aside' },
  request: { ar: 'تحرير طلب رسمي', fr: 'Rédiger une demande', en: 'Make a formal request' },
  openRequest: { ar: 'فتح الطلب', fr: 'Ouvrir la demande', en: 'Open the request' },
  requestMade: {
    ar: 'حُرّر مشروع طلب فيه المعرّف والشريك. أكمله ثم اعرضه على نقطة الاتصال.',
    fr: 'Un projet de demande est prêt, avec l’identifiant et le partenaire. Complétez-le puis soumettez-le au point de contact.',
    en: 'A draft request is ready, with the identifier and the partner. Complete it, then put it before the contact point.',
  },
  dismiss: { ar: 'صرف النظر', fr: 'Écarter', en: 'Set aside' },
  dismissTitle: {
    ar: 'صرف النظر عن هذا التطابق؟',
    fr: 'Écarter cette concordance ?',
    en: 'Set this hit aside?',
  },
  dismissWhat: {
    ar: 'لا يُرسل شيء إلى الشريك. يُحفظ القرار باسمك وتاريخه وسببه، ويمكن إعادة فتح التطابق.',
    fr: 'Rien n’est envoyé au partenaire. La décision est conservée avec votre nom, sa date et son motif ; la concordance peut être rouverte.',
    en: 'Nothing is sent to the partner. The decision is kept with your name, its date and reason; the hit can be opened again.',
  },
  dismissed: { ar: 'صُرف النظر عن التطابق.', fr: 'Concordance écartée.', en: 'The hit is set aside.' },
  ground: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  'ground-other-person': {
    ar: 'ليس الشخص أو الشيء نفسه',
    fr: 'Ce n’est pas la même personne ou le même objet',
    en: 'Not the same person or thing',
  },
  'ground-known-already': {
    ar: 'ما لدينا يكفي',
    fr: 'Ce que nous avons suffit',
    en: 'What we have is enough',
  },
  'ground-no-longer-needed': {
    ar: 'انتفت الحاجة إلى السؤال',
    fr: 'La question n’a plus lieu d’être',
    en: 'There is no need to ask any more',
  },
  'ground-other': { ar: 'سبب آخر', fr: 'Autre motif', en: 'Another reason' },
  remark: { ar: 'توضيح', fr: 'Précision', en: 'Remark' },
  remarkNeeded: { ar: 'اكتب السبب.', fr: 'Écrivez le motif.', en: 'Write the reason.' },
  reopen: { ar: 'إعادة الفتح', fr: 'Rouvrir', en: 'Open again' },
  decided: { ar: 'قرّر {name}', fr: 'Décidé par {name}', en: 'Decided by {name}' },
  someone: { ar: 'ضابط من جهازنا', fr: 'un officier du service', en: 'an officer of this service' },
  filter: { ar: 'تصفية حالات التطابق', fr: 'Filtrer les concordances', en: 'Filter hits' },
  all: { ar: 'الكل', fr: 'Toutes', en: 'All' },
  toCheck: { ar: 'فتح المقارنة', fr: 'Ouvrir la comparaison', en: 'Open the check' },
  'empty-open': {
    ar: 'لا تطابق ينتظر قراراً',
    fr: 'Aucune concordance à décider',
    en: 'No hit to be decided',
  },
  'empty-requested': {
    ar: 'لم يتلُ أيَّ تطابق طلبٌ بعد',
    fr: 'Aucune concordance suivie d’une demande',
    en: 'No hit was followed by a request',
  },
  'empty-dismissed': {
    ar: 'لم يُصرف النظر عن أي تطابق',
    fr: 'Aucune concordance écartée',
    en: 'No hit was set aside',
  },
  'empty-all': { ar: 'لا تطابق بعد', fr: 'Aucune concordance', en: 'No hits yet' },
  emptyTeach: {
    ar: 'متى وُجد معرّف لدى الجهازين ظهر هنا، ليقرّر ضابط هل يُحرَّر طلب رسمي.',
    fr: 'Un identifiant que les deux services détiennent apparaît ici ; un officier décide s’il y a lieu de rédiger une demande.',
    en: 'An identifier that both services hold shows here, for an officer to decide whether a formal request is made.',
  },
});
