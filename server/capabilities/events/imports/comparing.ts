/** What a file changes of what is there: added, changed field by field, gone. Pure. */
import type { Json } from '../../../kernel/canonical.ts';
import type { Words } from '../../../kernel/faults.ts';
import { differencesOf } from '../history.ts';
import {
  type ImportCounts,
  type ImportRow,
  type ImportSettings,
  importLimits,
  type RowAct,
} from './contract.ts';

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

/** Fields that were changed by hand since they were last imported, by the id of the thing. */
export type ByHand = ReadonlyMap<string, ReadonlySet<string>>;

export interface Compared<One> {
  readonly kept: readonly { readonly before: One | null; readonly after: One }[];
  /** Ids of all that the file has. */
  readonly present: readonly string[];
  readonly gone: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly counts: Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'kept' | 'gone'>;
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
  /** Codes that the file names in rows that are left out: they are not gone. */
  readonly mentioned: ReadonlySet<string>;
  readonly byHand: ByHand;
  readonly overrule: ImportSettings['overrule'];
  /** Sets right what follows from fields that stay as they were. */
  readonly settle?: (before: One, after: One) => One;
  readonly labelOf: (one: One) => string;
  readonly cancel: (one: One) => One;
}

interface Field {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}
const fieldsBetween = (before: object | null, after: object): readonly Field[] => {
  const differing = differencesOf(before, after);
  return Object.entries(differing.after).map(([field, value]) => ({
    ...{ field, before: differing.before[field] ?? null, after: value },
  }));
};

/** What stays of a thing as the hand left it, against what the file says; and the thing with it. */
const keepHand = <One extends Thing>(
  before: One,
  after: One,
  { byHand, overrule, settle }: Against<One>,
): { readonly after: One; readonly stays: readonly Field[] } => {
  const hand = byHand.get(before.id);
  if (hand === undefined || overrule === 'all' || overrule?.includes(before.code) === true)
    return { after, stays: [] };
  const stays = fieldsBetween(before, after).filter(({ field }) => hand.has(field));
  if (stays.length === 0) return { after, stays };
  const kept = { ...after, ...Object.fromEntries(stays.map((one) => [one.field, one.before])) };
  return { after: settle?.(before, kept) ?? kept, stays };
};

/** What is to be kept of drafts whose codes are apart. */
export const compare = <One extends Thing>(
  drafts: readonly Drafting<One>[],
  against: Against<One>,
): Compared<One> => {
  const { there, sourced, source, cancelGone, mentioned, labelOf, cancel } = against;
  const byCode = new Map(there.map((one) => [one.code, one] as const));
  const kept: { before: One | null; after: One }[] = [];
  const rows: ImportRow[] = [];
  const present = new Set<string>();
  let [added, changed, unchanged, handKept] = [0, 0, 0, 0];
  for (const draft of drafts) {
    const before = byCode.get(draft.code) ?? null;
    const said = draft.after(before, before !== null && (sourced.get(before.id)?.gone ?? false));
    const { after, stays } = before === null ? { after: said, stays: [] } : keepHand(before, said, against);
    present.add(after.id);
    const fields = [...fieldsBetween(before, after)];
    if (stays.length > 0) {
      handKept += 1;
      rows.push(rowOf('kept', draft, { fields: [...stays] }));
    }
    if (draft.notes.length > 0) rows.push(rowOf('noted', draft, { says: [...draft.notes] }));
    if (before === null) added += 1;
    else if (fields.length > 0) changed += 1;
    else unchanged += 1;
    if (before !== null && fields.length === 0) continue;
    kept.push({ before, after });
    rows.push(rowOf(before === null ? 'added' : 'changed', draft, before === null ? {} : { fields }));
  }
  const missing = there.filter(
    ({ id, code, state }) =>
      state !== 'cancelled' &&
      !(present.has(id) || mentioned.has(code)) &&
      sourced.get(id)?.source === source,
  );
  for (const one of missing) rows.push(rowOf('gone', { row: null, code: one.code, label: labelOf(one) }));
  const gone = cancelGone
    ? missing.filter((one) => keepHand(one, cancel(one), against).stays.length === 0)
    : [];
  kept.push(...gone.map((before) => ({ before, after: cancel(before) })));
  return {
    ...{ kept, rows, present: [...present], gone: gone.map(({ id }) => id) },
    counts: { added, changed, unchanged, kept: handKept, gone: missing.length },
  };
};
