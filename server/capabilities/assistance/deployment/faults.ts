import { defineFaults } from '../../../kernel/faults.ts';

defineFaults({
  'assistance/not-taskable': {
    status: 409,
    ar: 'لا يمكن تكليف هذا الضابط بمهمة: {reasons}.',
    fr: 'Cet officier ne peut pas recevoir de mission : {reasons}.',
    en: 'This officer cannot be given a task: {reasons}.',
  },
  'assistance/step-not-now': {
    status: 409,
    ar: 'لا يمكن اتخاذ هذه الخطوة في هذه المرحلة. أعد التحميل لترى ما استجدّ.',
    fr: 'Cette étape n’est pas possible à ce stade. Rechargez pour voir où en est l’officier.',
    en: 'This step cannot be taken at this stage. Reload to see how far the officer has come.',
  },
  'assistance/not-your-step': {
    status: 403,
    ar: 'هذه الخطوة من اختصاص الطرف الآخر.',
    fr: 'Cette étape revient à l’autre service.',
    en: 'This step is the other service’s to take.',
  },
  'assistance/not-accepted': {
    status: 409,
    ar: 'لم يُقبل أي عرض لهذا البند من الطلب، أو لم يعد القبول سارياً.',
    fr: 'Aucune offre n’a été acceptée pour cette ligne de la demande, ou l’acceptation ne vaut plus.',
    en: 'No offer was accepted for this line of the ask, or the acceptance no longer holds.',
  },
  'assistance/beyond-quantity': {
    status: 409,
    ar: 'عدد الأسماء يتجاوز ما قُبل ({limit}). احذف ما زاد أو اسحب غيره.',
    fr: 'Vous désignez plus d’officiers qu’il n’en a été accepté ({limit}). Retirez-en.',
    en: 'More officers are named than were accepted ({limit}). Leave some out.',
  },
  'assistance/profile-unsound': {
    status: 422,
    ar: 'لا تستقيم بيانات الضابط رقم {row}: {problem}.',
    fr: 'Les données de l’officier n° {row} ne conviennent pas : {problem}.',
    en: 'What is said of officer no. {row} does not hold: {problem}.',
  },
  'assistance/hidden-letters': {
    status: 422,
    ar: 'في النص حروف لا تُرى. اكتبه من جديد.',
    fr: 'Le texte contient des caractères invisibles. Retapez-le.',
    en: 'The text holds letters that cannot be seen. Type it again.',
  },
  'assistance/pairing-refused': {
    status: 409,
    ar: 'لا يمكن تشكيل هذا الثنائي: {gap}.',
    fr: 'Ce binôme n’est pas possible : {gap}.',
    en: 'This pair is not possible: {gap}.',
  },
  'assistance/dates-unsound': {
    status: 422,
    ar: 'التواريخ غير مقبولة: تحقّق من ترتيبها ومن فترة وجود الضابط.',
    fr: 'Les dates ne conviennent pas : vérifiez leur ordre et la période de présence de l’officier.',
    en: 'The dates do not hold: check their order and the time for which the officer is here.',
  },
  'assistance/file-unreadable': {
    status: 422,
    ar: 'تعذّرت قراءة الجدول. احفظه بصيغة CSV ثم أعد المحاولة.',
    fr: 'Le tableau est illisible. Enregistrez-le au format CSV puis réessayez.',
    en: 'The table cannot be read. Save it as CSV and try again.',
  },
  'assistance/deployment-unsound': {
    status: 422,
    ar: 'الرسالة الخاصة بالضابط الموفد غير سليمة.',
    fr: 'Le message relatif à l’officier détaché est mal formé.',
    en: 'The message about the officer who is sent is not sound.',
  },
  'assistance/unit-erased': {
    status: 404,
    ar: 'حُذفت بيانات هذا الضابط في أجلها، فلا يُحفظ عنه شيء بعدُ.',
    fr: 'Les données de cet officier ont été effacées à leur terme ; plus rien n’est conservé.',
    en: 'What was held of this officer was erased on its date; nothing more is kept.',
  },
  'assistance/step-repeated': {
    status: 409,
    ar: 'سبق تسجيل هذه الخطوة.',
    fr: 'Cette étape a déjà été enregistrée.',
    en: 'This step was taken already.',
  },
});
