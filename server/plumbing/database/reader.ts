/** Who reads: what the row-security policies are told. */
import type { Actor } from '../../kernel/decision.ts';

/** Who reads: what the row-security policies are told. */
export type Reader = Actor;
