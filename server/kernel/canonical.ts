/** Canonical JSON (RFC 8785): what is signed, hashed and compared. Equal content gives equal bytes. */
import { createHash } from 'node:crypto';
import serialise from 'canonicalize';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The canonical text of a JSON value (RFC 8785 §3.2). A value that JSON cannot hold is a bug. */
export const canonical = (value: unknown): string => {
  const text = serialise(value);
  if (text === undefined) throw new Error('bug: not a JSON value');
  return text;
};

/** SHA-256 of text (UTF-8) or bytes. */
export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** SHA-256 of the canonical text, in hexadecimal: the name of a content. */
export const contentHash = (value: unknown): string => sha256(canonical(value)).toString('hex');

/** Reads JSON text; null where it is none. Never throws. */
export const readJson = (text: string): { readonly value: Json } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Name-based UUID, version 5 (RFC 9562 §5.5): the same names give the same id on every node. */
export const nameBasedUuid = (namespace: string, name: string): string => {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
