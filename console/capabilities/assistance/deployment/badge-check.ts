/** Checks a badge in the browser, by keys that were loaded once. Nothing is asked of the network. */

import {
  type BadgeCheck,
  checkBadge,
  openRevocations,
  readBadgeKeys,
} from '../../../../server/capabilities/assistance/deployment/badge-contract.ts';
import type { BadgeKeyFile } from '../../../../server/capabilities/assistance/deployment/board-contract.ts';
import { dayOf } from '../../../../server/kernel/time.ts';

const storageKey = 'tansiq.badge-keys';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};
const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const check = async (publicKey: string, text: string, signature: string): Promise<boolean> => {
  const algorithm = { name: 'Ed25519' };
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(text));
};

const hashBytes = 8;
const hash = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return textOf(new Uint8Array(digest).subarray(0, hashBytes));
};

const isKeyFile = (value: unknown): value is BadgeKeyFile =>
  readBadgeKeys(value) !== null && typeof value === 'object' && value !== null && 'revoked' in value;

/** The keys that this device keeps; null where it never loaded any. */
export const keptKeys = (): BadgeKeyFile | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isKeyFile(kept) ? kept : null;
  } catch {
    return null;
  }
};
export const keepKeys = (keys: BadgeKeyFile): void => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(keys));
  } catch {
    // A browser that keeps nothing checks for as long as the page is open.
  }
};

/** Checks a code; throws where this browser knows no Ed25519. */
export const checkCode = async (code: string, file: BadgeKeyFile): Promise<BadgeCheck> => {
  const keys = readBadgeKeys(file);
  if (keys === null) throw new Error('no keys');
  const revoked = await openRevocations(file.revoked, keys, check);
  return checkBadge(code, { keys, today: dayOf(new Date().toISOString()), revoked, check, hash });
};
