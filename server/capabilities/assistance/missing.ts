/**
 * What an event is missing: what its posts want, by specialty and by the skills, languages and powers wanted,
 * less who is there and has them. Pure. A day is the node's. Who is there counts on a day where he is there for
 * as long as anybody of his specialty is wanted on it, for one seat at a time.
 *
 * At each moment as many seats are filled as can be, those that want most first (`filling.ts`, exact). How many
 * are to be asked for is settled from the sets that want most down: of each as many as those asked for before
 * leave empty at the worst moment. Where sets cross without one holding the other, fewer who have both might do.
 */
import { type Day, dayMs, type Instant } from '../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../kernel/zone.ts';
import type { Requirement, Specialty } from '../../plumbing/specialties/index.ts';
import type { PostDemand, PostPlace } from '../events/index.ts';
import { countDay, hours, indexesOf, kindsOf, type MissingDay, sumOf, type There } from './attendance.ts';
import { type DayStart, demandOf, type Moment } from './demand.ts';
import { createFilling } from './filling.ts';
import { meets, type PostSet, setsOf } from './requirement-sets.ts';

/** Places that a line names: those with most seat-hours. */
const placesNamed = 5;

interface Wanting {
  readonly posts: number;
  readonly seatHours: number;
  /** How many are to be asked for. */
  readonly missing: number;
  /** The day on which most seats stay empty; where none do, the one of the highest peak. */
  readonly worst: MissingDay;
  /** Where, by seat-hours. */
  readonly places: readonly { readonly place: PostPlace; readonly seatHours: number }[];
}

/** What is missing of those who have what some posts want. */
export interface MissingSet extends Wanting {
  readonly requirement: Requirement;
}

/** What is missing of one specialty. */
export interface MissingOf extends Wanting {
  readonly specialty: Specialty;
  /** Days on which somebody is wanted, in their order. */
  readonly days: readonly MissingDay[];
  /** By what posts want, the most missing first. */
  readonly sets: readonly MissingSet[];
}

/** A post, read once: its moments in milliseconds, and how long its seats are wanted in all. */
interface ReadPost {
  readonly requirement: Requirement;
  readonly place: PostPlace;
  readonly quantity: number;
  readonly starts: number;
  readonly ends: number;
  readonly seatMs: number;
}

const readPost = ({ requirement, place, quantity, from, to }: PostDemand): ReadPost => {
  const [starts, ends] = [Date.parse(from), Date.parse(to)];
  return { requirement, place, quantity, starts, ends, seatMs: (ends - starts) * quantity };
};

const nextDay = (day: Day): Day => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

/** The first moment of a day by the zone's clock. */
const startOf = (day: Day, zone: string): Instant =>
  momentOf(zone, { day, time: '00:00' }) ?? `${day}T00:00:00.000Z`;
/** The moment at which a day is over. */
const endOf = (day: Day, zone: string): Instant => startOf(nextDay(day), zone);

const daysOf = (posts: readonly ReadPost[], zone: string): readonly DayStart[] => {
  const dayAt = (moment: number): Day => wallTimeOf(zone, new Date(moment).toISOString()).day;
  const first = dayAt(posts.reduce((at, { starts }) => Math.min(at, starts), posts[0]?.starts ?? 0));
  const last = dayAt(posts.reduce((at, { ends }) => Math.max(at, ends), 0));
  const days: DayStart[] = [];
  for (let day = first; day <= last; day = nextDay(day))
    days.push({ day, starts: Date.parse(startOf(day, zone)) });
  return days;
};

const seatMsOf = ({ seatMs }: ReadPost): number => seatMs;

const placesIn = (posts: readonly ReadPost[]): Wanting['places'] => {
  const weights = new Map<string, { readonly place: PostPlace; weight: number }>();
  for (const post of posts) {
    const key = post.place.kind === 'object' ? post.place.object : post.place.venue;
    const known = weights.get(key);
    if (known === undefined) weights.set(key, { place: post.place, weight: post.seatMs });
    else known.weight += post.seatMs;
  }
  return [...weights.values()]
    .sort((one, other) => other.weight - one.weight)
    .slice(0, placesNamed)
    .map(({ place, weight }) => ({ place, seatHours: hours(weight) }));
};

const worstOf = (days: readonly MissingDay[]): MissingDay | undefined =>
  days.toSorted((one, other) => other.missing - one.missing || other.peak - one.peak)[0];

/** How many of each set are to be asked for, so that no seat stays empty at any of these moments. */
const askedFor = (sets: readonly PostSet<ReadPost>[], empty: readonly Moment[]): readonly number[] => {
  const room = sets.map(() => 0);
  const fitting = sets.map(({ requirement }) =>
    indexesOf(sets, (other) => meets(other.requirement, requirement)),
  );
  const different = new Map(empty.map((moment) => [JSON.stringify(moment), moment]));
  const fillings = [...different.values()].map((moment) => ({
    seats: new Map(moment.map(([sort, seats], at) => [sort, { at, seats }])),
    filling: createFilling(
      moment.map(([sort]) => fitting[sort] ?? []),
      room,
    ),
  }));
  for (const sort of sets.keys())
    for (const { seats: bySort, filling } of fillings) {
      const wanted = bySort.get(sort);
      if (wanted === undefined) continue;
      const left = filling.fill(wanted.at, wanted.seats);
      room[sort] = (room[sort] ?? 0) + left;
      filling.fill(wanted.at, left);
    }
  return room;
};

const missingIn = (
  specialty: Specialty,
  wanted: readonly ReadPost[],
  there: readonly There[],
  days: readonly DayStart[],
): MissingOf | null => {
  const sets = setsOf(wanted, seatMsOf);
  const seats = sets.flatMap(({ posts }, sort) =>
    posts.map(({ starts: from, ends: to, quantity }) => ({ sort, quantity, from, to })),
  );
  const kinds = kindsOf(
    sets.map(({ requirement }) => requirement),
    there,
  );
  const fitting = sets.map((_, sort) => indexesOf(kinds, ({ fits }) => fits[sort] === true));
  const counted = demandOf(seats, days).map((demand) => countDay(demand, kinds, fitting));
  const asked = askedFor(
    sets,
    counted.flatMap(({ empty }) => empty.filter((moment) => moment.length > 0)),
  );
  const wanting = (posts: readonly ReadPost[], worst: MissingDay, missing: number): Wanting => ({
    ...{ posts: posts.length, seatHours: hours(sumOf(posts.map(seatMsOf))), missing, worst },
    places: placesIn(posts),
  });
  const missingSets = sets.flatMap(({ requirement, posts }, sort): MissingSet[] => {
    const worst = worstOf(counted.flatMap(({ bySort }) => bySort.get(sort) ?? []));
    return worst === undefined ? [] : [{ requirement, ...wanting(posts, worst, asked[sort] ?? 0) }];
  });
  const whole = counted.map((one) => one.whole);
  const worst = worstOf(whole);
  if (worst === undefined) return null;
  return {
    specialty,
    ...wanting(wanted, worst, sumOf(asked)),
    days: whole,
    sets: missingSets.toSorted((one, other) => other.missing - one.missing),
  };
};

const grouped = <Value extends { readonly specialty: Specialty }, Kept>(
  values: readonly Kept[],
  of: (value: Kept) => Value,
): ReadonlyMap<Specialty, readonly Kept[]> => {
  const groups = new Map<Specialty, Kept[]>();
  for (const value of values) {
    const { specialty } = of(value);
    const known = groups.get(specialty);
    if (known === undefined) groups.set(specialty, [value]);
    else known.push(value);
  }
  return groups;
};

/** What is missing of each specialty that a post wants, the most missing first. */
export const missingOf = (
  posts: readonly PostDemand[],
  there: readonly There[],
  zone: string,
): readonly MissingOf[] => {
  const read = posts.map(readPost);
  const days = read.length === 0 ? [] : daysOf(read, zone);
  const present = grouped(there, (one) => one);
  return [...grouped(read, ({ requirement }) => requirement)]
    .flatMap(([specialty, wanted]) => missingIn(specialty, wanted, present.get(specialty) ?? [], days) ?? [])
    .sort((one, other) => other.missing - one.missing || one.specialty.localeCompare(other.specialty));
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
