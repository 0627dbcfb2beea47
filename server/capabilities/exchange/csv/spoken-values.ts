/** Values as people write them in a table: countries, kinds of document, standings, days. Pure. */
import { type PersonCategory, personCategories } from '../../../kernel/marking.ts';
import { type Day, isDay } from '../../../kernel/time.ts';
import { findByWord, fold, latinDigits, wordTable } from './folding.ts';

const documentKinds = ['passport', 'identity-card', 'residence-permit', 'driving-licence', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const documentWords = wordTable<DocumentKind>(
  {
    passport: 'passport|passeport|pp|جواز|جواز سفر|جواز السفر',
    'identity-card':
      'identity card|id card|id|national id|cin|cni|cnie|' +
      'carte d’identité|carte nationale d’identité|' +
      'بطاقة التعريف|بطاقة التعريف الوطنية|البطاقة الوطنية|بطاقة الهوية|بطاقة وطنية',
    'residence-permit':
      'residence permit|residence card|titre de séjour|carte de séjour|' +
      'سند الإقامة|بطاقة الإقامة|رخصة الإقامة',
    'driving-licence':
      'driving licence|driving license|driver s license|permis de conduire|permis|رخصة السياقة|رخصة القيادة',
    other: 'other|autre|autre document|أخرى|وثيقة أخرى',
  },
  documentKinds,
);

const categoryWords = wordTable<PersonCategory>(
  {
    suspect:
      'suspect|suspected|suspecte|mis en cause|mise en cause|' +
      'مشتبه به|مشتبه بها|مشتبه فيه|مشتبه فيها|المشتبه به',
    convicted: 'convicted|condamné|condamnée|مدان|مدانة|محكوم عليه|محكوم عليها',
    victim: 'victim|victime|ضحية|مجني عليه|مجني عليها|متضرر|متضررة',
    witness: 'witness|témoin|شاهد|شاهدة',
    contact: 'contact|associate|relation|entourage|مخالط|مخالطة|على صلة|ذو صلة|جهة اتصال',
  },
  personCategories,
);

export const readDocumentKind = (text: string): DocumentKind | null => findByWord(documentWords, text);
export const readCategory = (text: string): PersonCategory | null => findByWord(categoryWords, text);

/** ISO 3166-1 alpha-3, and what people of a country are called; its name comes from the language data. */
const spokenOf: Readonly<Record<string, string>> = {
  MA: 'MAR|moroccan|marocain|marocaine|مغربي|مغربية',
  FR: 'FRA|french|français|française|فرنسي|فرنسية',
  ES: 'ESP|spanish|espagnol|espagnole|إسباني|إسبانية',
  PT: 'PRT|portuguese|portugais|portugaise|برتغالي|برتغالية',
  IT: 'ITA|italian|italien|italienne|إيطالي|إيطالية',
  DE: 'DEU|german|allemand|allemande|ألماني|ألمانية',
  BE: 'BEL|belgian|belge|بلجيكي|بلجيكية',
  NL: 'NLD|dutch|néerlandais|néerlandaise|هولندي|هولندية',
  GB: 'GBR|british|uk|britannique|بريطاني|بريطانية',
  US: 'USA|american|américain|américaine|أمريكي|أمريكية',
  DZ: 'DZA|algerian|algérien|algérienne|جزائري|جزائرية',
  TN: 'TUN|tunisian|tunisien|tunisienne|تونسي|تونسية',
  LY: 'LBY|libyan|libyen|libyenne|ليبي|ليبية',
  EG: 'EGY|egyptian|égyptien|égyptienne|مصري|مصرية',
  MR: 'MRT|mauritanian|mauritanien|mauritanienne|موريتاني|موريتانية',
  SN: 'SEN|senegalese|sénégalais|sénégalaise|سنغالي|سنغالية',
  ML: 'MLI|malian|malien|malienne|مالي|مالية',
  NE: 'NER|nigerien|nigérien|nigérienne|نيجري|نيجرية',
  BF: 'BFA|burkinabe|burkinabé|بوركينابي|بوركينابية',
  CI: 'CIV|ivorian|ivoirien|ivoirienne|إيفواري|إيفوارية',
  SA: 'SAU|saudi|saoudien|saoudienne|سعودي|سعودية',
  AE: 'ARE|emirati|émirati|émirien|إماراتي|إماراتية',
  QA: 'QAT|qatari|qatarien|قطري|قطرية',
  JO: 'JOR|jordanian|jordanien|jordanienne|أردني|أردنية',
  LB: 'LBN|lebanese|libanais|libanaise|لبناني|لبنانية',
  SY: 'SYR|syrian|syrien|syrienne|سوري|سورية',
  IQ: 'IRQ|iraqi|irakien|irakienne|عراقي|عراقية',
  TR: 'TUR|turkish|turc|turque|تركي|تركية',
};

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const countryWords = (): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  const names = ['ar', 'fr', 'en'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const known = names.flatMap((name) => name.of(code) ?? []);
    if (known.length === 0) continue;
    for (const word of [code, ...known, ...(spokenOf[code]?.split('|') ?? [])])
      if (!words.has(fold(word))) words.set(fold(word), code);
  }
  return words;
};
const countries = countryWords();

/** ISO 3166-1 alpha-2 of a code, a name or a nationality in Arabic, French or English; null where none. */
export const readCountry = (text: string): string | null => countries.get(fold(text)) ?? null;

/** A day as people write it, the day before the month where the year comes last: null where it is none. */
export const readDay = (text: string): Day | null => {
  const digits = latinDigits(text.trim());
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(digits);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(digits);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [yearLast?.[3], yearLast?.[2], yearLast?.[1]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
};
