/** The verb that shows what an event is missing and proposes the lines of an ask for it. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault, type Language, languages } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { requirementLimits, type Specialty } from '../../plumbing/specialties/index.ts';
import type { EventsReading, MajorEvent, Name, Point, PostPlace } from '../events/index.ts';
import { acceptedIn } from './accepted-service.ts';
import type { AskedLine, Place } from './ask-contract.ts';
import type { Deployment } from './deployment/service.ts';
import { type MissingOf, missingOf, periodWanted, type There } from './missing.ts';
import type { Missing } from './missing-contract.ts';
import type { AssistanceNeeds } from './needs-service.ts';
import { mayAsk } from './policy.ts';
import type { createReading } from './reading-service.ts';
import { type AskWhole, fillOf, standing, threadsOf } from './showing.ts';

/** What is asked for beyond assistance's own needs. */
export interface MissingNeeds extends AssistanceNeeds {
  readonly timeZone: string;
  readonly events: Pick<EventsReading, 'event' | 'venues' | 'objects' | 'posts'>;
  readonly roster: Pick<Deployment['roster'], 'unitsOf'>;
  readonly reading: Pick<ReturnType<typeof createReading>, 'ofEvent'>;
}

const inLanguage = (name: Name, language: Language): string =>
  [language, ...languages].map((one) => name[one]).find((one) => one !== undefined) ?? '';

/** What stands accepted of partners, line by line, for as long as they offered. */
const acceptedThere = (wholes: readonly AskWhole[]): readonly There[] =>
  wholes
    .filter(({ ask }) => ask.state === 'issued')
    .flatMap((whole) => acceptedIn(whole))
    .flatMap(({ lines }) => lines)
    .map(({ asked, offered, quantity }) => ({
      specialty: asked.requirement.specialty,
      quantity,
      from: offered.from ?? asked.from,
      until: offered.to ?? asked.to,
      isOwn: false,
    }));

/** How many are asked for and not accepted yet, by specialty; drafts count. */
const stillAsked = (wholes: readonly AskWhole[], now: string): ReadonlyMap<Specialty, number> => {
  const asked = new Map<Specialty, number>();
  for (const whole of wholes) {
    if (whole.ask.state === 'withdrawn') continue;
    const fill = fillOf(whole, threadsOf(whole, now));
    for (const { id, requirement } of standing(whole)?.content.lines ?? []) {
      const missing = fill.find(({ line }) => line === id)?.missing ?? 0;
      asked.set(requirement.specialty, (asked.get(requirement.specialty) ?? 0) + missing);
    }
  }
  return asked;
};

const placeOf = (name: string, at: Point | null): Place =>
  at === null ? { name } : { name, latitude: at.lat, longitude: at.lon };

export const createMissing = (needs: MissingNeeds) => {
  const { verbs, clock, self, timeZone, events, roster, reading } = needs;

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

  /** Own officers and teams who may be tasked while the posts stand. */
  const ownThere = async (
    unit: Unit,
    event: string,
    period: Parameters<Deployment['roster']['unitsOf']>[2],
  ): Promise<readonly There[]> =>
    (await roster.unitsOf(unit, event, period))
      .filter(({ kind, tasking }) => kind === 'own' && tasking.may)
      .map(({ specialty, available }) => ({ specialty, quantity: 1, ...available, isOwn: true }));

  const lineOf = (
    missing: MissingOf,
    event: MajorEvent,
    place: (place: PostPlace) => Place,
  ): AskedLine | null =>
    missing.worst.missing === 0
      ? null
      : {
          id: randomUUID(),
          requirement: {
            ...missing.requirement,
            skills: missing.requirement.skills.slice(0, requirementLimits.skills),
            languages: missing.requirement.languages.slice(0, requirementLimits.languages),
          },
          quantity: Math.min(missing.worst.missing, requirementLimits.quantity),
          ...periodWanted(missing, event, timeZone),
          places: missing.places.map((one) => place(one.place)),
          arms: missing.requirement.powers.includes('carry-arms') ? 'own' : 'none',
          conditions: '',
        };

  return {
    /** What the posts of an event that are not over want, less who is there. Fault: `access/absent`. */
    missing: (actor: Actor, id: string, language: Language): Promise<Missing> =>
      verbs.read({ actor, verb: 'assistance.missing', subject: id }, async ({ unit, permit }) => {
        permit(mayAsk(actor, self, 'clear'));
        const event = await events.event(unit, id);
        if (event === null) throw new Fault('access/absent');
        const now = clock.now();
        const posts = await events.posts(unit, id, { from: now });
        const from = posts.reduce((at, post) => (post.from < at ? post.from : at), posts[0]?.from ?? now);
        const until = posts.reduce((at, { to }) => (to > at ? to : at), from);
        const wholes = await reading.ofEvent(unit, actor, id);
        const own = posts.length === 0 ? [] : await ownThere(unit, id, { from, until });
        const asked = stillAsked(wholes, now);
        const place = await placesOf(unit, id, language);
        return {
          event: { id, name: inLanguage(event.name, language), code: event.code },
          specialties: missingOf(posts, [...own, ...acceptedThere(wholes)], timeZone).map((missing) => ({
            specialty: missing.specialty,
            posts: missing.posts,
            seatHours: missing.seatHours,
            asked: asked.get(missing.specialty) ?? 0,
            worst: missing.worst,
            days: [...missing.days],
            places: missing.places.map((one) => ({
              name: place(one.place).name,
              seatHours: one.seatHours,
            })),
            line: lineOf(missing, event, place),
          })),
        };
      }),
  };
};
