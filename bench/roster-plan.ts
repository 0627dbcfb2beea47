/**
 * Plans like that of a summer Games, made from a seed: a host with half of the units, forty services with the
 * rest, sized as the contingents of 2024 were; venues in one large city and in some others; posts of nineteen
 * days in proportion. Nobody in it exists.
 */
import type { HostPair, Place, Plan, Post, Unit } from '../server/capabilities/roster/plan.ts';
import { Chance } from '../server/capabilities/roster/solving/random.ts';
import { dayMs, later } from '../server/kernel/time.ts';
import type { Power, Specialty } from '../server/plumbing/specialties/index.ts';

export interface PlanSize {
  readonly units: number;
  readonly posts?: number;
  readonly days?: number;
  readonly seed: number;
  /** Visitors, a third of the units, each with a host officer of his trade, three to one officer. */
  readonly paired?: boolean;
}

const minuteMs = 60_000;
const host = 'FR';
const begin = '2024-07-23T22:00:00.000Z';
/** Officers of the larger contingents; the others have about fifteen each. */
const contingents: readonly (readonly [string, number])[] = [
  ...([
    ['ES', 360],
    ['GB', 245],
    ['DE', 161],
    ['QA', 105],
    ['US', 61],
    ['PL', 50],
    ['IT', 50],
  ] as const),
  ...([
    ['MA', 40],
    ['BE', 40],
    ['NL', 40],
    ['PT', 30],
    ['CA', 30],
    ['KR', 25],
  ] as const),
  ...'AE AR AT AU BG BR CH CL CY CZ DK EE FI GR HR HU IE IN JP LT LU LV RO SE SI SK TN'
    .split(' ')
    .map((party) => [party, 15] as const),
];
const tongues: Readonly<Record<string, string>> = {
  ...{ FR: 'fr', ES: 'es', GB: 'en', DE: 'de', QA: 'ar', US: 'en', PL: 'pl', IT: 'it', MA: 'ar', BE: 'fr' },
  ...{ NL: 'nl', PT: 'pt', CA: 'en', KR: 'ko', AE: 'ar', TN: 'ar', CH: 'de', AT: 'de', BR: 'pt', AR: 'es' },
};

interface Trade {
  readonly specialty: Specialty;
  /** Share of all units, and of the host's. */
  readonly share: number;
  readonly size: number;
  readonly powers: readonly Power[];
  readonly skills: readonly string[];
}

const tradeOf = (
  specialty: Specialty,
  share: number,
  size: number,
  powers: readonly Power[] = [],
  skills: readonly string[] = [],
): Trade => ({ specialty, share, size, powers, skills });

const trades: readonly Trade[] = [
  tradeOf('explosive-dog', 0.25, 2, ['search'], ['explosives-urban', 'explosives-vehicles']),
  tradeOf('patrol', 0.28, 2, ['identity-check']),
  tradeOf('public-order', 0.1, 10, ['arrest']),
  tradeOf('spotter', 0.08, 1),
  tradeOf('document-fraud', 0.06, 1, ['identity-check'], ['passports']),
  tradeOf('bomb-disposal', 0.05, 3, ['carry-arms'], ['render-safe']),
  tradeOf('counter-drone', 0.05, 3, ['drone-neutralisation']),
  tradeOf('mounted', 0.04, 4),
  tradeOf('motorcyclist', 0.05, 2, ['traffic-control']),
  tradeOf('screening', 0.04, 4, ['search']),
];

const pick = <Value>(chance: Chance, values: readonly [Value, ...Value[]]): Value =>
  values[chance.below(values.length)] ?? values[0];

const tradeBy = (chance: Chance): Trade => {
  let left = chance.share() * trades.reduce((sum, { share }) => sum + share, 0);
  for (const trade of trades) {
    left -= trade.share;
    if (left < 0) return trade;
  }
  return tradeOf('patrol', 0, 1);
};

/** The large city, then others at some hours' distance. */
const cities = [
  { lat: 48.86, lon: 2.35, venues: 32 },
  { lat: 43.3, lon: 5.38, venues: 2 },
  { lat: 45.76, lon: 4.84, venues: 2 },
  { lat: 44.84, lon: -0.58, venues: 2 },
  { lat: 50.63, lon: 3.06, venues: 3 },
  { lat: 47.22, lon: -1.55, venues: 2 },
  { lat: 43.7, lon: 7.26, venues: 2 },
] as const;

interface Venue extends Place {
  readonly city: number;
}

const venuesOf = (chance: Chance): readonly Venue[] =>
  cities.flatMap(({ lat, lon, venues }, city) =>
    Array.from({ length: venues }, (_, at) => ({
      id: `venue-${city}-${at}`,
      lat: lat + (chance.share() - 0.5) * (city === 0 ? 0.35 : 0.1),
      lon: lon + (chance.share() - 0.5) * (city === 0 ? 0.55 : 0.1),
      city,
    })),
  );

const partyBy = (chance: Chance, hosts: number): string => {
  if (chance.share() < hosts) return host;
  let left = chance.below(contingents.reduce((sum, [, officers]) => sum + officers, 0));
  for (const [party, officers] of contingents) {
    left -= officers;
    if (left < 0) return party;
  }
  return host;
};

const cityBy = (chance: Chance): number => (chance.share() < 0.76 ? 0 : 1 + chance.below(cities.length - 1));

const unitOf = (chance: Chance, at: number, days: number, hosts: number): Unit => {
  const [trade, party, city] = [tradeBy(chance), partyBy(chance, hosts), cityBy(chance)];
  const late = party !== host && chance.share() < 0.15 ? 1 + chance.below(4) : 0;
  const early = chance.share() < 0.08 ? 1 + chance.below(5) : 0;
  const from = later(begin, late * dayMs);
  const to = later(begin, (days + 1 - early) * dayMs);
  const period = { from, to };
  const hostPair: HostPair = party === host ? { kind: 'not-needed' } : { kind: 'paired', periods: [period] };
  const tongue = tongues[party] ?? 'en';
  return {
    id: `unit-${at}`,
    party,
    size: trade.size,
    specialties:
      trade.specialty !== 'patrol' && chance.share() < 0.12 ? [trade.specialty, 'patrol'] : [trade.specialty],
    skills: trade.skills.filter(() => chance.share() < 0.75),
    languages: [
      tongue,
      ...(chance.share() < 0.6 ? ['en'] : []),
      ...(chance.share() < 0.2 ? ['fr'] : []),
    ].filter(isFirst),
    powers: [...trade.powers],
    home: `home-${city}`,
    maxMinutesFromHome: 150,
    available: [period],
    maxMinutesPerDay: 600,
    maxMinutesPer7Days: pick(chance, [2_880, 2_880, 3_000, 3_600]),
    hostPair,
  };
};

const isFirst = <Value>(value: Value, at: number, all: readonly Value[]): boolean =>
  all.indexOf(value) === at;

/** Minutes of the wall clock at which sessions begin. */
const sessions = [9, 10, 10, 13, 14, 14, 16, 18, 19, 20].map((hour) => hour * 60);
/** Stations, hotels and fan zones are held round the clock. */
const watches = [6, 14, 22].map((hour) => hour * 60);
const watchShare = 0.25;

const timesBy = (chance: Chance): { readonly start: number; readonly length: number } => {
  if (chance.share() < watchShare) return { start: pick(chance, [360, ...watches.slice(1)]), length: 480 };
  const session = pick(chance, [540, ...sessions.slice(1)]);
  const ahead = pick(chance, [60, 90, 120]);
  return { start: session - ahead, length: ahead + pick(chance, [150, 180, 210, 240]) + 30 };
};

const postOf = (chance: Chance, venues: readonly Venue[], at: number, day: number): Post => {
  const city = cityBy(chance);
  const near = venues.filter((venue) => venue.city === city);
  const venue = near[chance.below(near.length)];
  const trade = tradeBy(chance);
  const { start, length } = timesBy(chance);
  const from = later(begin, day * dayMs + start * minuteMs);
  return {
    id: `post-${at}`,
    place: venue?.id ?? 'venue-0-0',
    requirement: {
      specialty: trade.specialty,
      skills: trade.skills.filter(() => chance.share() < 0.25),
      languages: chance.share() < 0.15 ? [pick(chance, ['en', 'fr', 'es', 'de', 'ar'])] : [],
      powers: trade.powers.filter(() => chance.share() < 0.3),
    },
    quantity: 1 + chance.below(trade.specialty === 'patrol' ? 10 : 8),
    from,
    to: later(from, length * minuteMs),
    priority: pick(chance, [1, 2, 2, 3, 3, 3, 4, 4, 5]),
    needsHostPair: true,
  };
};

const visitorsPerHost = 3;

/** Names to each visitor a host officer of his trade and town where there is one, else of his trade. */
const withPairs = (units: readonly Unit[]): Unit[] => {
  const visitors = new Map<string, number>();
  const hostFor = (visitor: Unit): Unit | undefined => {
    const able = units.filter(
      ({ party, specialties, id }) =>
        party === host &&
        specialties[0] === visitor.specialties[0] &&
        (visitors.get(id) ?? 0) < visitorsPerHost,
    );
    return able.find(({ home }) => home === visitor.home) ?? able[0];
  };
  return units.map((unit) => {
    const beside = unit.hostPair.kind === 'paired' ? hostFor(unit) : undefined;
    if (unit.hostPair.kind !== 'paired' || beside === undefined) return unit;
    visitors.set(beside.id, (visitors.get(beside.id) ?? 0) + 1);
    const periods = unit.hostPair.periods.map((period) => ({ ...period, host: beside.id }));
    return { ...unit, hostPair: { kind: 'paired', periods } };
  });
};

/** The same size and seed give the same plan. */
export const gamesPlan = ({ units, seed, days = 19, posts = units * 4, paired = false }: PlanSize): Plan => {
  const chance = new Chance(seed);
  const venues = venuesOf(chance);
  const homes = cities.map(({ lat, lon }, city) => ({ id: `home-${city}`, lat, lon }));
  const made = Array.from({ length: units }, (_, at) => unitOf(chance, at, days, paired ? 2 / 3 : 1 / 2));
  return {
    version: 1,
    zone: 'Europe/Paris',
    from: begin,
    to: later(begin, (days + 1) * dayMs),
    host,
    places: [...venues.map(({ id, lat, lon }) => ({ id, lat, lon })), ...homes],
    travel: { kind: 'speed', kmPerHour: 30 },
    units: paired ? withPairs(made) : made,
    posts: Array.from({ length: posts }, (_, at) => postOf(chance, venues, at, at % days)),
    holds: [],
    told: [],
    settings: { seed },
  };
};
