/** Loads what is known of an event's targets, in the caller's transaction and as its reader. */
import { Fault } from '../../../kernel/faults.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import { momentOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { findEvent } from '../event-store.ts';
import { listObjects, listVenues } from '../place-store.ts';
import { type Facts, factsOf } from './facts.ts';
import { isThere, sessionFacts } from './facts-store.ts';
import type { Target } from './target.ts';

/** Facts of all targets of an event; absent where there is no such event for this reader. */
export const loadFacts = async (unit: Unit, event: string, zone: string): Promise<readonly Facts[]> => {
  const found = await findEvent(unit, event);
  if (found === null) throw new Fault('access/absent');
  const [venues, objects, sessions] = await Promise.all([
    listVenues(unit, event),
    listObjects(unit, event),
    sessionFacts(unit, event, zone),
  ]);
  const midnight = (day: string) => momentOf(zone, { day, time: '00:00' }) ?? `${day}T00:00:00.000Z`;
  const after = dayOf(later(`${found.lastDay}T12:00:00.000Z`, dayMs));
  const inUse = venues.filter(({ state }) => state === 'in-use');
  return factsOf({
    venues: inUse.map(({ id, name, capacity }) => ({
      ...{ id, name, capacity, kind: 'venue' as const },
      ...{ from: null, to: null },
    })),
    objects: objects
      .filter(({ state }) => state === 'in-use')
      .map(({ id, kind, name, from, to }) => ({ id, kind, name, from, to, capacity: null })),
    sessions,
    within: { from: midnight(found.firstDay), to: midnight(after) },
  });
};

/** A fault where what is to be assessed is not of this event. */
export const requireTarget = async (unit: Unit, event: string, target: Target): Promise<void> => {
  const [kind, id] =
    target.kind === 'session'
      ? (['session', target.session] as const)
      : target.kind === 'object'
        ? (['object', target.object] as const)
        : (['venue', target.venue] as const);
  if (!(await isThere(unit, event, kind, id))) throw new Fault('access/absent');
};
