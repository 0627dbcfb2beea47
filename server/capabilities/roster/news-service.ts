/** What waits for a reader, and what a draft would change of what was told. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import type { News, Waiting } from './contract.ts';
import { assignmentsOf } from './draft.ts';
import { waitingDrafts } from './draft-store.ts';
import { loadDraft } from './drafts-service.ts';
import { dutyNews } from './duty.ts';
import { dutiesOfEvent, lapsedByEvent } from './duty-store.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import { newsOf } from './news.ts';
import { plannedDuties } from './planned-duties.ts';
import type { Plans } from './plans-service.ts';
import { mayReadRoster } from './policy.ts';
import type { States } from './states-service.ts';

const nothing = { toApprove: 0, returned: 0, lapsed: 0 };

export const createNews = (needs: RosterNeeds, plans: Plans, states: States) => {
  const { verbs, self } = needs;
  return {
    /** By event: what waits for who approves, and for who plans. */
    waiting: (actor: Actor): Promise<Waiting> =>
      verbs.read({ actor, verb: 'roster.count', subject: null }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const drafts = await waitingDrafts(unit, actorName(actor));
        const lapsed = await lapsedByEvent(unit, needs.clock.now());
        const events = new Map(drafts.map((one) => [one.event, { ...nothing, ...one }]));
        for (const { event, units } of lapsed)
          events.set(event, { ...nothing, ...events.get(event), event, lapsed: units });
        return [...events.values()];
      }),

    /** What units and their services would be told if this draft were published as it stands. */
    news: (actor: Actor, id: string): Promise<News> =>
      verbs.read({ actor, verb: 'roster.read-news', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const { event, ...draft } = await loadDraft(unit, id);
        const { plan } = await plans.read(unit, draft.plan);
        const assignments = assignmentsOf(await states.read(unit, draft));
        const named = [...new Set(assignments.map((one) => one.unit))];
        const told = await dutiesOfEvent(unit, event);
        const { people, names } = await unit.asHouse('roster', async (house) => ({
          people: await needs.source.peopleOf(house, event, named),
          names: await needs.source.namesOf(house, event),
        }));
        const planned = names === null ? [] : plannedDuties({ plan, assignments, people, names });
        const known = new Map([
          ...told.map(({ unit: of, unitName }): [string, string] => [of, unitName]),
          ...plan.units.map(({ id: of, name = of }): [string, string] => [of, name]),
        ]);
        return newsOf(dutyNews(told, planned), {
          ...{ told, planned: planned.length, shownUnits: rosterLimits.listed },
          nameOf: (of) => known.get(of) ?? of,
        });
      }),
  };
};
