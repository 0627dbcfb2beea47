/**
 * The work that comes round: whose review of a risk is overdue is told so, once for each version. He finds
 * what waits for him beside the list of events, until it is assessed anew.
 */
import type { Actor } from '../../../kernel/decision.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayReadRisk, mayRemind } from './policy.ts';
import type { OverdueReviews } from './reminder-contract.ts';
import { overdueOf, remindOverdue } from './reminder-store.ts';

/** Makes the verb, and the work. */
export const createReminding = ({ verbs, house, self, clock, timeZone, live }: RiskNeeds) => ({
  /** What waits for this person. */
  mine: (actor: Actor): Promise<OverdueReviews> =>
    verbs.read({ actor, verb: 'events.list-overdue-reviews', subject: null }, async ({ unit, permit }) => {
      permit(mayReadRisk(actor, self));
      if (actor.kind !== 'person') return { items: [] };
      const asked = { zone: timeZone, limit: riskLimits.overdueShown };
      return { items: [...(await overdueOf(unit, actor.person, asked))] };
    }),

  /** Tells of all that is overdue. */
  remind: (): Promise<void> =>
    verbs.read(
      { actor: house, verb: 'events.remind-reviews', subject: null },
      async ({ unit, permit, note }) => {
        permit(mayRemind(house, self));
        const at = clock.now();
        const today = wallTimeOf(timeZone, at).day;
        const told = await remindOverdue(unit, today, at, riskLimits.remindedAtOnce);
        if (told.length === 0) return;
        note({ events: told.map(({ event, owners }) => ({ event, owners: [...owners] })) });
        for (const { event } of told) await live.announce(unit, { topic: 'events.review', id: event });
      },
    ),
});
export type Reminding = ReturnType<typeof createReminding>;
