/** Who reads: what the row-security policies are told. */
import type { Actor } from '../../kernel/decision.ts';

export type Reader = Actor;
