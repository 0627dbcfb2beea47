/** The secrets of personal links: whoever holds one is taken for the unit that it was given to. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../../kernel/canonical.ts';

/** 256 bits: nobody finds one by trying. */
const secretBytes = 32;

/** 43 characters of base64url (RFC 4648 §5), no padding. */
export const secretPattern = '^[A-Za-z0-9_-]{43}$';

/** A new secret. It is shown once; the node keeps its hash alone. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

/** What is kept of a secret. It needs no salt: no two are alike, and none can be guessed. */
export const hashOfSecret = (secret: string): string => sha256(secret).toString('hex');
