/** The facts of a proposal and the reasons of a post, as they are written into what is kept. */
import type { Language, Words } from '../../../kernel/faults.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Fact, FactCode } from './proposal.ts';

const words: Readonly<Record<FactCode, Words>> = {
  expected: {
    ar: 'الجمهور المتوقع: {count}',
    fr: 'affluence attendue : {count}',
    en: 'expected spectators: {count}',
  },
  capacity: {
    ar: 'لم يُذكر عدد متوقع؛ أُخذت السعة: {count}',
    fr: 'affluence non précisée ; jauge retenue : {count}',
    en: 'no expected number; the capacity was taken: {count}',
  },
  'size-unknown': {
    ar: 'لا يُعرف العدد المتوقع ولا السعة',
    fr: 'ni affluence ni jauge connues',
    en: 'neither expected number nor capacity is known',
  },
  'full-house': {
    ar: 'المكان ممتلئ بنسبة {share} في المئة من سعته',
    fr: 'enceinte remplie à {share} % de sa jauge',
    en: 'the place is {share}% full',
  },
  'half-empty': {
    ar: 'لا يُشغل من السعة إلا {share} في المئة',
    fr: 'seulement {share} % de la jauge occupés',
    en: 'only {share}% of the capacity is taken',
  },
  opening: {
    ar: 'حفل الافتتاح أو الاختتام',
    fr: 'cérémonie d’ouverture ou de clôture',
    en: 'opening or closing ceremony',
  },
  medal: {
    ar: 'نهائي أو توزيع ميداليات',
    fr: 'finale ou remise de médailles',
    en: 'a final, or medals are won',
  },
  route: {
    ar: 'على الطريق العام، على امتداد مسار',
    fr: 'sur la voie publique, le long d’un parcours',
    en: 'on the public road, along a way',
  },
  'open-place': {
    ar: 'مكان مفتوح يصعب ضبط الدخول إليه',
    fr: 'lieu ouvert, accès difficile à filtrer',
    en: 'an open place where entry is hard to check',
  },
  'many-sides': {
    ar: 'جماهير كبيرة من عدة بلدان: {count}',
    fr: 'publics nombreux de plusieurs pays : {count}',
    en: 'large groups of spectators from several countries: {count}',
  },
  'several-sessions': {
    ar: 'حصص متتالية في اليوم: {count}',
    fr: 'sessions successives dans la journée : {count}',
    en: 'sessions one after another that day: {count}',
  },
  summer: { ar: 'فصل الحر', fr: 'période de fortes chaleurs', en: 'the hot season' },
  usual: {
    ar: 'لا معطيات خاصة؛ نقطة انطلاق معتادة',
    fr: 'aucun élément particulier ; point de départ habituel',
    en: 'nothing in particular; the usual starting point',
  },
};

const locales: Readonly<Record<Language, string>> = { ar: 'ar-MA-u-nu-latn', fr: 'fr-FR', en: 'en-GB' };

const formats = new Map<Language, Intl.DateTimeFormat>();
/** A day as it is written in the language: `27 juillet 2024`. */
export const dayIn = (day: Day, language: Language): string => {
  const known = formats.get(language);
  const format = known ?? new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  if (known === undefined) formats.set(language, format);
  return format.format(new Date(`${day}T12:00:00.000Z`));
};

/** Puts values into a text; numbers are written as the language groups them. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string =>
  text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locales[language]) : value;
  });

/** One fact in words. */
export const sayFact = ({ code, values }: Fact, language: Language): string =>
  fill(words[code][language], values, language);

/** All facts of a proposal in one line. */
export const sayFacts = (facts: readonly Fact[], language: Language): string =>
  facts
    .map((fact) => sayFact(fact, language))
    .join(language === 'ar' ? '؛ ' : language === 'fr' ? ' ; ' : '; ');
