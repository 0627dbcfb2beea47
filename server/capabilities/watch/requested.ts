/** What the watch is told of requests for information. Pure. */
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';

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

/** What came of a request in a period. */
export const requestNews = ['asked', 'answered', 'breached'] as const;
export const requestOutcomes = ['partly', 'answered', 'no-record', 'refused'] as const;

/** A request that was asked, answered or ran over its time; `title` is null where it is withheld or gone. */
export interface RequestTold {
  /** Names this one thing, and no other: the item, what came of it, and which word of whom. */
  readonly ref: string;
  readonly item: ItemId;
  readonly news: (typeof requestNews)[number];
  /** What the answer was; null for what is none. */
  readonly outcome: (typeof requestOutcomes)[number] | null;
  /** Asked by this service. */
  readonly isOurs: boolean;
  /** The other side: of whom it was asked, or who asked it. */
  readonly others: readonly PartyId[];
  readonly at: Instant;
  readonly title: string | null;
  readonly personal: boolean;
  readonly gone: boolean;
  readonly marking: Marking;
  /** Who knows of it: of what is asked all who got it, of what is said to each other the two alone. */
  readonly parties: readonly PartyId[];
}
