import fc from 'fast-check';
import { expect, test } from 'vitest';
import { later } from '../../kernel/time.ts';
import { type Attempts, charge, refund, waitAfter } from './back-off.ts';
import { accountBackOff as limits } from './limits.ts';

const start = '2024-07-26T06:00:00.000Z';
const fail = (times: number): { attempts: Attempts | null; now: string } => {
  let attempts: Attempts | null = null;
  let now = start;
  for (let count = 0; count < times; count += 1) {
    const result = charge(attempts, now, limits);
    if (result.kind === 'blocked') throw new Error('blocked');
    attempts = result.attempts;
    now = attempts.blockedUntil ?? now;
  }
  return { attempts, now };
};

test('the first failures cost nothing', () => {
  expect(fail(limits.free - 1).attempts?.blockedUntil).toBeNull();
});

test('each further failure doubles the wait, up to a limit', () => {
  expect(waitAfter(limits.free, limits)).toBe(limits.firstWaitMs);
  expect(waitAfter(limits.free + 1, limits)).toBe(2 * limits.firstWaitMs);
  expect(waitAfter(1_000_000, limits)).toBe(limits.longestWaitMs);
});

test('while blocked nothing is charged, so knocking does not prolong the wait', () => {
  const { attempts } = fail(limits.free + 3);
  const until = attempts?.blockedUntil ?? '';
  const result = charge(attempts, later(until, -1), limits);
  expect(result).toEqual({ kind: 'blocked', waitMs: 1 });
  expect(charge(attempts, until, limits).kind).toBe('charged');
});

test('quiet time makes failures forgotten', () => {
  const { attempts, now } = fail(limits.free + 5);
  const result = charge(attempts, later(now, limits.forgetMs), limits);
  expect(result).toMatchObject({ kind: 'charged', attempts: { failures: 1, blockedUntil: null } });
});

test('a refund takes back exactly one charge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), (before) => {
      const { attempts, now } = fail(before);
      const result = charge(attempts, now, limits);
      if (result.kind === 'blocked') throw new Error('blocked');
      expect(refund(result.attempts, limits).failures).toBe(before);
    }),
  );
});
