/** The verbs of venues that look alike: told to who plans, and said to be two. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Planner } from '../imports/planner-service.ts';
import { type EventsNeeds, requireEvent } from '../keeping-service.ts';
import { listVenues } from '../place-store.ts';
import { requireReadable } from '../places-service.ts';
import { mayPlanEvents } from '../policy.ts';
import { type AlikePair, type ApartBody, mergeLimits } from './contract.ts';
import { apartOf, deleteApart, putApart } from './merge-store.ts';
import { pairKey } from './pairs.ts';

/** Makes the verbs; venues are compared in the planning thread. */
export const createAlike = ({ verbs, self, clock, live }: EventsNeeds, planner: Pick<Planner, 'alike'>) => ({
  list: (actor: Actor, event: string): Promise<{ items: AlikePair[] }> =>
    verbs.read({ actor, verb: 'events.list-alike', subject: event }, async ({ unit, permit }) => {
      permit(mayPlanEvents(actor, self));
      await requireReadable(unit, event);
      const apart = new Set((await apartOf(unit, event)).map(pairKey));
      const inUse = (await listVenues(unit, event)).filter(({ state }) => state === 'in-use');
      const pairs = inUse.length < 2 ? [] : await planner.alike(inUse);
      const items = pairs.filter(({ venues }) => !apart.has(pairKey(venues)));
      return { items: items.slice(0, mergeLimits.listed) };
    }),

  /** Two that look alike are two; or may be one after all. */
  keepApart: (actor: Actor, event: string, { venues, apart }: ApartBody): Promise<ApartBody> =>
    verbs.run({ actor, verb: 'events.keep-apart', subject: event }, async ({ unit, permit, note }) => {
      permit(mayPlanEvents(actor, self));
      await requireEvent(unit, event);
      const there = new Set((await listVenues(unit, event)).map(({ id }) => id));
      const [one = '', other = ''] = venues.toSorted();
      if (!there.has(one) || !there.has(other)) throw new Fault('access/absent');
      const how = { holder: self, event, at: clock.now(), by: actorName(actor) };
      if (apart) await putApart(unit, how, [one, other]);
      else await deleteApart(unit, [one, other]);
      await live.announce(unit, { topic: 'events.venue', id: event });
      note({ venues: [one, other], apart });
      return { venues: [one, other], apart };
    }),
});
export type AlikeVerbs = ReturnType<typeof createAlike>;
