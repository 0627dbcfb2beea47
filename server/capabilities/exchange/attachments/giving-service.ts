/**
 * Gives the bytes of an attachment to a partner who was sent a copy that holds it, by its originator or by
 * who passed it on with consent; journals each disclosure.
 */

import type { BytesHandler } from '../../../federation/index.ts';
import { allow } from '../../../kernel/decision.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { gapOf } from '../../agreements/index.ts';
import type { StoredItem } from '../item.ts';
import { findItem } from '../store.ts';
import { listDisclosable } from './attachment-store.ts';
import type { RoomNeeds } from './needs-service.ts';
import { createPassing } from './passing-service.ts';
import { releaseBytes } from './policy.ts';

const gapFor = async (needs: RoomNeeds, unit: Unit, item: StoredItem, party: StoredItem['originator']) => {
  const { agreement: id } = item;
  if (id === null) return 'no-agreement';
  const agreement = await unit.asHouse('attachments', (house) => needs.agreements.find(house, id));
  return agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, party);
};

export const createGiving = (needs: RoomNeeds): BytesHandler => {
  const { verbs, attachments, self, clock } = needs;
  const passedOn = createPassing(needs);

  // A disk that lost something is to be restored: he asks again for this one, and gets the others meanwhile.
  const isOnDisk = async (hash: string, bytes: number): Promise<boolean> =>
    (await attachments.size(hash)) === bytes;

  // As the partner, so that the database shows no more than was released to him. Where nothing was,
  // federation journals the refusal, within its limits.
  return ({ party, hash, from }) =>
    verbs.read(
      { actor: { kind: 'peer', party }, verb: 'exchange.give-attachment', subject: null },
      async ({ unit, permit, note, subject }) => {
        for (const found of await listDisclosable(unit, hash, party)) {
          const item = await findItem(unit, found.item);
          if (item === null) continue;
          const { artifact, withheld, bytes, version } = found;
          const delivered = { item, artifact, withheld, gap: await gapFor(needs, unit, item, party) };
          const to = { party, self, today: dayOf(clock.now()) };
          const released = releaseBytes(delivered, to, {
            hash,
            bytes,
            read: (start: number) => attachments.read(hash, { from: start, to: bytes - 1 }),
          });
          if (released === null) continue;
          permit(allow(released.rule));
          if (!(await isOnDisk(hash, bytes))) return 'not-yet';
          subject(item.id);
          note({ version, artifact, hash, bytes, from, disclosedTo: [party] });
          return released;
        }
        // What is another's he may not see by right: it was passed on to him, which the house knows.
        const passed = await unit.asHouse('attachments', (house) => passedOn.find(house, hash, party));
        permit(allow(passed === null ? 'exchange/partners-may-ask' : passed.released.rule));
        if (passed === null) return null;
        const { released, item, facts } = passed;
        const { content } = released;
        // Nothing is disclosed yet: he asks again later.
        if (content === null || !(await isOnDisk(hash, content.bytes))) return 'not-yet';
        subject(item);
        note({ ...facts, hash, from, disclosedTo: [party] });
        return { ...released, content };
      },
    );
};
