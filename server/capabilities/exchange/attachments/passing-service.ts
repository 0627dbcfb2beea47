/** The bytes of what this service passed on to others: found, and held against the rule that lets them go. */
import type { BytesOffer } from '../../../federation/index.ts';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import type { Released } from '../../../kernel/released.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import { gapOf } from '../../agreements/index.ts';
import { consentsOf } from '../control/consent-store.ts';
import { isCovered } from '../control/control-service.ts';
import { readKept, recallsOf } from '../control/recall-store.ts';
import { type KnownShare, sharesOf } from '../control/share-store.ts';
import type { StoredItem } from '../item.ts';
import { findItem } from '../store.ts';
import { listPassedOn } from './attachment-store.ts';
import type { RoomNeeds } from './needs-service.ts';
import { type PassedOn, releasePassedBytes } from './policy.ts';

interface Passed {
  readonly item: ItemId;
  /** Null: he may have them, and they are not here yet. */
  readonly released: Released<BytesOffer | null>;
  readonly facts: JsonObject;
}

export const createPassing = (needs: RoomNeeds) => {
  const { attachments, self, clock } = needs;

  const gapToday = async (unit: Unit, item: StoredItem, share: KnownShare): Promise<string | null> => {
    const reading = messages['x-tansiq-onward-share'].read(readKept(share.message));
    if (reading.kind !== 'read') return 'no-agreement';
    const agreement = await needs.agreements.find(unit, asId('agreement', reading.message.agreement_ref));
    if (agreement === null) return 'no-agreement';
    return gapOf(agreement, item.marking, self) ?? gapOf(agreement, item.marking, share.recipient);
  };

  const standing = async (unit: Unit, item: StoredItem, share: KnownShare): Promise<PassedOn> => ({
    item,
    version: share.version,
    consent: (await consentsOf(unit, item.id)).find(({ id }) => id === share.consent) ?? null,
    isRecalled: (await recallsOf(unit, item.id)).some((recall) => isCovered(recall, share)),
    gap: await gapToday(unit, item, share),
  });

  return {
    /** The bytes of this hash in a copy that was passed on to this party and that he may have today. */
    find: async (unit: Unit, hash: string, party: PartyId): Promise<Passed | null> => {
      const to = { party, self, today: dayOf(clock.now()) };
      for (const found of await listPassedOn(unit, hash, { self, party })) {
        const { artifact, bytes } = found;
        const item = await findItem(unit, found.item);
        const share = (await sharesOf(unit, found.item)).find(({ id }) => id === found.share);
        if (item === null || share === undefined) continue;
        const isHere = found.state === 'here' && bytes !== null;
        const offer = isHere
          ? { hash, bytes, read: (from: number) => attachments.read(hash, { from, to: bytes - 1 }) }
          : null;
        const released = releasePassedBytes<BytesOffer | null>(await standing(unit, item, share), to, offer);
        const facts = { version: share.version, artifact, bytes, consent: share.consent };
        if (released !== null) return { item: item.id, released, facts };
      }
      return null;
    },
  };
};
