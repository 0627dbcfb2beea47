/**
 * The proof that a content may leave: a `Released` can only be made here, and the boundary lint lets only a
 * capability's policy.ts import this file as a value. What has no such proof does not compile as something
 * to send.
 */
import type { PartyId } from './ids.ts';

declare const released: unique symbol;

export interface Released<Content> {
  readonly [released]: true;
  readonly content: Content;
  /** The one party that this copy is for; fields withheld from it are already gone. */
  readonly recipient: PartyId;
  /** The rule that let it go, for the journal. */
  readonly rule: string;
}

/** Mints the proof. Callers: policy.ts of a capability, after its rule allowed. */
export const mintReleased = <Content>(
  content: Content,
  recipient: PartyId,
  rule: string,
): Released<Content> => ({ content, recipient, rule }) as Released<Content>;
