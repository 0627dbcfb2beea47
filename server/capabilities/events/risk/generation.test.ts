/** From levels to posts: how many, for whom, from when to when. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFacts, templateLine, templateWith, venueId } from '../../../../testing/risk-cast.ts';
import { builtInTemplates } from './built-in.ts';
import type { Facts } from './facts.ts';
import { appliesTo, joinPeriods, postsFor, quantityOf, shiftsOf } from './generation.ts';
import { hazards } from './hazards.ts';
import { type Level, levels } from './level.ts';
import { languagesOf } from './nations.ts';
import type { Template } from './template-contract.ts';
import { templateErrors } from './templates-service.ts';

const minuteMs = 60_000;
const start = Date.parse('2029-07-20T00:00:00.000Z');
const at = (minutes: number) => new Date(start + minutes * minuteMs).toISOString();
const period = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 3_000 }))
  .map(([from, length]) => ({ from: at(from), to: at(from + length) }));

const posts = (facts: Facts, templates: readonly Template[], level: Level | null = 'high') =>
  postsFor({
    facts: [facts],
    templates,
    levelAt: (target) => (level === null || target !== facts.key ? null : { level, reason: 'Motif' }),
    zone: 'Africa/Casablanca',
    language: 'fr',
  });

test('shifts follow each other, cover all of it, and none is longer than the limit', () => {
  fc.assert(
    fc.property(period, fc.integer({ min: 2, max: 24 }), (whole, hours) => {
      const shifts = shiftsOf(whole, hours);
      expect([shifts[0]?.from, shifts.at(-1)?.to]).toEqual([whole.from, whole.to]);
      for (const [place, shift] of shifts.entries()) {
        expect(Date.parse(shift.to) - Date.parse(shift.from)).toBeLessThanOrEqual(
          hours * 60 * minuteMs + minuteMs,
        );
        expect(shift.to > shift.from).toBe(true);
        if (place > 0) expect(shift.from).toBe(shifts[place - 1]?.to);
      }
    }),
  );
});

test('joined periods cover what was given, in order, with breaks of more than two hours between them', () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), (given) => {
      const joined = joinPeriods(given);
      for (const one of given)
        expect(joined.some(({ from, to }) => from <= one.from && to >= one.to)).toBe(true);
      for (const [place, one] of joined.slice(1).entries())
        expect(Date.parse(one.from) - Date.parse(joined[place]?.to ?? '')).toBeGreaterThan(120 * minuteMs);
    }),
  );
});

test('a higher level or more people never asks for fewer, and nothing for more than the limit', () => {
  const line = templateLine({
    count: { low: 1, moderate: 2, high: 3, critical: 5 },
    perSpectators: 5_000,
    atMost: 30,
  });
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (one, other) => {
      const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
      for (const level of levels) {
        expect(quantityOf(line, level, fewer)).toBeLessThanOrEqual(quantityOf(line, level, more));
        expect(quantityOf(line, level, more)).toBeLessThanOrEqual(30);
      }
      expect(quantityOf(line, 'low', more)).toBeLessThanOrEqual(quantityOf(line, 'critical', more));
    }),
  );
  expect(quantityOf(line, 'high', null)).toBe(3);
});

test('a post stands from before the session to after it, in shifts, with its reason', () => {
  const template = templateWith([templateLine({ shiftHours: 2 })]);
  const made = posts(dayFacts(), [template]);
  expect(made.map(({ draft }) => [draft.from, draft.to])).toEqual([
    ['2029-07-20T18:00:00.000Z', '2029-07-20T19:45:00.000Z'],
    ['2029-07-20T19:45:00.000Z', '2029-07-20T21:30:00.000Z'],
  ]);
  expect(made[0]?.draft).toMatchObject({
    ...{ place: { kind: 'venue', venue: venueId }, session: 's1', quantity: 2, priority: 2 },
    reason: expect.stringContaining('Stade du Nord (20 juillet 2029)'),
  });
  expect(made[0]?.draft.reason).toContain('Évaluation : Motif');
  const search = templateWith([templateLine({ untilBegin: true })]);
  expect(posts(dayFacts(), [search]).map(({ draft }) => draft.to)).toEqual(['2029-07-20T19:00:00.000Z']);
});

test('where nothing was assessed, or the template does not fit, nothing is asked for', () => {
  const fits = templateWith([templateLine()]);
  expect(posts(dayFacts(), [fits], null)).toEqual([]);
  expect(posts(dayFacts(), [fits], 'low')).toEqual([]);
  const large = templateWith([templateLine()], { fromSpectators: 50_000 });
  const small = templateWith([templateLine()], { toSpectators: 40_000 });
  const retired = templateWith([templateLine()], { retiredAt: '2029-01-01T00:00:00.000Z' });
  for (const template of [large, small, retired, templateWith([templateLine()], { target: 'session' })])
    expect(appliesTo(template, dayFacts())).toBe(false);
});

test('officers who speak their language are placed for each nation of which many spectators come', () => {
  const visitors = [
    { nation: 'MA', count: 6_000 },
    { nation: 'PT', count: 1_500 },
    { nation: 'JP', count: 900 },
    { nation: 'Scotland', count: 2_000 },
  ];
  const line = templateLine({ visitors: { from: 1_000 }, perSpectators: 3_000, atMost: 8 });
  const made = posts(dayFacts({ visitors }), [templateWith([line])]);
  expect(made.map(({ draft }) => [draft.requirement.languages, draft.quantity])).toEqual([
    [['ar'], 4],
    [['pt'], 2],
    [[], 2],
  ]);
  expect(made[0]?.draft.reason).toContain('Maroc');
});

test('languages of spectators are those spoken to the public there, and none is made up', () => {
  expect([languagesOf('MA'), languagesOf('be'), languagesOf('BR'), languagesOf('Scotland')]).toEqual([
    ['ar', 'fr'],
    ['nl', 'fr'],
    ['pt'],
    [],
  ]);
});

test('an object that is protected for days is watched at its hours of each day, by the node’s clock', () => {
  const object = {
    ...dayFacts({ place: 'fan-zone', day: null, periods: [], sessions: [] }),
    target: { kind: 'object', object: venueId } as const,
    ...{ from: '2029-07-20T10:00:00.000Z', to: '2029-07-22T09:30:00.000Z' },
  };
  const daily = { from: '10:00', to: '01:00' };
  const template = templateWith([templateLine({ shiftHours: 24 })], {
    target: 'object',
    places: ['fan-zone'],
    daily,
  });
  // Casablanca is an hour ahead of UTC in July.
  expect(posts(object, [template]).map(({ draft }) => [draft.from, draft.to])).toEqual([
    ['2029-07-20T10:00:00.000Z', '2029-07-21T00:00:00.000Z'],
    ['2029-07-21T09:00:00.000Z', '2029-07-22T00:00:00.000Z'],
    ['2029-07-22T09:00:00.000Z', '2029-07-22T09:30:00.000Z'],
  ]);
});

test('each template of the program is sound, and asks for no fewer at a higher level', () => {
  for (const template of builtInTemplates) {
    expect(templateErrors(template)).toEqual([]);
    for (const { count } of template.lines)
      expect([count.low, count.moderate, count.high, count.critical]).toEqual(
        [count.low, count.moderate, count.high, count.critical].toSorted((one, other) => one - other),
      );
  }
  expect(hazards.filter((hazard) => builtInTemplates.every((one) => one.hazard !== hazard))).toEqual([]);
});
