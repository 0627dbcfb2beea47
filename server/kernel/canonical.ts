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
