/**
 * What the watch is told of requests for information; the composition root gives it. No words in it but those
 * that `titles` shows to one reader.
 */
import type { Actor } from '../../kernel/decision.ts';
import type { DeskId, ItemId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';

/** A request at one addressee: open, or past its time since the last handover. */
export interface StandingRequest {
  readonly item: ItemId;
  readonly requester: PartyId;
  readonly addressee: PartyId;
  /** Whose turn it is; null where nothing is to be done any more. */
  readonly waitsFor: 'us' | 'them' | null;
  /** Null while the clock stands still, or has not begun. */
  readonly dueAt: Instant | null;
  /** When its time was over; null where it is not. */
  readonly breachedAt: Instant | null;
}

export interface RequestSource {
  /** What a shift hands over, as far as the reader of the unit may see it; what is due first comes first. */
  standing(
    unit: Unit,
    asked: { readonly desk: DeskId; readonly since: Instant; readonly limit: number },
  ): Promise<readonly StandingRequest[]>;
  /**
   * Their titles, of those that he may see; null where it tells of persons and he has not said why he looks.
   * Names in the journal's entry those that tell of persons and were shown.
   */
  titles(
    work: Pick<Work, 'unit' | 'note'>,
    actor: Actor,
    items: readonly ItemId[],
  ): Promise<ReadonlyMap<ItemId, string | null>>;
}
