/**
 * Lock-out with exponential back-off. Pure. An attempt is charged before the secret is checked, so that a
 * hundred guesses sent at once are charged a hundred times; success refunds it.
 */
import { between, type Instant, later } from '../../kernel/time.ts';
import type { BackOff } from './limits.ts';

export interface Attempts {
  readonly failures: number;
  readonly blockedUntil: Instant | null;
  readonly lastAt: Instant;
}

export type Charge =
  | { readonly kind: 'blocked'; readonly waitMs: number }
  | { readonly kind: 'charged'; readonly attempts: Attempts };

/** The wait after so many failures, in milliseconds. */
export const waitAfter = (failures: number, limits: BackOff): number => {
  const over = failures - limits.free;
  if (over < 0) return 0;
  return Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** Math.min(over, 30));
};

/** Charges one attempt at `now`, or says how long to wait: while blocked nothing is charged or checked. */
export const charge = (attempts: Attempts | null, now: Instant, limits: BackOff): Charge => {
  const waitMs = attempts?.blockedUntil ? between(now, attempts.blockedUntil) : 0;
  if (waitMs > 0) return { kind: 'blocked', waitMs };
  const forgotten = attempts === null || between(attempts.lastAt, now) >= limits.forgetMs;
  const failures = (forgotten ? 0 : attempts.failures) + 1;
  const wait = waitAfter(failures, limits);
  return {
    kind: 'charged',
    attempts: { failures, blockedUntil: wait > 0 ? later(now, wait) : null, lastAt: now },
  };
};

/** Takes one charge back after a success; a block that this very attempt had caused goes with it. */
export const refund = (attempts: Attempts, limits: BackOff): Attempts => {
  const failures = Math.max(0, attempts.failures - 1);
  return { ...attempts, failures, blockedUntil: failures < limits.free ? null : attempts.blockedUntil };
};
