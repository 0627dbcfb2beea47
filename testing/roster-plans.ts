/** Small plans for tests of the roster, made from a seed: possible, impossible and odd ones. */
import type { Hold, HostPair, Plan, Post, Unit } from '../server/capabilities/roster/plan.ts';
import { Chance } from '../server/capabilities/roster/solving/random.ts';

const start = Date.parse('2024-07-26T00:00:00.000Z');
const minuteMs = 60_000;
const at = (minutes: number): string => new Date(start + minutes * minuteMs).toISOString();

/** A unit that can do patrols for two days; `change` says what is different. */
export const patrolUnit = (id: string, change: Partial<Unit> = {}): Unit => ({
  ...{ id, party: 'FR', size: 2, specialties: ['patrol'], skills: [], languages: ['fr'], powers: [] },
  ...{ available: [{ from: at(-1_440), to: at(2 * 1_440) }], hostPair: { kind: 'not-needed' } },
  ...change,
});

/** A patrol at the first place from `from` to `to`, in minutes of the first day. */
export const patrolPost = (id: string, from: number, to: number, change: Partial<Post> = {}): Post => ({
  ...{ id, place: 'north', quantity: 1, from: at(from), to: at(to), priority: 3, needsHostPair: false },
  requirement: { specialty: 'patrol', skills: [], languages: [], powers: [] },
  ...change,
});

/** A plan of these units and posts, at two places half an hour from each other. */
export const planOf = (units: readonly Unit[], posts: readonly Post[], change: Partial<Plan> = {}): Plan => ({
  ...{ version: 1, zone: 'Europe/Paris', from: at(0), to: at(2 * 1_440), host: 'FR' },
  places: [
    { id: 'north', lat: 48.9, lon: 2.3 },
    { id: 'south', lat: 48.8, lon: 2.3 },
  ],
  travel: {
    kind: 'matrix',
    minutes: [
      [0, 30],
      [30, 0],
    ],
  },
  ...{ units: [...units], posts: [...posts], holds: [], told: [], settings: { seed: 1, iterations: 200 } },
  ...change,
});

/** An instant of such a plan, in minutes of its first day. */
export const instantAt = at;

const some = <Value>(chance: Chance, values: readonly Value[]): Value[] =>
  values.filter(() => chance.share() < 0.4);

const one = <Value>(chance: Chance, values: readonly [Value, ...Value[]]): Value =>
  values[chance.below(values.length)] ?? values[0];

const pairOf = (chance: Chance, party: string): HostPair => {
  if (party === 'FR') return chance.share() < 0.9 ? { kind: 'not-needed' } : { kind: 'missing' };
  const kinds: readonly [HostPair, ...HostPair[]] = [
    { kind: 'missing' },
    { kind: 'paired', periods: [{ from: at(0), to: at(600 + chance.below(4_000)) }] },
    { kind: 'escorted', group: 'guests' },
  ];
  return one(chance, kinds);
};

const oddUnit = (chance: Chance, number: number): Unit => {
  const party = one(chance, ['FR', 'FR', 'MA']);
  return {
    ...{ id: `u${number}`, party, size: 1 + chance.below(3) },
    specialties: one(chance, [['patrol'], ['explosive-dog', 'patrol'], ['spotter']]),
    skills: some(chance, ['night']),
    languages: some(chance, ['fr', 'ar']),
    powers: some(chance, ['search'] as const),
    ...(chance.share() < 0.5
      ? { home: one(chance, ['a', 'b', 'c']), maxMinutesFromHome: chance.below(90) }
      : {}),
    available: Array.from({ length: chance.below(3) }, () => {
      const from = chance.below(3_000);
      return { from: at(from), to: at(from + 1 + chance.below(5_000)) };
    }),
    ...(chance.share() < 0.5 ? { maxMinutesPerDay: chance.below(1_440) } : {}),
    ...(chance.share() < 0.5 ? { maxMinutesPer7Days: chance.below(5_000) } : {}),
    ...(chance.share() < 0.3 ? { maxDutySpanMinutes: chance.below(2_000) } : {}),
    ...(chance.share() < 0.3 ? { minRestMinutes: chance.below(1_500) } : {}),
    hostPair: pairOf(chance, party),
    ...(party === 'FR' && chance.share() < 0.5 ? { escorts: ['guests'] } : {}),
    ...(chance.share() < 0.1 ? { notTaskable: 'vetting is not done' } : {}),
  };
};

const oddPost = (chance: Chance, number: number): Post => {
  const from = chance.below(12 * 1_440);
  return {
    id: `p${number}`,
    place: one(chance, ['a', 'b', 'c']),
    requirement: {
      specialty: one(chance, ['patrol', 'patrol', 'explosive-dog', 'spotter']),
      skills: chance.share() < 0.1 ? ['night'] : [],
      languages: chance.share() < 0.1 ? ['ar'] : [],
      powers: chance.share() < 0.1 ? ['search'] : [],
    },
    quantity: 1 + chance.below(3),
    from: at(chance.share() < 0.7 ? from % 4_000 : from),
    to: at(
      (chance.share() < 0.7 ? from % 4_000 : from) + 1 + chance.below(chance.share() < 0.9 ? 600 : 4_000),
    ),
    priority: 1 + chance.below(5),
    ...(chance.share() < 0.2 ? { minSize: 2 } : {}),
    needsHostPair: chance.share() < 0.3,
  };
};

/** Visitors' periods get host officers: some of the plan, some not in it, some unnamed, some several. */
const pairedIn = (chance: Chance, units: readonly Unit[]): readonly Unit[] => {
  const hosts = units.flatMap(({ id, party }) => (party === 'FR' ? [id] : [])).concat('elsewhere');
  return units.map((unit) => {
    if (unit.hostPair.kind !== 'paired') return unit;
    const periods = unit.hostPair.periods.flatMap((period) =>
      Array.from({ length: 1 + chance.below(3) }, () => {
        const host = hosts[chance.below(hosts.length)];
        return host === undefined || chance.share() < 0.1 ? period : { ...period, host };
      }),
    );
    return { ...unit, hostPair: { kind: 'paired', periods } };
  });
};

/** Up to eight units and twenty-four posts over a fortnight, with pins and forbids. */
export const oddPlan = (seed: number): Plan => {
  const chance = new Chance(seed);
  const plain = Array.from({ length: chance.below(9) }, (_, number) => oddUnit(chance, number));
  const units = pairedIn(new Chance(seed + 1), plain);
  const posts = Array.from({ length: chance.below(25) }, (_, number) => oddPost(chance, number)).map(ordered);
  const decided = { by: 'planner', reason: 'as agreed' };
  const holds = units.flatMap((unit): readonly Hold[] => {
    const post = posts[chance.below(Math.max(1, posts.length))];
    if (post === undefined || chance.share() < 0.6) return [];
    return [{ kind: one(chance, ['pin', 'forbid']), unit: unit.id, post: post.id, ...decided }];
  });
  return {
    ...{ version: 1, zone: one(chance, ['Europe/Paris', 'Africa/Casablanca', 'UTC']) },
    ...{ from: at(0), to: at(14 * 1_440), host: 'FR' },
    places: ['a', 'b', 'c'].map((id, number) => ({ id, lat: 48 + number / 4, lon: 2 })),
    travel: { kind: 'speed', kmPerHour: 20 + chance.below(80) },
    escortGroups: [{ id: 'guests', perHost: 1 + chance.below(2) }],
    ...{ units: [...units], posts, holds, told: [], settings: { seed, iterations: 300 } },
  };
};

const ordered = (post: Post): Post =>
  post.to > post.from ? post : { ...post, to: new Date(Date.parse(post.from) + minuteMs).toISOString() };
