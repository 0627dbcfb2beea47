/** The verbs of venues and of what else is to be protected. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventExists } from './event-store.ts';
import {
  type EventsNeeds,
  type Keeping,
  requireEvent,
  requireRoom,
  requireSound,
  requireVersion,
} from './keeping-service.ts';
import { objectErrors, venueErrors } from './place.ts';
import type {
  ObjectChange,
  ObjectDraft,
  ProtectedObject,
  Venue,
  VenueChange,
  VenueDraft,
} from './place-contract.ts';
import { listObjects, listVenues } from './place-store.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';
import type { Team } from './team-contract.ts';
import { listTeams } from './team-store.ts';

/** A fault where the event is not there for this reader. */
export const requireReadable = async (unit: Unit, event: string): Promise<void> => {
  if (!(await eventExists(unit, event))) throw new Fault('access/absent');
};

const found = <One extends { readonly id: string }>(all: readonly One[], id: string): One => {
  const one = all.find((thing) => thing.id === id);
  if (one === undefined) throw new Fault('access/absent');
  return one;
};

const createVenueVerbs = ({ verbs, self }: EventsNeeds, keeping: Keeping) => ({
  venues: (actor: Actor, event: string): Promise<{ items: Venue[] }> =>
    verbs.read({ actor, verb: 'events.list-venues', subject: event }, async ({ unit, permit }) => {
      permit(mayReadEvents(actor, self));
      await requireReadable(unit, event);
      return { items: [...(await listVenues(unit, event))] };
    }),

  teams: (actor: Actor, event: string): Promise<{ items: Team[] }> =>
    verbs.read({ actor, verb: 'events.list-teams', subject: event }, async ({ unit, permit }) => {
      permit(mayReadEvents(actor, self));
      await requireReadable(unit, event);
      return { items: [...(await listTeams(unit, event))] };
    }),

  addVenue: (actor: Actor, event: string, draft: VenueDraft): Promise<Venue> =>
    verbs.run({ actor, verb: 'events.add-venue', subject: event }, async ({ unit, permit, note }) => {
      permit(mayPlanEvents(actor, self));
      await requireEvent(unit, event);
      requireSound(venueErrors(draft));
      const venue = { ...draft, id: randomUUID(), event, version: 0 };
      requireRoom(await listVenues(unit, event), venue, 'venues');
      note({ venue: venue.id });
      const [kept = venue] = await keeping.venues(unit, actor, event, [{ before: null, after: venue }]);
      return kept;
    }),

  changeVenue: (actor: Actor, event: string, id: string, change: VenueChange): Promise<Venue> =>
    verbs.run({ actor, verb: 'events.change-venue', subject: event }, async ({ unit, permit, note }) => {
      permit(mayPlanEvents(actor, self));
      const { version, reason = null, ...draft } = change;
      await requireEvent(unit, event);
      const all = await listVenues(unit, event);
      const before = found(all, id);
      requireVersion(version, before);
      requireSound(venueErrors(draft));
      const after = { ...draft, id, event, version };
      requireRoom(all, after, 'venues');
      note({ venue: id });
      const because = { reason, import: null };
      const [kept = after] = await keeping.venues(unit, actor, event, [{ before, after }], because);
      return kept;
    }),
});

const createObjectVerbs = ({ verbs, self }: EventsNeeds, keeping: Keeping) => ({
  objects: (actor: Actor, event: string): Promise<{ items: ProtectedObject[] }> =>
    verbs.read({ actor, verb: 'events.list-objects', subject: event }, async ({ unit, permit }) => {
      permit(mayReadEvents(actor, self));
      await requireReadable(unit, event);
      return { items: [...(await listObjects(unit, event))] };
    }),

  addObject: (actor: Actor, event: string, draft: ObjectDraft): Promise<ProtectedObject> =>
    verbs.run({ actor, verb: 'events.add-object', subject: event }, async ({ unit, permit, note }) => {
      permit(mayPlanEvents(actor, self));
      await requireEvent(unit, event);
      requireSound(objectErrors(draft));
      const object = { ...draft, id: randomUUID(), event, version: 0 };
      requireRoom(await listObjects(unit, event), object, 'objects');
      note({ object: object.id });
      const [kept = object] = await keeping.objects(unit, actor, event, [{ before: null, after: object }]);
      return kept;
    }),

  changeObject: (actor: Actor, event: string, id: string, change: ObjectChange): Promise<ProtectedObject> =>
    verbs.run({ actor, verb: 'events.change-object', subject: event }, async ({ unit, permit, note }) => {
      permit(mayPlanEvents(actor, self));
      const { version, reason = null, ...draft } = change;
      await requireEvent(unit, event);
      const all = await listObjects(unit, event);
      const before = found(all, id);
      requireVersion(version, before);
      requireSound(objectErrors(draft));
      const after = { ...draft, id, event, version };
      requireRoom(all, after, 'objects');
      note({ object: id });
      const because = { reason, import: null };
      const [kept = after] = await keeping.objects(unit, actor, event, [{ before, after }], because);
      return kept;
    }),
});

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createPlaceVerbs = (needs: EventsNeeds, keeping: Keeping) => ({
  ...createVenueVerbs(needs, keeping),
  ...createObjectVerbs(needs, keeping),
});
export type PlaceVerbs = ReturnType<typeof createPlaceVerbs>;
