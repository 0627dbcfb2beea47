/** The verbs of venues that stand twice: look at what merging two would move, do it, and undo it. */
import { randomUUID } from 'node:crypto';
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { differencesOf } from '../history.ts';
import { type EventsNeeds, type Keeping, requireEvent, requireRoom } from '../keeping-service.ts';
import { listVenues } from '../place-store.ts';
import { requireReadable } from '../places-service.ts';
import { mayPlanEvents, mayReadEvents } from '../policy.ts';
import { postsAt } from '../post-store.ts';
import type { PostWriting } from '../posts-service.ts';
import { addVersions } from '../risk/assessment-store.ts';
import { carryMade, hideDays, showDays } from '../risk/carrying-store.ts';
import { sessionsAt } from '../session-store.ts';
import type { Merge, MergeBody, MergePreview, MergeWhich } from './contract.ts';
import { type Gathered, gather } from './gathering-service.ts';
import { type Did, giveBack, placeInto, zonesInto } from './merge.ts';
import * as store from './merge-store.ts';

/** Who merges or undoes, where and why. */
interface Doing {
  readonly actor: Actor;
  readonly event: string;
  readonly reason: string | null;
}

/** Makes what moves things between two venues in the caller's transaction. */
const createMoving = (needs: EventsNeeds, keeping: Keeping, posts: PostWriting) => {
  const { self, clock } = needs;
  const merge = async (unit: Unit, { actor, event, reason }: Doing, gathered: Gathered): Promise<Did> => {
    const { stays, goes, after, sessions } = gathered;
    const [zones, because] = [zonesInto(stays, goes), { reason, import: null }];
    const gone = { ...goes, state: 'cancelled' as const };
    await keeping.venues(
      unit,
      actor,
      event,
      [
        { before: stays, after, act: 'merged' },
        { before: goes, after: gone, act: 'merged' },
      ],
      because,
    );
    const moved = sessions.map((before) => ({ before, after: { ...before, venue: stays.id } }));
    await keeping.manySessions(unit, actor, event, moved, { because });
    const places = new Map(gathered.posts.map(({ id, place }) => [id, placeInto(place, stays.id, zones)]));
    await posts.carry(unit, actor, event, places, reason);
    await carryMade(unit, { event, from: goes.id, to: stays.id }, [...places.keys()], zones);
    const how = { holder: self, event, at: clock.now(), by: actorName(actor) };
    await addVersions(unit, how, gathered.over);
    await hideDays(unit, event, goes.id);
    return {
      ...{ goes, zones, took: differencesOf(stays, after) },
      sessions: sessions.map(({ id }) => id),
      posts: gathered.posts.map(({ id, place }) => ({ id, place })),
    };
  };

  /** What was moved and stands there still goes back. */
  const undo = async (unit: Unit, { actor, event, reason }: Doing, one: store.StoredMerge): Promise<void> => {
    const { goes, zones, ...did } = one.did;
    const [because, moved] = [{ reason, import: null }, new Set(did.sessions)];
    const sessions = (await sessionsAt(unit, event, one.stays)).filter(({ id }) => moved.has(id));
    const back = sessions.map((before) => ({ before, after: { ...before, venue: goes.id } }));
    await keeping.manySessions(unit, actor, event, back, { because });
    const here = new Set((await postsAt(unit, event, one.stays)).map(({ id }) => id));
    const places = new Map(
      did.posts.flatMap(({ id, place }) => (here.has(id) ? [[id, place] as const] : [])),
    );
    await posts.carry(unit, actor, event, places, reason);
    const way = { event, from: one.stays, to: goes.id };
    const zonesBack = zones.map(([from, to]) => [to, from] as const);
    await carryMade(unit, way, [...places.keys()], zonesBack);
    await showDays(unit, event, goes.id);
    const venues = await listVenues(unit, event);
    const now = venues.find(({ id }) => id === one.stays);
    if (now === undefined) return;
    const after = giveBack(now, one.did, await store.postedZones(unit, event, one.stays));
    await keeping.venues(unit, actor, event, [{ before: now, after }], because);
  };
  return { merge, undo };
};

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createMerging = (needs: EventsNeeds, keeping: Keeping, posts: PostWriting) => {
  const { verbs, self, clock, live } = needs;
  const moving = createMoving(needs, keeping, posts);
  const tell = async (unit: Unit, event: string): Promise<void> => {
    for (const topic of ['events.event', 'events.risk']) await live.announce(unit, { topic, id: event });
  };
  /** Fault where it was undone already, or where the venue that stayed has gone into another itself. */
  const standing = async (unit: Unit, event: string, id: string): Promise<store.StoredMerge> => {
    const one = await store.findMerge(unit, event, id);
    if (one === null) throw new Fault('access/absent');
    const venues = await listVenues(unit, event);
    if (one.undoneAt !== null || venues.every((venue) => venue.id !== one.stays))
      throw new Fault('events/merge-not-last');
    requireRoom(venues, one.did.goes, 'venues');
    return one;
  };

  return {
    preview: (actor: Actor, event: string, which: MergeWhich): Promise<MergePreview> =>
      verbs.read({ actor, verb: 'events.preview-merge', subject: event }, async ({ unit, permit }) => {
        permit(mayPlanEvents(actor, self));
        await requireReadable(unit, event);
        const { stays, after, over, ...found } = await gather(unit, event, which);
        const took = differencesOf(stays, after);
        return {
          digest: found.digest,
          sessions: found.sessions.length,
          posts: found.posts.filter(({ removedAt }) => removedAt === null).length,
          ...{ assessments: over.length, outdone: found.outdone, codes: [...found.codes] },
          fields: Object.entries(took.after).map(([field, value]) => ({
            ...{ field, before: took.before[field] ?? null, after: value },
          })),
        };
      }),

    /** Fault: `events/changed-meanwhile` where it is not what was looked at. */
    merge: (actor: Actor, event: string, body: MergeBody): Promise<{ items: Merge[] }> =>
      verbs.run({ actor, verb: 'events.merge-venues', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        await requireEvent(unit, event);
        const gathered = await gather(unit, event, body);
        if (gathered.digest !== body.digest) throw new Fault('events/changed-meanwhile');
        const did = await moving.merge(unit, { actor, event, reason: body.reason ?? null }, gathered);
        const id = randomUUID();
        const by = { at: clock.now(), by: actorName(actor) };
        await store.insertMerge(unit, self, { id, event, stays: body.stays, ...by, did });
        await tell(unit, event);
        const { sessions, posts: moved } = did;
        note({ merge: id, stays: body.stays, goes: body.goes });
        note({ sessions: sessions.length, posts: moved.length });
        return { items: [...(await store.listMerges(unit, event))] };
      }),

    /** Both stand again; what was assessed of the venue that stays remains, so that no level falls unseen. */
    undo: (actor: Actor, event: string, id: string): Promise<{ items: Merge[] }> =>
      verbs.run({ actor, verb: 'events.undo-merge', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        await requireEvent(unit, event);
        const one = await standing(unit, event, id);
        const { goes } = one.did;
        await store.markMergeUndone(unit, one, actorName(actor), clock.now());
        const before = { ...goes, state: 'cancelled' as const, version: goes.version + 1 };
        await keeping.venues(unit, actor, event, [{ before, after: goes, act: 'restored' }]);
        await moving.undo(unit, { actor, event, reason: null }, one);
        await tell(unit, event);
        note({ merge: id });
        return { items: [...(await store.listMerges(unit, event))] };
      }),

    list: (actor: Actor, event: string): Promise<{ items: Merge[] }> =>
      verbs.read({ actor, verb: 'events.list-merges', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        return { items: [...(await store.listMerges(unit, event))] };
      }),
  };
};
export type MergingVerbs = ReturnType<typeof createMerging>;
