/** Naming the services of a signed message for those who have no link with them, and hearing them named. */
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import { isUnconcealed, isVisible } from '../../../kernel/visible.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { RecallMessage } from '../../../plumbing/stix/index.ts';
import type { ControlNeeds } from './control-service.ts';
import { putName } from './names-store.ts';

type Naming = Pick<RecallMessage, 'created_by_ref' | 'party_names'>;

const isFit = (name: string): boolean => isVisible(name) && isUnconcealed(name);

/**
 * Keeps how the signed messages call services that are not linked with this one. Whoever is linked is known
 * by his own descriptor, whatever others call him. Call it once the signature was checked.
 */
export const hearNames = async (
  needs: ControlNeeds,
  unit: Unit,
  item: ItemId,
  ...said: readonly Naming[]
): Promise<void> => {
  for (const { created_by_ref, party_names = [] } of said)
    for (const { party_ref, name, country } of party_names) {
      const party: PartyId = asId('party', party_ref);
      const isKnown = party === needs.self || (await needs.isLinked(unit, party));
      if (isKnown || !Object.values(name).every(isFit)) continue;
      const told = { party, name, country, saidBy: asId('party', created_by_ref), at: needs.clock.now() };
      await putName(unit, item, told);
    }
};
