/**
 * From likelihood and impact to a level. The pattern, a consequence/likelihood matrix, is that of
 * ISO 31000:2018 §6.4 and IEC 31010:2019 B.10.3; which cell is of which level is for whoever uses it to
 * say, so the table is this house's own, published in README.md and shown on the screen. Pure.
 */

/** What a likelihood and an impact are said in: 1 rare … 5 almost certain; 1 minor … 5 catastrophic. */
export const scale = [1, 2, 3, 4, 5] as const;
/** One step of a scale. */
export type Step = (typeof scale)[number];

/** How sure who assesses is of what he says: by the sources that he has, not by the level. */
export const confidences = ['low', 'moderate', 'high'] as const;
/** One of `confidences`. */
export type Confidence = (typeof confidences)[number];

/** From the least to the greatest; what is written as a number is the place in this list, from 1 on. */
export const levels = ['low', 'moderate', 'high', 'critical'] as const;
/** One of `levels`. */
export type Level = (typeof levels)[number];

/**
 * Rows are likelihoods from 1 to 5, columns impacts from 1 to 5. An impact of 5 is never low, however rare:
 * what kills many is planned for. A likelihood of 5 with the least impact stays moderate: it is a nuisance.
 */
export const matrix = [
  ['low', 'low', 'low', 'moderate', 'moderate'],
  ['low', 'low', 'moderate', 'moderate', 'high'],
  ['low', 'moderate', 'moderate', 'high', 'high'],
  ['low', 'moderate', 'high', 'high', 'critical'],
  ['moderate', 'moderate', 'high', 'critical', 'critical'],
] as const satisfies readonly (readonly Level[])[];

/** The level of a likelihood and an impact. */
export const levelOf = (likelihood: Step, impact: Step): Level =>
  matrix[likelihood - 1]?.[impact - 1] ?? 'critical';

/** 1 low … 4 critical; 0 where nothing was assessed. */
export const rankOf = (level: Level | null): number => (level === null ? 0 : levels.indexOf(level) + 1);

/** The level of a rank; null for 0. */
export const levelOfRank = (rank: number): Level | null => levels[rank - 1] ?? null;

/** The greater of the two. */
export const greater = (one: Level | null, other: Level | null): Level | null =>
  rankOf(one) >= rankOf(other) ? one : other;
