/** Tokens: 256 random bits for whoever holds them, SHA-256 of them for the database. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../../kernel/canonical.ts';
import { partiesLimits } from './limits.ts';

const tokenBytes = 32;
/** Crockford's base 32: no I, L, O or U to be misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const recoveryLetters = 16;

/** A prefix tells a scanner for leaked secrets what it has found. */
export const newToken = (prefix = ''): string => `${prefix}${randomBytes(tokenBytes).toString('base64url')}`;

/** What is stored and looked up; a token has too many bits to be guessed from it. */
export const tokenHash = (token: string): string => sha256(token).toString('hex');

/** `ABCD-EFGH-JKMN-PQRS`: 80 bits. */
const newRecoveryCode = (): string =>
  [...randomBytes(recoveryLetters)]
    .map((byte, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${letters[byte % letters.length]}`)
    .join('');

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: partiesLimits.recoveryCodes }, newRecoveryCode);

/** The hash of a code as typed: spaces, dashes and case do not matter. */
export const recoveryCodeHash = (typed: string): string =>
  tokenHash(typed.replaceAll(/[\s-]/g, '').toUpperCase());
