/**
 * What arrives. Per link and in order: the message, what its handler changed, the journal entry, the signed receipt
 * and the counter are one transaction. What was received before gets the receipt that it got before.
 */
import { canonical, readJson } from '../kernel/canonical.ts';
import { assert, Fault } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import { between, type Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import type { NewEntry, SignedTreeHead } from '../plumbing/journal/index.ts';
import { DoorRefusal } from './door-refusal.ts';
import { envelopeProblem, sealReceipt } from './envelope.ts';
import {
  holdActive,
  type InboundLink,
  insertReceived,
  lockInbound,
  readReceipts,
  readSeen,
} from './inbox-store.ts';
import { federationLimits } from './limits.ts';
import { type PartnerKey, readKeys } from './link-store.ts';
import { type Batch, type BatchAnswer, type Envelope, type Receipt, readReceipt } from './messages.ts';
import type { House, Message, MessageHandler } from './needs.ts';
import { keepHeads } from './partner-heads.ts';

export interface Inbox {
  /** Takes a batch; throws a DoorRefusal, or whatever keeps the message with its sender. */
  receive(batch: Batch, certificate: string): Promise<BatchAnswer>;
}

/** A handler refused this one message. */
class MessageRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** What is to be done with one new envelope. */
interface Judged {
  readonly envelope: Envelope;
  readonly fault: string | null;
  /** What its handler had to say beside that it was received. */
  readonly noted: readonly NewEntry[];
}

/** Keys that an envelope may be signed with now: the one in force, and one just handed over. */
export const liveKeys = (keys: readonly PartnerKey[], now: Instant): readonly string[] =>
  keys
    .filter(
      (key) => key.supersededAt === null || between(key.supersededAt, now) < federationLimits.formerKeyMs,
    )
    .map((key) => key.publicKey);

/** Splits a batch at what was received: repeated, then what follows without a gap. */
export const placeEnvelopes = (
  received: number,
  envelopes: readonly Envelope[],
): { readonly repeated: readonly Envelope[]; readonly next: readonly Envelope[] } => {
  const repeated: Envelope[] = [];
  const next: Envelope[] = [];
  for (const envelope of envelopes) {
    if (envelope.sequence <= received) repeated.push(envelope);
    else if (envelope.sequence === received + next.length + 1) next.push(envelope);
    else break;
  }
  return { repeated, next };
};

const identify = async (unit: Unit, batch: Batch, certificate: string): Promise<InboundLink> => {
  const link = await lockInbound(unit, certificate);
  if (link === null) throw new DoorRefusal('unknown-peer');
  if (link.pairing !== batch.pairing) throw new DoorRefusal('other-pairing', link.party);
  if (link.state !== 'active') throw new DoorRefusal('link-inactive', link.party);
  return link;
};

/** The receipts that these got before. Another body under a used sequence is a lie. */
const repeatReceipts = async (
  unit: Unit,
  link: InboundLink,
  envelopes: readonly Envelope[],
): Promise<readonly Receipt[]> => {
  if (envelopes.length === 0) return [];
  const sequences = envelopes.map((envelope) => envelope.sequence);
  const stored = await readReceipts(unit, link.link, sequences);
  return envelopes.map((envelope) => {
    const before = stored.get(envelope.sequence);
    assert(before, `sequence ${envelope.sequence} was counted as received and has no receipt`);
    const receipt = readReceipt(readJson(before.receipt)?.value);
    assert(receipt, 'a stored receipt is not one');
    if (before.bodyHash !== envelope.bodyHash || receipt.envelope !== envelope.id)
      throw new DoorRefusal('sequence-reused', link.party);
    return receipt;
  });
};

const entryFor = (link: InboundLink, judged: Judged, receivedAt: Instant): NewEntry => {
  const { envelope, fault } = judged;
  const skewMs = between(envelope.sentAt, receivedAt);
  const skewed = Math.abs(skewMs) > federationLimits.clockSkewMs;
  return {
    actor: { kind: 'peer', party: link.party },
    verb: 'federation.receive',
    subject: envelope.id,
    outcome: fault === null ? 'done' : 'refused',
    rule: fault === null ? 'link-active' : fault,
    details: {
      sequence: envelope.sequence,
      kind: envelope.kind,
      bodyHash: envelope.bodyHash,
      ...(skewed ? { skewMs } : {}),
    },
  };
};

export const createInbox = (needs: {
  house: House;
  handlers: ReadonlyMap<string, MessageHandler>;
  /** Called when a partner has shown that it is up. */
  onContact(party: PartyId): void;
}): Inbox => {
  const { house, handlers } = needs;

  const handle = async (unit: Unit, link: InboundLink, envelope: Envelope, receivedAt: Instant) => {
    const handler = handlers.get(envelope.kind);
    if (!handler) return { envelope, fault: 'federation/unknown-kind', noted: [] };
    const { id, sentAt, body } = envelope;
    const noted: NewEntry[] = [];
    const note: Message['note'] = (entry) =>
      noted.push({ ...entry, actor: { kind: 'peer', party: link.party }, outcome: 'done' });
    await handler(unit, { from: link.party, envelope: id, sentAt, receivedAt, body, note }).catch(
      (error: unknown) => {
        throw error instanceof Fault ? new MessageRefusal(error.code) : error;
      },
    );
    return { envelope, fault: null, noted };
  };

  const seal = (link: InboundLink, judged: Judged, receivedAt: Instant, treeHead: SignedTreeHead): Receipt =>
    sealReceipt(
      {
        envelope: judged.envelope.id,
        from: house.party,
        to: link.party,
        sequence: judged.envelope.sequence,
        receivedAt,
        outcome: judged.fault === null ? 'accepted' : 'refused',
        fault: judged.fault,
        bodyHash: judged.envelope.bodyHash,
        treeHead,
      },
      house.keys.sign,
    );

  /** Journals, signs and stores what was judged; the receipts' head covers these very entries. */
  const record = async (
    unit: Unit,
    link: InboundLink,
    judged: readonly Judged[],
    receivedAt: Instant,
  ): Promise<readonly Receipt[]> => {
    if (judged.length === 0) return [];
    await house.journal.appendAll(
      unit,
      judged.flatMap((one) => [entryFor(link, one, receivedAt), ...one.noted]),
    );
    const treeHead = await house.journal.head(unit);
    if (!(await holdActive(unit, link.link))) throw new DoorRefusal('link-inactive', link.party);
    const receipts = judged.map((one) => seal(link, one, receivedAt, treeHead));
    const rows = judged.map(({ envelope, fault }, at) => ({
      envelope: envelope.id,
      sequence: envelope.sequence,
      kind: envelope.kind,
      bodyHash: envelope.bodyHash,
      sentAt: envelope.sentAt,
      receivedAt,
      outcome: fault === null ? ('accepted' as const) : ('refused' as const),
      fault,
      receipt: canonical(receipts[at]),
    }));
    await insertReceived(unit, link.link, rows);
    return receipts;
  };

  const verify = async (unit: Unit, link: InboundLink, batch: Batch, now: Instant): Promise<void> => {
    const keys = await readKeys(unit, link.link);
    const publicKeys = liveKeys(keys, now);
    for (const envelope of batch.envelopes) {
      const problem = envelopeProblem(envelope, { from: link.party, to: house.party, publicKeys });
      if (problem !== null) throw new DoorRefusal(problem, link.party);
    }
    const heads = batch.envelopes.map((envelope) => envelope.treeHead);
    await keepHeads(house, unit, {
      from: link.party,
      heads,
      publicKeys: keys.map((key) => key.publicKey),
    });
  };

  /** Takes all of the batch in one transaction; `refusedWith` when the handler is known to refuse it. */
  const take = (batch: Batch, certificate: string, refusedWith: string | null): Promise<BatchAnswer> =>
    house.database.transact(house.actor, async (unit) => {
      const now = house.clock.now();
      const link = await identify(unit, batch, certificate);
      await verify(unit, link, batch, now);
      const { repeated, next } = placeEnvelopes(link.received, batch.envelopes);
      const before = await repeatReceipts(unit, link, repeated);
      const ids = next.map((envelope) => envelope.id);
      const isReused =
        new Set(ids).size < ids.length || (ids.length > 0 && (await readSeen(unit, ids)).length > 0);
      if (isReused) throw new DoorRefusal('envelope-reused', link.party);
      const judged: Judged[] = [];
      for (const envelope of next)
        judged.push(
          refusedWith === null
            ? await handle(unit, link, envelope, now)
            : { envelope, fault: refusedWith, noted: [] },
        );
      const receipts = await record(unit, link, judged, now);
      unit.afterCommit(() => needs.onContact(link.party));
      return { receipts: [...before, ...receipts], expected: link.received + next.length + 1 };
    });

  const takeOne = async (batch: Batch, certificate: string): Promise<BatchAnswer> => {
    try {
      return await take(batch, certificate, null);
    } catch (error) {
      if (error instanceof MessageRefusal) return take(batch, certificate, error.code);
      throw error;
    }
  };

  /** After a batch failed as a whole: one after the other, as far as it goes. */
  const takeEach = async (batch: Batch, certificate: string): Promise<BatchAnswer> => {
    const receipts: Receipt[] = [];
    let expected: number | null = null;
    for (const envelope of batch.envelopes) {
      try {
        const answer = await takeOne({ ...batch, envelopes: [envelope] }, certificate);
        receipts.push(...answer.receipts);
        expected = answer.expected;
        if (answer.receipts.length === 0) break;
      } catch (error) {
        if (expected === null) throw error;
        house.log.error({ error, envelope: envelope.id }, 'a message could not be taken');
        break;
      }
    }
    assert(expected !== null, 'a batch without envelopes passed its schema');
    return { receipts, expected };
  };

  return {
    receive: async (batch, certificate) => {
      if (batch.envelopes.length === 1) return takeOne(batch, certificate);
      try {
        return await take(batch, certificate, null);
      } catch (error) {
        if (error instanceof DoorRefusal) throw error;
        return takeEach(batch, certificate);
      }
    },
  };
};
