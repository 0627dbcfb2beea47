/** Whether an agreement lets an alert go to each recipient. Pure. */
import { Fault } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { type Agreement, gapOf } from '../../agreements/index.ts';

/** What keeps an alert from a recipient; null where the agreement covers him. */
export const alertGapOf = (
  agreement: Agreement | null,
  marking: Pick<Marking, 'field' | 'purpose'>,
  recipient: PartyId,
): string | null => (agreement === null ? 'no-agreement' : gapOf(agreement, marking, recipient));

/** A fault that names who is not covered, and the first reason; nothing is half told. */
export const requireAllCovered = (
  grounds: readonly { readonly recipient: PartyId; readonly gap: string | null }[],
): void => {
  const uncovered = grounds.filter(({ gap }) => gap !== null);
  const gap = uncovered[0]?.gap ?? null;
  if (gap !== null)
    throw new Fault('watch/alert-not-covered', { gap, parties: uncovered.map(({ recipient }) => recipient) });
};
