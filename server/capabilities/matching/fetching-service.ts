/** Fetches the filters that partners announced: by what changed where that is enough, else whole. */
import { sha256 } from '../../kernel/canonical.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { openFilter } from '../../plumbing/oprf/index.ts';
import { applyDelta } from './holding-service.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import * as sets from './set-store.ts';

const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');

export const createFetching = (needs: MatchingNeeds) => {
  const { database, house } = needs;

  /** The bytes of this hash, whole and right; null where he does not give them now. */
  const fetch = async (party: PartyId, hash: string): Promise<Uint8Array | null> => {
    const parts: Buffer[] = [];
    let length = 0;
    const answer = await needs.federation.fetchBytes(party, hash, 0);
    if (answer.kind === 'refused') return null;
    for await (const part of answer.stream) {
      const bytes = Buffer.from(part);
      length += bytes.length;
      if (length > matchingLimits.filterBytes) return null;
      parts.push(bytes);
    }
    const bytes = Buffer.concat(parts);
    return hashOf(bytes) === hash ? bytes : null;
  };

  const byDelta = async (set: sets.HeldSet): Promise<Uint8Array | null> => {
    if (set.delta_hash === null || set.version === null || set.version !== set.delta_from) return null;
    const held = await database.transact(house, (unit) => sets.findHeld(unit, set.agreement, set.partner));
    const delta = held?.filter ? await fetch(set.partner, set.delta_hash) : null;
    const changed = held?.filter && delta ? applyDelta(held.filter, delta) : null;
    return changed !== null && hashOf(changed) === set.wanted_hash ? changed : null;
  };

  return {
    fetchAll: async (): Promise<void> => {
      for (const set of await database.transact(house, sets.heldSets)) {
        if (set.version === set.wanted_version) continue;
        try {
          const filter = (await byDelta(set)) ?? (await fetch(set.partner, set.wanted_hash));
          if (filter === null || openFilter(filter) === null) continue;
          await database.transact(house, (unit) => sets.keepFetched(unit, set, filter));
        } catch (error) {
          // Down, or away: it comes round again.
          needs.log.error({ error, party: set.partner }, 'the filter of a partner could not be fetched');
        }
      }
    },
  };
};
