/** What one venue takes over from another that goes into it, and what it gives back. Pure. */
import { canonical, type JsonObject } from '../../../kernel/canonical.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Venue } from '../place-contract.ts';
import type { PostPlace } from '../post-contract.ts';

/** What undoing a merge needs. */
export interface Did {
  /** As it was. */
  readonly goes: Venue;
  /** The fields that the other took over: as they were, and as they became. */
  readonly took: { readonly before: JsonObject; readonly after: JsonObject };
  readonly sessions: readonly string[];
  readonly posts: readonly { readonly id: string; readonly place: PostPlace }[];
  /** Zones that went into one of the same code. */
  readonly zones: readonly (readonly [string, string])[];
}

const outer = (one: Day | null, other: Day | null, pick: (days: readonly Day[]) => Day | undefined) =>
  pick([one, other].filter((day) => day !== null).toSorted()) ?? null;

interface Part {
  readonly id: string;
  readonly code: string;
}
const lacking = <One extends Part>(there: readonly One[], come: readonly One[]): readonly One[] =>
  come.filter(({ code }) => there.every((one) => one.code !== code));

/** What is said of the venue that stays holds; what it does not say it takes from the one that goes. */
export const takeOver = (stays: Venue, goes: Venue): Venue => ({
  ...stays,
  name: { ...goes.name, ...stays.name },
  town: stays.town ?? goes.town,
  country: stays.country ?? goes.country,
  place: stays.place ?? goes.place,
  capacity: stays.capacity ?? goes.capacity,
  outline: stays.outline ?? goes.outline,
  zones: [...stays.zones, ...lacking(stays.zones, goes.zones)],
  gates: [...stays.gates, ...lacking(stays.gates, goes.gates)],
  firstDay: outer(stays.firstDay, goes.firstDay, (days) => days.at(0)),
  lastDay: outer(stays.lastDay, goes.lastDay, (days) => days.at(-1)),
  // What is planned at either is planned at one that is used.
  state: [stays, goes].some(({ state }) => state === 'in-use') ? 'in-use' : stays.state,
});

/** Which zone of the venue that stays each zone of the same code goes into. */
export const zonesInto = (stays: Venue, goes: Venue): readonly (readonly [string, string])[] =>
  goes.zones.flatMap(({ id, code }) => {
    const there = stays.zones.find((zone) => zone.code === code);
    return there === undefined ? [] : [[id, there.id] as const];
  });

/** Where a post stands then; posts at objects stay. */
export const placeInto = (place: PostPlace, stays: string, zones: Did['zones']): PostPlace => {
  if (place.kind === 'object') return place;
  if (place.kind === 'venue') return { kind: 'venue', venue: stays };
  const into = zones.find(([zone]) => zone === place.zone)?.[1];
  return { kind: 'zone', venue: stays, zone: into ?? place.zone };
};

/** The venue without what it took over, where nobody changed that since; zones where posts stand remain. */
export const giveBack = (now: Venue, { goes, took }: Did, postedZones: ReadonlySet<string>): Venue => {
  const is = new Map<string, unknown>(Object.entries(now));
  const same = ([field]: readonly [string, unknown]): boolean =>
    field !== 'zones' &&
    field !== 'gates' &&
    canonical(is.get(field) ?? null) === canonical(took.after[field] ?? null);
  const ofGone = (parts: readonly Part[]): ReadonlySet<string> => new Set(parts.map(({ id }) => id));
  const [zones, gates] = [ofGone(goes.zones), ofGone(goes.gates)];
  return {
    ...now,
    ...Object.fromEntries(Object.entries(took.before).filter(same)),
    zones: now.zones.filter(({ id }) => !zones.has(id) || postedZones.has(id)),
    gates: now.gates.filter(({ id }) => !gates.has(id)),
  };
};
