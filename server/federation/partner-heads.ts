/** Keeps what partners say their journals were, and says so when two of their words contradict each other. */
import type { PartyId } from '../kernel/ids.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { isAccusing, type SignedTreeHead } from '../plumbing/journal/index.ts';
import type { House } from './needs.ts';

/**
 * Keeps each distinct head of the partner. A head that contradicts an earlier one is kept too, as evidence,
 * and is journalled and announced on the topic `federation.alarm`; messages go on, because people decide what
 * it means.
 */
export const keepHeads = async (
  house: House,
  unit: Unit,
  needs: { from: PartyId; heads: readonly SignedTreeHead[]; publicKeys: readonly string[] },
): Promise<void> => {
  const distinct = new Map(needs.heads.map((head) => [head.signature, head]));
  for (const head of distinct.values()) {
    const verdict =
      head.party === needs.from
        ? await house.journal.judgePartnerHead(unit, { head, publicKeys: needs.publicKeys })
        : ({ kind: 'forged' } as const);
    if (verdict.kind !== 'forged' && verdict.kind !== 'repeated')
      await house.journal.keepPartnerHead(unit, head);
    if (!isAccusing(verdict)) continue;
    house.log.error({ party: needs.from, verdict: verdict.kind, size: head.size }, 'partner journal alarm');
    await house.journal.append(unit, {
      actor: house.actor,
      verb: 'federation.judge-head',
      subject: needs.from,
      outcome: 'refused',
      rule: verdict.kind,
      details: { size: head.size, rootHash: head.rootHash, signature: head.signature },
    });
    await house.live.announce(unit, { topic: 'federation.alarm', id: needs.from });
  }
};
