import { defineDetailWords, defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with an assessment, a template or what partners are asked, and what to do about it. */
defineFaults({
  'events/risk-unsound': {
    status: 422,
    ar: 'تعذّر الحفظ. صحّح: {fields}.',
    fr: 'L’enregistrement est impossible. À corriger : {fields}.',
    en: 'This cannot be kept. Correct: {fields}.',
  },
  'events/review-past': {
    status: 422,
    ar: 'تاريخ المراجعة مضى. اختر {today} أو يوماً بعده.',
    fr: 'La date de réexamen est passée. Choisissez le {today} ou un jour ultérieur.',
    en: 'The review date is past. Choose {today} or a later day.',
  },
  'events/partners-not-linked': {
    status: 422,
    ar: 'الرابط مع بعض الشركاء معلّق أو غير قائم، فلن يصلهم الطلب. أزلهم من القائمة أو أعد فتح الرابط.',
    fr: 'La liaison avec certains partenaires est suspendue ou absente : la demande ne leur parviendrait pas. Retirez-les, ou rétablissez la liaison.',
    en: 'The link with some partners is suspended or not there: the request would not reach them. Take them out, or open the link again.',
  },
  'events/risk-source-unsound': {
    status: 422,
    ar: 'تقدير أحد المصادر ليس من سلّم التقدير المختار. اختر قيمة من السلّم نفسه.',
    fr: 'La cotation d’une source ne correspond pas à son échelle. Choisissez une valeur de cette échelle.',
    en: 'The grade of a source is none of its scheme. Choose one of that scheme.',
  },
  'events/partners-not-covered': {
    status: 422,
    ar: 'لا يسمح أي اتفاق سارٍ بسؤال بعض الشركاء في تأمين التظاهرات. أزلهم من القائمة أو أبرم اتفاقاً يشملهم.',
    fr: 'Pour certains partenaires, aucun accord en vigueur ne couvre la sécurité des événements. Retirez-les, ou concluez un accord.',
    en: 'For some partners no agreement in force covers event security. Take them out, or make an agreement.',
  },
  'events/partner-asked': {
    status: 409,
    ar: 'سبق أن سُئل أحد هؤلاء الشركاء لهذا الموعد. أعد تحميل الجدول.',
    fr: 'Un de ces partenaires a déjà été sollicité pour cette échéance. Rechargez le tableau.',
    en: 'One of these partners was asked for this milestone already. Reload the table.',
  },
});

defineDetailWords('events/fields', {
  reviewOn: { ar: 'تاريخ المراجعة', fr: 'date de réexamen', en: 'review date' },
  toSpectators: { ar: 'الحد الأعلى للجمهور', fr: 'affluence maximale', en: 'the most spectators' },
  places: { ar: 'أماكن النموذج', fr: 'lieux du modèle', en: 'places of the template' },
});
