/** The reader of a transaction, apart so that stores can name him. */
import type { Actor } from '../../kernel/decision.ts';

/** Who reads: what the row-security policies are told. */
export type Reader = Actor;
