import { defineWords } from '../../kit/define-words.ts';

export const askWords = defineWords({
  title: { ar: 'طلب معلومات', fr: 'Demande d’information', en: 'Request for information' },
  editTitle: { ar: 'تعديل الطلب', fr: 'Modifier la demande', en: 'Change the request' },
  teach: {
    ar: 'قل ما تطلبه، عمّن، ولماذا، ومتى تحتاجه. لا يغادر شيء البلد قبل إذن نقطة الاتصال الوطنية.',
    fr: 'Dites ce que vous demandez, sur qui, pourquoi, et pour quand. Rien ne quitte le pays sans l’autorisation du point de contact national.',
    en: 'Say what you ask, about whom, why, and by when. Nothing leaves the country before the national contact point releases it.',
  },
  filled: {
    ar: 'مُلئ الطلب من النموذج.',
    fr: 'Demande remplie d’après le modèle.',
    en: 'Filled in from the template.',
  },
  what: { ar: 'ما تطلبه', fr: 'Ce que vous demandez', en: 'What you ask' },
  language: { ar: 'لغة التحرير', fr: 'Langue de rédaction', en: 'Written in' },
  heading: { ar: 'الموضوع', fr: 'Objet', en: 'Title' },
  headingTeach: {
    ar: 'سطر واحد يفهمه من يقرأ اللوحة فقط.',
    fr: 'Une ligne qui se comprend sur un tableau.',
    en: 'One line that makes sense on a board.',
  },
  question: { ar: 'السؤال', fr: 'Question', en: 'Question' },
  questionTeach: {
    ar: 'سؤال محدد يمكن الرد عليه. سؤال واحد في كل طلب أسرع رداً.',
    fr: 'Une question précise, à laquelle on peut répondre. Une question par demande : la réponse vient plus vite.',
    en: 'A precise question that can be answered. One to a request is answered sooner.',
  },
  'error-question': { ar: 'اكتب ما تطلبه.', fr: 'Écrivez votre question.', en: 'Write what you ask.' },
  'error-urgencyReason': {
    ar: 'قل لماذا هو عاجل.',
    fr: 'Indiquez le motif de l’urgence.',
    en: 'Say why it is urgent.',
  },
  urgency: { ar: 'درجة الاستعجال', fr: 'Urgence', en: 'Urgency' },
  within: { ar: 'الرد خلال {time}', fr: 'réponse sous {time}', en: 'answer within {time}' },
  'teach-urgent': {
    ar: 'المعلومة متاحة مباشرة للجهة المطلوب إليها، وفيها خطر وشيك أو جناية.',
    fr: 'Information directement accessible, menace imminente ou infraction grave.',
    en: 'The information is directly accessible; an imminent threat or a serious offence.',
  },
  'teach-urgent-indirect': {
    ar: 'عاجل، لكن على الجهة المطلوب إليها أن تطلبها من سلطة أخرى.',
    fr: 'Urgent, mais le partenaire doit l’obtenir d’une autre autorité.',
    en: 'Urgent, but the partner has to get it from another authority.',
  },
  'teach-ordinary': { ar: 'كل طلب آخر.', fr: 'Toute autre demande.', en: 'Every other request.' },
  'teach-older-rule': {
    ar: 'حيث تسري بيننا القاعدة القديمة.',
    fr: 'Là où l’ancienne règle s’applique entre nous.',
    en: 'Where the older rule holds between us.',
  },
  urgencyReason: { ar: 'سبب الاستعجال', fr: 'Motif de l’urgence', en: 'Why it is urgent' },
  known: { ar: 'ما هو معلوم من قبل', fr: 'Ce qui est déjà connu', en: 'What is known already' },
  knownTeach: {
    ar: 'حتى لا يبحث الشريك عمّا تعرفه.',
    fr: 'Pour que le partenaire ne cherche pas ce que vous savez.',
    en: 'So that the partner does not look for what you know.',
  },
  knownGrade: {
    ar: 'تقييم هذه المعلومة',
    fr: 'Cotation de cette information',
    en: 'Grade of this information',
  },
  answerLanguages: {
    ar: 'لغات الرد الممكنة',
    fr: 'Langues possibles de la réponse',
    en: 'Languages in which an answer may come',
  },
  subjects: {
    ar: 'الأشخاص والأشياء المعنية',
    fr: 'Personnes et objets concernés',
    en: 'Persons and things concerned',
  },
  restored: {
    ar: 'استُرجع ما كنت تكتبه قبل إغلاق هذه الصفحة.',
    fr: 'Ce que vous écriviez avant de fermer cette page a été retrouvé.',
    en: 'What you were writing before this page was closed is back.',
  },
  startAnew: { ar: 'ابدأ من جديد', fr: 'Recommencer', en: 'Start anew' },
  save: { ar: 'حفظ كمسودة', fr: 'Enregistrer le brouillon', en: 'Save the draft' },
  propose: {
    ar: 'عرض على نقطة الاتصال',
    fr: 'Soumettre au point de contact',
    en: 'Submit to the contact point',
  },
  saved: { ar: 'حُفظ الطلب.', fr: 'Demande enregistrée.', en: 'The request is saved.' },
  proposed: {
    ar: 'عُرض الطلب على نقطة الاتصال.',
    fr: 'Demande soumise au point de contact.',
    en: 'The request is before the contact point.',
  },
  fix: {
    ar: '{count, plural, zero {لا شيء للتصحيح} one {صحّح حقلاً واحداً} two {صحّح حقلين} few {صحّح # حقول} many {صحّح # حقلاً} other {صحّح # حقل}}',
    fr: '{count, plural, one {Un champ à corriger} other {# champs à corriger}}',
    en: '{count, plural, one {One thing to correct} other {# things to correct}}',
  },
});
