/**
 * What arrives. Per link and in order: the message, what its handler changed, the journal entry, the signed
 * receipt and the counter are one transaction. What was received before gets the receipt that it got before.
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
  type ReceivedRow,
  readReceipts,
  readSeen,
} from './inbox-store.ts';
import { federationLimits, withdrawnKind } from './limits.ts';
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
    // Its content was erased on the way: what came first counts, and its receipt says which it was.
    const isWithdrawn = envelope.kind === withdrawnKind || before.kind === withdrawnKind;
    const isAnother = before.bodyHash !== envelope.bodyHash && !isWithdrawn;
    if (isAnother || receipt.envelope !== envelope.id) throw new DoorRefusal('sequence-reused', link.party);
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

interface InboxNeeds {
  readonly house: House;
  readonly handlers: ReadonlyMap<string, MessageHandler>;
  /** Called when a partner has shown that it is up. */
  onContact(party: PartyId): void;
}

/** One envelope within the transaction that takes it. */
interface Turn {
  readonly unit: Unit;
  readonly link: InboundLink;
  readonly now: Instant;
}

const handle = async (needs: InboxNeeds, turn: Turn, envelope: Envelope): Promise<Judged> => {
  if (envelope.kind === withdrawnKind) return { envelope, fault: null, noted: [] };
  const handler = needs.handlers.get(envelope.kind);
  if (!handler) return { envelope, fault: 'federation/unknown-kind', noted: [] };
  const noted: NewEntry[] = [];
  const note: Message['note'] = (entry) =>
    noted.push({ ...entry, actor: { kind: 'peer', party: turn.link.party }, outcome: 'done' });
  const { id, sentAt, body } = envelope;
  const message = { from: turn.link.party, envelope: id, sentAt, receivedAt: turn.now, body, note };
  await handler(turn.unit, message).catch((error: unknown) => {
    throw error instanceof Fault ? new MessageRefusal(error.code) : error;
  });
  return { envelope, fault: null, noted };
};

const rowFor = ({ envelope, fault }: Judged, receipt: Receipt): ReceivedRow => ({
  envelope: envelope.id,
  sequence: envelope.sequence,
  kind: envelope.kind,
  bodyHash: envelope.bodyHash,
  sentAt: envelope.sentAt,
  receivedAt: receipt.receivedAt,
  outcome: receipt.outcome,
  fault,
  receipt: canonical(receipt),
});

const sealFor = (house: House, turn: Turn, judged: Judged, treeHead: SignedTreeHead): Receipt =>
  sealReceipt(
    {
      envelope: judged.envelope.id,
      from: house.party,
      to: turn.link.party,
      sequence: judged.envelope.sequence,
      receivedAt: turn.now,
      outcome: judged.fault === null ? 'accepted' : 'refused',
      fault: judged.fault,
      bodyHash: judged.envelope.bodyHash,
      treeHead,
    },
    house.keys.sign,
  );

/** Journals, signs and stores what was judged; the receipts' head covers these very entries. */
const record = async (house: House, turn: Turn, judged: readonly Judged[]): Promise<readonly Receipt[]> => {
  if (judged.length === 0) return [];
  const { unit, link, now } = turn;
  const entries = judged.flatMap((one) => [entryFor(link, one, now), ...one.noted]);
  await house.journal.appendAll(unit, entries);
  const treeHead = await house.journal.head(unit);
  if (!(await holdActive(unit, link.link))) throw new DoorRefusal('link-inactive', link.party);
  const sealed = judged.map((one) => ({ one, receipt: sealFor(house, turn, one, treeHead) }));
  await insertReceived(
    unit,
    link.link,
    sealed.map(({ one, receipt }) => rowFor(one, receipt)),
  );
  return sealed.map(({ receipt }) => receipt);
};

const verify = async (house: House, turn: Turn, batch: Batch): Promise<void> => {
  const { unit, link, now } = turn;
  const keys = await readKeys(unit, link.link);
  const publicKeys = liveKeys(keys, now);
  for (const envelope of batch.envelopes) {
    const problem = envelopeProblem(envelope, { from: link.party, to: house.party, publicKeys });
    if (problem !== null) throw new DoorRefusal(problem, link.party);
  }
  await keepHeads(house, unit, {
    from: link.party,
    heads: batch.envelopes.map((envelope) => envelope.treeHead),
    publicKeys: keys.map((key) => key.publicKey),
  });
};

/** An envelope is taken once, whichever link or sequence it is shown under. */
const refuseReused = async ({ unit, link }: Turn, envelopes: readonly Envelope[]): Promise<void> => {
  if (envelopes.length === 0) return;
  const ids = envelopes.map((envelope) => envelope.id);
  const isReused = new Set(ids).size < ids.length || (await readSeen(unit, ids)).length > 0;
  if (isReused) throw new DoorRefusal('envelope-reused', link.party);
};

/** Takes all of the batch in one transaction; `refusedWith` when the handler is known to refuse it. */
const take = (
  needs: InboxNeeds,
  batch: Batch,
  certificate: string,
  refusedWith: string | null,
): Promise<BatchAnswer> => {
  const { house } = needs;
  return house.database.transact(house.actor, async (unit) => {
    const turn = { unit, link: await identify(unit, batch, certificate), now: house.clock.now() };
    const { received, party } = turn.link;
    await verify(house, turn, batch);
    const { repeated, next } = placeEnvelopes(received, batch.envelopes);
    const before = await repeatReceipts(unit, turn.link, repeated);
    await refuseReused(turn, next);
    const judged: Judged[] = [];
    for (const envelope of next)
      judged.push(
        refusedWith === null
          ? await handle(needs, turn, envelope)
          : { envelope, fault: refusedWith, noted: [] },
      );
    const receipts = await record(house, turn, judged);
    unit.afterCommit(() => needs.onContact(party));
    return { receipts: [...before, ...receipts], expected: received + next.length + 1 };
  });
};

const takeOne = async (needs: InboxNeeds, batch: Batch, certificate: string): Promise<BatchAnswer> => {
  try {
    return await take(needs, batch, certificate, null);
  } catch (error) {
    if (error instanceof MessageRefusal) return take(needs, batch, certificate, error.code);
    throw error;
  }
};

/** After a batch failed as a whole: one after the other, as far as it goes. */
const takeEach = async (needs: InboxNeeds, batch: Batch, certificate: string): Promise<BatchAnswer> => {
  const receipts: Receipt[] = [];
  let expected: number | null = null;
  for (const envelope of batch.envelopes) {
    try {
      const answer = await takeOne(needs, { ...batch, envelopes: [envelope] }, certificate);
      receipts.push(...answer.receipts);
      expected = answer.expected;
      if (answer.receipts.length === 0) break;
    } catch (error) {
      if (expected === null) throw error;
      needs.house.log.error({ error, envelope: envelope.id }, 'a message could not be taken');
      break;
    }
  }
  assert(expected !== null, 'a batch without envelopes passed its schema');
  return { receipts, expected };
};

/** Opens the inbox. A batch is one transaction; when a message in it fails, each is one of its own. */
export const createInbox = (needs: InboxNeeds): Inbox => ({
  receive: async (batch, certificate) => {
    if (batch.envelopes.length === 1) return takeOne(needs, batch, certificate);
    try {
      return await take(needs, batch, certificate, null);
    } catch (error) {
      if (error instanceof DoorRefusal) throw error;
      return takeEach(needs, batch, certificate);
    }
  },
});
