/** The filters of the accesses screen, as they stand in its address. */
import { accessKinds } from '../../../server/capabilities/oversight/accesses/contract.ts';

export const accessFilterNames = [
  'person',
  'item',
  'subjectOfData',
  'partner',
  'kind',
  'outcome',
  'personal',
  'from',
  'to',
] as const;
export type AccessFilterName = (typeof accessFilterNames)[number];
export type AccessFilters = { readonly [Name in AccessFilterName]?: string };

const allowed: { readonly [Name in AccessFilterName]?: readonly string[] } = {
  kind: accessKinds,
  outcome: ['done', 'refused'],
  personal: ['true'],
};

/** What of an address is a filter; the rest is left out. */
export const readAccessFilters = (search: Record<string, unknown>): AccessFilters =>
  Object.fromEntries(
    accessFilterNames.flatMap((name) => {
      const value = String(search[name] ?? '');
      const isKnown = value !== '' && (allowed[name]?.includes(value) ?? true);
      return isKnown ? [[name, value]] : [];
    }),
  );
