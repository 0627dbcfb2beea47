/**
 * A plan in numbers: what is looked at millions of times lies in typed arrays. Minutes count from the first
 * midnight; where an instant is not on a minute, it is rounded so that no rule becomes weaker. Pure.
 */
import { dayMs, type Instant } from '../../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../kernel/zone.ts';
import { type Hold, type Plan, type Unit, usualRules, usualWeights } from '../plan.ts';
import { travelMinutes } from './travel.ts';

const minuteMs = 60_000;
const noon = '12:00';

/** Windows as pairs of minutes, in order, those that touch joined. */
export type Windows = readonly number[];

/** When a unit is paired with a host officer, by his number; -1 where the plan does not name him. */
export interface PairedWith {
  readonly host: number;
  readonly windows: Windows;
}

export interface Instance {
  readonly plan: Plan;
  readonly units: number;
  readonly posts: number;
  readonly days: number;
  /** Calendar days of the plan's zone. */
  readonly dayNames: readonly string[];
  /** The first minute of each day, and the end of the last. */
  readonly dayStarts: Int32Array;
  readonly places: number;
  readonly travel: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly place: Int32Array;
  readonly quantity: Int32Array;
  readonly priority: Int32Array;
  /** Weighted minutes of one seat. */
  readonly value: Float64Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Minutes of a post on its first day; those of later days follow at `+ 1`, `+ 2`. */
  readonly dayShare: Int32Array;
  readonly dayShareAt: Int32Array;
  /** -1 where a unit has no home in the plan. */
  readonly home: Int32Array;
  readonly homeLimit: Int32Array;
  readonly perDay: Int32Array;
  readonly perWeek: Int32Array;
  readonly span: Int32Array;
  readonly rest: Int32Array;
  readonly available: readonly Windows[];
  /** Gaps of `available` that are duties in other events. */
  readonly engaged: readonly Windows[];
  /** Null where a unit is not bound to periods of a pair. */
  readonly paired: readonly (readonly PairedWith[] | null)[];
  /** How many host officers pairs name, and which of them each unit is; -1 where it is none. */
  readonly hosts: number;
  readonly hostOf: Int32Array;
  readonly unitAt: ReadonlyMap<string, number>;
  readonly postAt: ReadonlyMap<string, number>;
  readonly placeAt: ReadonlyMap<string, number>;
  /** Posts that a unit is forbidden; `everything` where it is given none. */
  readonly forbidden: ReadonlyMap<number, ReadonlySet<number> | 'everything'>;
  /** Group of each unit that is escorted, else -1; groups that each unit escorts. */
  readonly escortedBy: Int32Array;
  readonly escorting: readonly (readonly number[])[];
  readonly perHost: readonly number[];
}

/** The place of each id in its list. */
const indexOf = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, at) => [id, at]));

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T${noon}:00.000Z`) + dayMs).toISOString().slice(0, 10);

const midnights = (plan: Plan): { names: string[]; starts: number[] } => {
  const every = plan.posts.flatMap(({ from, to }) => [from, to]).concat(plan.from, plan.to);
  const first = every.reduce((one, two) => (Date.parse(two) < Date.parse(one) ? two : one));
  const last = every.reduce((one, two) => (Date.parse(two) > Date.parse(one) ? two : one));
  const names: string[] = [];
  const starts: number[] = [];
  const end = dayAfter(wallTimeOf(plan.zone, last).day);
  for (let day = wallTimeOf(plan.zone, first).day; day <= end; day = dayAfter(day)) {
    names.push(day);
    starts.push(Date.parse(momentOf(plan.zone, { day, time: '00:00' }) ?? first) / minuteMs);
  }
  return { names: names.slice(0, -1), starts };
};

type ToMinute = (at: Instant) => number;

const windowsOf = (
  periods: readonly { readonly from: Instant; readonly to: Instant }[],
  up: ToMinute,
  down: ToMinute,
): Windows => {
  const sorted = periods.map(({ from, to }) => [up(from), down(to)] as const).sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [from, to] of sorted) {
    const end = joined.at(-1);
    if (to <= from) continue;
    if (end !== undefined && from <= end) joined[joined.length - 1] = Math.max(end, to);
    else joined.push(from, to);
  }
  return joined;
};

const forbiddenOf = (
  holds: readonly Hold[],
  unitAt: ReadonlyMap<string, number>,
  postAt: ReadonlyMap<string, number>,
): Instance['forbidden'] => {
  const forbidden = new Map<number, Set<number> | 'everything'>();
  for (const hold of holds) {
    if (hold.kind !== 'forbid') continue;
    const unit = unitAt.get(hold.unit) ?? -1;
    const before = forbidden.get(unit);
    if (hold.post === undefined) forbidden.set(unit, 'everything');
    else if (before !== 'everything')
      forbidden.set(unit, (before ?? new Set()).add(postAt.get(hold.post) ?? -1));
  }
  return forbidden;
};

const shares = (from: Int32Array, to: Int32Array, starts: Int32Array) => {
  const days = starts.length - 1;
  const firstDay = new Int32Array(from.length);
  const lastDay = new Int32Array(from.length);
  const dayShareAt = new Int32Array(from.length);
  const parts: number[] = [];
  for (const [post, begin] of from.entries()) {
    const end = to[post] ?? 0;
    let day = 0;
    while (day < days - 1 && (starts[day + 1] ?? 0) <= begin) day += 1;
    firstDay[post] = day;
    dayShareAt[post] = parts.length;
    for (;;) {
      const [open, close] = [Math.max(begin, starts[day] ?? 0), Math.min(end, starts[day + 1] ?? end)];
      parts.push(Math.max(0, close - open));
      if (day >= days - 1 || (starts[day + 1] ?? 0) >= end) break;
      day += 1;
    }
    lastDay[post] = day;
  }
  return { firstDay, lastDay, dayShareAt, dayShare: Int32Array.from(parts) };
};

const unitNumbers = (units: readonly Unit[], placeAt: ReadonlyMap<string, number>) => {
  const column = (read: (unit: Unit) => number) => Int32Array.from(units, read);
  return {
    home: column(({ home }) => (home === undefined ? -1 : (placeAt.get(home) ?? -1))),
    homeLimit: column(({ maxMinutesFromHome }) => maxMinutesFromHome ?? -1),
    perDay: column(({ maxMinutesPerDay }) => maxMinutesPerDay ?? usualRules.maxMinutesPerDay),
    perWeek: column(({ maxMinutesPer7Days }) => maxMinutesPer7Days ?? usualRules.maxMinutesPer7Days),
    span: column(({ maxDutySpanMinutes }) => maxDutySpanMinutes ?? usualRules.maxDutySpanMinutes),
    rest: column(({ minRestMinutes }) => minRestMinutes ?? usualRules.minRestMinutes),
  };
};

const pairs = ({ units }: Plan, up: ToMinute, down: ToMinute) => {
  const named = units.flatMap(({ hostPair }) =>
    hostPair.kind === 'paired' ? hostPair.periods.flatMap(({ host }) => host ?? []) : [],
  );
  const numbers = new Map([...new Set(named)].map((host, at) => [host, at]));
  return {
    hosts: numbers.size,
    hostOf: Int32Array.from(units, ({ id }) => numbers.get(id) ?? -1),
    paired: units.map(({ hostPair }): readonly PairedWith[] | null => {
      if (hostPair.kind !== 'paired') return null;
      return [...new Set(hostPair.periods.map(({ host }) => host))].map((host) => ({
        host: host === undefined ? -1 : (numbers.get(host) ?? -1),
        windows: windowsOf(
          hostPair.periods.filter((period) => period.host === host),
          up,
          down,
        ),
      }));
    }),
  };
};

const escorts = (plan: Plan) => {
  const groups = indexOf(plan.escortGroups ?? []);
  return {
    perHost: (plan.escortGroups ?? []).map(({ perHost }) => perHost),
    escortedBy: Int32Array.from(plan.units, ({ hostPair }) =>
      hostPair.kind === 'escorted' ? (groups.get(hostPair.group) ?? -1) : -1,
    ),
    escorting: plan.units.map((unit) =>
      (unit.party === plan.host ? (unit.escorts ?? []) : [])
        .map((group) => groups.get(group) ?? -1)
        .filter((group) => group >= 0),
    ),
  };
};

/** The numbers of a plan whose references were checked (`readPlan`). */
export const instanceOf = (plan: Plan): Instance => {
  const { names, starts } = midnights(plan);
  const origin = starts[0] ?? 0;
  const down: ToMinute = (at) => Math.floor(Date.parse(at) / minuteMs) - origin;
  const up: ToMinute = (at) => Math.ceil(Date.parse(at) / minuteMs) - origin;
  const [unitAt, postAt, placeAt] = [indexOf(plan.units), indexOf(plan.posts), indexOf(plan.places)];
  const from = Int32Array.from(plan.posts, (post) => down(post.from));
  const to = Int32Array.from(plan.posts, (post) => up(post.to));
  const dayStarts = Int32Array.from(starts, (start) => start - origin);
  const weights = plan.settings.weights ?? usualWeights;
  return {
    plan,
    ...{ units: plan.units.length, posts: plan.posts.length, places: plan.places.length },
    ...{ days: names.length, dayNames: names, dayStarts, travel: travelMinutes(plan) },
    ...{ from, to, unitAt, postAt, placeAt },
    place: Int32Array.from(plan.posts, ({ place }) => placeAt.get(place) ?? 0),
    quantity: Int32Array.from(plan.posts, ({ quantity }) => quantity),
    priority: Int32Array.from(plan.posts, ({ priority }) => priority),
    value: Float64Array.from(plan.posts, (post) => {
      const minutes = (Date.parse(post.to) - Date.parse(post.from)) / minuteMs;
      return minutes * (weights[post.priority - 1] ?? 1) * (post.weight ?? 1);
    }),
    ...shares(from, to, dayStarts),
    ...unitNumbers(plan.units, placeAt),
    available: plan.units.map(({ available }) => windowsOf(available, up, down)),
    engaged: plan.units.map(({ engaged = [] }) => windowsOf(engaged, down, up)),
    ...pairs(plan, up, down),
    forbidden: forbiddenOf(plan.holds, unitAt, postAt),
    ...escorts(plan),
  };
};
