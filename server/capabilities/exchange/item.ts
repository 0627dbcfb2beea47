/**
 * An item and its states: draft → proposed → released, or returned to its author; received on the other nodes.
 * Pure. The node that made an item is the only one that versions it.
 */
import type { PartyId } from '../../kernel/ids.ts';
import type { Grading, Marking } from '../../kernel/marking.ts';
import type { ItemDraft, ItemState } from './contract.ts';

export type ItemVerb = 'edit' | 'discard' | 'propose' | 'release' | 'return' | 'mark-read';

const from: { readonly [Verb in ItemVerb]: readonly ItemState[] } = {
  edit: ['draft', 'returned'],
  discard: ['draft', 'returned'],
  propose: ['draft', 'returned'],
  release: ['proposed'],
  return: ['proposed'],
  'mark-read': ['received'],
};

/** True when the verb exists in this state. */
export const canFollow = (state: ItemState, verb: ItemVerb): boolean => from[verb].includes(state);

/** The source letter and information digit as given: `B2`; null where no grade was given. */
export const gradeText = (grading: Grading | undefined): string | null =>
  grading ? `${grading.source}${grading.information}` : null;

/** The whole marking of a draft: the originator is always among those who may have it. */
export const markingOf = (
  draft: Pick<ItemDraft, 'marking'>,
  self: PartyId,
  recipients: readonly PartyId[],
): Marking => ({ ...draft.marking, releasableTo: [self, ...recipients.filter((party) => party !== self)] });

/** Counts of STIX types, for the reader's overview. */
export const countTypes = (objects: readonly { readonly type: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const object of objects) counts[object.type] = (counts[object.type] ?? 0) + 1;
  return counts;
};
