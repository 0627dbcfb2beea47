import { defineWords } from '../../../kit/define-words.ts';

export const fileWords = defineWords({
  attach: { ar: 'إرفاق ملف', fr: 'Joindre un fichier', en: 'Attach a file' },
  photo: { ar: 'التقاط صورة', fr: 'Prendre une photo', en: 'Take a photo' },
  hint: {
    ar: 'أو الصق صورة في السطر، أو أفلتها هنا. {size} لكل ملف على الأكثر.',
    fr: 'ou collez une image dans la ligne, ou déposez-la ici. {size} par fichier au plus.',
    en: 'or paste a picture into the line, or drop it here. {size} each at most.',
  },
  describe: { ar: 'ماذا تُظهر {name}؟', fr: 'Que montre {name} ?', en: 'What does {name} show?' },
  describeHint: {
    ar: 'يُقرأ لمن لا يرى الصورة، ويُبحث فيه.',
    fr: 'Lu à qui ne voit pas l’image, et trouvé par la recherche.',
    en: 'Read to whoever does not see the picture, and found by the search.',
  },
  tooLarge: {
    ar: '{name} أكبر من {size}. صغّره، أو أرسله في معلومة.',
    fr: '{name} dépasse {size}. Réduisez-le, ou transmettez-le dans une information.',
    en: '{name} is larger than {size}. Make it smaller, or send it in an item.',
  },
  tooMany: {
    ar: '{count, plural, zero {لا ملفات} one {ملف واحد لكل قيد على الأكثر} two {ملفان لكل قيد على الأكثر} few {# ملفات لكل قيد على الأكثر} many {# ملفاً لكل قيد على الأكثر} other {# ملف لكل قيد على الأكثر}}',
    fr: '{count, plural, one {# fichier au plus par inscription} other {# fichiers au plus par inscription}}',
    en: '{count, plural, one {An entry takes # file at most} other {An entry takes # files at most}}',
  },
  twice: { ar: '{name} مرفق من قبل.', fr: '{name} est déjà joint.', en: '{name} is attached already.' },
  onlyFiles: {
    ar: 'اكتب سطراً يرافق الملف: ماذا حدث؟',
    fr: 'Écrivez une ligne avec le fichier : que s’est-il passé ?',
    en: 'Write a line with the file: what happened?',
  },
  files: { ar: 'مرفقات القيد رقم {number}', fr: 'Pièces du n° {number}', en: 'Files of no. {number}' },
  enlarge: { ar: 'تكبير: {what}', fr: 'Agrandir : {what}', en: 'Enlarge: {what}' },
  picture: { ar: 'صورة: {name}', fr: 'Image : {name}', en: 'Picture: {name}' },
});
