/**
 * Signed tree heads: a node's word for what its whole journal was at a size. Held by partners, they are what
 * a node cannot take back. Signed: canonical JSON of { party, size, rootHash, at } with the party's Ed25519
 * key.
 */
import { canonical, isObject } from '../../kernel/canonical.ts';
import { exhaustive } from '../../kernel/faults.ts';
import { readId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { verifySignature } from '../keys/index.ts';
import { hashBytes } from './merkle.ts';
import { maximumProofHashes, verifyConsistency } from './proofs.ts';

export interface TreeHead {
  readonly party: string;
  /** Number of entries. */
  readonly size: number;
  /** Hexadecimal, 64 digits. */
  readonly rootHash: string;
  readonly at: Instant;
}
/** A party's signed word for its journal (cf. RFC 9162 §4.10); what partners exchange and hold. */
export interface SignedTreeHead extends TreeHead {
  /** Ed25519, base64url. */
  readonly signature: string;
}

/** What is signed. */
export const headText = ({ party, size, rootHash, at }: TreeHead): string =>
  canonical({ party, size, rootHash, at });

/** RFC 3339 with milliseconds (kernel/time.ts), and 64 bytes in base64url. */
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const signaturePattern = /^[\w-]{86}$/;

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/**
 * Reads a head that came from outside; null when it has not the shape of one. The signature is not checked.
 */
export const readHead = (value: unknown): SignedTreeHead | null => {
  if (!isObject(value)) return null;
  const { party, size, rootHash, at, signature } = value;
  if (typeof party !== 'string' || readId('party', party) === null) return null;
  if (typeof at !== 'string' || !instantPattern.test(at)) return null;
  if (typeof signature !== 'string' || !signaturePattern.test(signature)) return null;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || !isHash(rootHash)) return null;
  return { party, size, rootHash, at, signature };
};

/** True when one of the party's keys (present and earlier ones) signed the head. */
export const isHeadSigned = (head: SignedTreeHead, publicKeys: readonly string[]): boolean => {
  const text = headText(head);
  return publicKeys.some((publicKey) => verifySignature(publicKey, text, head.signature));
};

/** What a partner's head says about the one that we hold. Only the last three accuse the partner. */
export type HeadVerdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeated' }
  /** A proof shows the one journal to be the beginning of the other. */
  | { readonly kind: 'consistent' }
  /** Another size and no proof given: ask for the consistency proof between the two sizes. */
  | { readonly kind: 'unproven'; readonly firstSize: number; readonly secondSize: number }
  /** Not signed by the party: whoever sent it, it proves nothing. */
  | { readonly kind: 'forged' }
  /** The same size, another root, both signed: the partner keeps two journals. */
  | { readonly kind: 'equivocation'; readonly held: SignedTreeHead }
  /** The proof between the two does not hold: what we saw was rewritten, or the proof is false. */
  | { readonly kind: 'inconsistent'; readonly held: SignedTreeHead };

/** True when the verdict means that the partner's journal cannot be trusted further. */
export const isAccusing = (verdict: HeadVerdict): boolean => {
  switch (verdict.kind) {
    case 'first':
    case 'repeated':
    case 'consistent':
    case 'unproven':
      return false;
    case 'forged':
    case 'equivocation':
    case 'inconsistent':
      return true;
    default:
      return exhaustive(verdict);
  }
};

export interface HeadClaim {
  readonly head: SignedTreeHead;
  /** A head of the same party that we hold; best of the same size, else the largest. */
  readonly held: SignedTreeHead | null;
  readonly publicKeys: readonly string[];
  /** Consistency proof between the two sizes, hexadecimal (RFC 9162 §2.1.4). */
  readonly proof?: readonly string[];
}

/** Judges a partner's head: its signature, then against the one held. Pure; never throws. */
export const judgeHead = ({ head, held, publicKeys, proof }: HeadClaim): HeadVerdict => {
  if (!isHeadSigned(head, publicKeys)) return { kind: 'forged' };
  if (held === null) return { kind: 'first' };
  if (held.party !== head.party) return { kind: 'forged' };
  if (held.size === head.size)
    return held.rootHash === head.rootHash ? { kind: 'repeated' } : { kind: 'equivocation', held };
  const [first, second] = held.size < head.size ? [held, head] : [head, held];
  if (!proof) return { kind: 'unproven', firstSize: first.size, secondSize: second.size };
  const hashes = readProof(proof);
  const holds =
    hashes !== null &&
    verifyConsistency({
      firstSize: first.size,
      firstRoot: Buffer.from(first.rootHash, 'hex'),
      secondSize: second.size,
      secondRoot: Buffer.from(second.rootHash, 'hex'),
      proof: hashes,
    });
  return holds ? { kind: 'consistent' } : { kind: 'inconsistent', held };
};

const readProof = (proof: readonly string[]): readonly Buffer[] | null => {
  if (proof.length > maximumProofHashes || !proof.every(isHash)) return null;
  return proof.map((hash) => Buffer.from(hash, 'hex').subarray(0, hashBytes));
};
