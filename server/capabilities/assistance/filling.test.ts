/** As many seats are filled as can be: held against trying all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFilling } from './filling.ts';

/** The most seats that people can take, by trying each of them on each seat. */
const mostBy = (seats: readonly number[], fits: readonly (readonly number[])[], people: number[]): number => {
  const [sort, ...others] = seats;
  if (sort === undefined) return 0;
  let most = mostBy(others, fits, people);
  for (const kind of fits[sort] ?? []) {
    if ((people[kind] ?? 0) === 0) continue;
    const left = people.map((count, at) => (at === kind ? count - 1 : count));
    most = Math.max(most, 1 + mostBy(others, fits, left));
  }
  return most;
};

const cases = fc
  .record({ kinds: fc.integer({ min: 1, max: 3 }), sorts: fc.integer({ min: 1, max: 3 }) })
  .chain(({ kinds, sorts }) =>
    fc.record({
      people: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: kinds, maxLength: kinds }),
      fits: fc.array(fc.subarray(Array.from({ length: kinds }, (_, kind) => kind)), {
        minLength: sorts,
        maxLength: sorts,
      }),
      wanted: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: sorts, maxLength: sorts }),
    }),
  );

test('no seat stays empty that could be filled by moving others, and none filled first is given up', () => {
  fc.assert(
    fc.property(cases, ({ people, fits, wanted }) => {
      const filling = createFilling(fits, people);
      const left = wanted.map((seats, sort) => filling.fill(sort, seats));
      for (const upTo of wanted.keys()) {
        const seats = wanted
          .slice(0, upTo + 1)
          .flatMap((count, sort) => Array.from({ length: count }, () => sort));
        const empty = left.slice(0, upTo + 1).reduce((sum, one) => sum + one, 0);
        expect(seats.length - empty).toBe(mostBy(seats, fits, [...people]));
      }
    }),
    { numRuns: 300 },
  );
});

test('people who come while seats are being filled take what is still empty', () => {
  const people = [1, 0];
  const filling = createFilling([[0, 1], [0]], people);
  expect(filling.fill(0, 1)).toBe(0);
  expect(filling.fill(1, 1)).toBe(1);
  people[1] = 1;
  // The first of them makes room for whoever can only sit there.
  expect(filling.fill(1, 1)).toBe(0);
});
