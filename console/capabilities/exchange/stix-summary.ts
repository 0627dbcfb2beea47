/** What a person needs to see of a STIX object: its name and a few facts. Pure; the card only draws it. */
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { stixWords } from './stix-words.ts';

type StixObject = Item['objects'][number];

export interface Fact {
  readonly name: keyof typeof stixWords;
  readonly value: string;
  /** How the value is to be shown; plain text by default. */
  readonly as?: 'country' | 'moment' | 'day' | 'code' | 'category' | 'document';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const inside = (value: unknown, name: string): string => {
  if (typeof value !== 'object' || value === null) return '';
  return textOf(Object.entries(value).find(([key]) => key === name)?.[1]);
};

const hashesOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, hash]) => `${name}: ${textOf(hash)}`)
        .join('\n')
    : '';

/** The line that names the object: its own name or value, or else its id. */
export const stixName = (object: StixObject): string =>
  [object.name, object.value, object.user_id, object.abstract, object.subject, object.opinion]
    .map(textOf)
    .find((text) => text !== '') ??
  (hashesOf(object.hashes).split('\n')[0] || textOf(object.id));

/** The sort within a type that a reader tells apart: a person from an organisation, a telephone from an account. */
export const stixSort = (
  object: StixObject,
): 'individual' | 'organization' | 'group' | 'phone' | 'vehicle' | null => {
  if (object.type === 'identity')
    return (
      (['individual', 'organization', 'group'] as const).find((sort) => sort === object.identity_class) ??
      null
    );
  if (object.type === 'user-account' && object.account_type === 'phone') return 'phone';
  if (object.type === 'infrastructure' && listOf(object.infrastructure_types).includes('vehicle'))
    return 'vehicle';
  return null;
};

/** The facts worth a line, in reading order; what the object does not say is left out. */
export const stixFacts = (object: StixObject): readonly Fact[] => {
  const vehicle = object.x_tansiq_vehicle;
  const document = object.x_tansiq_document;
  const facts: readonly Fact[] = [
    {
      name: 'description',
      value: textOf(object.description) || textOf(object.content) || textOf(object.explanation),
    },
    ...listOf(object.roles).map((value): Fact => ({ name: 'roles', value, as: 'category' })),
    { name: 'birthDate', value: textOf(object.x_tansiq_birth_date), as: 'day' },
    { name: 'nationality', value: textOf(object.x_tansiq_nationality), as: 'country' },
    { name: 'document', value: inside(document, 'kind'), as: 'document' },
    { name: 'document', value: inside(document, 'number'), as: 'code' },
    { name: 'country', value: inside(document, 'country') || inside(vehicle, 'country'), as: 'country' },
    { name: 'model', value: inside(vehicle, 'model') },
    { name: 'colour', value: inside(vehicle, 'colour') },
    { name: 'city', value: textOf(object.city) },
    { name: 'country', value: textOf(object.country) || textOf(object.x_tansiq_country), as: 'country' },
    { name: 'pattern', value: textOf(object.pattern), as: 'code' },
    { name: 'validFrom', value: textOf(object.valid_from), as: 'moment' },
    { name: 'hashes', value: hashesOf(object.hashes), as: 'code' },
    { name: 'phone', value: textOf(object.display_name) },
    { name: 'relation', value: textOf(object.relationship_type) },
    { name: 'from', value: textOf(object.source_ref), as: 'code' },
    { name: 'to', value: textOf(object.target_ref), as: 'code' },
    { name: 'labels', value: listOf(object.labels).join(' · ') },
  ];
  return facts.filter((fact) => fact.value !== '');
};
