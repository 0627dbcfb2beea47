/** What an event and its places are called. Pure. */
import type { Words } from '../../kernel/faults.ts';

/** What an event and its places are called, each in all three languages. */
export interface EventNames {
  readonly event: Words;
  /** By the place's id in the plan. */
  readonly places: ReadonlyMap<string, Words>;
}
