import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with attachments, and what to do about it. */
defineFaults({
  'exchange/attachment-too-large': {
    status: 413,
    ar: 'حجم الملف يتجاوز الحد المسموح ({limitBytes} بايت). قسّمه أو اضغطه ثم أعد المحاولة.',
    fr: 'Le fichier dépasse la limite de {limitBytes} octets. Scindez-le ou compressez-le, puis réessayez.',
    en: 'The file is larger than the limit of {limitBytes} bytes. Split or compress it, then try again.',
  },
  'exchange/attachments-too-many': {
    status: 422,
    ar: 'مرفقات العنصر تتجاوز الحد: {count} ملفاً على الأكثر و{limitBytes} بايت في المجموع. وزّعها على عناصر عدة.',
    fr: 'Trop de pièces jointes : {count} fichiers et {limitBytes} octets au plus par élément. Répartissez-les.',
    en: 'Too many attachments: an item takes {count} files and {limitBytes} bytes at most. Spread them over several.',
  },
  'exchange/attachment-unknown': {
    status: 422,
    ar: 'لم يعد الملف المرفوع متاحاً: {names}. احذفه من القائمة وارفعه من جديد.',
    fr: 'Fichier téléversé introuvable : {names}. Ôtez-le de la liste et joignez-le de nouveau.',
    en: 'The uploaded file is no longer here: {names}. Take it off the list and attach it again.',
  },
  'exchange/attachment-unsafe': {
    status: 422,
    ar: 'رُفض الأرشيف: حجمه بعد الفك أو عدد ملفاته أو تداخلها يتجاوز الحدود. أرفق محتواه ملفاً ملفاً.',
    fr: 'Archive refusée : sa taille décompressée, son nombre de fichiers ou ses imbrications dépassent les limites. Joignez son contenu fichier par fichier.',
    en: 'The archive was refused: unpacked size, number of files or nesting is beyond the limits. Attach its files one by one.',
  },
  'exchange/attachment-broken-off': {
    status: 400,
    ar: 'انقطع رفع الملف قبل اكتماله، ولم يُحفظ شيء. أعد الرفع.',
    fr: 'Le téléversement s’est interrompu ; rien n’a été enregistré. Recommencez.',
    en: 'The upload broke off before its end, and nothing was stored. Upload it again.',
  },
  'exchange/attachment-not-here': {
    status: 409,
    ar: 'لم يصل هذا المرفق بعد. يُنزَّل تلقائياً من عقدة مرسله، وتظهر حالته إلى جانب اسمه.',
    fr: 'Cette pièce jointe n’est pas encore arrivée. Elle est récupérée automatiquement ; son état figure à côté de son nom.',
    en: 'This attachment has not arrived yet. It is fetched from its sender automatically; its state stands beside its name.',
  },
  'exchange/uploads-too-many': {
    status: 429,
    ar: 'لديك {count} ملفاً مرفوعاً لم يُحفظ في عنصر بعد. احفظ المسودة أو احذف بعضها ثم تابع.',
    fr: 'Vous avez déjà {count} fichiers en attente d’un élément. Enregistrez le brouillon ou ôtez-en avant de continuer.',
    en: 'You have {count} uploads that are not in an item yet. Save the draft or remove some, then go on.',
  },
});
