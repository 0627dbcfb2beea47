/**
 * Hears of units that were lost, or lost their host officer, and tells them, their service and the planners
 * that what was published no longer holds.
 */
import { allow } from '../../kernel/decision.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import * as duties from './duty-store.ts';
import { lapsesOf } from './lapsing.ts';
import type { RosterNeeds } from './needs-service.ts';
import { markUntold } from './received-store.ts';

export const createLapsing = (needs: RosterNeeds, kick: () => void) => {
  const { self, clock } = needs;

  /** Looks at what a unit still has before it; how many of its duties changed. */
  const review = (unit: Unit, id: string): Promise<number> =>
    unit.asHouse('roster', async (house) => {
      const ahead = await duties.standingAhead(house, id, clock.now());
      const [first] = ahead;
      if (first === undefined) return 0;
      const person = (await needs.source.peopleOf(house, first.event, [id])).get(id);
      const lapses = lapsesOf(ahead, person, { self, at: clock.now() });
      if (lapses.length === 0) return 0;
      await duties.retell(house, lapses, clock.now());
      for (const event of new Set(ahead.map((duty) => duty.event))) {
        if (first.party !== self)
          await markUntold(house, { event, holder: self }, [{ unit: id, party: first.party }]);
        await needs.live.announce(house, { topic: 'roster.acknowledged', id: event });
      }
      return lapses.length;
    });

  return {
    /** In the transaction in which the register loses the unit, or its pair. */
    lost: async (unit: Unit, { id }: { readonly id: string }): Promise<void> => {
      if ((await review(unit, id)) > 0) unit.afterCommit(kick);
    },

    /** Whether those who lost their host officer have one again. */
    mend: async (): Promise<void> => {
      const alone = await needs.database.transact(needs.house, (unit) =>
        duties.unitsAlone(unit, clock.now()),
      );
      for (const id of alone)
        await needs.verbs.read(
          { actor: needs.house, verb: 'roster.review-duties', subject: id },
          async ({ unit, permit, note }) => {
            permit(allow('roster/house'));
            const changed = await review(unit, id);
            if (changed > 0) note({ duties: changed });
          },
        );
    },
  };
};
