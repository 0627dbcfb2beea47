import { defineDetailWords, defineFaults } from '../../kernel/faults.ts';

/** What can be wrong with an event and what is planned of it, and what to do about it. */
defineFaults({
  'events/code-taken': {
    status: 409,
    ar: 'الرمز {code} مستعمل. اختر رمزاً آخر.',
    fr: 'Le code {code} est déjà pris. Choisissez-en un autre.',
    en: 'The code {code} is taken. Choose another one.',
  },
  'events/unsound': {
    status: 422,
    ar: 'تعذّر الحفظ. صحّح: {fields}.',
    fr: 'L’enregistrement est impossible. À corriger : {fields}.',
    en: 'This cannot be kept. Correct: {fields}.',
  },
  'events/changed-meanwhile': {
    status: 409,
    ar: 'عدّله شخص آخر في هذه الأثناء. أعد تحميل الصفحة ثم أعد تعديلك.',
    fr: 'Quelqu’un l’a modifié entre-temps. Rechargez, puis refaites votre modification.',
    en: 'Someone changed this meanwhile. Reload it, then make your change again.',
  },
  'events/too-many': {
    status: 422,
    ar: 'بلغ العدد حدّه الأقصى ({limit}). قسّم التظاهرة أو احذف ما لم يعد لازماً.',
    fr: 'La limite est atteinte ({limit}). Partagez l’événement, ou retirez ce qui ne sert plus.',
    en: 'The limit is reached ({limit}). Divide the event, or take out what is no longer needed.',
  },
  'events/post-state': {
    status: 409,
    ar: 'سبق أن حُذف مركز العمل هذا أو أُعيد.',
    fr: 'Ce poste a déjà été retiré ou rétabli.',
    en: 'This post was removed or put back already.',
  },
  'events/import-unsound': {
    status: 422,
    ar: 'لا يمكن استيراد الملف. انظر ما في التقرير وصحّحه.',
    fr: 'Ce fichier ne peut être importé. Voyez le rapport et corrigez.',
    en: 'This file cannot be imported. See the report and correct it.',
  },
  'events/import-other': {
    status: 409,
    ar: 'تغيّرت التظاهرة منذ المعاينة. عاين الملف من جديد ثم استورده.',
    fr: 'L’événement a changé depuis l’aperçu. Refaites l’aperçu, puis importez.',
    en: 'The event has changed since the preview. Look at the file again, then import it.',
  },
  'events/import-outside': {
    status: 422,
    ar: 'في الملف تواريخ خارج أيام التظاهرة. عاينه من جديد واختر: اعتماد هذه التواريخ أو تركها.',
    fr: 'Le fichier contient des dates hors des jours de l’événement. Refaites l’aperçu et choisissez : prendre ces dates, ou les laisser de côté.',
    en: 'The file has dates outside the days of the event. Look at it again and choose: take these dates, or leave them out.',
  },
  'events/import-too-heavy': {
    status: 422,
    ar: 'قراءة هذا الملف تستغرق أكثر من الحد المسموح به. قسّمه، أو احذف منه ما يتكرر بلا نهاية.',
    fr: 'La lecture de ce fichier demande trop de calcul. Scindez-le, ou retirez-en ce qui se répète sans fin.',
    en: 'Reading this file takes more computing than is allowed. Split it, or take out what repeats without end.',
  },
  'events/import-busy': {
    status: 503,
    ar: 'تُقرأ الآن ملفات أخرى. أعد المحاولة بعد دقيقة.',
    fr: 'D’autres fichiers sont en cours de lecture. Réessayez dans une minute.',
    en: 'Other files are being read. Try again in a minute.',
  },
  'events/merge-not-last': {
    status: 409,
    ar: 'لم يعد التراجع عن هذا الدمج ممكناً: سبق التراجع عنه، أو دُمج الموقع الباقي في موقع آخر. تراجع عن ذلك أولاً.',
    fr: 'Cette fusion ne peut plus être annulée : elle l’a déjà été, ou le site conservé a été fusionné à son tour. Annulez d’abord cette fusion-là.',
    en: 'This merge cannot be undone: it was already, or the venue that stayed was merged into another. Undo that first.',
  },
  'events/import-done': {
    status: 409,
    ar: 'سبق أن تم هذا الاستيراد.',
    fr: 'Cet import a déjà été fait.',
    en: 'This import was done already.',
  },
  'events/import-not-last': {
    status: 409,
    ar: 'لا يُتراجع إلا عن آخر استيراد قائم.',
    fr: 'Seul le dernier import encore en place peut être annulé.',
    en: 'Only the last import that stands can be undone.',
  },
  'events/import-built-on': {
    status: 409,
    ar: 'عُدّل بعد هذا الاستيراد أو بُني عليه غيره (مراكز عمل، حصص، مخاطر): {things}. لم يعد التراجع ممكناً. صحّح الملف واستورده من جديد.',
    fr: 'Modifié depuis cet import, ou support de postes, de sessions ou de risques : {things}. L’import ne peut plus être annulé. Corrigez le fichier et importez-le à nouveau.',
    en: 'Changed since this import, or something rests on it (posts, sessions, risks): {things}. The import cannot be undone any more. Correct the file and import it again.',
  },
});

defineDetailWords('events/fields', {
  code: { ar: 'الرمز', fr: 'code', en: 'code' },
  days: { ar: 'الأيام', fr: 'jours', en: 'days' },
  country: { ar: 'البلد', fr: 'pays', en: 'country' },
  outline: { ar: 'المحيط', fr: 'contour', en: 'outline' },
  line: { ar: 'المسار', fr: 'tracé', en: 'line' },
  zones: { ar: 'المناطق', fr: 'zones', en: 'zones' },
  gates: { ar: 'البوابات', fr: 'accès', en: 'gates' },
  times: { ar: 'المواعيد', fr: 'horaires', en: 'times' },
  place: { ar: 'المكان', fr: 'lieu', en: 'place' },
  venue: { ar: 'الموقع', fr: 'site', en: 'venue' },
  session: { ar: 'الحصة', fr: 'session', en: 'session' },
  spectators: { ar: 'الجمهور المتوقع', fr: 'spectateurs attendus', en: 'expected spectators' },
  units: { ar: 'الفقرات', fr: 'épreuves', en: 'units' },
});
