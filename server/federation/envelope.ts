/**
 * Envelopes and receipts. Signed is the canonical JSON (RFC 8785) of all members but `signature` and `body`: the
 * body is bound by `bodyHash`, SHA-256 of its own canonical text, so that it is serialised once. Pure.
 */
import { canonical, contentHash } from '../kernel/canonical.ts';
import type { EnvelopeId, PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { SignedTreeHead } from '../plumbing/journal/index.ts';
import { isSigned, type Sign, signObject } from './descriptor.ts';
import { protocolName } from './limits.ts';
import type { Envelope, Receipt } from './messages.ts';

export type EnvelopeHeader = Omit<Envelope, 'body'>;

export const sealEnvelope = (
  content: {
    id: EnvelopeId;
    from: PartyId;
    to: PartyId;
    sequence: number;
    sentAt: Instant;
    kind: string;
    bodyHash: string;
    treeHead: SignedTreeHead;
  },
  sign: Sign,
): EnvelopeHeader => signObject({ protocol: protocolName, ...content }, sign);

/** The canonical text of header and body, `bodyText` being canonical: `body` sorts before every other member. */
export const envelopeText = (header: EnvelopeHeader, bodyText: string): string =>
  `{"body":${bodyText},${canonical(header).slice(1)}`;

/** Names what is wrong with an envelope on the link from `from` to `to`; null when nothing is. */
export const envelopeProblem = (
  envelope: Envelope,
  link: { from: PartyId; to: PartyId; publicKeys: readonly string[] },
): string | null => {
  if (envelope.to !== link.to) return 'wrong-recipient';
  if (envelope.from !== link.from) return 'wrong-sender';
  const { body, ...header } = envelope;
  if (!link.publicKeys.some((publicKey) => isSigned(header, publicKey))) return 'bad-signature';
  return contentHash(body) === envelope.bodyHash ? null : 'bad-body';
};

export const sealReceipt = (
  content: {
    envelope: EnvelopeId;
    from: PartyId;
    to: PartyId;
    sequence: number;
    receivedAt: Instant;
    outcome: 'accepted' | 'refused';
    fault: string | null;
    bodyHash: string;
    treeHead: SignedTreeHead;
  },
  sign: Sign,
): Receipt => signObject({ protocol: protocolName, ...content }, sign);

/** True when the receipt is the partner's word on exactly this envelope. */
export const isReceiptFor = (
  receipt: Receipt,
  sent: { id: EnvelopeId; from: PartyId; to: PartyId; sequence: number; bodyHash: string },
  publicKeys: readonly string[],
): boolean =>
  receipt.envelope === sent.id &&
  receipt.from === sent.to &&
  receipt.to === sent.from &&
  receipt.sequence === sent.sequence &&
  receipt.bodyHash === sent.bodyHash &&
  (receipt.outcome === 'accepted') === (receipt.fault === null) &&
  publicKeys.some((publicKey) => isSigned(receipt, publicKey));
