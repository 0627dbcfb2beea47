/**
 * The holder's side: its records are evaluated under a key for one partner and epoch, their filter is
 * announced, and what the partner then asks is answered. Broken off, it goes on from where it was.
 */
import { randomUUID } from 'node:crypto';
import { sha256 } from '../../kernel/canonical.ts';
import { allow } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { matchingInput } from '../../plumbing/identifiers/index.ts';
import {
  buildFilter,
  changeFilter,
  entryBytes,
  entryOf,
  type KeyPair,
  openFilter,
} from '../../plumbing/oprf/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Agreement } from '../agreements/index.ts';
import { inPages } from './in-pages.ts';
import { epochOf, keyInfo, matchingLimits } from './limits.ts';
import { type MatchingNeeds, matchingPairs } from './needs-service.ts';
import type { Observed } from './observed.ts';
import { releaseMatching } from './policy.ts';
import * as questions from './question-store.ts';
import * as records from './record-store.ts';
import * as sets from './set-store.ts';
import { answerToWire, matchingKinds, setToWire } from './wire.ts';

interface Pair {
  readonly agreement: Agreement;
  readonly partner: PartyId;
}

const entriesOf = (tags: readonly Uint8Array[]): Uint8Array => Buffer.concat(tags.map(entryOf));
const deltaHeaderBytes = 4;
/** A delta: how many entries are added, those, and those that are taken out. */
const writeDelta = (added: Uint8Array, removed: Uint8Array): Uint8Array => {
  const count = Buffer.alloc(deltaHeaderBytes);
  count.writeUInt32BE(added.length / entryBytes);
  return Buffer.concat([count, added, removed]);
};

/** The filter that a delta makes of another; null where it is no delta. */
export const applyDelta = (filter: Uint8Array, delta: Uint8Array): Uint8Array | null => {
  if (delta.length < deltaHeaderBytes) return null;
  const cut = deltaHeaderBytes + Buffer.from(delta).readUInt32BE(0) * entryBytes;
  if (cut > delta.length) return null;
  return changeFilter(filter, delta.subarray(deltaHeaderBytes, cut), delta.subarray(cut));
};

/** A base filter has a bucket for each record; when there are more than twice as many it is made anew. */
const isFull = (filter: Uint8Array): boolean => openFilter(filter) === null;

export const createHolding = (needs: MatchingNeeds) => {
  const { verbs, database, clock, self, house, oprf } = needs;
  const seed = Buffer.from(needs.secret, 'hex');
  const keysOf = (agreement: string, partner: string, epoch: number): KeyPair =>
    oprf.deriveKeyPair(seed, keyInfo({ self, partner, agreement, epoch }));
  const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
  const askedOf = ({ agreement, partner }: Pair): records.Asked => ({
    partner,
    fields: agreement.fields,
    purposes: agreement.purposes,
    today: dayOf(clock.now()),
  });

  const openSet = (pair: Pair): Promise<sets.StoredSet | null> =>
    inHouse(async (unit) => {
      const at = clock.now();
      const of = { agreement: pair.agreement.id, partner: pair.partner, epoch: epochOf(at) };
      const found = await sets.findSet(unit, of);
      if (found !== null) return found;
      const { publicKey } = keysOf(of.agreement, of.partner, of.epoch);
      const made = {
        id: randomUUID(),
        ...of,
        public_key: publicKey,
        version: 0,
        is_compared: false,
        looked_at: at,
      };
      await sets.insertSet(unit, { ...made, holder: self });
      return sets.findSet(unit, of);
    });

  const tag = async (pair: Pair, set: sets.StoredSet, missing: readonly Observed[]): Promise<void> => {
    const { secretKey } = keysOf(pair.agreement.id, pair.partner, set.epoch);
    const inputs = missing.map(({ kind, form }) => matchingInput(kind, form));
    const tags = await oprf.evaluate(secretKey, inputs);
    await inHouse(async (unit) => {
      await sets.insertTags(unit, set.id, missing, tags);
      if (set.version > 0) return;
      await sets.noteProgress(unit, set.id, missing.length);
      await needs.live.announce(unit, { topic: 'matching.set', id: set.id });
    });
  };

  /**
   * Evaluates all that has no tag yet, step by step: what was kept stays when it is broken off. The records
   * of the next step are read while those of one are evaluated.
   */
  const tagAll = async (pair: Pair, set: sets.StoredSet): Promise<void> => {
    const asked = askedOf(pair);
    const read = (after: Observed | null) =>
      inHouse((unit) => records.untagged(unit, set.id, asked, { after, limit: matchingLimits.step }));
    let missing = await read(null);
    for (let last = missing.at(-1); last !== undefined; last = missing.at(-1)) {
      const [next] = await Promise.all([read(last), tag(pair, set, missing)]);
      missing = next;
    }
  };

  /** Brings a set up to date with what is due to it; null where there is nothing. */
  const tagDue = async (pair: Pair, set: sets.StoredSet): Promise<readonly records.Due[] | null> => {
    const asked = askedOf(pair);
    const { due, missing } = await inHouse(async (unit) => {
      const waiting = await records.dueTo(unit, set.id, matchingLimits.due);
      return { due: waiting, missing: await records.untaggedOf(unit, set.id, asked, waiting) };
    });
    if (due.length === 0) return null;
    if (missing.length > 0) await tag(pair, set, missing);
    return due;
  };

  /** The next filter of a set; by a delta where there is one of before that has room. */
  const nextFilter = async (
    unit: Unit,
    set: sets.StoredSet,
    added: readonly Uint8Array[],
    removed: readonly Uint8Array[],
  ): Promise<Omit<sets.Published, 'version'>> => {
    const before = set.version === 0 ? null : await sets.readFilter(unit, set.id);
    const delta = writeDelta(entriesOf(added), entriesOf(removed));
    const changed = before === null ? null : applyDelta(before, delta);
    if (changed !== null && !isFull(changed)) {
      const hashes = {
        filterHash: sha256(changed).toString('hex'),
        deltaHash: sha256(delta).toString('hex'),
      };
      return { filter: changed, delta, ...hashes };
    }
    const filter = buildFilter(await sets.readTags(unit, set.id, matchingLimits.page));
    return { filter, filterHash: sha256(filter).toString('hex'), delta: null, deltaHash: null };
  };

  const announce = (pair: Pair, set: sets.StoredSet, made: sets.Published) => {
    const { filter, filterHash: hash, delta, deltaHash } = made;
    const announced = {
      agreement: pair.agreement.id,
      partner: pair.partner,
      epoch: set.epoch,
      publicKey: set.public_key,
      version: made.version,
      filter: { hash, bytes: filter.length },
      delta: delta === null || deltaHash === null ? null : { hash: deltaHash, bytes: delta.length },
    };
    const body = toBundle([setToWire(announced, { by: self, at: clock.now() })]);
    return releaseMatching(pair.agreement, pair.partner, { kind: matchingKinds.set, body });
  };

  /** Publishes what came and went: of what is due, or after a comparison with all (`due` is null). */
  const publish = async (pair: Pair, id: string, due: readonly records.Due[] | null) => {
    const subject = pair.agreement.id;
    await verbs.read({ actor: house, verb: 'matching.prepare', subject }, async ({ unit, permit, note }) => {
      permit(allow('matching/house'));
      const set = await sets.lockSet(unit, id);
      if (set === null) return;
      const removed = await records.takeOrphans(unit, set.id, askedOf(pair), due);
      const added = await sets.takeUnpublished(unit, set.id);
      if (due === null) await sets.noteCompared(unit, set.id, clock.now());
      else await records.dropDue(unit, due);
      if (set.version > 0 && added.length === 0 && removed.length === 0) return;
      const made = { version: set.version + 1, ...(await nextFilter(unit, set, added, removed)) };
      await sets.publish(unit, set.id, made);
      await sets.dropFormerSets(unit, set);
      const released = announce(pair, set, made);
      if (released === null) return;
      await needs.federation.send(unit, released);
      const { length: filterBytes } = made.filter;
      const changes = { added: added.length, removed: removed.length, filterBytes };
      note({ partner: pair.partner, epoch: set.epoch, version: made.version, ...changes });
    });
  };

  /** Compares a set with all records: when it is new, broken off, or was compared on another day. */
  const compare = async (pair: Pair, set: sets.StoredSet): Promise<void> => {
    await inHouse(async (unit) => {
      const all = set.version === 0 ? await records.countFound(unit, askedOf(pair)) : null;
      await sets.beginComparing(unit, set.id, all);
    });
    await tagAll(pair, set);
    await publish(pair, set.id, null);
  };

  const prepare = async (pair: Pair): Promise<void> => {
    if (!(await inHouse((unit) => needs.isLinked(unit, pair.partner)))) return;
    const set = await openSet(pair);
    if (set === null) return;
    const isCompared = set.is_compared && dayOf(set.looked_at) === dayOf(clock.now());
    if (!isCompared) return compare(pair, set);
    const due = await tagDue(pair, set);
    if (due === null) return;
    // So much changed that it is cheaper to go through all once.
    if (due.length === matchingLimits.due) return compare(pair, set);
    return publish(pair, set.id, due);
  };

  const answer = async (question: questions.StoredQuestion, agreement: Agreement): Promise<void> => {
    const set = await inHouse((unit) => sets.findServing(unit, question.agreement, question.partner));
    if (set === null) return;
    const keys = keysOf(question.agreement, question.partner, set.epoch);
    const done = await oprf.answer(keys, question.elements);
    if (done === null) throw new Error('bug: a question was taken that holds no elements');
    const wire = answerToWire({ question: question.id, ...done }, { by: self, at: clock.now() });
    const copy = { kind: matchingKinds.answer, body: toBundle([wire]) };
    await verbs.run({ actor: house, verb: 'matching.answer', subject: question.id }, async (work) => {
      work.permit(allow('matching/house'));
      if (!(await questions.markAnswered(work.unit, question.id, clock.now()))) return;
      const released = releaseMatching(agreement, question.partner, copy);
      if (released !== null) await needs.federation.send(work.unit, released);
      work.note({ partner: question.partner, asked: question.asked, disclosedTo: [question.partner] });
    });
  };

  /** Under an agreement that ended meanwhile nothing is told. */
  const answerOne = async (question: questions.StoredQuestion): Promise<void> => {
    const agreement = await inHouse((unit) => needs.agreements.find(unit, question.agreement));
    if (!(await inHouse((unit) => needs.isLinked(unit, question.partner)))) return;
    if (agreement?.state === 'in-force') await answer(question, agreement);
    else await inHouse((unit) => questions.markAnswered(unit, question.id, clock.now()));
  };

  return {
    /** Brings every set up to date. */
    prepareAll: async (): Promise<void> => {
      await inHouse((unit) => records.handOnChanges(unit, self));
      for (const pair of await matchingPairs(needs))
        await prepare(pair).catch((error: unknown) =>
          needs.log.error({ error, party: pair.partner }, 'a set could not be prepared'),
        );
    },
    /** Answers what waits, also behind what waits for a link. */
    answerAll: (): Promise<void> => {
      const limit = matchingLimits.answered;
      const load = (after: questions.OpenQuestion | null) =>
        inHouse((unit) => questions.openQuestions(unit, { after, limit }));
      return inPages(limit, load, async (page) => {
        for (const question of page) await answerOne(question);
      });
    },
  };
};
