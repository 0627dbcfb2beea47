/** A row of persons: an identity with our subject extension. Pure. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { dayOf } from '../../../kernel/time.ts';
import { isVisible } from '../../../kernel/visible.ts';
import { extensionIds, type StixObject } from '../../../plumbing/stix/index.ts';
import type { PersonField } from './contract.ts';
import type { RowNeeds } from './indicator-row.ts';
import { type NamedRow, present } from './row.ts';
import { readCategory, readCountry, readDay, readDocumentKind } from './spoken-values.ts';

/** Scripts of ISO 15924. */
const scripts = { latinName: 'Latn', arabicName: 'Arab' } as const;

const namesOf = (row: NamedRow<PersonField>) =>
  (['latinName', 'arabicName'] as const).flatMap((field) => {
    const name = row.read(field);
    return name === null ? [] : [{ script: scripts[field], name }];
  });

const fullName = (row: NamedRow<PersonField>): string | null => {
  const parts = [row.read('givenName'), row.read('familyName')].filter((part) => part !== null);
  const name = row.read('name') ?? (parts.length > 0 ? parts.join(' ') : null);
  return name ?? row.read('latinName') ?? row.read('arabicName');
};

const documentOf = (row: NamedRow<PersonField>): JsonObject | null => {
  const kind = row.parse('documentKind', 'document-kind', readDocumentKind);
  const country = row.parse('documentCountry', 'country', readCountry);
  const number = row.read('documentNumber');
  if (kind === null && number === null && country === null) return null;
  return { kind: kind ?? 'other', ...present({ number, country }) };
};

/** The identity; null where it has no name. */
export const readPersonRow = (
  row: NamedRow<PersonField>,
  { self, at }: RowNeeds,
): readonly StixObject[] | null => {
  const name = fullName(row);
  const names = namesOf(row);
  const birthDate = row.parse('birthDate', 'date', readDay);
  const nationality = row.parse('nationality', 'country', readCountry);
  const category = row.parse('category', 'category', readCategory);
  const document = documentOf(row);
  if (birthDate !== null && birthDate > dayOf(at)) row.tell('date-future', 'birthDate');
  if (name === null || !isVisible(name)) {
    row.tell('name-missing', 'name');
    return null;
  }
  const said = {
    ...present<JsonObject[string]>({ birth_date: birthDate, nationality, document }),
    ...(names.length > 0 ? { names } : {}),
  };
  const identity: StixObject = {
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${crypto.randomUUID()}`,
    created_by_ref: self,
    created: at,
    modified: at,
    name,
    identity_class: 'individual',
    ...(category === null ? {} : { roles: [category] }),
    ...present({ description: row.read('remarks') }),
    ...(Object.keys(said).length === 0
      ? {}
      : { extensions: { [extensionIds.subject]: { extension_type: 'property-extension', ...said } } }),
  };
  return [identity];
};
