import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, oddPlan, patrolPost, patrolUnit, planOf } from '../../../../testing/roster-plans.ts';
import type { Plan } from '../plan.ts';
import { proveDays, proveWhole } from './bound.ts';
import { checkRoster } from './checker.ts';
import { stateOf } from './explain.ts';
import { free, staticBlock } from './feasibility.ts';
import { openHighs } from './linear.ts';
import { Chance } from './random.ts';
import { readPlan } from './reading.ts';
import { replan } from './replan.ts';
import { prepare, solve } from './solve.ts';
import { RosterState } from './state.ts';

const seeds = fc.integer({ min: 1, max: 2 ** 31 });
const never = { now: () => 0, endsAt: 0 };

/** The same plan with its places a day's journey from each other, or two. */
const spreadOut = (plan: Plan): Plan => ({
  ...plan,
  places: plan.places.map((place, at) => ({ ...place, lat: 40 + at * 7 })),
});

test('no roster breaks a hard rule, whatever the plan, and none covers more than is proven', async () => {
  const highs = await openHighs();
  fc.assert(
    fc.property(seeds, fc.boolean(), (seed, isSpread) => {
      const plan = isSpread ? spreadOut(oddPlan(seed)) : oddPlan(seed);
      expect(readPlan(plan).kind).toBe('read');
      const prepared = prepare(plan);
      const roster = solve(prepared, never);
      expect(checkRoster(plan, roster).violations).toEqual([]);
      const first = proveDays(highs, prepared);
      const whole = proveWhole(highs, prepared, first, roster.coverage.covered, () => false);
      expect(roster.coverage.covered).toBeLessThanOrEqual(whole.covered * (1 + 1e-6) + 1e-6);
      expect(whole.covered).toBeLessThanOrEqual(first.covered * (1 + 1e-6));
    }),
    { numRuns: 150 },
  );
});

test('the same plan, seed and iterations give the same roster, and another seed another', () => {
  const busy = (seed: number) =>
    planOf(
      Array.from({ length: 6 }, (_, at) => patrolUnit(`u${at}`)),
      Array.from({ length: 30 }, (_, at) => patrolPost(`p${at}`, at * 60, at * 60 + 240)),
      { settings: { seed, iterations: 2_000 } },
    );
  const [one, again, other] = [1, 1, 2].map((seed) => solve(prepare(busy(seed)), never).assignments);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('what the search counts as it goes is what the roster says, after any moves', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const plan = oddPlan(seed);
      const { instance } = prepare(plan);
      const [state, chance] = [new RosterState(instance), new Chance(seed)];
      for (let move = 0; move < 200 && instance.units > 0 && instance.posts > 0; move += 1) {
        const [unit, post] = [chance.below(instance.units), chance.below(instance.posts)];
        const isFull = (state.on[post]?.length ?? 0) >= (instance.quantity[post] ?? 0);
        if (state.has(unit, post)) {
          if (!state.isFixed(unit, post)) state.take(unit, post);
        } else if (!isFull && staticBlock(instance, unit, post) === null && state.block(unit, post) === free)
          state.give(unit, post);
        if (chance.share() < 0.2) state.undo(0);
        else if (chance.share() < 0.5) state.keep();
      }
      const assignments = plan.posts.flatMap(({ id: post }, at) =>
        (state.on[at] ?? []).map((unit, seat) => ({ post, seat, unit: plan.units[unit]?.id ?? '' })),
      );
      const verdict = checkRoster(plan, { assignments });
      expect(verdict.violations).toEqual([]);
      expect(verdict.coverage.covered).toBeCloseTo(state.covered, 6);
      const fresh = stateOf(instance, { assignments });
      expect([fresh.minutes, fresh.load]).toEqual([state.minutes, state.load]);
    }),
    { numRuns: 100 },
  );
});

/** Three officers of the host, four visitors with some of them, and many posts at two places at once. */
const pairedPlan = (seed: number): Plan => {
  const chance = new Chance(seed);
  const always = { from: instantAt(-1_440), to: instantAt(2 * 1_440) };
  const hosts = ['h0', 'h1', 'h2'];
  const visitors = Array.from({ length: 4 }, (_, at) => {
    const beside = hosts.filter(() => chance.share() < 0.5);
    const periods = (beside.length === 0 ? ['away'] : beside).map((host) => ({ ...always, host }));
    return patrolUnit(`v${at}`, { party: 'MA', hostPair: { kind: 'paired', periods } });
  });
  const posts = Array.from({ length: 14 }, (_, at) => {
    const from = 360 + chance.below(12) * 60;
    const place = chance.share() < 0.5 ? 'north' : 'south';
    return patrolPost(`p${at}`, from, from + 60 + chance.below(4) * 60, {
      ...{ place, priority: 1 + chance.below(5) },
    });
  });
  const units = [...hosts.map((id) => patrolUnit(id)), ...visitors];
  return planOf(units, posts, { settings: { seed, iterations: 1_500 } });
};

test('no officer of the host is parted from his visitors by any search or any re-plan', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const plan = pairedPlan(seed);
    const roster = solve(prepare(plan), never);
    expect(checkRoster(plan, roster).violations).toEqual([]);
    const told = [...roster.assignments];
    const again = { ...plan, told };
    expect(checkRoster(again, replan(prepare(again)).roster).violations).toEqual([]);
    const units = plan.units.map((unit) => (unit.id === 'h1' ? { ...unit, notTaskable: 'ill' } : unit));
    const later = { ...plan, units, told };
    expect(checkRoster(later, replan(prepare(later)).roster).violations).toEqual([]);
  }
});

test('a plan in which nothing can be done says why', () => {
  const dogs = patrolPost('dogs', 0, 300, {
    requirement: { specialty: 'explosive-dog', skills: [], languages: [], powers: [] },
  });
  const roster = solve(prepare(planOf([patrolUnit('u')], [dogs])), never);
  expect(roster.assignments).toEqual([]);
  expect(roster.notes).toMatchObject([{ kind: 'no-unit-can', rule: 'specialty', posts: ['dogs'] }]);
  expect(solve(prepare(planOf([], [dogs])), never).notes).toMatchObject([{ kind: 'no-unit' }]);
  const far = planOf([patrolUnit('u', { hostPair: { kind: 'missing' } })], [patrolPost('p', 0, 60)]);
  expect(solve(prepare(far), never).notes).toMatchObject([{ kind: 'no-unit-can', rule: 'host-pair' }]);
});

test('a plan whose parts do not fit together is refused with the place of each mistake', () => {
  const wrong = planOf([patrolUnit('u', { home: 'moon' })], [patrolPost('p', 60, 0, { place: 'mars' })]);
  expect(readPlan(wrong)).toEqual({
    kind: 'refused',
    problems: [
      { path: '/posts/0/place', text: 'mars is not in the plan' },
      { path: '/posts/0', text: 'ends before it begins' },
      { path: '/units/0/home', text: 'moon is not in the plan' },
    ],
  });
  expect(readPlan({ version: 2 }).kind).toBe('refused');
  expect(readPlan(planOf([], [], { zone: 'Mars/Base' }))).toMatchObject({ problems: [{ path: '/zone' }] });
});
