/**
 * A query as text with its filters in it: the controls of the screen write the same words as a hand does.
 * Pure.
 */
import { type FilterKind, filterNames } from '../../../server/capabilities/exchange/search/contract.ts';
import type { Language } from '../../../server/kernel/faults.ts';

const namesOf = (kind: FilterKind): readonly string[] => {
  const { ar, fr, en, also } = filterNames[kind];
  return [ar, fr, en, ...also].map((name) => name.toLowerCase());
};

const piece = /(?<not>[-−])?(?<name>[\p{L}\p{M}'’]{1,20})[:：](?:"[^"]*"?|\S+)/gu;

/** The query without this filter, in whichever language it was written; what it excludes stays. */
const without = (q: string, kind: FilterKind): string =>
  q
    .replace(piece, (whole, not: string | undefined, name: string) =>
      not === undefined && namesOf(kind).includes(name.toLowerCase()) ? '' : whole,
    )
    .replace(/\s+/g, ' ')
    .trim();

/** The query with the filter set to the value, or without it where the value is empty. */
export const withFilter = (q: string, kind: FilterKind, value: string, language: Language): string => {
  const rest = without(q, kind);
  if (value === '') return rest;
  const written = /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
  return `${rest} ${filterNames[kind][language]}:${written}`.trim();
};
