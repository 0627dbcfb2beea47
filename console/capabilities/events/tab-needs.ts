/** What the tabs of an event are given. */
import type { MajorEvent } from '../../../server/capabilities/events/contract.ts';
import type { ProtectedObject, Venue } from '../../../server/capabilities/events/place-contract.ts';

/** What each tab is given. */
export interface TabNeeds {
  readonly event: MajorEvent;
  /** The zone by whose clock its times are. */
  readonly timeZone: string;
  readonly mayPlan: boolean;
}

/** Where posts can stand. */
export interface Places {
  readonly venues: readonly Venue[];
  readonly objects: readonly ProtectedObject[];
}
