/**
 * The `next` of a page (TAXII 2.1 §3.4): where the page after it begins, bound to the query that it belongs
 * to. It keeps nothing on the node, so that the same `next` gives the same page again.
 */
import { sha256 } from '../../kernel/canonical.ts';

const positionBytes = 8;
const proofBytes = 12;

const proofOf = (position: Buffer, query: string): Buffer =>
  sha256(Buffer.concat([position, Buffer.from(query)])).subarray(0, proofBytes);

/** The token of the page after `position`; `query` is the canonical text of all that may not change. */
export const writePageToken = (position: number, query: string): string => {
  const bytes = Buffer.alloc(positionBytes);
  bytes.writeBigUInt64BE(BigInt(position));
  return Buffer.concat([bytes, proofOf(bytes, query)]).toString('base64url');
};

/** The position; null where the token is none of ours or belongs to another query. */
export const readPageToken = (token: string, query: string): number | null => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== positionBytes + proofBytes || bytes.toString('base64url') !== token) return null;
  const position = bytes.subarray(0, positionBytes);
  if (!bytes.subarray(positionBytes).equals(proofOf(position, query))) return null;
  const value = Number(position.readBigUInt64BE());
  return Number.isSafeInteger(value) ? value : null;
};
