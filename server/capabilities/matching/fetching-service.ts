/** Fetches the filters that partners announced: by what changed where that is enough, else whole. */
import { sha256 } from '../../kernel/canonical.ts';
import { refuse } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { openFilter } from '../../plumbing/oprf/index.ts';
import { applyDelta } from './holding-service.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import * as parts from './part-store.ts';
import * as sets from './set-store.ts';

const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');

/** What is fetched of whom, and how long it was announced to be. */
type Wanted = parts.Fetched & { readonly bytes: number };

export const createFetching = (needs: MatchingNeeds) => {
  const { database, house } = needs;

  const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);

  /** Keeps what comes, part by part: broken off, it goes on from there. No more than was announced. */
  const receive = async (of: Wanted, stream: AsyncIterable<Uint8Array>, from: number) => {
    let [place, waiting]: [number, Buffer] = [from, Buffer.alloc(0)];
    const keep = async (): Promise<void> => {
      const part = { holder: needs.self, place, bytes: waiting };
      await inHouse((unit) => parts.keepPart(unit, of, part));
      [place, waiting] = [place + waiting.length, Buffer.alloc(0)];
    };
    try {
      for await (const part of stream) {
        waiting = Buffer.concat([waiting, part]);
        if (place + waiting.length > of.bytes) break;
        if (waiting.length >= matchingLimits.partBytes) await keep();
      }
    } finally {
      if (waiting.length > 0) await keep();
    }
  };

  /** The bytes of this hash, whole and right; null where he does not give them now. */
  const fetch = async (of: Wanted): Promise<Uint8Array | null> => {
    const here = await inHouse((unit) => parts.readParts(unit, of));
    if (hashOf(here) === of.hash) return here;
    const answer = await needs.federation.fetchBytes(of.partner, of.hash, here.length);
    if (answer.kind === 'refused') {
      // He has no more, and what is here is not it.
      if (here.length > 0) await inHouse((unit) => parts.dropParts(unit, of.partner));
      return null;
    }
    if (answer.from !== here.length) await inHouse((unit) => parts.dropParts(unit, of.partner));
    await receive(of, answer.stream, answer.from);
    const bytes = await inHouse((unit) => parts.readParts(unit, of));
    if (hashOf(bytes) === of.hash) return bytes;
    if (bytes.length >= of.bytes) throw new Fault('matching/filter-unsound');
    return null;
  };

  const byDelta = async (set: sets.HeldSet): Promise<Uint8Array | null> => {
    if (set.delta_hash === null || set.version === null || set.version !== set.delta_from) return null;
    const held = await database.transact(house, (unit) => sets.findHeld(unit, set.agreement, set.partner));
    const of = { partner: set.partner, hash: set.delta_hash, bytes: matchingLimits.filterBytes };
    const delta = held?.filter ? await fetch(of) : null;
    const changed = held?.filter && delta ? applyDelta(held.filter, delta) : null;
    return changed !== null && hashOf(changed) === set.wanted_hash ? changed : null;
  };

  const whole = (set: sets.HeldSet): Promise<Uint8Array | null> =>
    fetch({ partner: set.partner, hash: set.wanted_hash, bytes: set.wanted_bytes });

  const fetchOne = async (set: sets.HeldSet): Promise<void> => {
    const filter = (await byDelta(set)) ?? (await whole(set));
    if (filter === null) return;
    if (openFilter(filter) === null) throw new Fault('matching/filter-unsound');
    await inHouse(async (unit) => {
      await sets.keepFetched(unit, set, filter);
      await parts.dropParts(unit, set.partner);
    });
  };

  /** Says in the journal that he gave what is no filter of his, and asks for it no more. */
  const refuseSet = async (set: sets.HeldSet): Promise<void> => {
    await inHouse(async (unit) => {
      await sets.giveUp(unit, set);
      await parts.dropParts(unit, set.partner);
    });
    const call = { actor: house, verb: 'matching.fetch-set', subject: set.agreement };
    await needs.verbs.run(call, async ({ permit, note }) => {
      note({ partner: set.partner, epoch: set.epoch, version: set.wanted_version });
      permit(refuse('matching/the-announced-filter-alone', 'matching/filter-unsound'));
    });
  };

  return {
    fetchAll: async (): Promise<void> => {
      for (const set of await database.transact(house, sets.heldSets)) {
        if (set.version === set.wanted_version) continue;
        try {
          await fetchOne(set).catch(async (fault: unknown) => {
            if (!(fault instanceof Fault) || fault.code !== 'matching/filter-unsound') throw fault;
            await refuseSet(set);
          });
        } catch (error) {
          // Down, or away: it comes round again. A refusal stands in the journal.
          if (!(error instanceof Fault))
            needs.log.error({ error, party: set.partner }, 'the filter of a partner could not be fetched');
        }
      }
    },
  };
};
