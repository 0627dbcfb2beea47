/** Rows of the board: what a head counts, with and without the duties that stand. */
import { expect, test } from 'vitest';
import { patrolPost, patrolUnit, planOf } from '../../../testing/roster-plans.ts';
import { boardOf, venueRows } from './board.ts';

const plan = planOf(
  [patrolUnit('one'), patrolUnit('two'), patrolUnit('three')],
  [patrolPost('gate', 0, 360, { quantity: 4 }), patrolPost('fair', 0, 360, { place: 'south' })],
);
const assignments = [
  { post: 'gate', seat: 0, unit: 'one' },
  { post: 'gate', seat: 1, unit: 'two' },
  { post: 'fair', seat: 0, unit: 'three' },
];
const board = boardOf(plan, { assignments, holds: [] }, (place) => place);
const words = {
  specialtyName: () => 'patrol',
  countOf: (standing: number, all: number) => `${standing} of ${all}`,
};
const heads = (onlyGaps: boolean) =>
  venueRows(board, () => true, { ...words, onlyGaps })
    .filter(({ isHead }) => isHead)
    .map(({ label, sub }) => `${label} ${sub}`);

test('a head counts all seats of its venue, also where those that stand are left out', () => {
  expect(heads(false)).toEqual(['north 2 of 4', 'south 1 of 1']);
  // Nothing is empty in the south: there is nothing to show of it.
  expect(heads(true)).toEqual(['north 2 of 4']);
});

test('only what is empty lies on the lines of a board of gaps', () => {
  const bars = venueRows(board, () => true, { ...words, onlyGaps: true }).flatMap((row) =>
    row.bars.map(({ key }) => key),
  );
  expect(bars.toSorted()).toEqual(['2 gate', '3 gate']);
});
