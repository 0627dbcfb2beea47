/** Federation adapter, outward: agreements, signatures and circles to other nodes. No logic of its own. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { EnvelopeId, PartyId } from '../../kernel/ids.ts';
import type { Released } from '../../kernel/released.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { type StixObject, toBundle } from '../../plumbing/stix/index.ts';
import { agreementHash } from './agreement.ts';
import { releaseToMember, releaseToParty } from './policy.ts';
import type { AgreementNews } from './service.ts';
import { agreementToWire, circleToWire, kinds, signatureToWire, withdrawalText } from './wire.ts';

interface Carried {
  readonly kind: string;
  readonly body: JsonObject;
}

export interface NewsNeeds {
  readonly self: PartyId;
  readonly keys: { readonly publicKey: string; sign(text: string): string };
  send(unit: Unit, released: Released<Carried>): Promise<EnvelopeId>;
}

/** Sends what an agreement's other parties, or a circle's other members, must know. */
export const createAgreementNews = (needs: NewsNeeds): AgreementNews => {
  const { self, keys } = needs;
  const sendEach = async (
    unit: Unit,
    parties: readonly PartyId[],
    release: (recipient: PartyId) => Released<Carried> | null,
  ): Promise<void> => {
    for (const recipient of parties.filter((party) => party !== self)) {
      const released = release(recipient);
      if (released !== null) await needs.send(unit, released);
    }
  };
  const bundled = (kind: string, ...objects: StixObject[]): Carried => ({ kind, body: toBundle(objects) });
  return {
    proposed: (unit, agreement, signature) => {
      const wire = signatureToWire(agreement.id, signature, keys.publicKey);
      const carried = bundled(kinds.agreement, agreementToWire(agreement), wire);
      return sendEach(unit, agreement.parties, (party) => releaseToParty(agreement, party, carried));
    },
    signed: (unit, agreement, signature) => {
      const carried = bundled(kinds.signature, signatureToWire(agreement.id, signature, keys.publicKey));
      return sendEach(unit, agreement.parties, (party) => releaseToParty(agreement, party, carried));
    },
    ended: (unit, agreement, at, untold) => {
      const contentHash = agreementHash(agreement.id, agreement);
      const signature = keys.sign(withdrawalText(agreement.id, self, contentHash));
      const signed = { party: self, contentHash, signature, at };
      const carried = bundled(kinds.signature, signatureToWire(agreement.id, signed, keys.publicKey, at));
      const told = agreement.parties.filter((party) => !untold.includes(party));
      return sendEach(unit, told, (party) => releaseToParty(agreement, party, carried));
    },
    circled: (unit, circle) => {
      const carried = bundled(kinds.circle, circleToWire(circle));
      return sendEach(unit, circle.members, (member) => releaseToMember(circle, member, carried));
    },
  };
};
