/** The verb that points out what is unusual about an own item; it blocks nothing. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { loosenedAgainst } from '../../../kernel/marking.ts';
import { dayOf } from '../../../kernel/time.ts';
import { permitReason } from '../consultation/consultation-service.ts';
import { type ExchangeNeeds, viewOf } from '../item-service.ts';
import { mayPreview } from '../policy.ts';
import { findItem } from '../store.ts';
import { findForeign } from './cautions-store.ts';
import { type Cautions, cautionLimits } from './contract.ts';

/** Makes the verb. It throws `access/absent` for what may not be seen. */
export const createCautions = (needs: ExchangeNeeds) => ({
  /** For who may preview the item: its own service. */
  cautions: (actor: Actor, id: ItemId): Promise<Cautions> =>
    needs.verbs.read({ actor, verb: 'exchange.look-for-cautions', subject: id }, async (work) => {
      const { unit, permit } = work;
      const item = await findItem(unit, id);
      if (item === null) throw new Fault('access/absent');
      permit(mayPreview(actor, needs.self, viewOf(item)));
      permitReason(work, actor, item.personal ?? true);
      const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
      const foreign = await findForeign(unit, id, needs.self, cautionLimits.named);
      // The days of the defaults count from the writing, not from today: an item does not tighten by waiting.
      const written = dayOf(item.modifiedAt);
      const looser = agreement === null ? [] : loosenedAgainst(item.marking, agreement.defaults, written);
      return { looser: [...looser], foreign };
    }),
});

/** The verb of cautions. */
export type CautionsService = ReturnType<typeof createCautions>;
