/** Fetches the filters that partners announced: by what changed where that is enough, else whole. */
import { sha256 } from '../../kernel/canonical.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { openFilter } from '../../plumbing/oprf/index.ts';
import { applyDelta } from './holding-service.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import * as parts from './part-store.ts';
import * as sets from './set-store.ts';

const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');

export const createFetching = (needs: MatchingNeeds) => {
  const { database, house } = needs;

  const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);

  /** Keeps what comes, part by part: broken off, it goes on from there. */
  const receive = async (of: parts.Fetched, stream: AsyncIterable<Uint8Array>, from: number) => {
    let [place, waiting]: [number, Buffer] = [from, Buffer.alloc(0)];
    const keep = async (): Promise<void> => {
      const part = { holder: needs.self, place, bytes: waiting };
      await inHouse((unit) => parts.keepPart(unit, of, part));
      [place, waiting] = [place + waiting.length, Buffer.alloc(0)];
    };
    try {
      for await (const part of stream) {
        waiting = Buffer.concat([waiting, part]);
        if (place + waiting.length > matchingLimits.filterBytes) break;
        if (waiting.length >= matchingLimits.partBytes) await keep();
      }
    } finally {
      if (waiting.length > 0) await keep();
    }
  };

  /** The bytes of this hash, whole and right; null where he does not give them now. */
  const fetch = async (partner: PartyId, hash: string): Promise<Uint8Array | null> => {
    const of = { partner, hash };
    const here = await inHouse((unit) => parts.readParts(unit, of));
    if (hashOf(here) === hash) return here;
    const answer = await needs.federation.fetchBytes(partner, hash, here.length);
    if (answer.kind === 'refused') {
      // He has no more, and what is here is not it.
      if (here.length > 0) await inHouse((unit) => parts.dropParts(unit, partner));
      return null;
    }
    if (answer.from !== here.length) await inHouse((unit) => parts.dropParts(unit, partner));
    await receive(of, answer.stream, answer.from);
    const bytes = await inHouse((unit) => parts.readParts(unit, of));
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
          await inHouse(async (unit) => {
            await sets.keepFetched(unit, set, filter);
            await parts.dropParts(unit, set.partner);
          });
        } catch (error) {
          // Down, or away: it comes round again.
          needs.log.error({ error, party: set.partner }, 'the filter of a partner could not be fetched');
        }
      }
    },
  };
};
