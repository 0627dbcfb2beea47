/** What is wrong with a row of officers, and what languages are called in tables. */
import type { Words } from '../../../kernel/faults.ts';

export const importProblems = {
  'name-missing': {
    ar: 'الاسم بالحروف اللاتينية ناقص',
    fr: 'nom en lettres latines manquant',
    en: 'the name in Latin letters is missing',
  },
  'rank-missing': { ar: 'الرتبة ناقصة', fr: 'grade manquant', en: 'the rank is missing' },
  specialty: {
    ar: 'التخصص غير معروف أو غير المطلوب',
    fr: 'spécialité inconnue ou autre que celle demandée',
    en: 'the specialty is unknown, or another than asked for',
  },
  language: { ar: 'لغة غير معروفة', fr: 'langue inconnue', en: 'a language is unknown' },
  power: { ar: 'صلاحية غير معروفة', fr: 'pouvoir inconnu', en: 'a power is unknown' },
  date: { ar: 'تاريخ غير مقروء', fr: 'date illisible', en: 'a date cannot be read' },
  number: { ar: 'عدد غير مقروء', fr: 'nombre illisible', en: 'a number cannot be read' },
  certificate: {
    ar: 'شهادة غير مقروءة (النوع:الرقم:تاريخ الإصدار:تاريخ الانتهاء)',
    fr: 'certificat illisible (type:numéro:délivrance:échéance)',
    en: 'a certificate cannot be read (kind:number:issued:expires)',
  },
  arm: {
    ar: 'سلاح غير مقروء (النوع:الرقم)',
    fr: 'arme illisible (type:numéro)',
    en: 'a weapon cannot be read (type:serial)',
  },
  form: { ar: 'قيمة خارج الحدود', fr: 'une valeur dépasse les limites', en: 'a value is out of bounds' },
  hidden: { ar: 'حروف لا تُرى', fr: 'caractères invisibles', en: 'letters that cannot be seen' },
  'name-not-latin': {
    ar: 'الاسم ليس بالحروف اللاتينية',
    fr: 'le nom n’est pas en lettres latines',
    en: 'the name is not in Latin letters',
  },
  'period-empty': {
    ar: 'نهاية الفترة تسبق بدايتها',
    fr: 'la période finit avant de commencer',
    en: 'the period ends before it begins',
  },
  'dates-crossed': {
    ar: 'شهادة تنتهي قبل إصدارها',
    fr: 'un certificat expire avant sa délivrance',
    en: 'a certificate expires before it was issued',
  },
  'too-many': { ar: 'صفوف أكثر من الحد', fr: 'trop de lignes', en: 'too many rows' },
  'no-name-column': {
    ar: 'لا عمود للاسم بالحروف اللاتينية',
    fr: 'aucune colonne pour le nom en lettres latines',
    en: 'no column holds the name in Latin letters',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Languages that officers state, by their code. */
export const languageWords: Readonly<Record<string, string>> = {
  ar: 'arabic|arabe|العربية|عربية',
  fr: 'french|français|francais|الفرنسية|فرنسية',
  en: 'english|anglais|الإنجليزية|إنجليزية|الانجليزية',
  es: 'spanish|espagnol|الإسبانية|إسبانية',
  de: 'german|allemand|الألمانية|ألمانية',
  pt: 'portuguese|portugais|البرتغالية|برتغالية',
  it: 'italian|italien|الإيطالية|إيطالية',
  nl: 'dutch|néerlandais|الهولندية|هولندية',
  tr: 'turkish|turc|التركية|تركية',
};
