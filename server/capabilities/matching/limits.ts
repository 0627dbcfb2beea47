/** Every limit of matching, named. Pure. */
import { dayMs } from '../../kernel/time.ts';

/** The limits; milliseconds and bytes where the name says so. */
export const matchingLimits = {
  /** Identifiers of one check. */
  identifiers: 10_000,
  /** Lines of a list that are read before others have their turn. */
  readAtOnce: 20,
  /** A key serves for so long; then a set is prepared anew, and nothing of before can be told again. */
  epochMs: 28 * dayMs,
  /** Records that are evaluated, and kept, in one step: where it is broken off it goes on from there. */
  step: 20_000,
  /** Records whose tags are read at once. */
  page: 100_000,
  /** Changes that a version is made of; where more are due a set is compared with all records instead. */
  due: 20_000,
  /** Items kept before anybody matched that are gone through at once. */
  replayed: 200,
  /** Checks, questions and cards shown at once. */
  listed: 200,
  /** Questions of partners, each of up to ten thousand elements, that are read at once. */
  answered: 20,
  /** Items of ours that are named beside a hit of a partner. */
  itemsNamed: 3,
  /** Days after which what was asked is erased. */
  keptDays: 30,
  /** Days of a standing watch at most. */
  watchedDays: 180,
  /** Bytes of a partner's filter: that of some ten million records. */
  filterBytes: 67_108_864,
  /** Bytes of a filter that are kept at once while it comes. */
  partBytes: 262_144,
  /** Days that a day's use is compared with, and from how many on it can be unusual. */
  usualDays: 28,
  unusualFrom: 100,
} as const;

/** How many are sent for so many: filled up with decoys to a multiple, where the agreement says so. */
export const sentFor = (asked: number, decoysTo: number | undefined): number =>
  decoysTo === undefined
    ? asked
    : Math.max(asked, Math.min(Math.ceil(asked / decoysTo) * decoysTo, matchingLimits.identifiers));

/** The epoch of a moment: from 1970 on, by the clock of the holder. */
export const epochOf = (at: string): number => Math.floor(Date.parse(at) / matchingLimits.epochMs) + 1;

/** What a key is derived for: one partner, one agreement, one epoch. */
export const keyInfo = (of: {
  readonly self: string;
  readonly partner: string;
  readonly agreement: string;
  readonly epoch: number;
}): string => `tansiq matching v1\n${of.self}\n${of.partner}\n${of.agreement}\n${of.epoch}`;

/** What is asked on a usual day: the middle one of those before. */
export const usualOf = (before: readonly number[]): number => {
  const sorted = before.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** A day's use that is far from those before: five times what was usual, and not a little. */
export const isUnusual = (today: number, before: readonly number[]): boolean =>
  today >= matchingLimits.unusualFrom && today > 5 * usualOf(before);
