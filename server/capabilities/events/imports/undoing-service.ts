/** The verb that undoes the last import, where nothing was built on what it did. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { assert, Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { SubjectKind } from '../contract.ts';
import { type EventsNeeds, type Keeping, requireEvent } from '../keeping-service.ts';
import { mergedCodes } from '../merging/merge-store.ts';
import type { ProtectedObject, Venue } from '../place-contract.ts';
import { listObjects, listVenues } from '../place-store.ts';
import { mayPlanEvents } from '../policy.ts';
import { deleteRows } from '../rows-store.ts';
import type { Session } from '../session-contract.ts';
import { allSessions, deleteSessions } from '../session-store.ts';
import type { Team } from '../team-contract.ts';
import { listTeams } from '../team-store.ts';
import type { Import } from './contract.ts';
import * as store from './import-store.ts';
import * as sources from './source-store.ts';

/** On which of these venues, sessions or objects something of another part of the capability rests. */
export type RestsOn = (unit: Unit, event: string, ids: readonly string[]) => Promise<readonly string[]>;

interface Thing {
  readonly id: string;
  readonly code: string;
}
/** A thing with the fields that it had before. */
const backTo = <One extends Thing>(one: One, { before }: store.Did): One => ({ ...one, ...before });

interface There {
  readonly venue: readonly Venue[];
  readonly session: readonly Session[];
  readonly object: readonly ProtectedObject[];
  readonly team: readonly Team[];
}

const thereOf = async (unit: Unit, event: string): Promise<There> => {
  const [venue, session, object, team] = await Promise.all([
    listVenues(unit, event),
    allSessions(unit, event),
    listObjects(unit, event),
    listTeams(unit, event),
  ]);
  return { venue, session, object, team };
};

/** Of what stands in the way, so many are named. */
const namedAtMost = 3;

/** A fault where something was changed since, or rests on what was made; it names the first of them. */
const requireUntouched = async (
  unit: Unit,
  event: string,
  given: { readonly id: string; readonly did: readonly store.Did[]; readonly there: There },
  restsOn: readonly RestsOn[],
): Promise<void> => {
  const { id, did, there } = given;
  const all: readonly Thing[] = [...there.venue, ...there.session, ...there.object, ...there.team];
  const merged = await mergedCodes(unit, event);
  const codes = new Map([...merged, ...all.map((one) => [one.id, one.code] as const)]);
  const made = did.filter(({ act }) => act === 'made').map(({ subject }) => subject);
  const [changed, pointed] = [await store.changedSince(unit, id), await store.pointedTo(unit, event, made)];
  const resting: string[] = [];
  for (const rests of restsOn) resting.push(...(await rests(unit, event, made)));
  const inTheWay = [...new Set([...changed, ...pointed, ...resting])].map((one) => codes.get(one) ?? one);
  if (inTheWay.length === 0) return;
  const more = inTheWay.length > namedAtMost ? ['…'] : [];
  throw new Fault('events/import-built-on', { things: [...inTheWay.slice(0, namedAtMost), ...more] });
};

/** Makes the verb. */
export const createUndoing = (needs: EventsNeeds, keeping: Keeping, restsOn: readonly RestsOn[]) => {
  const { verbs, self, clock, live } = needs;

  const remove = async (unit: Unit, event: string, did: readonly store.Did[]): Promise<void> => {
    const made = (kind: SubjectKind): string[] =>
      did.filter((one) => one.act === 'made' && one.kind === kind).map(({ subject }) => subject);
    await deleteSessions(unit, event, made('session'), needs.timeZone);
    await deleteRows(unit, 'events_object', made('object'));
    await deleteRows(unit, 'events_team', made('team'));
    await deleteRows(unit, 'events_venue', made('venue'));
    await sources.deleteSources(
      unit,
      did.filter(({ act }) => act === 'made').map(({ subject }) => subject),
    );
  };

  const putBack = async (
    unit: Unit,
    actor: Actor,
    event: string,
    given: { readonly did: readonly store.Did[]; readonly there: There; readonly id: string },
  ): Promise<void> => {
    const changed = new Map(
      given.did.filter(({ act }) => act !== 'made').map((one) => [one.subject, one] as const),
    );
    const kept = <One extends Thing>(things: readonly One[]) =>
      things.flatMap((before) => {
        const did = changed.get(before.id);
        return did === undefined ? [] : [{ before, after: backTo(before, did) }];
      });
    const because = { reason: null, import: given.id };
    const { venue, session, object, team } = given.there;
    await keeping.venues(unit, actor, event, kept(venue), because);
    await keeping.manySessions(unit, actor, event, kept(session), { because });
    await keeping.objects(unit, actor, event, kept(object), because);
    await keeping.teams(unit, actor, event, kept(team), because);
  };

  return {
    /** What it made goes, what it changed is as it was; the history keeps both. */
    undo: (actor: Actor, event: string, id: string): Promise<{ items: Import[] }> =>
      verbs.run({ actor, verb: 'events.undo-import', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        await requireEvent(unit, event);
        const one = (await store.listImports(unit, event)).find((entry) => entry.id === id);
        if (one === undefined) throw new Fault('access/absent');
        if (!one.isLast) throw new Fault('events/import-not-last');
        const did = await store.didOf(unit, id);
        assert(did.length > 0 || one.counts.added + one.counts.changed === 0, 'an import left no trace');
        const there = await thereOf(unit, event);
        await requireUntouched(unit, event, { id, did, there }, restsOn);
        await putBack(unit, actor, event, { did, there, id });
        await sources.restoreSources(unit, id);
        await remove(unit, event, did);
        await store.markUndone(unit, id, actorName(actor), clock.now());
        await live.announce(unit, { topic: 'events.event', id: event });
        note({ import: id });
        return { items: [...(await store.listImports(unit, event))] };
      }),
  };
};
