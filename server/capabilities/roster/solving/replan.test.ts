import { expect, test } from 'vitest';
import { fewestChanges } from '../../../../testing/roster-exact.ts';
import { patrolPost, patrolUnit, planOf } from '../../../../testing/roster-plans.ts';
import type { Plan } from '../plan.ts';
import { checkRoster } from './checker.ts';
import { explainAssignment, explainOpen, stateOf } from './explain.ts';
import { openHighs } from './linear.ts';
import { Chance } from './random.ts';
import { replan } from './replan.ts';
import { prepare, solve } from './solve.ts';

const never = { now: () => 0, endsAt: 0 };

/** A day of ten units and sixteen posts, solved, told, and then without two of the units. */
const badDay = (seed: number): Plan => {
  const chance = new Chance(seed);
  const units = Array.from({ length: 10 }, (_, at) =>
    patrolUnit(`u${at}`, { languages: chance.share() < 0.5 ? ['fr', 'ar'] : ['fr'] }),
  );
  const posts = Array.from({ length: 16 }, (_, at) => {
    const from = 360 + chance.below(20) * 30;
    const languages = chance.share() < 0.4 ? ['ar'] : [];
    return patrolPost(`p${at}`, from, from + 120 + chance.below(6) * 30, {
      ...{ place: chance.share() < 0.5 ? 'north' : 'south', priority: 1 + chance.below(5) },
      requirement: { specialty: 'patrol', skills: [], languages, powers: [] },
    });
  });
  const plan = planOf(units, posts, { settings: { seed, iterations: 500 } });
  const told = solve(prepare(plan), never).assignments;
  const gone = units.map((unit, at) => (at < 2 ? { ...unit, notTaskable: 'withdrawn' } : unit));
  return { ...plan, told, units: gone };
};

test('a re-plan makes at most a fifth more changes than the fewest possible', async () => {
  const highs = await openHighs();
  let [changes, fewest] = [0, 0];
  for (let seed = 1; seed <= 25; seed += 1) {
    const prepared = prepare(badDay(seed));
    const answer = replan(prepared);
    expect(checkRoster(prepared.instance.plan, answer.roster).violations).toEqual([]);
    const best = fewestChanges(highs, prepared);
    expect(answer.roster.coverage.covered).toBeGreaterThanOrEqual(best.covered * 0.97);
    if (answer.roster.coverage.covered < best.covered - 0.5) continue;
    changes += answer.changes.length;
    fewest += best.changes;
  }
  expect(fewest).toBeGreaterThan(50);
  expect(changes / fewest).toBeLessThanOrEqual(1.2);
});

test('nothing is changed where nothing broke, and only what broke where somebody is free', () => {
  const units = ['a', 'b', 'c'].map((id) => patrolUnit(id));
  const plan = planOf(units, [patrolPost('p', 0, 300), patrolPost('q', 0, 300), patrolPost('r', 400, 500)]);
  const told = [
    { post: 'p', seat: 0, unit: 'a' },
    { post: 'q', seat: 0, unit: 'b' },
  ];
  expect(replan(prepare({ ...plan, told })).changes).toEqual([]);
  const withoutA = units.map((unit) => (unit.id === 'a' ? { ...unit, notTaskable: 'ill' } : unit));
  const answer = replan(prepare({ ...plan, told, units: withoutA }));
  expect(answer.broken).toEqual([{ unit: 'a', post: 'p', rule: 'not-taskable' }]);
  expect(answer.changes).toEqual([
    { kind: 'taken', unit: 'a', post: 'p' },
    { kind: 'given', unit: 'c', post: 'p' },
  ]);
});

test('an open post is explained: who is left after each rule, who nearly could, and what would help', () => {
  const units = [
    patrolUnit('a'),
    patrolUnit('b', { languages: [] }),
    patrolUnit('c', { specialties: ['spotter'] }),
  ];
  const posts = [
    patrolPost('early', 0, 300, { priority: 1 }),
    patrolPost('late', 270, 500, {
      requirement: { specialty: 'patrol', skills: [], languages: ['fr'], powers: [] },
    }),
  ];
  const plan = planOf(units, posts);
  const prepared = prepare(plan);
  const state = stateOf(prepared.instance, { assignments: [{ post: 'early', seat: 0, unit: 'a' }] });
  const why = explainOpen(prepared, state, 1, null);
  expect(why).toMatchObject({
    open: 1,
    binding: 'overlap',
    nearMisses: [{ unit: 'a', rule: 'overlap', beside: 'early' }],
  });
  expect(why.remaining.filter(({ rule }) => rule === 'specialty' || rule === 'language')).toEqual([
    { rule: 'specialty', left: 2 },
    { rule: 'language', left: 1 },
  ]);
  expect(why.parts).toEqual([{ unit: 'a', late: 30, early: 0, openMinutes: 30 }]);
  expect(why.remedies).toMatchObject([
    { kind: 'move', minutes: 30, unit: 'a' },
    { kind: 'ask', quantity: 1, minutes: 230 },
  ]);
  expect(explainAssignment(prepared, state, 0, 0)).toMatchObject({
    able: 2,
    free: 2,
    rank: 1,
    settled: null,
  });
  expect(explainAssignment(prepared, state, 1, 0)).toBeNull();
});
