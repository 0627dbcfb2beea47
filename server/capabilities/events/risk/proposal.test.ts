/** What the facts speak for, each step with the fact that it comes from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFacts } from '../../../../testing/risk-cast.ts';
import { sayFacts } from './fact-words.ts';
import { type Facts, factsOf, isMedal, isOpening, isRoute } from './facts.ts';
import type { HazardName } from './hazards.ts';
import { levelOf, rankOf, scale } from './level.ts';
import { proposeFor } from './proposal.ts';

const of = (facts: Facts, hazard: HazardName) => {
  const found = proposeFor(facts).find((one) => one.hazard === hazard);
  if (found === undefined) throw new Error(`nothing is proposed of ${hazard}`);
  return found;
};

test('every proposal is on the scale, says why, and claims no high confidence', () => {
  const facts = fc.record({
    spectators: fc.option(fc.nat(120_000)),
    capacity: fc.option(fc.nat(120_000)),
    isOpening: fc.boolean(),
    isMedal: fc.boolean(),
    isRoute: fc.boolean(),
    place: fc.constantFrom<Facts['place']>('venue', 'route', 'fan-zone', 'station', 'ceremony'),
  });
  fc.assert(
    fc.property(facts, (changes) => {
      for (const { likelihood, impact, confidence, facts: because } of proposeFor(dayFacts(changes))) {
        expect(scale).toContain(likelihood);
        expect(scale).toContain(impact);
        expect(confidence).not.toBe('high');
        expect(because.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('a full opening is worse than a half-empty heat, and both say why', () => {
  const opening = of(dayFacts({ isOpening: true, spectators: 44_000 }), 'crowd');
  const heat = of(dayFacts({ spectators: 9_000 }), 'crowd');
  expect(rankOf(levelOf(opening.likelihood, opening.impact))).toBeGreaterThan(
    rankOf(levelOf(heat.likelihood, heat.impact)),
  );
  expect(opening.facts.map(({ code }) => code)).toEqual(['expected', 'full-house', 'opening']);
  expect(sayFacts(heat.facts, 'en')).toBe('expected spectators: 9,000; only 20% of the capacity is taken');
});

test('where nobody said how many come the capacity is taken; without it confidence is low', () => {
  expect(of(dayFacts({ spectators: null }), 'medical').facts).toEqual([
    { code: 'capacity', values: { count: 45_000 } },
  ]);
  expect(of(dayFacts({ spectators: null, capacity: null }), 'crowd').confidence).toBe('low');
});

test('the programme’s words tell of medals, ceremonies and roads, in three languages', () => {
  expect(["Women's Gold Medal Match", 'Finale', 'نهائي السيدات'].every(isMedal)).toBe(true);
  expect(['Men’s Semifinal', 'Quarter-final', 'نصف نهائي'].some(isMedal)).toBe(false);
  expect(['Opening Ceremony', 'Cérémonie de clôture', 'حفل الافتتاح'].every(isOpening)).toBe(true);
  expect(['Cyclisme sur route', 'Marathon Swimming'].every(isRoute) && !isRoute('Football')).toBe(true);
});

test('a day holds all sessions of its venue; the busiest counts, and the most of each nation', () => {
  const session = (id: string, changes: object) => ({
    ...{ id, venue: 'v', day: '2029-07-20', title: id, discipline: null, phase: null, spectators: null },
    ...{ startsAt: '2029-07-20T08:00:00.000Z', endsAt: '2029-07-20T10:00:00.000Z', expected: [] },
    ...changes,
  });
  const all = factsOf({
    venues: [{ id: 'v', kind: 'venue', name: { fr: 'V' }, capacity: 100, from: null, to: null }],
    objects: [],
    sessions: [
      session('a', { spectators: 60, expected: [{ nation: 'MA', count: 10 }] }),
      session('b', {
        spectators: 90,
        expected: [
          { nation: 'MA', count: 4 },
          { nation: 'FR', count: 20 },
        ],
      }),
      session('c', { venue: null }),
    ],
    within: { from: '2029-07-20T00:00:00.000Z', to: '2029-07-21T00:00:00.000Z' },
  });
  expect(all.map(({ key }) => key)).toEqual([
    'session:a',
    'session:b',
    'session:c',
    'venue-day:v:2029-07-20',
  ]);
  expect(all.at(-1)).toMatchObject({
    ...{ spectators: 90, capacity: 100, sessions: ['a', 'b'] },
    visitors: [
      { nation: 'FR', count: 20 },
      { nation: 'MA', count: 10 },
    ],
  });
});
