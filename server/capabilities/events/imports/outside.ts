/** Days of a file outside those of the event: counted, and taken or left out as the planner says. Pure. */
import type { Day } from '../../../kernel/time.ts';
import type { ImportReport } from './contract.ts';
import type { Planning } from './plan.ts';
import type { Drafted } from './row.ts';
import { rowWords } from './row-words.ts';

/** What of a row has days, and what becomes of it without them. */
interface Dated<Fields> {
  readonly daysOf: (fields: Fields) => readonly Day[];
  /** The event has the thing with these very days: nobody is asked about them again. */
  readonly isThere: (draft: Drafted<Fields>) => boolean;
  /** The fields without their days; null where the thing is nothing without them. */
  readonly without: ((fields: Fields) => Fields) | null;
}

export interface Settled<Fields> {
  readonly drafts: readonly Drafted<Fields>[];
  readonly outside: ImportReport['outside'];
}

/** A mistyped year, or the programme of another year, is the commonest mistake of such files. */
export const withinEvent = <Fields>(
  drafts: readonly Drafted<Fields>[],
  { there: { days }, file }: Planning,
  { daysOf, isThere, without }: Dated<Fields>,
): Settled<Fields> => {
  if (days === null) return { drafts, outside: null };
  const { firstDay, lastDay } = days;
  const span = `${firstDay} – ${lastDay}`;
  const found: Day[] = [];
  let rows = 0;
  const settled = drafts.map((draft): Drafted<Fields> => {
    const beyond = daysOf(draft.fields).filter((day) => day < firstDay || lastDay < day);
    if (draft.refused.length > 0 || beyond.length === 0) return draft;
    if (!isThere(draft)) {
      found.push(...beyond);
      rows += 1;
      if (file.settings.outside === 'leave-out')
        return without === null
          ? { ...draft, refused: [rowWords('left-out', span)] }
          : { ...draft, fields: without(draft.fields), notes: [...draft.notes, rowWords('no-days', span)] };
    }
    return { ...draft, notes: [...draft.notes, rowWords('not-within', span)] };
  });
  const [first, last] = [found.reduce(earlier, found[0] ?? ''), found.reduce(later, '')];
  const outside = rows === 0 ? null : { rows, first, last, eventFirst: firstDay, eventLast: lastDay };
  return { drafts: settled, outside };
};
const earlier = (one: Day, other: Day): Day => (other < one ? other : one);
const later = (one: Day, other: Day): Day => (other > one ? other : one);
