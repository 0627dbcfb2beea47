/** The verbs of events themselves, and the history of what belongs to them. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { isDay } from '../../kernel/time.ts';
import { changesOf } from './change-store.ts';
import {
  type EventChange,
  type EventDraft,
  eventsLimits,
  type History,
  type MajorEvent,
  type MilestonesChange,
} from './contract.ts';
import * as store from './event-store.ts';
import {
  type EventsNeeds,
  requireEvent,
  requireSound,
  requireVersion,
  tellChanges,
  unsaid,
  versioned,
} from './keeping-service.ts';
import { eventErrors } from './place.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createEventVerbs = (needs: EventsNeeds) => {
  const { verbs, self, live } = needs;

  const requireFreeCode = async (
    unit: Parameters<typeof store.lockEvents>[0],
    code: string,
    id: string | null,
  ) => {
    await store.lockEvents(unit);
    const { count, taken } = await store.codeFacts(unit, code, id);
    if (taken) throw new Fault('events/code-taken', { code });
    if (id === null && count >= eventsLimits.events)
      throw new Fault('events/too-many', { limit: eventsLimits.events });
  };
  const read = async (unit: Parameters<typeof store.findEvent>[0], id: string): Promise<MajorEvent> => {
    const event = await store.findEvent(unit, id);
    if (event === null) throw new Fault('access/absent');
    return event;
  };

  return {
    list: (actor: Actor): Promise<{ items: MajorEvent[] }> =>
      verbs.read({ actor, verb: 'events.list', subject: null }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        return { items: [...(await store.listEvents(unit))] };
      }),

    read: (actor: Actor, id: string): Promise<MajorEvent> =>
      verbs.read({ actor, verb: 'events.read', subject: id }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        return read(unit, id);
      }),

    create: (actor: Actor, draft: EventDraft): Promise<MajorEvent> =>
      verbs.run({ actor, verb: 'events.create', subject: null }, async ({ unit, permit, subject }) => {
        permit(mayPlanEvents(actor, self));
        requireSound(eventErrors(draft));
        await requireFreeCode(unit, draft.code, null);
        const event = { ...draft, id: randomUUID(), version: 1, milestones: [] };
        subject(event.id);
        await store.putEvent(unit, self, event);
        const told = {
          actor,
          event: event.id,
          kind: 'event',
          because: { reason: null, import: null },
        } as const;
        await tellChanges(needs, unit, { ...told, kept: [{ before: null, after: event }] });
        await live.announce(unit, { topic: 'events.event', id: event.id });
        return read(unit, event.id);
      }),

    change: (actor: Actor, id: string, change: EventChange): Promise<MajorEvent> =>
      verbs.run({ actor, verb: 'events.change', subject: id }, async ({ unit, permit }) => {
        permit(mayPlanEvents(actor, self));
        const { version, reason = null, ...draft } = change;
        const before = await requireEvent(unit, id);
        requireVersion(version, before);
        requireSound(eventErrors(draft));
        await requireFreeCode(unit, draft.code, id);
        const kept = versioned({ before, after: { ...before, ...draft } });
        await store.putEvent(unit, self, kept.after);
        const told = { actor, event: id, kind: 'event', because: { reason, import: null } } as const;
        await tellChanges(needs, unit, { ...told, kept: [kept] });
        await live.announce(unit, { topic: 'events.event', id });
        return read(unit, id);
      }),

    /** Sets days by hand, and says what is done of what is due. */
    changeMilestones: (actor: Actor, id: string, change: MilestonesChange): Promise<MajorEvent> =>
      verbs.run({ actor, verb: 'events.change-milestones', subject: id }, async ({ unit, permit }) => {
        permit(mayPlanEvents(actor, self));
        const before = await requireEvent(unit, id);
        requireVersion(change.version, before);
        const days = change.milestones.flatMap(({ day }) => day ?? []);
        requireSound(days.every(isDay) ? [] : ['days']);
        const kept = versioned({ before, after: { ...before, milestones: change.milestones } });
        await store.putEvent(unit, self, kept.after);
        const told = { actor, event: id, kind: 'event', because: unsaid } as const;
        await tellChanges(needs, unit, { ...told, kept: [kept] });
        await live.announce(unit, { topic: 'events.event', id });
        return read(unit, id);
      }),

    /** What was done to a thing of the event, or to the event itself, the last first. */
    history: (actor: Actor, event: string, subject: string): Promise<History> =>
      verbs.read({ actor, verb: 'events.read-history', subject }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        const changes = await changesOf(unit, event, subject);
        if (changes.length === 0) throw new Fault('access/absent');
        return {
          items: changes.map(({ before, after, ...rest }) => ({
            ...rest,
            fields: Object.keys(after).map((field) => ({
              field,
              before: before[field] ?? null,
              after: after[field] ?? null,
            })),
          })),
        };
      }),
  };
};
export type EventVerbs = ReturnType<typeof createEventVerbs>;
