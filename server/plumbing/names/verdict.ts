/** From the weights of parts to a probability that two names are one person's. */
import { prefixes } from './parts.ts';

export interface Verdict {
  /** Nats for one name, against two. */
  readonly weight: number;
  /** Of all pairs with this figure, that share is right. */
  readonly probability: number;
  /** For each part of the one name, the place of its fellow in the other, or -1. */
  readonly columnOf: readonly number[];
}

/** Weights of parts are learned against lists of about this length. */
const lessonSize = 30_000;
const lessonNats = Math.log(lessonSize);
/** A crowd of likenesses may be one name in many spellings: it counts for less than so many rivals. */
const crowdShare = 0.3;
/** A short list tells nothing of how common a name is among people: it counts as one of so many. */
const leastSize = 10_000;
/**
 * Relatives share rare parts: two names that differ in one part are far more often two persons than chance
 * would have it. So an unlike part and one left over weigh heavily.
 */
const knee = 2;
const steepness = 2.5;

export const leftover = 10;

/**
 * What a likeness says in a list: much where it is rare there, little where many names have the like.
 * `crowd` is the sum of the likelihoods of all others.
 */
export const evidenceOf = (weight: number, crowd: number, size: number): number => {
  const names = Math.max(size, leastSize);
  const likeness = weight < knee ? knee - steepness * (knee - weight) : weight;
  return likeness + lessonNats - Math.log(1 + (crowdShare * Math.max(0, crowd) * lessonSize) / names);
};

/** Beyond this, more letters that agree hardly tell more: many people share a name to the letter. */
const plenty = 5;
const beyondPlenty = 0.2;

/** What a likeness says where there is no list to tell how common a name is. */
export const plainEvidenceOf = (weight: number): number =>
  evidenceOf(Math.min(weight, plenty + (weight - plenty) * beyondPlenty), 0, lessonSize);

/** What is known of a part that has no fellow in the other name. */
export interface Leftover {
  readonly prefix: number;
  readonly initial: boolean;
  readonly concept: string;
  readonly light: boolean;
}

const leftoverInitial = 1;
const leftoverLight = 1.5;
const leftoverTitle = 2;
const leftoverNumeral = 4;

/** What a part costs that has no fellow in the other name. */
export const leftoverCost = (part: Leftover | undefined): number => {
  if (!part) return leftover;
  if (part.initial) return leftoverInitial;
  if (part.light) return leftoverLight;
  if (part.concept !== '') return /\d/.test(part.concept) ? leftoverNumeral : leftoverTitle;
  return part.prefix & (prefixes.father | prefixes.mother) ? leftover / 2 : leftover;
};

/** Nats of evidence as they stand, for two parts that mean something in every language. */
const sameTitle = 2;
const sameNumeral = 4;
const otherMeaning = -20;
/** What a meaning that both have is worth while names are gathered. */
export const meaningWeight = 4;

/** What two parts are worth for what they mean; null where they are to be compared by their letters. */
export const meaningWorth = (one: string, two: string): number | null => {
  if (one === '' || two === '') return null;
  if (one !== two) return otherMeaning;
  return /\d/.test(one) ? sameNumeral : sameTitle;
};

const slope = 0.7;
const shift = 1;

/** Makes probabilities of weights, for a list of `size` names of which one may be right. */
export const createProbability =
  (size: number) =>
  (weight: number): number =>
    1 / (1 + Math.exp(-(slope * (weight - Math.log(Math.max(size, leastSize))) + shift)));

/** Nats that a name says less for itself where another is better, for each nat that this one is better. */
const outdone = 1;
/**
 * Log-odds of a name of one part: `shift`, for each nat of its weight, and for each nat that it leads all
 * others together. The last two were fitted by logistic regression on what is found for names that are
 * learned from; `shift` is lower than there, for names that are not learned from are found less surely.
 */
const ofOnePart = { shift: -0.5, weight: 0.19, lead: 0.31 };
/** No name leads by more: others were not weighed. */
const farthest = 9;

const ledBy = (weights: readonly number[], at: number): number => {
  const best = weights[0] ?? 0;
  const others = weights.reduce((sum, one, place) => (place === at ? sum : sum + Math.exp(one - best)), 0);
  return (weights[at] ?? 0) - best - Math.log(others + Math.exp(-farthest));
};

/**
 * How likely each hit of one search is right, beside the others: one name is meant, seldom several. Names of
 * one part stand against each other, for they are spellings that differ; of longer ones each is judged by the
 * best alone, for a person may be in the list in many spellings. `weights` are falling.
 */
export const probabilitiesOf = (
  weights: readonly number[],
  parts: number,
  size: number,
): readonly number[] => {
  const probabilityOf = createProbability(size);
  const best = weights[0] ?? 0;
  if (parts > 1) return weights.map((one) => probabilityOf(one) * Math.exp(-outdone * (best - one)));
  const { shift: start, weight, lead } = ofOnePart;
  const usual = Math.log(Math.max(size, leastSize));
  return weights.map((one, at) => {
    const odds = start + weight * (one - usual) + lead * ledBy(weights, at);
    return 1 / (1 + Math.exp(-odds));
  });
};
