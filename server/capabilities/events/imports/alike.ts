/** Which venue a programme means: by its code, its name, or by how alike the words are. Pure. */

import type { Model } from '../../../plumbing/names/index.ts';
import { fold } from '../../../plumbing/search/index.ts';
import { createLikeness } from './likeness.ts';
import type { There } from './plan.ts';

/** Words that say what it is and not which one. */
const ofAnyVenue = new Set(
  [
    'stadium stade arena arene complexe sportif centre center ctr venue site grand grande the le la les de du',
    'des d al el hall parc park stadio estadio ملعب المركب الرياضي الكبير مركز قاعه',
  ].flatMap((words) => words.split(' ').map(fold)),
);
const tokensOf = (text: string): readonly string[] =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !ofAnyVenue.has(word));

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2));

/** Of the pairs of letters of two words, the share that both have (Dice). */
const wordLikeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const [pairs, others] = [pairsOf(one), [...pairsOf(other)]];
  if (pairs.length === 0 || others.length === 0) return 0;
  const total = pairs.length + others.length;
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    others.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / total;
};

/** How much of what is asked for the other has, by the length of the words. */
const covered = (asked: readonly string[], by: readonly string[]): number => {
  const length = asked.reduce((sum, word) => sum + word.length, 0);
  if (length === 0) return 0;
  const found = asked.reduce(
    (sum, word) => sum + word.length * Math.max(0, ...by.map((other) => wordLikeness(word, other))),
    0,
  );
  return found / length;
};

/** The least likeness, and by how much the best must be ahead of the second. */
const [leastLikeness, leastLead, leastTown] = [0.55, 0.08, 0.7];

export type FoundBy = 'code' | 'name' | 'alike' | 'none';
export interface FoundVenue {
  readonly venue: string | null;
  readonly by: FoundBy;
}

const nowhere: FoundVenue = { venue: null, by: 'none' };

/** Finds venues of an event by what a programme calls them. */
export const createVenueFinder = (
  { venues, codes }: Pick<There, 'venues' | 'codes'>,
  model: Model,
): ((text: string, name: string | null) => FoundVenue) => {
  const known = new Set(venues.map(({ id }) => id));
  // What a venue is called itself goes before what another list calls one.
  const byCode = new Map([
    ...[...codes].filter(([, id]) => known.has(id)).map(([code, id]) => [fold(code), id] as const),
    ...venues.map((venue) => [fold(venue.code), venue.id] as const),
  ]);
  const find = createLikeness(venues, model);
  const byName = new Map(
    venues.flatMap(({ id, name }) => Object.values(name).map((one) => [fold(one), id] as const)),
  );
  const worded = venues.map(({ id, code, name, town }) => ({
    id,
    words: tokensOf([code, ...Object.values(name), town ?? ''].join(' ')),
    town: tokensOf(town ?? ''),
  }));
  /** The only venue of the town that is named; none where it has two. */
  const inTown = (asked: readonly string[]): FoundVenue => {
    const there = worded.filter(({ town }) => town.length > 0 && covered(town, asked) >= leastTown);
    const [only] = there;
    return only !== undefined && there.length === 1 ? { venue: only.id, by: 'alike' } : nowhere;
  };
  const alike = (text: string): FoundVenue => {
    const asked = tokensOf(text);
    const scored = worded
      .map(({ id, words }) => ({ id, score: covered(asked, words), back: covered(words, asked) }))
      .map(({ id, score, back }) => ({ id, score: score + back / 10, likeness: score }))
      .sort((one, other) => other.score - one.score);
    const [best, second] = scored;
    const isClear = best !== undefined && best.score - (second?.score ?? 0) >= leastLead;
    return isClear && best.likeness >= leastLikeness ? { venue: best.id, by: 'alike' } : inTown(asked);
  };
  return (text, name) => {
    const coded = byCode.get(fold(text));
    if (coded !== undefined) return { venue: coded, by: 'code' };
    const named = byName.get(fold(name ?? text)) ?? byName.get(fold(text));
    if (named !== undefined) return { venue: named, by: 'name' };
    const like = find({ names: { en: name ?? text }, town: null, place: null });
    return like?.isSure === true ? { venue: like.venue, by: 'alike' } : alike(name ?? text);
  };
};
