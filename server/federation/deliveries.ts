/** What partners answered: receipts are verified, kept, journalled and told to the capability that sent. */
import { canonical } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import type { NewEntry } from '../plumbing/journal/index.ts';
import { DoorRefusal } from './door-refusal.ts';
import { type EnvelopeHeader, isReceiptFor } from './envelope.ts';
import type { Link } from './link-store.ts';
import type { Receipt } from './messages.ts';
import type { House, ReceiptHandler } from './needs.ts';
import { type SettledWithdrawal, settleDeliveries } from './outbox-store.ts';
import { keepHeads } from './partner-heads.ts';

/** A batch that was posted, and whose keys may have signed the receipts. */
export interface Posted {
  readonly link: Link;
  readonly publicKeys: readonly string[];
  readonly headers: readonly EnvelopeHeader[];
  /** Beside each header: the hash of the body that was withdrawn from it; null for the others. */
  readonly formerHashes: readonly (string | null)[];
}

export interface Deliveries {
  /** Settles what the receipts are for; throws a DoorRefusal for a receipt that is not one. */
  settle(posted: Posted, receipts: readonly Receipt[]): Promise<void>;
}

interface Pair {
  readonly header: EnvelopeHeader;
  readonly receipt: Receipt;
}

/** Receipts come in the order of the envelopes, perhaps fewer. */
const pairUp = (posted: Posted, receipts: readonly Receipt[]): readonly Pair[] =>
  receipts.map((receipt, at) => {
    const header = posted.headers[at];
    if (header === undefined) throw new DoorRefusal('bad-receipt', posted.link.party);
    const formerHash = posted.formerHashes[at] ?? header.bodyHash;
    // What had arrived before it was withdrawn keeps the receipt that it got then.
    const isReceipt = [header.bodyHash, formerHash].some((bodyHash) =>
      isReceiptFor(receipt, { ...header, bodyHash }, posted.publicKeys),
    );
    if (!isReceipt) throw new DoorRefusal('bad-receipt', posted.link.party);
    return { header, receipt };
  });

const settledOf = ({ header, receipt }: Pair) => ({
  sequence: header.sequence,
  sentAt: header.sentAt,
  receivedAt: receipt.receivedAt,
  outcome: receipt.outcome,
  fault: receipt.fault,
  bodyHash: receipt.bodyHash,
  receipt: canonical(receipt),
});

interface DeliveryNeeds {
  readonly house: House;
  readonly handlers: ReadonlyMap<string, ReceiptHandler>;
}

/**
 * One entry for the whole batch, and one for each refusal: a refusal is news, a receipt is kept with its
 * message.
 */
const entriesFor = (posted: Posted, pairs: readonly Pair[], rule: string): readonly NewEntry[] => {
  const actor = { kind: 'peer', party: posted.link.party } as const;
  const refused = pairs.filter(({ receipt }) => receipt.outcome === 'refused');
  const first = pairs[0]?.header.sequence ?? 0;
  const last = pairs.at(-1)?.header.sequence ?? 0;
  const details = { pairing: posted.link.pairing, first, last, refused: refused.length };
  return [
    { actor, verb: 'federation.deliver', subject: posted.link.party, outcome: 'done', rule, details },
    ...refused.map(({ header, receipt }) => ({
      actor,
      verb: 'federation.deliver',
      subject: header.id,
      outcome: 'refused' as const,
      rule: receipt.fault ?? 'unnamed',
    })),
  ];
};

/** Whether what was withdrawn had arrived after all: said of that which the message carried. */
const entriesForWithdrawn = (posted: Posted, withdrawn: readonly SettledWithdrawal[]): readonly NewEntry[] =>
  withdrawn.map(({ about, hadArrived }) => ({
    actor: { kind: 'peer', party: posted.link.party },
    verb: 'federation.confirm-withdrawal',
    subject: about,
    outcome: hadArrived ? 'refused' : 'done',
    rule: hadArrived ? 'federation/had-arrived' : 'federation/never-arrived',
    details: { to: posted.link.party },
  }));

/** Settles pairs in one transaction, and tells the capability unless it is known to refuse. */
const settleTogether = (
  needs: DeliveryNeeds,
  posted: Posted,
  pairs: readonly Pair[],
  isTold: boolean,
): Promise<void> => {
  const { house, handlers } = needs;
  const { party, link } = posted.link;
  return house.database.transact(house.actor, async (unit) => {
    const rule = isTold ? 'signed-receipt' : 'handler-refused';
    await house.journal.appendAll(unit, entriesFor(posted, pairs, rule));
    const { fresh, withdrawn } = await settleDeliveries(unit, link, pairs.map(settledOf));
    if (withdrawn.length > 0) await house.journal.appendAll(unit, entriesForWithdrawn(posted, withdrawn));
    const heads = pairs.map(({ receipt }) => receipt.treeHead);
    await keepHeads(house, unit, { from: party, heads, publicKeys: posted.publicKeys });
    const told = isTold ? pairs.filter(({ header }) => fresh.has(header.sequence)) : [];
    for (const { header, receipt } of told) {
      const taken = withdrawn.find(({ sequence }) => sequence === header.sequence) ?? null;
      const { receivedAt, outcome, fault } = receipt;
      const news = { to: party, envelope: header.id, receivedAt, outcome, fault };
      await handlers.get(taken?.kind ?? header.kind)?.(unit, { ...news, withdrawn: taken });
    }
  });
};

/** A capability that refuses to hear of a receipt does not stop the link: the delivery is a fact. */
const settleEach = async (needs: DeliveryNeeds, posted: Posted, pairs: readonly Pair[]): Promise<void> => {
  for (const pair of pairs) {
    await settleTogether(needs, posted, [pair], true).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      needs.house.log.error({ error, envelope: pair.header.id }, 'a receipt was not taken by its capability');
      return settleTogether(needs, posted, [pair], false);
    });
  }
};

/** Opens what is done with receipts. */
export const createDeliveries = (needs: DeliveryNeeds): Deliveries => ({
  settle: async (posted, receipts) => {
    const pairs = pairUp(posted, receipts);
    if (pairs.length === 0) return;
    await settleTogether(needs, posted, pairs, true).catch(() => settleEach(needs, posted, pairs));
  },
});
