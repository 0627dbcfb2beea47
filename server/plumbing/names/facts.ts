/**
 * What is known of two persons beside their names, and how it changes the figure. Pure. Weights are nats: the
 * logarithm of how much more often two records of one person agree like that than records of two.
 */

/** A day, a month or a year, as much as is known: 1980-05-12, 1980-05, 1980. */
export interface Facts {
  readonly born: string | null;
  readonly birthPlace: string | null;
  /** ISO 3166-1 alpha-2 or alpha-3, as both sides write it. */
  readonly nationality: string | null;
  /** Numbers, or `kind:number`, of passports and cards. */
  readonly documents: readonly string[];
}

/** Nothing is known beside the name. */
export const noFacts: Facts = { born: null, birthPlace: null, nationality: null, documents: [] };

/** One fact that both records have. */
export interface FactReason {
  readonly fact: 'born' | 'birth-place' | 'nationality' | 'document';
  readonly outcome: 'same' | 'near' | 'contradicts';
  readonly one: string;
  readonly two: string;
  /** Nats; below 0 it speaks against one person. */
  readonly weight: number;
}

const weights = {
  sameDay: 8,
  /** 1 January often says that only the year is known. */
  sameYearUnknownDay: 3,
  sameMonth: 5.5,
  sameYear: 3.5,
  turnedDay: 5,
  nearYear: 1.5,
  otherBirth: -5,
  samePlace: 3,
  otherPlace: -1,
  sameNationality: 1.5,
  otherNationality: -1.5,
  sameDocument: 12,
  /** A person may hold several, and renews them. */
  otherDocument: -0.5,
} as const;

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a date that can be compared. */
export const isBirthDate = (text: string): boolean => {
  const [, , month = '01', day = '01'] = datePattern.exec(text) ?? [];
  return (
    datePattern.test(text) &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31
  );
};

type Judgement = Pick<FactReason, 'outcome' | 'weight'>;
const same = (weight: number): Judgement => ({ outcome: 'same', weight });
const near = (weight: number): Judgement => ({ outcome: 'near', weight });
const contradicts = (weight: number): Judgement => ({ outcome: 'contradicts', weight });

const judgeBirth = (one: string, two: string): Judgement | null => {
  const [, year1, month1, day1] = datePattern.exec(one) ?? [];
  const [, year2, month2, day2] = datePattern.exec(two) ?? [];
  if (year1 === undefined || year2 === undefined) return null;
  const isNewYear = one.endsWith('-01-01') || two.endsWith('-01-01');
  const sameRest = month1 === month2 && day1 === day2;
  if (year1 === year2) {
    if (month1 === undefined || month2 === undefined) return same(weights.sameYear);
    if (month1 === month2 && (day1 === undefined || day2 === undefined)) return same(weights.sameMonth);
    if (sameRest) return same(isNewYear ? weights.sameYearUnknownDay : weights.sameDay);
    if (isNewYear) return near(weights.nearYear);
    if (month1 === day2 && day1 === month2) return near(weights.turnedDay);
    return contradicts(weights.otherBirth);
  }
  const apart = Math.abs(Number(year1) - Number(year2));
  const open = month1 === undefined || month2 === undefined || isNewYear || sameRest;
  return apart === 1 && open ? near(weights.nearYear) : contradicts(weights.otherBirth);
};

const kindOf = (document: string): string => (document.includes(':') ? (document.split(':')[0] ?? '') : '');
const numberOf = (document: string): string =>
  document
    .slice(document.indexOf(':') + 1)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

const judgeDocuments = (ones: readonly string[], twos: readonly string[]): FactReason | null => {
  const pairs = ones.flatMap((one) => twos.map((two) => ({ one, two })));
  const shared = pairs.find(({ one, two }) => numberOf(one) === numberOf(two) && numberOf(one) !== '');
  if (shared) return { fact: 'document', ...shared, ...same(weights.sameDocument) };
  const other = pairs.find(({ one, two }) => kindOf(one) !== '' && kindOf(one) === kindOf(two));
  return other ? { fact: 'document', ...other, ...contradicts(weights.otherDocument) } : null;
};

/** Whether two places are written for one; the same question as for names, so it is asked of them. */
export type IsSamePlace = (one: string, two: string) => boolean;

/** What both records say, each with its weight; what only one says is no reason. */
export const weighFacts = (one: Facts, two: Facts, isSamePlace: IsSamePlace): readonly FactReason[] => {
  const reasons: FactReason[] = [];
  if (one.born !== null && two.born !== null) {
    const judged = judgeBirth(one.born, two.born);
    if (judged) reasons.push({ fact: 'born', one: one.born, two: two.born, ...judged });
  }
  if (one.birthPlace !== null && two.birthPlace !== null) {
    const isOne = isSamePlace(one.birthPlace, two.birthPlace);
    const judged = isOne ? same(weights.samePlace) : contradicts(weights.otherPlace);
    reasons.push({ fact: 'birth-place', one: one.birthPlace, two: two.birthPlace, ...judged });
  }
  if (one.nationality !== null && two.nationality !== null) {
    const isOne = one.nationality.toUpperCase() === two.nationality.toUpperCase();
    const judged = isOne ? same(weights.sameNationality) : contradicts(weights.otherNationality);
    reasons.push({ fact: 'nationality', one: one.nationality, two: two.nationality, ...judged });
  }
  const document = judgeDocuments(one.documents, two.documents);
  return document ? [...reasons, document] : reasons;
};

/** However alike two names are, people share them: the name alone makes nobody surer than this. */
const surestByName = 0.99;
const least = 1e-6;

/** The probability by the name, changed by what else is known: the odds are multiplied. */
export const withFacts = (probability: number, reasons: readonly FactReason[]): number => {
  if (reasons.length === 0) return probability;
  const bounded = Math.min(surestByName, Math.max(least, probability));
  const nats = reasons.reduce((sum, { weight }) => sum + weight, Math.log(bounded / (1 - bounded)));
  return 1 / (1 + Math.exp(-nats));
};
