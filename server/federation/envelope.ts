/**
 * Envelopes and receipts. Signed is the canonical JSON (RFC 8785) of all members but `signature`. `bodyHash`
 * is SHA-256 of the body's own canonical text: it stands for the body in receipts and in journals. Pure.
 */
import { canonical, sha256 } from '../kernel/canonical.ts';
import type { EnvelopeId, PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { SignedTreeHead } from '../plumbing/journal/index.ts';
import { verifySignature } from '../plumbing/keys/index.ts';
import { canonicalOrNull, isSigned, type Sign, signObject } from './descriptor.ts';
import { protocolName } from './limits.ts';
import type { Envelope, Receipt } from './messages.ts';

export type EnvelopeHeader = Omit<Envelope, 'body'>;

/**
 * The canonical text of an envelope whose body is canonical text already: `body` sorts before all other
 * members.
 */
const withBody = (header: object, bodyText: string): string =>
  `{"body":${bodyText},${canonical(header).slice(1)}`;

/** Signs an envelope; gives its header and its whole canonical text. */
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
  bodyText: string,
  sign: Sign,
): { readonly header: EnvelopeHeader; readonly text: string } => {
  const unsigned = { protocol: protocolName, ...content };
  const header = { ...unsigned, signature: sign(withBody(unsigned, bodyText)) };
  return { header, text: withBody(header, bodyText) };
};

/** Names what is wrong with an envelope on the link from `from` to `to`; null when nothing is. */
export const envelopeProblem = (
  envelope: Envelope,
  link: { from: PartyId; to: PartyId; publicKeys: readonly string[] },
): string | null => {
  if (envelope.to !== link.to) return 'wrong-recipient';
  if (envelope.from !== link.from) return 'wrong-sender';
  const { body, signature, ...content } = envelope;
  const bodyText = canonicalOrNull(body);
  if (bodyText === null || sha256(bodyText).toString('hex') !== envelope.bodyHash) return 'bad-body';
  if (canonicalOrNull(content) === null) return 'bad-signature';
  const signed = withBody(content, bodyText);
  const isByPartner = link.publicKeys.some((publicKey) => verifySignature(publicKey, signed, signature));
  return isByPartner ? null : 'bad-signature';
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
