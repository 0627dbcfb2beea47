import { describe, expect, it } from 'vitest';
import { instantAt, patrolPost, patrolUnit, planOf } from '../../../../testing/roster-plans.ts';
import type { Hold, Plan, Post, Unit } from '../plan.ts';
import { checkRoster } from './checker.ts';
import { stateOf } from './explain.ts';
import { ruleOf, staticBlock } from './feasibility.ts';
import { blockWhenMoved } from './single.ts';
import { prepare } from './solve.ts';
import { RosterState } from './state.ts';

const day = 1_440;
const one = (change: Partial<Unit>, post: Partial<Post> = {}): Plan =>
  planOf([patrolUnit('u', change)], [patrolPost('p', 600, 900, post)]);
const several = (unit: Partial<Unit>, times: readonly (readonly [number, number, string?])[]): Plan =>
  planOf(
    [patrolUnit('u', { available: [{ from: instantAt(-day), to: instantAt(20 * day) }], ...unit })],
    times.map(([from, to, place = 'north'], at) => patrolPost(`p${at}`, from, to, { place })),
    { to: instantAt(20 * day) },
  );
const wants = (change: Partial<Post['requirement']>): Partial<Post> => ({
  requirement: { specialty: 'patrol', skills: [], languages: [], powers: [], ...change },
});
const escorted: Plan = planOf(
  [
    patrolUnit('u', { party: 'MA', hostPair: { kind: 'escorted', group: 'guests' } }),
    patrolUnit('host', { escorts: ['guests'] }),
  ],
  [patrolPost('p', 600, 900, { quantity: 2 })],
  { escortGroups: [{ id: 'guests', perHost: 1 }] },
);
const forbid = {
  kind: 'forbid',
  unit: 'u',
  post: 'p',
  by: 'planner',
  reason: 'conflict of interest',
} as const;

const broken: readonly (readonly [string, Plan])[] = [
  ['not-taskable', one({ notTaskable: 'vetting is not done' })],
  ['specialty', one({ specialties: ['spotter'] })],
  ['skill', one({}, wants({ skills: ['night'] }))],
  ['language', one({}, wants({ languages: ['ar'] }))],
  ['power', one({}, wants({ powers: ['search'] }))],
  ['size', one({ size: 1 }, { minSize: 2 })],
  ['host-pair', one({ party: 'MA', hostPair: { kind: 'missing' } })],
  ['host-pair', one({ party: 'MA' })],
  [
    'host-pair',
    one({ hostPair: { kind: 'paired', periods: [{ from: instantAt(601), to: instantAt(900) }] } }),
  ],
  ['availability', one({ available: [{ from: instantAt(600), to: instantAt(899) }] })],
  [
    'engaged',
    one({
      available: [{ from: instantAt(0), to: instantAt(600) }],
      engaged: [{ from: instantAt(600), to: instantAt(700) }],
    }),
  ],
  ['home', one({ home: 'south', maxMinutesFromHome: 29 })],
  ['forbidden', { ...one({}), holds: [forbid] }],
  ['duty-span', one({ maxDutySpanMinutes: 299 })],
  ['hours-per-day', one({ maxMinutesPerDay: 299 })],
  [
    'overlap',
    several({}, [
      [600, 900],
      [899, 1_000],
    ]),
  ],
  [
    'travel',
    several({}, [
      [600, 700],
      [729, 900, 'south'],
    ]),
  ],
  [
    'rest',
    several({}, [
      [0, 300],
      [300 + 500, 300 + 900],
    ]),
  ],
  [
    'duty-span',
    several({}, [
      [0, 300],
      [500, 781],
    ]),
  ],
  [
    'hours-per-day',
    several({}, [
      [0, 300],
      [320, 621],
    ]),
  ],
  [
    'hours-per-7-days',
    several(
      {},
      [0, 1, 2, 3, 4].map((at) => [at * day, at * day + 580] as const),
    ),
  ],
];

const roster = (plan: Plan) => ({
  assignments: plan.posts.map(({ id }) => ({ post: id, seat: 0, unit: 'u' })),
});

describe('the checker', () => {
  it.each(broken)('finds a roster that breaks %s', (rule, plan) => {
    expect(checkRoster(plan, roster(plan)).violations).toMatchObject([{ rule, unit: 'u' }]);
  });
  it.each(broken)('the search would not give a duty that breaks %s either', (rule, plan) => {
    const { instance } = prepare(plan);
    const last = plan.posts.length - 1;
    const before = roster(plan).assignments.slice(0, last);
    const block = stateOf(instance, { assignments: before }).block(0, last);
    expect(staticBlock(instance, 0, last) ?? ruleOf(block)).toBe(rule);
  });
  it('lets stand what is exactly at the edge of each rule', () => {
    const plans = [
      one({ home: 'south', maxMinutesFromHome: 30 }),
      one({
        available: [
          { from: instantAt(600), to: instantAt(700) },
          { from: instantAt(700), to: instantAt(900) },
        ],
      }),
      several({}, [
        [600, 700],
        [730, 900, 'south'],
      ]),
      several({}, [
        [0, 300],
        [960, 1_260],
      ]),
      several({}, [
        [0, 300],
        [480, 780],
      ]),
      several(
        { maxMinutesPer7Days: 4 * 580 },
        [0, 1, 2, 3, 7].map((at) => [at * day, at * day + 580] as const),
      ),
    ];
    for (const plan of plans) expect(checkRoster(plan, roster(plan)).violations).toEqual([]);
  });
  it('counts an escort at every moment', () => {
    const seat = (unit: string, number: number) => ({ post: 'p', seat: number, unit });
    expect(checkRoster(escorted, { assignments: [seat('u', 0)] }).violations).toMatchObject([
      { rule: 'escort' },
    ]);
    expect(checkRoster(escorted, { assignments: [seat('u', 0), seat('host', 1)] }).violations).toEqual([]);
  });
  it('finds seats that do not exist or are taken twice, strangers, and times outside of the post', () => {
    const plan = one({});
    const check = (change: object, more: readonly object[] = []) =>
      checkRoster(plan, {
        assignments: [
          { post: 'p', seat: 0, unit: 'u', ...change },
          ...more.map((other) => ({ post: 'p', seat: 0, unit: 'u', ...other })),
        ],
      }).violations.map(({ rule }) => rule);
    expect(check({ seat: 1 })).toEqual(['seat']);
    expect(check({ unit: 'nobody' })).toEqual(['unknown-unit']);
    expect(check({ post: 'nothing' })).toEqual(['unknown-post']);
    expect(check({ from: instantAt(500) })).toEqual(['period']);
    expect(check({}, [{}])).toContain('seat');
  });
  it('shows what a person overrode with the reason, and what is not kept of his decisions', () => {
    const by = { by: 'planner', reason: 'he speaks enough of it' };
    const plan = one({}, wants({ languages: ['ar'] }));
    const override: Hold = { kind: 'override', unit: 'u', post: 'p', rules: ['language'], ...by };
    const [violation] = checkRoster({ ...plan, holds: [override] }, roster(plan)).violations;
    expect(violation).toMatchObject({ rule: 'language', overridden: 'planner: he speaks enough of it' });
    const held = { ...one({}), holds: [{ kind: 'pin' as const, unit: 'u', post: 'p', ...by }] };
    expect(checkRoster(held, { assignments: [] }).brokenHolds).toEqual([
      { unit: 'u', post: 'p', kind: 'pin' },
    ]);
  });
  it('finds a visitor without his host officer beside him, whom search and explanation see too', () => {
    const period = { from: instantAt(-day), to: instantAt(2 * day) };
    const guest = (id: string, ...hosts: readonly string[]): Unit =>
      patrolUnit(id, {
        party: 'MA',
        hostPair: { kind: 'paired', periods: hosts.map((host) => ({ ...period, host })) },
      });
    const posts = [
      patrolPost('north', 600, 900, { quantity: 3 }),
      patrolPost('south', 899, 1_000, { place: 'south', quantity: 3 }),
      patrolPost('soon', 1_029, 1_100, { quantity: 3 }),
      patrolPost('later', 1_030, 1_100, { quantity: 3 }),
    ];
    const apartIn = (units: readonly Unit[], ...pairs: readonly (readonly [string, string])[]) => {
      const plan = planOf(units, posts);
      const assignments = pairs.map(([unit, post], seat) => ({ unit, post, seat }));
      const found = checkRoster(plan, { assignments }).violations.map(({ rule, unit }) => [rule, unit]);
      const state = new RosterState(prepare(plan).instance);
      const { unitAt, postAt } = state.instance;
      const blocks = pairs.map(([unit, post]) => {
        const [one, two] = [unitAt.get(unit) ?? -1, postAt.get(post) ?? -1];
        const block = ruleOf(state.block(one, two));
        state.give(one, two);
        return block;
      });
      expect(blocks.includes('pair-apart')).toBe(found.length > 0);
      return found;
    };
    const [host, other] = [patrolUnit('host'), patrolUnit('other')];
    const apart = [['pair-apart', 'guest']];
    expect(apartIn([host, guest('guest', 'host')], ['host', 'south'], ['guest', 'north'])).toEqual(apart);
    expect(apartIn([host, guest('guest', 'host')], ['host', 'later'], ['guest', 'south'])).toEqual([]);
    // Half an hour is needed for the way between the two places.
    expect(apartIn([host, guest('guest', 'host')], ['host', 'soon'], ['guest', 'south'])).toEqual(apart);
    expect(apartIn([host, guest('guest', 'host')], ['host', 'south'], ['guest', 'soon'])).toEqual(apart);
    expect(apartIn([host, guest('guest', 'host')], ['guest', 'north'])).toEqual([]);
    const two = [host, other, guest('guest', 'host', 'other'), guest('second', 'host')];
    expect(apartIn(two, ['host', 'south'], ['guest', 'north'])).toEqual([]);
    expect(apartIn(two, ['host', 'south'], ['other', 'south'], ['guest', 'north'])).toEqual(apart);
    expect(apartIn(two, ['second', 'south'], ['guest', 'north'])).toEqual([]);
    // One officer who has no post himself is not beside two visitors at two places.
    const away = [guest('guest', 'away'), guest('second', 'away')];
    expect(apartIn(away, ['second', 'south'], ['guest', 'north'])).toHaveLength(1);
  });
  it('and the search agree on a post at another time', () => {
    const plan = several({}, [
      [600, 700],
      [729, 900, 'south'],
    ]);
    const { instance } = prepare(plan);
    expect(ruleOf(blockWhenMoved(instance, 0, [0], 1, { from: 0, to: 0 }))).toBe('travel');
    expect(ruleOf(blockWhenMoved(instance, 0, [0], 1, { from: 1, to: 1 }))).toBeNull();
  });
});
