/** What can keep an exported journal from being read. */
import { defineFaults } from '../../kernel/faults.ts';

/** Faults of reading an export: all mean that another copy of the file is needed. */
defineFaults({
  'journal/not-an-export': {
    status: 422,
    ar: 'هذا الملف ليس سجلًا مستخرجًا من «تنسيق» أو هو من إصدار أحدث. استخرجه من جديد ثم أعد التحقق.',
    fr: 'Ce fichier n’est pas un journal exporté par Tansiq, ou vient d’une version plus récente. Exportez-le à nouveau.',
    en: 'This file is not a journal exported by Tansiq, or comes from a later version. Export it again.',
  },
  'journal/export-line': {
    status: 422,
    ar: 'السطر {line} من الملف غير مقروء: عُدّل الملف أو تلف. اطلب نسخة جديدة ممن استخرجه.',
    fr: 'La ligne {line} du fichier est illisible : il a été modifié ou abîmé. Redemandez une copie à qui l’a exporté.',
    en: 'Line {line} of the file cannot be read: it was altered or damaged. Ask whoever exported it for a new copy.',
  },
  'journal/export-order': {
    status: 422,
    ar: 'القيد {seq} في السطر {line} ليس في موضعه: أُعيد ترتيب الملف. اطلب نسخة جديدة ممن استخرجه.',
    fr: 'L’entrée {seq}, ligne {line}, n’est pas à sa place : le fichier a été réordonné. Redemandez une copie à qui l’a exporté.',
    en: 'Entry {seq} at line {line} is out of its place: the file was reordered. Ask whoever exported it for a new copy.',
  },
  'journal/export-cut': {
    status: 422,
    ar: 'الملف ناقص: لا يحمل سطر الختام أو لا تطابقه القيود. اطلب نسخة كاملة ممن استخرجه.',
    fr: 'Le fichier est incomplet : sa dernière ligne manque ou ne correspond pas. Redemandez une copie entière à qui l’a exporté.',
    en: 'The file is incomplete: its last line is missing or does not fit. Ask whoever exported it for a whole copy.',
  },
});
