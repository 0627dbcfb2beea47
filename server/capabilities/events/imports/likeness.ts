/**
 * Which venue that is there another list means: by its words in any order, by how they sound in the other
 * script, and by where it is. Pure.
 */
import { type Model, otherSpellings, soundKeys } from '../../../plumbing/names/index.ts';
import type { Name, Point } from '../contract.ts';
import type { Venue } from '../place-contract.ts';
import { metresBetween } from './distance.ts';
import { type VenueWords, venueWords } from './venue-words.ts';

/** What a list says of a venue. */
export interface Described {
  readonly names: Name;
  readonly town: string | null;
  readonly place: Point | null;
}
/** The best venue, and whether it is hardly another. */
export interface Alike {
  readonly venue: string;
  readonly by: 'words' | 'sound' | 'place';
  readonly isSure: boolean;
  readonly score: number;
}

/** Shares of the letters that have a fellow: of both names, from which on they are one or may be. */
const [surely, perhaps] = [0.8, 0.5];
/** Metres: at one place; and so far that words alone do not make them one. */
const [nearMetres, farMetres] = [250, 25_000];
/** By how much the best must be ahead of the second, of 2. */
const leastLead = 0.15;
/** Venues that are looked at closely for one row; what more of them share than this tells none apart. */
const [lookedAt, sharedByMost] = [40, 200];

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
/** Of the pairs of letters the share that both have (Dice), where it is most of them. */
const letterLikeness = (one: string, other: string): number => {
  const [pairs, others] = [pairsOf(one), [...pairsOf(other)]];
  const total = pairs.length + others.length;
  const shared = pairs.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }).length;
  return total > 0 && (2 * shared) / total >= 0.75 ? (2 * shared) / total : 0;
};

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);
/** What a word counts that is the other in the other script. */
const soundWorth = 0.9;

/** How much two words are one; across scripts by how they are heard. Remembers what it has compared. */
const createWordLikeness = (model: Model) => {
  const known = new Map<string, number>();
  const compare = (one: string, other: string): number => {
    if (isArabic(one) === isArabic(other)) return letterLikeness(one, other);
    const keys = new Set(soundKeys(one));
    if (!soundKeys(other).some((key) => keys.has(key))) return 0;
    return otherSpellings(model, one, [other]).length > 0 ? soundWorth : 0;
  };
  return (one: string, other: string): number => {
    if (one === other) return 1;
    const key = `${one} ${other}`;
    const found = known.get(key) ?? compare(one, other);
    known.set(key, found);
    return found;
  };
};
type WordLikeness = ReturnType<typeof createWordLikeness>;

interface Shares {
  readonly one: number;
  readonly other: number;
  readonly isHeard: boolean;
}
const nothing: Shares = { one: 0, other: 0, isHeard: false };

/** Of each side the share of letters whose word has a fellow; a town that only one names costs nothing. */
const sharesOf = (
  one: VenueWords,
  other: VenueWords,
  towns: ReadonlySet<string>,
  likeness: WordLikeness,
): Shares => {
  const free = [...other.core];
  const joined = one.core.map((word) => {
    const best = free
      .map((fellow, at) => ({ at, fellow, worth: likeness(word, fellow) }))
      .reduce((most, next) => (next.worth > most.worth ? next : most), { at: -1, fellow: '', worth: 0 });
    if (best.worth > 0) free.splice(best.at, 1);
    return { word, ...best };
  });
  const counts = (words: readonly string[]): number =>
    words.filter((word) => !towns.has(word)).reduce((sum, { length }) => sum + length, 0);
  const share = (side: 'word' | 'fellow', left: readonly string[]): number => {
    const found = joined.filter(({ worth }) => worth > 0);
    const had = found.reduce((sum, pair) => sum + pair[side].length * pair.worth, 0);
    const all = found.reduce((sum, pair) => sum + pair[side].length, 0) + counts(left);
    return all === 0 ? 0 : had / all;
  };
  const alone = joined.filter(({ worth }) => worth === 0).map(({ word }) => word);
  const isHeard = joined.some(({ word, fellow, worth }) => worth > 0 && isArabic(word) !== isArabic(fellow));
  return { one: share('word', alone), other: share('fellow', free), isHeard };
};

/** «Ibn Batouta / Grand Stade de Tanger» has two names. */
const wordsOfNames = (names: Name): readonly VenueWords[] =>
  [...new Set(Object.values(names).flatMap((name) => name.split(/\s[/|]\s/)))].map((name) =>
    venueWords(name),
  );
const isApart = (one: VenueWords, other: VenueWords): boolean =>
  one.kinds.size > 0 && other.kinds.size > 0 && ![...one.kinds].some((kind) => other.kinds.has(kind));

/** Cells of about a kilometre: what is near lies in the same or in one beside it. */
const cellOf = ({ lat, lon }: Point, [up, right] = [0, 0]): string =>
  `@${Math.round(lat * 100) + up} ${Math.round(lon * 100) + right}`;
const aside = [-1, 0, 1];

const keysOf = (words: readonly VenueWords[]): readonly string[] => [
  ...new Set(
    words.flatMap(({ core }) => core.flatMap((word) => [word, `${word.slice(0, 4)}…`, ...soundKeys(word)])),
  ),
];

interface Known {
  readonly venue: Venue;
  readonly words: readonly VenueWords[];
}

/** Venues by the words of their names, by how those sound, and by where they are. */
const indexOf = (known: readonly Known[]) => {
  const index = new Map<string, number[]>();
  for (const [at, { venue, words }] of known.entries())
    for (const key of [...keysOf(words), ...(venue.place === null ? [] : [cellOf(venue.place)])]) {
      const there = index.get(key);
      if (there === undefined) index.set(key, [at]);
      else there.push(at);
    }
  /** Those that share the most with it. */
  return ({ place }: Described, words: readonly VenueWords[]): readonly Known[] => {
    const around = place === null ? [] : aside.flatMap((up) => aside.map((to) => cellOf(place, [up, to])));
    const shared = [...keysOf(words), ...around].flatMap((key) => [index.get(key) ?? []]);
    const telling = shared.filter(({ length }) => length <= sharedByMost);
    const counts = new Map<number, number>();
    for (const there of telling.length > 0 ? telling : shared)
      for (const at of there.slice(0, sharedByMost)) counts.set(at, (counts.get(at) ?? 0) + 1);
    const best = [...counts].sort((one, other) => other[1] - one[1]).slice(0, lookedAt);
    return best.flatMap(([at]) => known[at] ?? []);
  };
};

const metresOf = (one: Point | null, other: Point | null): number | null =>
  one === null || other === null ? null : metresBetween(one, other);

/** What words and distance together say. */
const judge = (
  { id }: Venue,
  { shares, isClose }: { readonly shares: Shares; readonly isClose: boolean },
  metres: number | null,
): Alike | null => {
  const least = Math.min(shares.one, shares.other);
  const [isNear, isFar] = [metres !== null && metres <= nearMetres, metres !== null && metres > farMetres];
  const score = shares.one + shares.other + Number(isNear);
  const by = shares.isHeard ? 'sound' : 'words';
  if (isClose && !isFar && least >= (isNear ? perhaps : surely))
    return { venue: id, by, isSure: true, score };
  const isPart = Math.max(shares.one, shares.other) >= surely && least >= perhaps / 2;
  if (isFar ? least >= surely : least >= perhaps || isPart) return { venue: id, by, isSure: false, score };
  return isNear ? { venue: id, by: 'place', isSure: false, score } : null;
};

/** By the names of the two that are most alike. */
const weigh = (
  said: Described,
  mine: readonly VenueWords[],
  { venue, words }: Known,
  likeness: WordLikeness,
): Alike | null => {
  const towns = new Set([said.town, venue.town].flatMap((town) => venueWords(town ?? '').core));
  const weighed = mine.flatMap((one) =>
    words.map((other) => {
      const isOther = one.numbers !== '' && other.numbers !== '' && one.numbers !== other.numbers;
      const shares = isOther ? nothing : sharesOf(one, other, towns, likeness);
      return { shares, isClose: one.numbers === other.numbers && !isApart(one, other) };
    }),
  );
  const none = { shares: nothing, isClose: false };
  const best = weighed.reduce(
    (most, next) => (next.shares.one + next.shares.other > most.shares.one + most.shares.other ? next : most),
    none,
  );
  return judge(venue, best, metresOf(said.place, venue.place));
};

/** Finds the venue that a row looks like, another than `except`; null where there is none. */
export const createLikeness = (
  venues: readonly Venue[],
  model: Model,
): ((said: Described, except?: string) => Alike | null) => {
  const likeness = createWordLikeness(model);
  const candidates = indexOf(venues.map((venue) => ({ venue, words: wordsOfNames(venue.name) })));
  return (said, except) => {
    const mine = wordsOfNames(said.names);
    const [first, second] = candidates(said, mine)
      .filter(({ venue }) => venue.id !== except)
      .flatMap((one) => weigh(said, mine, one, likeness) ?? [])
      .sort((one, other) => Number(other.isSure) - Number(one.isSure) || other.score - one.score);
    if (first === undefined) return null;
    const isAhead =
      second === undefined || second.isSure !== first.isSure || first.score - second.score >= leastLead;
    return { ...first, isSure: first.isSure && isAhead };
  };
};
