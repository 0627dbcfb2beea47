/** The plan of an event as the solver reads it, from what stands in the event and in the register. Pure. */
import type { Language, Words } from '../../kernel/faults.ts';
import type { Instant } from '../../kernel/time.ts';
import type { RosterUnit } from '../assistance/index.ts';
import type { Name, Point, Post, ProtectedObject, Venue } from '../events/index.ts';
import type { EventNames } from './event-names.ts';
import type { TakenPlan } from './hindrance.ts';
import { earliest, latest } from './moments.ts';
import { planLimits } from './plan.ts';

/** What stands of an event. */
export interface Standing {
  readonly name: Name;
  readonly venues: readonly Venue[];
  readonly objects: readonly ProtectedObject[];
  readonly posts: readonly Post[];
}

/** Through a town with its traffic; venues of one event can lie in several towns, with motorways between. */
const travel = {
  kind: 'speed',
  kmPerHour: 25,
  plusMinutes: 10,
  far: { beyondKm: 30, kmPerHour: 100 },
} as const;
const shortName = 200;

/** A name in all three languages: where one is wanting, another stands for it. */
export const wordsOf = (name: Name): Words => {
  const any = name.fr ?? name.en ?? name.ar ?? '';
  return { ar: name.ar ?? any, fr: name.fr ?? any, en: name.en ?? any };
};

/** What an event and its places are called. */
export const namesIn = ({ name, venues, objects }: Omit<Standing, 'posts'>): EventNames => ({
  event: wordsOf(name),
  places: new Map([...venues, ...objects].map((place) => [place.id, wordsOf(place.name)])),
});

const placeOf = ({ place }: Post): string => {
  switch (place.kind) {
    case 'venue':
    case 'zone':
      return place.venue;
    case 'object':
      return place.object;
  }
};

/** Where posts stand; a place that nobody put on the map lies in the middle of the others. */
const placesOf = ({ venues, objects, posts }: Standing, language: Language): TakenPlan['places'] => {
  const at = new Map<string, Point>();
  for (const post of posts) if (post.at !== null) at.set(placeOf(post), post.at);
  const known = [...at.values()];
  const mean = (read: (point: Point) => number): number =>
    known.length === 0 ? 0 : known.reduce((sum, point) => sum + read(point), 0) / known.length;
  const middle: Point = { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
  const wanted = new Set(posts.map(placeOf));
  return [...venues, ...objects]
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name }) => {
      const { lat, lon } = at.get(id) ?? middle;
      const called = wordsOf(name)[language].slice(0, shortName);
      return { id, lat, lon, ...(called === '' ? {} : { name: called }) };
    });
};

const zoneName = ({ venues }: Standing, { place }: Post, language: Language): string => {
  if (place.kind !== 'zone') return '';
  const zone = venues.find(({ id }) => id === place.venue)?.zones.find(({ id }) => id === place.zone);
  return zone === undefined ? '' : wordsOf(zone.name)[language].slice(0, shortName);
};

const postsOf = (standing: Standing, language: Language): TakenPlan['posts'] =>
  standing.posts.map((post) => {
    const { id, requirement, quantity, from, to, priority, needsHostPair } = post;
    const name = zoneName(standing, post, language);
    const place = placeOf(post);
    return {
      ...{ id, place, requirement, quantity, from, to, priority, needsHostPair },
      ...(name === '' ? {} : { name }),
    };
  });

/** What a roster that is made before people come does not ask: these are looked at when they come. */
const later: readonly string[] = ['not-arrived', 'not-accredited', 'badge-not-valid', 'outside-availability'];
const minutesPerHour = 60;

/** Why a unit can be given no post, whatever its pair; undefined where it can. */
export const notTaskable = ({ tasking }: Pick<RosterUnit, 'tasking'>): string | undefined => {
  if (tasking.may) return undefined;
  const reasons = tasking.reasons.filter((reason) => reason !== 'no-host-pair' && !later.includes(reason));
  return reasons.length === 0 ? undefined : reasons.join(' ');
};

const hostPairOf = ({ kind, pairs }: RosterUnit): TakenPlan['units'][number]['hostPair'] => {
  if (kind === 'own') return { kind: 'not-needed' };
  if (pairs.length === 0) return { kind: 'missing' };
  const periods = pairs
    .slice(0, planLimits.windows)
    .map(({ host, from, until }) => ({ from, to: until, host }));
  return { kind: 'paired', periods };
};

const unitOf = (unit: RosterUnit, homes: ReadonlyMap<string, string>): TakenPlan['units'][number] => {
  const { available, home } = unit;
  const at = home === null ? undefined : homes.get(`${home.lat} ${home.lon}`);
  const why = notTaskable(unit);
  return {
    id: unit.id,
    name: unit.name,
    party: unit.party,
    size: unit.teamSize,
    specialties: [unit.specialty],
    skills: [...unit.skills],
    languages: [...unit.languages],
    powers: [...unit.powers],
    ...(at === undefined ? {} : { home: at }),
    available: available.from < available.until ? [{ from: available.from, to: available.until }] : [],
    maxMinutesPerDay: unit.hoursPerDay * minutesPerHour,
    maxMinutesPer7Days: unit.hoursPer7Days * minutesPerHour,
    hostPair: hostPairOf(unit),
    ...(why === undefined ? {} : { notTaskable: why }),
  };
};

/** Home bases, each once, as far as the plan has room for them. */
const homesOf = (units: readonly RosterUnit[], room: number): TakenPlan['places'] => {
  const homes = new Map<string, TakenPlan['places'][number]>();
  for (const { home } of units) {
    if (home === null || homes.size >= room) continue;
    const key = `${home.lat} ${home.lon}`;
    if (!homes.has(key)) homes.set(key, { id: `home ${key}`, name: home.name, lat: home.lat, lon: home.lon });
  }
  return [...homes.values()];
};

/** From the first post to the last. */
export const periodOf = (
  posts: readonly Pick<Post, 'from' | 'to'>[],
): { readonly from: Instant; readonly until: Instant } => ({
  from: earliest(posts.map(({ from }) => from)),
  until: latest(posts.map(({ to }) => to)),
});

/** The plan; `host` is the service whose event it is, `language` that of its planners. */
export const planFrom = (
  standing: Standing,
  units: readonly RosterUnit[],
  of: { readonly host: string; readonly zone: string; readonly language: Language },
): TakenPlan => {
  const { from, until: to } = periodOf(standing.posts);
  const places = placesOf(standing, of.language);
  const homes = homesOf(units, planLimits.places - places.length);
  const homeIds = new Map(homes.map(({ id, lat, lon }) => [`${lat} ${lon}`, id]));
  return {
    version: 1,
    ...{ zone: of.zone, from, to, host: of.host, travel },
    places: [...places, ...homes],
    units: units.filter(({ kind }) => kind !== 'sent').map((unit) => unitOf(unit, homeIds)),
    posts: [...postsOf(standing, of.language)],
  };
};
