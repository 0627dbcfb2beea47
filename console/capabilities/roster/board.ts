/** A draft and its plan, put in order for the screens: rows of a board, and figures. Pure. */
import type {
  Assignment,
  Draft,
  Hold,
  Plan,
  Post,
  Unit,
} from '../../../server/capabilities/roster/contract.ts';

export type TakenPlan = Omit<Plan, 'holds' | 'told' | 'settings'>;

/** One bar: a seat of a post, from when to when, and who stands on it. */
export interface Bar {
  readonly key: string;
  readonly post: Post;
  readonly seat: number;
  readonly unit: Unit | null;
  readonly from: number;
  readonly to: number;
  readonly isPinned: boolean;
  readonly isOverridden: boolean;
}

/** One row: a line of a venue, or a unit. */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly sub: string;
  readonly isHead: boolean;
  readonly unit: Unit | null;
  readonly bars: readonly Bar[];
}

/** Everything by its id. */
export interface Board {
  readonly plan: TakenPlan;
  readonly posts: ReadonlyMap<string, Post>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly placeName: (place: string) => string;
  readonly bars: readonly Bar[];
  readonly holds: readonly Hold[];
  readonly from: number;
  readonly to: number;
}

const pair = (unit: string, post: string): string => `${unit} ${post}`;

/** Puts it in order. */
export const boardOf = (
  plan: TakenPlan,
  draft: Pick<Draft, 'assignments' | 'holds'>,
  placeName: (place: string) => string,
): Board => {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const standing = new Map<string, Assignment>();
  for (const one of draft.assignments) standing.set(`${one.seat} ${one.post}`, one);
  const held = (kind: Hold['kind']) =>
    new Set(
      draft.holds.flatMap((hold) =>
        hold.kind === kind && 'post' in hold && hold.unit !== undefined
          ? [pair(hold.unit, hold.post ?? '')]
          : [],
      ),
    );
  const [pins, overrides] = [held('pin'), held('override')];
  const bars = plan.posts.flatMap((post) =>
    Array.from({ length: post.quantity }, (_, seat): Bar => {
      const one = standing.get(`${seat} ${post.id}`);
      const of = one === undefined ? '' : pair(one.unit, post.id);
      return {
        key: `${seat} ${post.id}`,
        post,
        seat,
        unit: one === undefined ? null : (units.get(one.unit) ?? null),
        from: Date.parse(one?.from ?? post.from),
        to: Date.parse(one?.to ?? post.to),
        isPinned: pins.has(of),
        isOverridden: overrides.has(of),
      };
    }),
  );
  const { from, to } = plan;
  return {
    plan,
    posts,
    units,
    placeName,
    bars,
    holds: draft.holds,
    from: Date.parse(from),
    to: Date.parse(to),
  };
};

/** Bars on as few lines as they fit on without covering each other. */
const onLines = (bars: readonly Bar[]): readonly (readonly Bar[])[] => {
  const lines: Bar[][] = [];
  for (const bar of bars.toSorted((one, other) => one.from - other.from)) {
    const line = lines.find((those) => (those.at(-1)?.to ?? 0) <= bar.from);
    if (line === undefined) lines.push([bar]);
    else line.push(bar);
  }
  return lines;
};

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
};

interface VenueWords {
  specialtyName(post: Post): string;
  /** How many of how many stand. */
  countOf(standing: number, all: number): string;
}

/**
 * Venues one after the other, each with the lines that its posts need, one specialty beside its like. Where
 * gaps alone are shown, a head still counts all seats that were looked for: how many of how many stand.
 */
export const venueRows = (
  { bars, placeName }: Board,
  wanted: (bar: Bar) => boolean,
  { onlyGaps, ...say }: VenueWords & { readonly onlyGaps: boolean },
): readonly Row[] =>
  [...groupBy(bars.filter(wanted), ({ post }) => post.place)]
    .map(([place, all]) => ({ place, all, label: placeName(place) }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
    .flatMap(({ place, all, label }): readonly Row[] => {
      const those = onlyGaps ? all.filter(({ unit }) => unit === null) : all;
      if (those.length === 0) return [];
      const covered = all.filter(({ unit }) => unit !== null).length;
      const head: Row = {
        key: place,
        label,
        sub: say.countOf(covered, all.length),
        isHead: true,
        unit: null,
        bars: [],
      };
      const kinds = [...groupBy(those, ({ post }) => post.requirement.specialty)].flatMap(([kind, own]) =>
        onLines(own).map((line, at): Row => {
          const [first] = line;
          const name = first === undefined || at > 0 ? '' : say.specialtyName(first.post);
          return {
            key: `${place} ${kind} ${at}`,
            label: name,
            sub: '',
            isHead: false,
            unit: null,
            bars: line,
          };
        }),
      );
      return [head, ...kinds];
    });

/** One row for each unit, by service and name. */
export const unitRows = (
  { bars, plan }: Board,
  wanted: (unit: Unit) => boolean,
  partyName: (party: string) => string,
): readonly Row[] => {
  const own = groupBy(bars, ({ unit }) => unit?.id ?? '');
  return plan.units
    .filter(wanted)
    .map((unit): Row => {
      const duties = (own.get(unit.id) ?? []).toSorted((one, other) => one.from - other.from);
      const { id, name, party } = unit;
      return { key: id, label: name ?? id, sub: partyName(party), isHead: false, unit, bars: duties };
    })
    .toSorted((one, other) => one.sub.localeCompare(other.sub) || one.label.localeCompare(other.label));
};

/** How many are wanted and how many stand, at each step. */
export const coverageCurve = (
  { bars, from, to }: Board,
  stepMs: number,
): readonly { readonly at: number; readonly wanted: number; readonly standing: number }[] => {
  const steps = Math.max(1, Math.ceil((to - from) / stepMs));
  const [wanted, standing] = [new Float64Array(steps + 1), new Float64Array(steps + 1)];
  for (const bar of bars) {
    const first = Math.max(0, Math.floor((bar.from - from) / stepMs));
    const last = Math.min(steps, Math.ceil((bar.to - from) / stepMs));
    for (let at = first; at < last; at += 1) {
      wanted[at] = (wanted[at] ?? 0) + 1;
      if (bar.unit !== null) standing[at] = (standing[at] ?? 0) + 1;
    }
  }
  return Array.from({ length: steps }, (_, at) => ({
    at: from + at * stepMs,
    wanted: wanted[at] ?? 0,
    standing: standing[at] ?? 0,
  }));
};

/** Places with how many are wanted and stand there at a moment. */
export const atMoment = ({ bars, plan, placeName }: Board, moment: number) => {
  const there = bars.filter(({ from, to }) => from <= moment && moment < to);
  const groups = groupBy(there, ({ post }) => post.place);
  return plan.places
    .filter(({ id }) => !id.startsWith('home '))
    .map(({ id, lat, lon }) => {
      const those = groups.get(id) ?? [];
      const standing = those.filter(({ unit }) => unit !== null).length;
      return { id, lat, lon, name: placeName(id), wanted: those.length, standing };
    });
};

const hourMs = 3_600_000;

/** Hours and duties of each unit, and of each service. */
export const loadOf = ({ bars, plan }: Board) => {
  const hours = new Map<string, { hours: number; duties: number }>();
  for (const { unit, from, to } of bars) {
    if (unit === null) continue;
    const known = hours.get(unit.id) ?? { hours: 0, duties: 0 };
    hours.set(unit.id, { hours: known.hours + (to - from) / hourMs, duties: known.duties + 1 });
  }
  const units = plan.units.map((unit) => ({ unit, ...(hours.get(unit.id) ?? { hours: 0, duties: 0 }) }));
  const services = [...groupBy(units, ({ unit }) => unit.party)].map(([party, those]) => {
    const sum = those.reduce((all, one) => all + one.hours, 0);
    const each = those.map((one) => one.hours);
    return {
      party,
      units: those.length,
      hours: sum,
      mean: sum / those.length,
      least: Math.min(...each),
      most: Math.max(...each),
      idle: those.filter((one) => one.duties === 0).length,
    };
  });
  return { units, services: services.toSorted((one, other) => other.hours - one.hours) };
};
