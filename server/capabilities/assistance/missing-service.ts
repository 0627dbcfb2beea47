/** The verb that shows what an event is missing and proposes the lines of an ask for it. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault, type Language, languages } from '../../kernel/faults.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { type Requirement, requirementLimits } from '../../plumbing/specialties/index.ts';
import type { EventsReading, MajorEvent, Name, Point, PostPlace } from '../events/index.ts';
import { acceptedIn } from './accepted-service.ts';
import type { AskedLine, Place } from './ask-contract.ts';
import { indexesOf, type There } from './attendance.ts';
import { countThere } from './deployment/attendance-store.ts';
import { createFilling } from './filling.ts';
import { type MissingOf, type MissingSet, missingOf, periodWanted } from './missing.ts';
import type { Missing } from './missing-contract.ts';
import type { AssistanceNeeds } from './needs-service.ts';
import { mayReadMissing } from './policy.ts';
import { expectedOf, thereOf } from './presence.ts';
import type { createReading } from './reading-service.ts';
import { meets, type Traits, traitsIn } from './requirement-sets.ts';
import { type AskWhole, fillOf, standing, threadsOf } from './showing.ts';

/** What is asked for beyond assistance's own needs. */
export interface MissingNeeds extends AssistanceNeeds {
  readonly timeZone: string;
  readonly events: Pick<EventsReading, 'event' | 'venues' | 'objects' | 'demand'>;
  readonly reading: Pick<ReturnType<typeof createReading>, 'ofEvent'>;
}

const inLanguage = (name: Name, language: Language): string =>
  [language, ...languages].map((one) => name[one]).find((one) => one !== undefined) ?? '';

/** Lines asked of partners, in drafts too, and how many of each are not accepted yet. */
interface StillAsked {
  readonly requirement: Requirement;
  readonly missing: number;
}
const stillAsked = (wholes: readonly AskWhole[], now: string): readonly StillAsked[] =>
  wholes
    .filter(({ ask }) => ask.state !== 'withdrawn')
    .flatMap((whole) => {
      const fill = fillOf(whole, threadsOf(whole, now));
      return (standing(whole)?.content.lines ?? []).map(({ id, requirement }) => ({
        requirement,
        missing: fill.find(({ line }) => line === id)?.missing ?? 0,
      }));
    });

/** Whether who is asked for would be of the specialty and have what is wanted. */
const isFor = (asked: Requirement, wanted: Requirement): boolean =>
  asked.specialty === wanted.specialty && meets(asked, wanted);

const askedFor = (asked: readonly StillAsked[], wanted: Requirement): number =>
  asked
    .filter(({ requirement }) => isFor(requirement, wanted))
    .reduce((sum, { missing }) => sum + missing, 0);

/** How many of each set are asked for already, each counted once; those who want most come first. */
const takenOff = (
  sets: readonly MissingSet[],
  asked: readonly StillAsked[],
): ReadonlyMap<MissingSet, number> => {
  const byTraits = sets.toSorted((one, other) => traitsIn(other.requirement) - traitsIn(one.requirement));
  const filling = createFilling(
    byTraits.map((set) => indexesOf(asked, ({ requirement }) => isFor(requirement, set.requirement))),
    asked.map(({ missing }) => missing),
  );
  return new Map(byTraits.map((set, at) => [set, set.missing - filling.fill(at, set.missing)]));
};

const nothingElse: Traits = { skills: [], languages: [], powers: [] };

const placeOf = (name: string, at: Point | null): Place =>
  at === null ? { name } : { name, latitude: at.lat, longitude: at.lon };

export const createMissing = (needs: MissingNeeds) => {
  const { verbs, clock, self, timeZone, events, reading } = needs;

  const placesOf = async (
    unit: Unit,
    event: string,
    language: Language,
  ): Promise<(place: PostPlace) => Place> => {
    const there = [...(await events.venues(unit, event)), ...(await events.objects(unit, event))];
    const known = new Map(
      there.map(({ id, name, place }) => [id, placeOf(inLanguage(name, language), place)]),
    );
    return (place) => {
      const id = place.kind === 'object' ? place.object : place.venue;
      return known.get(id) ?? { name: id };
    };
  };

  /** Own officers who may be tasked, and visitors who are named or expected. */
  const thereFor = async (
    unit: Unit,
    event: string,
    wholes: readonly AskWhole[],
    period: { readonly from: Instant; readonly until: Instant },
  ): Promise<readonly There[]> => {
    const units = await unit.asHouse('deployment', (part) => countThere(part, { event, ...period }));
    const expected = wholes
      .filter(({ ask }) => ask.state === 'issued')
      .flatMap((whole) => acceptedIn(whole))
      .flatMap(({ party, lines }) => lines.map((line) => expectedOf(line, units, party)));
    return [...thereOf(units), ...expected];
  };

  const lineOf = (
    { requirement, places }: MissingSet,
    missing: number,
    period: ReturnType<typeof periodWanted>,
    place: (place: PostPlace) => Place,
  ): AskedLine | null =>
    missing === 0
      ? null
      : {
          id: randomUUID(),
          requirement,
          quantity: Math.min(missing, requirementLimits.quantity),
          ...period,
          places: places.map((one) => place(one.place)),
          arms: requirement.powers.includes('carry-arms') ? 'own' : 'none',
          conditions: '',
        };

  /** As it is shown: places by name, with what is asked already and the lines that ask for the rest. */
  const shown = (
    found: MissingOf,
    asked: readonly StillAsked[],
    event: MajorEvent,
    place: (place: PostPlace) => Place,
  ): Missing['specialties'][number] => {
    const period = periodWanted(found, event, timeZone);
    const { specialty } = found;
    const already = takenOff(found.sets, asked);
    const named = ({ places }: Pick<MissingSet, 'places'>) =>
      places.map((one) => ({ name: place(one.place).name, seatHours: one.seatHours }));
    return {
      ...found,
      places: named(found),
      asked: askedFor(asked, { specialty, ...nothingElse }),
      days: [...found.days],
      sets: found.sets.map((set) => ({
        ...set,
        places: named(set),
        asked: askedFor(asked, set.requirement),
        line: lineOf(set, set.missing - (already.get(set) ?? 0), period, place),
      })),
    };
  };

  return {
    /** What the posts of an event that are not over want, less who is there. Fault: `access/absent`. */
    missing: (actor: Actor, id: string, language: Language): Promise<Missing> =>
      verbs.read({ actor, verb: 'assistance.missing', subject: id }, async ({ unit, permit }) => {
        permit(mayReadMissing(actor, self));
        const event = await events.event(unit, id);
        if (event === null) throw new Fault('access/absent');
        const now = clock.now();
        const posts = await events.demand(unit, id, now);
        // They come in the order in which they begin.
        const from = posts[0]?.from ?? now;
        const until =
          posts
            .map(({ to }) => to)
            .toSorted()
            .at(-1) ?? from;
        const wholes = await reading.ofEvent(unit, actor, id);
        const there = posts.length === 0 ? [] : await thereFor(unit, id, wholes, { from, until });
        const asked = stillAsked(wholes, now);
        const place = await placesOf(unit, id, language);
        return {
          event: { id, name: inLanguage(event.name, language), code: event.code },
          specialties: missingOf(posts, there, timeZone).map((found) => shown(found, asked, event, place)),
        };
      }),
  };
};
