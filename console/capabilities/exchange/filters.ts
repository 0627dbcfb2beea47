import type { Box } from '../../../server/capabilities/exchange/contract.ts';

/** In the order of the navigation. */
export const boxes = [
  'inbox',
  'drafts',
  'to-release',
  'returned',
  'sent',
  'recalled',
] as const satisfies readonly Box[];

/** What a list is narrowed to. It lives in the address, so that a filtered list can be sent and kept. */
export const filterNames = ['desk', 'field', 'tlp', 'grade', 'party', 'from', 'to', 'unread'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = { readonly [Name in FilterName]?: string };

/** Reads filters from an address; what is unknown or empty is left out. */
export const readFilters = (search: Record<string, unknown>): Filters =>
  Object.fromEntries(
    filterNames
      .map((name) => [name, search[name]] as const)
      .filter(([, value]) => (typeof value === 'string' && value !== '') || value === true)
      .map(([name, value]) => [name, String(value)]),
  );

/** Said of the desk: not one's own alone. */
export const allDesks = 'all';

/** How many conditions are set; `all` desks is none. */
export const countFilters = (filters: Filters): number =>
  Object.values(filters).filter((value) => value && value !== allDesks).length;
