/** Rows of one code: taken together where that means something, else refused. Pure. */
import type { Words } from '../../../kernel/faults.ts';
import { type ImportRow, importLimits } from './contract.ts';
import { isRecord } from './json-source.ts';
import type { venueOf } from './place-rows.ts';
import { refusedRow } from './plan.ts';
import type { Drafted } from './row.ts';
import { rowWords } from './row-words.ts';

/** More notes, up to the limit. */
const withNotes = (notes: readonly Words[], more: () => readonly Words[]): readonly Words[] => {
  if (notes.length > importLimits.notes) return notes;
  const all = [...notes, ...more()];
  return all.length > importLimits.notes
    ? [...all.slice(0, importLimits.notes), rowWords('more-notes')]
    : all;
};

/** Days are joined and states weighed; of all else the first counts. */
const joined = ['firstDay', 'lastDay', 'state'];
const shown = (value: unknown): string => {
  const text = typeof value === 'object' ? Object.values(value ?? {}).join(', ') : String(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
};
/** UTF-16 units of a value that is named in a note. */
const shownLength = 60;
/** Which values of two rows differ, and which count. */
const differing = (first: unknown, again: unknown): readonly Words[] => {
  if (!isRecord(first) || !isRecord(again)) return [];
  const pairs = Object.entries(again)
    .filter(([field]) => field in first && field !== 'outline' && !joined.includes(field))
    .map(([field, value]) => [shown(first[field]), shown(value)] as const)
    .filter(([one, other]) => one !== other);
  return pairs.length === 0
    ? []
    : [rowWords('merged-first', pairs.map(([one, other]) => `${one} (≠ ${other})`).join(' ; '))];
};

/** Rows that are sound and whose codes are apart; a code that comes again is merged or refused. */
export const apart = <Fields>(
  drafts: readonly Drafted<Fields>[],
  merge: ((first: Fields, again: Fields) => Fields) | null,
): { readonly sound: readonly Drafted<Fields>[]; readonly refused: readonly ImportRow[] } => {
  const sound = new Map<string, Drafted<Fields>>();
  const refused: ImportRow[] = [];
  for (const draft of drafts) {
    const first = sound.get(draft.code);
    if (draft.refused.length > 0) refused.push(refusedRow(draft));
    else if (first === undefined) sound.set(draft.code, draft);
    else if (merge === null)
      refused.push(refusedRow({ ...draft, refused: [rowWords('code-twice', String(first.row))] }));
    else {
      const notes = withNotes(first.notes, () => [
        rowWords('merged', String(draft.row)),
        ...differing(first.fields, draft.fields),
      ]);
      sound.set(draft.code, { ...first, notes, fields: merge(first.fields, draft.fields) });
    }
  }
  return { sound: [...sound.values()], refused };
};

/** The first and the last of the days that are said. */
const spanOf = (days: readonly (string | null | undefined)[]) =>
  days.flatMap((day) => day ?? []).sort((one, other) => one.localeCompare(other));

type VenueFields = ReturnType<typeof venueOf>['fields'];
/** The same venue again, for other days: it is used from the first to the last of them. */
export const mergeVenues = (first: VenueFields, again: VenueFields): VenueFields => {
  const [firstDay] = spanOf([first.firstDay, again.firstDay]);
  const lastDay = spanOf([first.lastDay, again.lastDay]).at(-1);
  return {
    ...again,
    ...first,
    ...(first.name === undefined ? {} : { name: { ...again.name, ...first.name } }),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    state: first.state === 'in-use' || again.state === 'in-use' ? 'in-use' : 'cancelled',
  };
};
