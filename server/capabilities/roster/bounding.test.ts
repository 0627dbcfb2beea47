import { expect, test } from 'vitest';
import { boundFor, boundOf } from './bounding.ts';
import { vacantOf } from './comparison.ts';
import type { Solved } from './contract.ts';
import { seatKey } from './draft.ts';
import type { Hold, Post } from './plan.ts';

const by = { by: 'planner', reason: 'as agreed' };
const ban: Hold = { kind: 'forbid', unit: 'one', post: 'gate', ...by };
const pin: Hold = { kind: 'pin', unit: 'one', post: 'roof', ...by };
const override: Hold = { kind: 'override', unit: 'one', post: 'roof', rules: ['rest'], ...by };
const bound = { covered: 10, gap: 0, days: [] };
const solvedOf = (plan: string, holds: readonly Hold[]): Solved => ({
  ...{ seed: 1, iterations: 1, stopAfter: null, at: '2029-07-20T00:00:00.000Z', bound, notes: [] },
  boundOf: boundOf(plan, holds),
  coverage: {
    ...{ wantedMinutes: 0, coveredMinutes: 0, wantedSeats: 0, coveredSeats: 0, wanted: 0, covered: 0 },
    byPriority: [],
  },
});

test.each<[string, string, readonly Hold[], boolean]>([
  ['the same plan and holds', 'p', [ban], true],
  ['another pin, which can only cover less', 'p', [ban, pin], true],
  ['another ban', 'p', [ban, { ...ban, post: 'roof' }], true],
  ['a ban that is lifted', 'p', [], false],
  ['a rule that is set aside', 'p', [ban, override], false],
  ['another plan', 'q', [ban], false],
])('what was proven holds or not: %s', (_, plan, holds, isHeld) => {
  expect(boundFor(solvedOf('p', [ban]), plan, holds)).toEqual(isHeld ? bound : null);
});

test('what was proven of a plan that is not known is shown for none', () => {
  const { boundOf: _, ...unknown } = solvedOf('p', []);
  expect(boundFor(unknown, 'p', [])).toBe(null);
});

test('vacant seats are counted by priority, and nobody beyond a post fills another', () => {
  const post = (id: string, quantity: number, priority: number): Post => ({
    ...{ id, place: 'stade', quantity, priority, needsHostPair: false },
    ...{ from: '2029-07-20T08:00:00.000Z', to: '2029-07-20T12:00:00.000Z' },
    requirement: { specialty: 'patrol', skills: [], languages: [], powers: [] },
  });
  const posts = [post('gate', 3, 1), post('roof', 1, 1), post('yard', 2, 4)];
  const on = ['gate', 'roof', 'roof', 'gone'];
  const standing = new Map(on.map((id, seat) => [seatKey(id, seat), { unit: `u${seat}` }]));
  expect(vacantOf({ posts }, { standing })).toEqual([2, 0, 0, 2, 0]);
});
