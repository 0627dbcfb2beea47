/** The keyed hash under which a name or identifier is found again. Useless without the secret. Pure. */
import { createHmac } from 'node:crypto';
import type { SubjectKey } from './personal-data.ts';

/** HMAC-SHA-256 (RFC 2104) over kind and folded text, hexadecimal. */
export const subjectHash = (secret: string, key: SubjectKey): string =>
  createHmac('sha256', secret).update(`${key.kind}\n${key.folded}`).digest('hex');
