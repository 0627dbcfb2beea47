/**
 * The clock of a strand: how long an answer may take, and who is told when. Pure. Terms are elapsed time:
 * eight hours are eight hours, whatever a zone does to its clocks meanwhile. Each node goes by its own.
 */
import { between, type Instant, later } from '../../kernel/time.ts';

export const hourMs = 3_600_000;

/** 0 none, 1 half of the time, 2 three quarters, 3 past it, 4 long past it: the centre head's. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** Shares of the term at which each level is reached. */
const shares: readonly number[] = [0.5, 0.75, 1, 1.25];
const levels = [1, 2, 3, 4] as const;

export interface StrandClock {
  readonly termMs: number;
  /** Null before it runs. */
  readonly startedAt: Instant | null;
  /** Since when it stands still. */
  readonly pausedAt: Instant | null;
  /** How long it has stood still before. */
  readonly pausedMs: number;
  readonly stoppedAt: Instant | null;
  /** What was told already. */
  readonly level: Level;
}

export const unstarted = (termMs: number): StrandClock => ({
  termMs,
  startedAt: null,
  pausedAt: null,
  pausedMs: 0,
  stoppedAt: null,
  level: 0,
});

/** Begins at receipt, once. */
export const start = (clock: StrandClock, at: Instant): StrandClock =>
  clock.startedAt === null ? { ...clock, startedAt: at } : clock;

export const pause = (clock: StrandClock, at: Instant): StrandClock =>
  clock.startedAt === null || clock.stoppedAt !== null || clock.pausedAt !== null
    ? clock
    : { ...clock, pausedAt: at };

export const resume = (clock: StrandClock, at: Instant): StrandClock => {
  if (clock.pausedAt === null || clock.stoppedAt !== null) return clock;
  // A clock that was set back must not give time away twice.
  const stood = Math.max(0, between(clock.pausedAt, at));
  return { ...clock, pausedAt: null, pausedMs: clock.pausedMs + stood };
};

export const stop = (clock: StrandClock, at: Instant): StrandClock =>
  clock.stoppedAt !== null ? clock : { ...clock, stoppedAt: at };

const runs = (clock: StrandClock): boolean =>
  clock.startedAt !== null && clock.pausedAt === null && clock.stoppedAt === null;

/** The moment at which a share of the term is used up; null while the clock does not run. */
const reachedAt = (clock: StrandClock, share: number): Instant | null =>
  clock.startedAt === null || !runs(clock)
    ? null
    : later(clock.startedAt, clock.pausedMs + clock.termMs * share);

/** Until when an answer is due; null while the clock does not run. */
export const dueAt = (clock: StrandClock): Instant | null => reachedAt(clock, 1);

/** When the next level is reached; null when there is none, or the clock does not run. */
export const nextAt = (clock: StrandClock): Instant | null => {
  const share = shares[clock.level];
  return share === undefined ? null : reachedAt(clock, share);
};

/** The level that is reached by now; it never falls. */
export const levelAt = (clock: StrandClock, now: Instant): Level => {
  const reached = levels.filter((_, index) => {
    const at = reachedAt(clock, shares[index] ?? Number.POSITIVE_INFINITY);
    return at !== null && at <= now;
  });
  return levels[Math.max(reached.length, clock.level) - 1] ?? 0;
};
