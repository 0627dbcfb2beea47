import { defineWords } from '../../kit/define-words.ts';

export const stepWords = defineWords({
  received: { ar: 'وصل الطلب', fr: 'Demande reçue', en: 'Request received' },
  accepted: { ar: 'قبول', fr: 'Accepter', en: 'Accept' },
  'clarification-asked': { ar: 'طلب توضيح', fr: 'Demander des précisions', en: 'Ask for clarification' },
  refused: { ar: 'رفض', fr: 'Refuser', en: 'Refuse' },
  partly: { ar: 'رد جزئي', fr: 'Réponse partielle', en: 'Partial answer' },
  answered: { ar: 'رد', fr: 'Réponse', en: 'Answer' },
  'no-record': { ar: 'لا معلومات لدينا', fr: 'Répondre : néant', en: 'No record' },
  clarified: { ar: 'تقديم التوضيح', fr: 'Donner les précisions', en: 'Clarify' },
  feedback: { ar: 'إفادة عن الجدوى', fr: 'Retour d’utilité', en: 'Give feedback' },
  closed: { ar: 'إغلاق', fr: 'Clore', en: 'Close' },
  withdrawn: { ar: 'سحب الطلب', fr: 'Retirer la demande', en: 'Withdraw' },
  'why-accepted': {
    ar: 'تعلم الجهة الطالبة أننا نتولى طلبها. يستمر الأجل.',
    fr: 'Le demandeur apprend que nous prenons la demande en charge. Le délai court.',
    en: 'The requester learns that we take it on. The time runs on.',
  },
  'why-clarification-asked': {
    ar: 'يتوقف الأجل إلى أن يصل التوضيح.',
    fr: 'Le délai est suspendu jusqu’à réception des précisions.',
    en: 'The time stands still until the clarification comes.',
  },
  'why-refused': {
    ar: 'يُبلَّغ السبب إلى الجهة الطالبة. لا يُردّ هذا القرار.',
    fr: 'Le motif est communiqué au demandeur. Cette décision est définitive.',
    en: 'The ground is told to the requester. This cannot be taken back.',
  },
  'why-no-record': {
    ar: 'تعلم الجهة الطالبة أننا بحثنا ولم نجد شيئاً.',
    fr: 'Le demandeur apprend que nous avons cherché sans résultat.',
    en: 'The requester learns that we looked and hold nothing.',
  },
  'why-clarified': { ar: 'يستأنف الأجل سيره.', fr: 'Le délai reprend son cours.', en: 'The time runs on.' },
  'why-feedback': {
    ar: 'تعلم الجهة التي ردت ما الذي أفاد به ردها.',
    fr: 'Le service qui a répondu apprend à quoi sa réponse a servi.',
    en: 'Who answered learns what the answer was worth.',
  },
  'why-closed': {
    ar: 'لا يُردّ بعد ذلك على هذا الطلب.',
    fr: 'Il n’est plus répondu à cette demande.',
    en: 'It is not answered any more.',
  },
  'why-withdrawn': {
    ar: 'لا تدين لنا الجهة الأخرى برد بعد ذلك. ما أُرسل يبقى لديها: استرجعه من صفحة العنصر إن لزم.',
    fr: 'Le partenaire ne nous doit plus de réponse. Ce qui a été envoyé reste chez lui : rappelez l’élément si nécessaire.',
    en: 'The partner owes us no answer any more. What was sent stays there: recall the item where that is needed.',
  },
  text: { ar: 'النص', fr: 'Texte', en: 'Text' },
  leaves: {
    ar: 'يغادر هذا النص البلد فوراً، تحت وسم الطلب.',
    fr: 'Ce texte quitte aussitôt le pays, sous le marquage de la demande.',
    en: 'This text leaves the country at once, under the marking of the request.',
  },
  ground: { ar: 'سبب الرفض', fr: 'Motif du refus', en: 'Ground' },
  chooseGround: { ar: 'اختر سبباً', fr: 'Choisir un motif', en: 'Choose a ground' },
  usefulness: { ar: 'مدى الجدوى', fr: 'Utilité', en: 'Usefulness' },
  usefulnessTeach: {
    ar: '1: لم يفد في شيء، 5: كان حاسماً.',
    fr: '1 : sans utilité ; 5 : décisive.',
    en: '1: of no use, 5: decisive.',
  },
  followUps: { ar: 'ما ترتّب عنه', fr: 'Suites données', en: 'What followed' },
  assign: { ar: 'إسناد', fr: 'Attribuer', en: 'Assign' },
  'why-assign': {
    ar: 'يبقى الأمر داخل الجهاز. من كُلّف به يراه على لوحته.',
    fr: 'Cela reste dans le service. L’agent chargé le voit sur son tableau.',
    en: 'This stays in the service. Who has it in hand sees it on his board.',
  },
  desk: { ar: 'المكتب', fr: 'Bureau', en: 'Desk' },
  officer: { ar: 'الموظف', fr: 'Agent', en: 'Officer' },
  nobody: { ar: 'المكتب كله', fr: 'Tout le bureau', en: 'The whole desk' },
  send: { ar: 'إرسال', fr: 'Envoyer', en: 'Send' },
  keep: { ar: 'حفظ', fr: 'Enregistrer', en: 'Save' },
});

/** What was said, as the story of a request tells it. */
export const saidWords = defineWords({
  received: { ar: 'وصل الطلب', fr: 'Demande reçue', en: 'Request received' },
  accepted: { ar: 'قُبل الطلب', fr: 'Demande acceptée', en: 'Request accepted' },
  'clarification-asked': { ar: 'طُلب توضيح', fr: 'Précisions demandées', en: 'Clarification asked' },
  refused: { ar: 'رُفض الطلب', fr: 'Demande refusée', en: 'Request refused' },
  partly: { ar: 'ورد رد جزئي', fr: 'Réponse partielle donnée', en: 'Answered in part' },
  answered: { ar: 'ورد الرد', fr: 'Réponse donnée', en: 'Answered' },
  'no-record': { ar: 'لا معلومات لدى الجهة', fr: 'Réponse : néant', en: 'No record held' },
  clarified: { ar: 'قُدّم التوضيح', fr: 'Précisions données', en: 'Clarified' },
  feedback: { ar: 'أُفيد عن الجدوى', fr: 'Retour d’utilité donné', en: 'Feedback given' },
  closed: { ar: 'أُغلق الطلب', fr: 'Demande close', en: 'Request closed' },
  withdrawn: { ar: 'سُحب الطلب', fr: 'Demande retirée', en: 'Request withdrawn' },
  assign: { ar: 'أُسند الطلب', fr: 'Demande attribuée', en: 'Request assigned' },
});
