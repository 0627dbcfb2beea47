import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyChanges,
  assignmentsOf,
  type Change,
  type DraftState,
  emptyDraft,
  holdChange,
  holdKey,
  invertChanges,
  readSeatKey,
  seatedAsBefore,
  seatKey,
  standChange,
  standingChanges,
} from './draft.ts';
import type { Hold } from './plan.ts';

const by = { by: 'someone', reason: 'why' };
const post = fc.constantFrom('gate 1', 'gate 2', 'roof');
const unit = fc.constantFrom('dog 1', 'dog 2', 'drone');
const hold: fc.Arbitrary<Hold> = fc.oneof(
  fc.record({ kind: fc.constant('pin' as const), unit, post }).map((one) => ({ ...one, ...by })),
  fc.record({ kind: fc.constant('forbid' as const), unit, post }).map((one) => ({ ...one, ...by })),
  fc.record({ kind: fc.constant('forbid' as const), unit }).map((one) => ({ ...one, ...by })),
  fc.constant({ kind: 'lock' as const, until: '2029-07-27T00:00:00.000Z', ...by }),
);
type Act =
  | { kind: 'stand'; post: string; seat: number; unit: string | null }
  | { kind: 'hold'; hold: Hold; back: boolean };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('stand' as const),
    post,
    seat: fc.nat({ max: 2 }),
    unit: fc.option(unit),
  }),
  fc.record({ kind: fc.constant('hold' as const), hold, back: fc.boolean() }),
);

const changesOf = (state: DraftState, one: Act): readonly Change[] =>
  one.kind === 'stand'
    ? standChange(state, one, one.unit === null ? null : { unit: one.unit })
    : holdChange(state, one.hold, one.back);

const written = ({ plan, standing, holds }: DraftState) => ({
  plan,
  standing: [...standing].sort(),
  holds: [...holds].sort(),
});

test('whatever is done to a draft is undone by what inverts it, back to the first', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let state = emptyDraft('plan');
      const done: { readonly before: DraftState; readonly changes: readonly Change[] }[] = [];
      for (const one of acts) {
        const changes = changesOf(state, one);
        done.push({ before: state, changes });
        state = applyChanges(state, changes);
      }
      for (const { before, changes } of done.reverse()) {
        const after = state;
        state = applyChanges(state, invertChanges(changes));
        expect(written(state)).toEqual(written(before));
        expect(written(applyChanges(state, changes))).toEqual(written(after));
      }
    }),
  );
});

test('a seat that is given to the unit that has it is no change', () => {
  const state = applyChanges(
    emptyDraft('plan'),
    standChange(emptyDraft('plan'), { post: 'roof', seat: 0 }, { unit: 'drone' }),
  );
  expect(standChange(state, { post: 'roof', seat: 0 }, { unit: 'drone' })).toEqual([]);
  expect(standChange(state, { post: 'roof', seat: 0 }, { unit: 'dog 1' })).toHaveLength(1);
});

test('seats are read back from their keys, whatever stands in a post’s id', () => {
  expect(readSeatKey(seatKey('a b 3', 12))).toEqual({ post: 'a b 3', seat: 12 });
});

test('a pin and a prohibition of one unit on one post stand beside each other', () => {
  const pin: Hold = { kind: 'pin', unit: 'drone', post: 'roof', ...by };
  const forbid: Hold = { ...pin, kind: 'forbid' };
  expect(holdKey(pin)).not.toBe(holdKey(forbid));
  expect(holdKey({ ...pin, reason: 'another' })).toBe(holdKey(pin));
});

test('who stays on a post keeps his seat there, so that a new roster changes as little as can be', () => {
  const before = new Map([
    [seatKey('roof', 0), { unit: 'drone' }],
    [seatKey('roof', 1), { unit: 'dog 1' }],
  ]);
  const after = seatedAsBefore(before, [
    { post: 'roof', seat: 0, unit: 'dog 1' },
    { post: 'roof', seat: 1, unit: 'dog 2' },
  ]);
  expect(standingChanges(before, after)).toEqual([
    { kind: 'stand', post: 'roof', seat: 0, before: { unit: 'drone' }, after: { unit: 'dog 2' } },
  ]);
  expect(assignmentsOf({ standing: after })).toEqual([
    { post: 'roof', seat: 0, unit: 'dog 2' },
    { post: 'roof', seat: 1, unit: 'dog 1' },
  ]);
});
