/**
 * What an event is missing: what its posts want of each specialty day by day, less who is there already. Pure.
 * A day is the node's. What is missing on a day is its peak, the most seats at once, less those who are there
 * for as long as anybody is wanted on it.
 */
import type { Day, Instant } from '../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../kernel/zone.ts';
import type { Requirement, Specialty } from '../../plumbing/specialties/index.ts';
import type { Post, PostPlace } from '../events/index.ts';

const hourMs = 3_600_000;
/** Places that a line names: those with most seat-hours. */
const placesNamed = 5;

/** What is looked at of a post. */
export type WantedPost = Pick<Post, 'place' | 'requirement' | 'quantity' | 'from' | 'to'>;

/** Officers or teams who are there from a moment to another: the service's own, or accepted of a partner. */
export interface There {
  readonly specialty: Specialty;
  readonly quantity: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly isOwn: boolean;
}

/** One day of one specialty. */
export interface MissingDay {
  readonly day: Day;
  /** Seats at once, at most. */
  readonly peak: number;
  readonly seatHours: number;
  readonly own: number;
  readonly accepted: number;
  readonly missing: number;
}

/** What is missing of one specialty. */
export interface MissingOf {
  readonly specialty: Specialty;
  readonly posts: number;
  readonly seatHours: number;
  /** Days on which somebody is wanted, in their order. */
  readonly days: readonly MissingDay[];
  /** The day on which most are missing; where none are, the one of the highest peak. */
  readonly worst: MissingDay;
  /** Where, by seat-hours. */
  readonly places: readonly { readonly place: PostPlace; readonly seatHours: number }[];
  /** What at least half of the seat-hours want. */
  readonly requirement: Requirement;
}

interface Span {
  readonly day: Day;
  readonly starts: number;
}

const nextDay = (day: Day): Day => new Date(Date.parse(day) + 24 * hourMs).toISOString().slice(0, 10);

/** The first moment of a day by the zone's clock. */
export const startOf = (day: Day, zone: string): Instant =>
  momentOf(zone, { day, time: '00:00' }) ?? `${day}T00:00:00.000Z`;
/** The moment at which a day is over. */
export const endOf = (day: Day, zone: string): Instant => startOf(nextDay(day), zone);

const daysFrom = (first: Day, last: Day, zone: string): readonly Span[] => {
  const days: Span[] = [];
  for (let day = first; day <= last; day = nextDay(day))
    days.push({ day, starts: Date.parse(startOf(day, zone)) });
  return days;
};

interface Demand {
  readonly day: Day;
  peak: number;
  seatMs: number;
  /** When the first seat of the day is taken, and the last one left. */
  first: number;
  last: number;
}

/** Walks through all moments at which a seat is taken or left. Two who relieve each other are one seat. */
const demandOf = (posts: readonly WantedPost[], days: readonly Span[]): readonly Demand[] => {
  const changes = new Map<number, number>(days.map(({ starts }) => [starts, 0]));
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { from, to, quantity } of posts) {
    change(Date.parse(from), quantity);
    change(Date.parse(to), -quantity);
  }
  const edges = [...changes].sort(([one], [other]) => one - other);
  const demand = days.map(({ day }): Demand => ({ day, peak: 0, seatMs: 0, first: 0, last: 0 }));
  let [seats, at] = [0, -1];
  edges.forEach(([moment, by], index) => {
    while ((days[at + 1]?.starts ?? Number.POSITIVE_INFINITY) <= moment) at += 1;
    seats += by;
    const until = edges[index + 1]?.[0] ?? moment;
    const today = demand[at];
    if (today === undefined || seats === 0 || until === moment) return;
    if (today.peak === 0) today.first = moment;
    today.peak = Math.max(today.peak, seats);
    today.seatMs += seats * (until - moment);
    today.last = until;
  });
  return demand.filter(({ peak }) => peak > 0);
};

const hours = (ms: number): number => Math.round((ms / hourMs) * 10) / 10;

const dayOfDemand = ({ day, peak, seatMs, first, last }: Demand, there: readonly There[]): MissingDay => {
  const present = there.filter(({ from, until }) => Date.parse(from) <= first && last <= Date.parse(until));
  const count = (isOwn: boolean) =>
    present.reduce((sum, one) => sum + (one.isOwn === isOwn ? one.quantity : 0), 0);
  const [own, accepted] = [count(true), count(false)];
  return {
    day,
    peak,
    seatHours: hours(seatMs),
    own,
    accepted,
    missing: Math.max(0, peak - own - accepted),
  };
};

const seatMsOf = ({ from, to, quantity }: WantedPost): number =>
  (Date.parse(to) - Date.parse(from)) * quantity;

/** What at least half of the seat-hours want, the most wanted first. */
const commonIn = <Value extends string>(
  posts: readonly WantedPost[],
  of: (requirement: Requirement) => readonly Value[],
): Value[] => {
  const weights = new Map<Value, number>();
  let whole = 0;
  for (const post of posts) {
    const weight = seatMsOf(post);
    whole += weight;
    for (const value of of(post.requirement)) weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  return [...weights]
    .filter(([, weight]) => weight * 2 >= whole)
    .sort(([one, more], [other, less]) => less - more || one.localeCompare(other))
    .map(([value]) => value);
};

const placesIn = (posts: readonly WantedPost[]): MissingOf['places'] => {
  const weights = new Map<string, { readonly place: PostPlace; weight: number }>();
  for (const post of posts) {
    const key = post.place.kind === 'object' ? post.place.object : post.place.venue;
    const weight = (weights.get(key)?.weight ?? 0) + seatMsOf(post);
    weights.set(key, { place: post.place, weight });
  }
  return [...weights.values()]
    .sort((one, other) => other.weight - one.weight)
    .slice(0, placesNamed)
    .map(({ place, weight }) => ({ place, seatHours: hours(weight) }));
};

const worstOf = (days: readonly MissingDay[]): MissingDay | undefined =>
  days.toSorted((one, other) => other.missing - one.missing || other.peak - one.peak)[0];

/** What is missing of each specialty that a post wants, the most missing first. */
export const missingOf = (
  posts: readonly WantedPost[],
  there: readonly There[],
  zone: string,
): readonly MissingOf[] => {
  const bySpecialty = new Map<Specialty, WantedPost[]>();
  for (const post of posts) {
    const { specialty } = post.requirement;
    const known = bySpecialty.get(specialty);
    if (known === undefined) bySpecialty.set(specialty, [post]);
    else known.push(post);
  }
  const found = [...bySpecialty].flatMap(([specialty, wanted]): MissingOf[] => {
    const first = wanted.reduce((at, { from }) => (from < at ? from : at), wanted[0]?.from ?? '');
    const last = wanted.reduce((at, { to }) => (to > at ? to : at), '');
    const spans = daysFrom(wallTimeOf(zone, first).day, wallTimeOf(zone, last).day, zone);
    const present = there.filter((one) => one.specialty === specialty);
    const days = demandOf(wanted, spans).map((demand) => dayOfDemand(demand, present));
    const worst = worstOf(days);
    if (worst === undefined) return [];
    return [
      {
        specialty,
        posts: wanted.length,
        seatHours: hours(wanted.reduce((sum, post) => sum + seatMsOf(post), 0)),
        days,
        worst,
        places: placesIn(wanted),
        requirement: {
          specialty,
          skills: commonIn(wanted, ({ skills }) => skills),
          languages: commonIn(wanted, ({ languages }) => languages),
          powers: commonIn(wanted, ({ powers }) => powers),
        },
      },
    ];
  });
  return found.sort(
    (one, other) => other.worst.missing - one.worst.missing || one.specialty.localeCompare(other.specialty),
  );
};

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const later = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * From when to when a line asks: the days of the event, and those before or after it on which somebody is
 * missing.
 */
export const periodWanted = (
  { days }: Pick<MissingOf, 'days'>,
  event: { readonly firstDay: Day; readonly lastDay: Day },
  zone: string,
): { readonly from: Instant; readonly to: Instant } => {
  const missing = days.filter((one) => one.missing > 0).map(({ day }) => day);
  return {
    from: startOf(missing.reduce(earlier, event.firstDay), zone),
    to: endOf(missing.reduce(later, event.lastDay), zone),
  };
};
