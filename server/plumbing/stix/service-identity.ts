/** A service as the STIX identity under which its objects are known (STIX 2.1 §4.5). */
import type { PartyId } from '../../kernel/ids.ts';
import type { StixObject } from './validation.ts';

// The identity says only what a descriptor says; a fixed moment keeps it the same object on every node.
const since = '2024-01-01T00:00:00.000Z';

/** The same facts give the same object everywhere. `country`: ISO 3166-1 alpha-2. */
export const serviceIdentity = (service: {
  readonly party: PartyId;
  readonly name: string;
  readonly country: string;
}): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id: service.party,
  created: since,
  modified: since,
  name: service.name,
  identity_class: 'organization',
  sectors: ['government-public-services'],
  contact_information: service.country,
});
