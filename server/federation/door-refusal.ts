/** What is refused at the door, and how it is journalled without letting a stranger fill the disk. */
import type { PartyId } from '../kernel/ids.ts';
import { federationLimits } from './limits.ts';
import type { House } from './needs.ts';

/** Refused at the door; `reason` is for the journal alone. */
export class DoorRefusal extends Error {
  readonly reason: string;
  readonly party: PartyId | null;
  constructor(reason: string, party: PartyId | null = null) {
    super(reason);
    this.name = 'DoorRefusal';
    this.reason = reason;
    this.party = party;
  }
}

export interface Refusals {
  record(refusal: DoorRefusal, certificate: string | null): Promise<void>;
}

export const createRefusals = (house: House): Refusals => {
  let minute = '';
  let recorded = 0;
  let unrecorded = 0;
  return {
    record: async (refusal, certificate) => {
      const now = house.clock.now().slice(0, 16);
      if (now !== minute) {
        minute = now;
        recorded = 0;
      }
      if (recorded >= federationLimits.journalledRefusalsPerMinute) {
        unrecorded += 1;
        return;
      }
      recorded += 1;
      const details = { certificate, unrecorded };
      unrecorded = 0;
      house.log.warn({ reason: refusal.reason, party: refusal.party, ...details }, 'refused at the door');
      await house.database.transact(house.actor, (unit) =>
        house.journal.append(unit, {
          actor: house.actor,
          verb: 'federation.refuse',
          subject: refusal.party,
          outcome: 'refused',
          rule: refusal.reason,
          details,
        }),
      );
    },
  };
};
