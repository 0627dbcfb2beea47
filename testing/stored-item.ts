/** What items of property tests have in common, where the test is about something else. */
import type { StoredItem } from '../server/capabilities/exchange/item.ts';
import type { Marking } from '../server/kernel/marking.ts';

const at = '2029-07-26T09:00:00.000Z';

export const plainMarking: Omit<Marking, 'tlp' | 'releasableTo'> = {
  pap: 'amber',
  handling: ['H1'],
  field: 'terrorism',
  purpose: 'prevention',
  legalBasis: 'Article 4',
  personCategories: [],
  reviewOn: '2030-01-01',
  eraseOn: '2031-01-01',
};

/** To be spread first: what a test draws itself comes after it. */
export const plainItem = {
  via: null,
  editors: [],
  version: 1,
  personal: false,
  title: 'Title',
  summary: '',
  language: 'fr',
  agreement: null,
  circle: null,
  recipients: [],
  withheld: [],
  objectCount: 1,
  types: { note: 1 },
  createdAt: at,
  modifiedAt: at,
  proposedAt: null,
  proposedBy: null,
  releasedAt: null,
  releasedBy: null,
  receivedAt: null,
  readAt: null,
  returnedReason: null,
  listedAt: at,
} as const satisfies Partial<StoredItem>;
