/** What a file changes of what is there: added, changed field by field, gone. Pure. */
import type { Words } from '../../../kernel/faults.ts';
import { differencesOf } from '../history.ts';
import { type ImportCounts, type ImportRow, importLimits, type RowAct } from './contract.ts';

interface Thing {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly version: number;
}

/** A thing as the file has it, on top of what was there. */
export interface Drafting<One> {
  readonly row: number | null;
  readonly code: string;
  readonly label: string;
  readonly notes: readonly Words[];
  /** Null where it is new; `isBack` where it was called off because an earlier file did not have it. */
  after(before: One | null, isBack: boolean): One;
}

/** Where a thing came from, and whether it was called off for being gone. */
export type Sourced = ReadonlyMap<string, { readonly source: string; readonly gone: boolean }>;

export interface Compared<One> {
  readonly kept: readonly { readonly before: One | null; readonly after: One }[];
  /** Ids of all that the file has. */
  readonly present: readonly string[];
  readonly gone: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly counts: Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'gone'>;
}

const rowOf = (
  act: RowAct,
  { row, code, label }: { readonly row: number | null; readonly code: string; readonly label: string },
  more: Partial<ImportRow> = {},
): ImportRow => ({ act, row, code, label, fields: [], says: [], ...more });

/** The first of each act: no report grows with the file. */
export const firstOfEach = (rows: readonly ImportRow[]): ImportRow[] => {
  const shown = new Map<RowAct, number>();
  return rows.filter(({ act }) => {
    const count = (shown.get(act) ?? 0) + 1;
    shown.set(act, count);
    return count <= importLimits.shown;
  });
};

/** What belongs to an import of a source and is compared with it. */
export interface Against<One> {
  readonly there: readonly One[];
  readonly sourced: Sourced;
  readonly source: string;
  readonly cancelGone: boolean;
  readonly labelOf: (one: One) => string;
  readonly cancel: (one: One) => One;
}

/** What is to be kept of drafts whose codes are apart. */
export const compare = <One extends Thing>(
  drafts: readonly Drafting<One>[],
  { there, sourced, source, cancelGone, labelOf, cancel }: Against<One>,
): Compared<One> => {
  const byCode = new Map(there.map((one) => [one.code, one] as const));
  const kept: { before: One | null; after: One }[] = [];
  const rows: ImportRow[] = [];
  const present = new Set<string>();
  let [added, changed, unchanged] = [0, 0, 0];
  for (const draft of drafts) {
    const before = byCode.get(draft.code) ?? null;
    const after = draft.after(before, before !== null && (sourced.get(before.id)?.gone ?? false));
    present.add(after.id);
    const differing = differencesOf(before, after);
    const fields = Object.entries(differing.after).map(([field, value]) => ({
      ...{ field, before: differing.before[field] ?? null, after: value },
    }));
    if (draft.notes.length > 0) rows.push(rowOf('noted', draft, { says: [...draft.notes] }));
    if (before === null) added += 1;
    else if (fields.length > 0) changed += 1;
    else unchanged += 1;
    if (before !== null && fields.length === 0) continue;
    kept.push({ before, after });
    rows.push(rowOf(before === null ? 'added' : 'changed', draft, before === null ? {} : { fields }));
  }
  const missing = there.filter(
    ({ id, state }) => state !== 'cancelled' && !present.has(id) && sourced.get(id)?.source === source,
  );
  for (const one of missing) rows.push(rowOf('gone', { row: null, code: one.code, label: labelOf(one) }));
  const gone = cancelGone ? missing : [];
  kept.push(...gone.map((before) => ({ before, after: cancel(before) })));
  return {
    ...{ kept, rows, present: [...present], gone: gone.map(({ id }) => id) },
    counts: { added, changed, unchanged, gone: missing.length },
  };
};
