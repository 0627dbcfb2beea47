/** What is known of a target before anybody assesses it, drawn from the programme. Pure. */
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Name } from '../contract.ts';
import type { ObjectKind } from '../place-contract.ts';
import type { Target } from './target.ts';

/** Where a target is: a venue, or one of the other kinds of place that are protected. */
export type PlaceKind = 'venue' | ObjectKind;

/** Spectators that are expected of one nation. */
export interface Visitors {
  readonly nation: string;
  readonly count: number;
}

/** The facts of one target. */
export interface Facts {
  readonly key: string;
  readonly target: Target;
  readonly place: PlaceKind;
  /** The venue, or the object; null for a session that is at none of the venues. */
  readonly placeId: string | null;
  readonly name: Name;
  /** Of a session. */
  readonly title: string | null;
  /** By the node's clock; null for an object that is protected for more than one day. */
  readonly day: Day | null;
  /** Of a venue's day: from the first beginning to the last end. */
  readonly from: Instant;
  readonly to: Instant;
  /** When there are people in the place: one for a session, several for a day with breaks. */
  readonly periods: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Sessions in it, and the one that it is where it is one. */
  readonly sessions: readonly string[];
  /** At the busiest time; null where nobody has said. */
  readonly spectators: number | null;
  readonly capacity: number | null;
  /** At the busiest time, those of whom there are most first. */
  readonly visitors: readonly Visitors[];
  readonly isOpening: boolean;
  readonly isMedal: boolean;
  /** On the road or in the open, along a way. */
  readonly isRoute: boolean;
}

/** What a session says of itself, as the programme has it. */
export interface SessionFacts {
  readonly id: string;
  readonly venue: string | null;
  readonly day: Day;
  readonly title: string;
  readonly discipline: string | null;
  readonly phase: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly spectators: number | null;
  readonly expected: readonly Visitors[];
}

/** What a venue or an object says of itself. */
export interface PlaceFacts {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: Name;
  readonly capacity: number | null;
  /** Of an object: when it is protected. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

const opening =
  /(opening|closing) ceremony|c[eé]r[eé]monie d(e |['’])(ouverture|cl[oô]ture)|حفل (الافت|الاخت)/i;
const medal = /\b(gold|bronze) medal|\bfinals?\b|\bfinale\b|نهائي/i;
const notYet = /semi|quarter|quart|demi|1\/[248]|نصف|ربع|ثمن/i;
const onTheRoad = /marathon|\broad\b|\broute\b|race walk|triathlon|cyclisme sur route|ماراثون|سباق الطريق/i;

/** A ceremony, or the title of one. */
export const isOpening = (words: string): boolean => opening.test(words);
/** A session in which medals are won, by what its title or phase says. */
export const isMedal = (words: string): boolean => medal.test(words) && !notYet.test(words);
/** Held along a road or a river. */
export const isRoute = (words: string): boolean => onTheRoad.test(words);

const wordsOf = ({ title, discipline, phase }: SessionFacts): string =>
  [title, discipline, phase].filter((part) => part !== null).join(' ');

/** Of each nation the most that are there at once, those of whom there are most first. */
const mostOf = (all: readonly (readonly Visitors[])[]): readonly Visitors[] => {
  const most = new Map<string, number>();
  for (const { nation, count } of all.flat()) most.set(nation, Math.max(count, most.get(nation) ?? 0));
  return [...most]
    .map(([nation, count]) => ({ nation, count }))
    .sort((one, other) => other.count - one.count || one.nation.localeCompare(other.nation));
};

const greatest = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((most, one) => (one !== null && (most === null || one > most) ? one : most), null);

type PlaceOfSessions = Pick<PlaceFacts, 'kind' | 'name' | 'capacity'> & { readonly id: string | null };
const nowhere: PlaceOfSessions = { id: null, kind: 'other', name: {}, capacity: null };

const factsOfSessions = (
  target: Target,
  key: string,
  place: PlaceOfSessions,
  sessions: readonly [SessionFacts, ...SessionFacts[]],
): Facts => {
  const words = sessions.map(wordsOf);
  const [first] = sessions;
  const starts = sessions.map(({ startsAt }) => startsAt).sort();
  const ends = sessions.map(({ endsAt }) => endsAt).sort();
  return {
    key,
    target,
    place: place.kind,
    placeId: place.id,
    name: place.name,
    title: target.kind === 'session' ? first.title : null,
    day: first.day,
    from: starts[0] ?? first.startsAt,
    to: ends.at(-1) ?? first.endsAt,
    periods: sessions.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
    sessions: sessions.map(({ id }) => id),
    spectators: greatest(sessions.map(({ spectators }) => spectators)),
    capacity: place.capacity,
    visitors: mostOf(sessions.map(({ expected }) => expected)),
    isOpening: words.some(isOpening),
    isMedal: words.some(isMedal),
    isRoute: words.some(isRoute),
  };
};

const factsOfObject = (
  object: PlaceFacts,
  within: { readonly from: Instant; readonly to: Instant },
): Facts => {
  const from = object.from ?? within.from;
  const to = object.to ?? within.to;
  return {
    key: `object:${object.id}`,
    target: { kind: 'object', object: object.id },
    place: object.kind,
    placeId: object.id,
    name: object.name,
    title: null,
    day: null,
    from,
    to,
    periods: [{ from, to }],
    sessions: [],
    spectators: null,
    capacity: object.capacity,
    visitors: [],
    isOpening: object.kind === 'ceremony',
    isMedal: false,
    isRoute: object.kind === 'route',
  };
};

/** The facts of all that can be assessed of an event: sessions, venue-days, objects. */
export const factsOf = (given: {
  readonly venues: readonly PlaceFacts[];
  readonly objects: readonly PlaceFacts[];
  readonly sessions: readonly SessionFacts[];
  /** The event from its first moment to its last. */
  readonly within: { readonly from: Instant; readonly to: Instant };
}): readonly Facts[] => {
  const venues = new Map(given.venues.map((venue) => [venue.id, venue]));
  const days = new Map<string, [SessionFacts, ...SessionFacts[]]>();
  const all: Facts[] = [];
  for (const session of given.sessions) {
    const venue = venues.get(session.venue ?? '');
    const target = { kind: 'session', session: session.id } as const;
    all.push(factsOfSessions(target, `session:${session.id}`, venue ?? nowhere, [session]));
    if (venue === undefined) continue;
    const key = `venue-day:${venue.id}:${session.day}`;
    const before = days.get(key);
    if (before === undefined) days.set(key, [session]);
    else before.push(session);
  }
  for (const [key, sessions] of days) {
    const [{ venue: id, day }] = sessions;
    const venue = venues.get(id ?? '');
    if (venue !== undefined)
      all.push(factsOfSessions({ kind: 'venue-day', venue: venue.id, day }, key, venue, sessions));
  }
  return [...all, ...given.objects.map((object) => factsOfObject(object, given.within))];
};

/** What targets are called, of those that are named here. */
export const namesOf = (
  facts: readonly Facts[],
  keys: Iterable<string>,
): Record<string, Pick<Facts, 'place' | 'name' | 'day' | 'title'>> => {
  const wanted = new Set(keys);
  return Object.fromEntries(
    facts
      .filter(({ key }) => wanted.has(key))
      .map(({ key, place, name, day, title }) => [key, { place, name, day, title }]),
  );
};
