/** How the watch asks of requests for information; the composition root gives it. */
import type { Actor } from '../../kernel/decision.ts';
import type { DeskId, ItemId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { RequestTold, StandingRequest } from './requested.ts';

/** No words of requests are in what it tells, but the titles that one reader may see. */
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
  /** What came of requests in a period, as far as the reader of the unit may see it, the oldest first. */
  told(
    unit: Unit,
    asked: { readonly from: Instant; readonly until: Instant; readonly limit: number },
  ): Promise<readonly RequestTold[]>;
  /** Those of them that were recalled or erased; asked as the house. */
  gone(unit: Unit, items: readonly ItemId[]): Promise<ReadonlySet<ItemId>>;
}
