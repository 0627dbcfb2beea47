/** What a change did to a thing, field by field. Pure. */
import { canonical, type Json, type JsonObject } from '../../kernel/canonical.ts';
import type { HistoryAct, SubjectKind } from './contract.ts';

/** What identifies a thing is no field of it, nor is what is worked out. */
const notFields: readonly string[] = ['id', 'event', 'version', 'counts', 'at'];

const isSame = (one: Json, other: Json): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && canonical(one) === canonical(other));

export interface Differences {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** The fields that differ; all that hold something where it was not there before. */
export const differencesOf = (before: object | null, after: object): Differences => {
  const was = new Map<string, Json>(Object.entries(before ?? {}));
  const fields = Object.entries(after).filter(([field]) => !notFields.includes(field));
  const differing = fields.filter(([field, value]) => !isSame(was.get(field) ?? null, value ?? null));
  return {
    before: Object.fromEntries(
      before === null ? [] : differing.map(([field]) => [field, was.get(field) ?? null]),
    ),
    after: Object.fromEntries(differing),
  };
};

/** One line of the history, on its way to be kept. */
export interface Change extends Differences {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly act: HistoryAct;
  readonly version: number;
}

/** What a reader calls it: a thing that is cancelled or put back is more than changed. */
export const actOf = (
  before: { readonly state?: string } | null,
  after: { readonly state?: string },
): HistoryAct => {
  if (before === null) return 'made';
  if (before.state === after.state) return 'changed';
  if (after.state === 'cancelled') return 'cancelled';
  return before.state === 'cancelled' ? 'restored' : 'changed';
};
