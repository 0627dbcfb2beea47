import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oddPlan, patrolPost, patrolUnit, planOf } from '../../../../testing/roster-plans.ts';
import { proveDays, proveWhole } from './bound.ts';
import { openHighs, Program } from './linear.ts';
import { patternsOfDay } from './patterns.ts';
import { type Prepared, prepare, solve } from './solve.ts';
import { travelMinutes } from './travel.ts';

/** More posts than can be covered, so that the search never ends by itself. */
const busy = (settings: object) =>
  planOf(
    Array.from({ length: 6 }, (_, at) => patrolUnit(`u${at}`)),
    Array.from({ length: 30 }, (_, at) => patrolPost(`p${at}`, at * 60, at * 60 + 240)),
    { settings: { seed: 3, ...settings } },
  );

/** A clock that goes on by so much whenever it is read, after the first iterations by less. */
const clockOf = (early: number, late: number) => {
  let at = 0;
  let readings = 0;
  return () => {
    readings += 1;
    at += readings < 26 ? early : late;
    return at;
  };
};

test.each([
  ['slower than the first iterations told', clockOf(1, 30), -1],
  ['quicker, with time left at the lowest heat', clockOf(20, 6), 1],
])('a search that time ended is repeated by its seed and numbers: %s', (_, now, beyond) => {
  const { iterations, stopAfter, assignments } = solve(prepare(busy({})), { now, endsAt: 1_200 });
  expect(Math.sign((stopAfter ?? iterations) - iterations)).toBe(beyond);
  const again = solve(prepare(busy({ iterations, stopAfter })), { now: () => 0, endsAt: 0 });
  expect(again.assignments).toEqual(assignments);
  expect([again.iterations, again.stopAfter]).toEqual([iterations, stopAfter]);
});

/** The programs of the days with every set of posts in them from the beginning. */
const wholePrograms = async ({ instance, candidates }: Prepared): Promise<number> => {
  const highs = await openHighs();
  let sum = 0;
  for (const day of instance.dayNames.keys()) {
    const { posts, groups } = patternsOfDay(instance, candidates, day, () => '');
    const program = new Program();
    const rowOf = new Map<number, number>();
    for (const post of posts) {
      rowOf.set(post, program.row(Number.NEGATIVE_INFINITY, 0));
      program.entry(rowOf.get(post) ?? 0, 1);
      program.column(instance.value[post] ?? 0, instance.quantity[post] ?? 0);
    }
    for (const { units, patterns } of groups) {
      const row = program.row(Number.NEGATIVE_INFINITY, units.length);
      for (const pattern of patterns) {
        for (const post of pattern) program.entry(rowOf.get(post) ?? 0, -1);
        program.entry(row, 1);
        program.column(0, Number.POSITIVE_INFINITY);
      }
    }
    sum += program.solve(highs)?.value ?? Number.NaN;
  }
  return sum;
};

test('a program to which sets of posts come in as they pay proves what the whole one does', async () => {
  const highs = await openHighs();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const prepared = prepare(oddPlan(seed));
      const whole = await wholePrograms(prepared);
      expect(Math.abs(proveDays(highs, prepared).covered - whole)).toBeLessThanOrEqual(1e-6 * (1 + whole));
    }),
    { numRuns: 60 },
  );
});

test('days for which there was no time are bounded by what is wanted, until they are taken up', async () => {
  const highs = await openHighs();
  const prepared = prepare(busy({}));
  let days = 0;
  const cut = proveDays(highs, prepared, () => {
    days += 1;
    return days > 1;
  });
  const none = proveDays(highs, prepared, () => true);
  const whole = proveDays(highs, prepared);
  expect([none.left.length, cut.left.length, whole.left.length]).toEqual([days, days - 1, 0]);
  expect(whole.covered).toBeLessThan(none.covered);
  expect(proveDays(highs, prepared, () => false, cut)).toEqual(whole);
  const { value, quantity } = prepared.instance;
  expect(none.covered).toBe(value.reduce((sum, one, at) => sum + one * (quantity[at] ?? 0), 0));
});

/** Two towns: who stands in one in the evening is not in the other at noon of the next day. */
const twoTowns = (wayMinutes: number) =>
  planOf(
    Array.from({ length: 6 }, (_, at) => patrolUnit(`u${at}`)),
    [
      patrolPost('first', 900, 1_320, { quantity: 6 }),
      patrolPost('second', 2_160, 2_580, { quantity: 6, place: 'south' }),
    ],
    {
      travel: {
        kind: 'matrix',
        minutes: [
          [0, wayMinutes],
          [wayMinutes, 0],
        ],
      },
    },
  );

test.each([
  ['a way that fits beside the rest hinders nobody', 800, 2],
  ['a way that is longer than the night is known to the bound, which the sum of days is not', 900, 1],
])('%s', async (_, wayMinutes, servedDays) => {
  const highs = await openHighs();
  const prepared = prepare(twoTowns(wayMinutes));
  const { coverage } = solve(prepared, { now: () => 0, endsAt: 0 });
  const days = proveDays(highs, prepared);
  const whole = proveWhole(highs, prepared, days, coverage.covered, () => false);
  expect([coverage.coveredSeats, days.covered / coverage.covered]).toEqual([servedDays * 6, 2 / servedDays]);
  expect(whole.covered / coverage.covered).toBeCloseTo(1, 3);
});

test('what is far is driven on larger roads, what is near through the town', () => {
  const places = [
    { id: 'north', lat: 48.9, lon: 2.3 },
    { id: 'south', lat: 48.8, lon: 2.3 },
    { id: 'coast', lat: 43.3, lon: 5.4 },
  ];
  const town = { kind: 'speed', kmPerHour: 25 } as const;
  const minutes = (travel: typeof town & { far?: { beyondKm: number; kmPerHour: number } }) =>
    travelMinutes({ ...planOf([], []), places, travel });
  const [, near, coast] = minutes({ ...town, far: { beyondKm: 30, kmPerHour: 100 } });
  expect([near, coast]).toEqual([45, 585]);
  expect([...minutes(town).slice(1, 3)]).toEqual([45, 2_091]);
});
