/** What a person needs to see of a STIX object: its name and a few facts. Pure; the card only draws it. */
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { stixWords } from './stix-words.ts';
import { subjectExtension } from './subject-extension.ts';

type StixObject = Item['objects'][number];

export interface Fact {
  readonly name: keyof typeof stixWords;
  readonly value: string;
  /** How the value is to be shown; plain text by default. */
  readonly as?:
    | 'country'
    | 'moment'
    | 'day'
    | 'code'
    | 'category'
    | 'document'
    | 'object'
    | 'urgency'
    | 'language';
  /** Where it stands in the object (STIX 2.1 §7.2.3); only of parts without which the object stays sound. */
  readonly selector?: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

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

/** True where nothing but its id names the object: a relationship, a sighting. */
export const isNameless = (object: StixObject): boolean => stixName(object) === object.id;

/** What a reader tells apart within a type: a person from an organisation, a telephone from an account. */
export const stixSort = (
  object: StixObject,
): 'individual' | 'organization' | 'group' | 'phone' | 'vehicle' | 'vessel' | null => {
  if (object.type === 'identity')
    return (
      (['individual', 'organization', 'group'] as const).find((sort) => sort === object.identity_class) ??
      null
    );
  if (object.type === 'user-account' && object.account_type === 'phone') return 'phone';
  if (object.type === 'infrastructure') {
    const types = listOf(object.infrastructure_types);
    return (['vehicle', 'vessel'] as const).find((sort) => types.includes(sort)) ?? null;
  }
  return null;
};

/** A property of the object that it can do without. */
const optional = (object: StixObject, name: Fact['name'], property: string, as?: Fact['as']): Fact => ({
  name,
  value: textOf(object[property]),
  selector: property,
  ...(as ? { as } : {}),
});

const subjectFacts = (object: StixObject): readonly Fact[] => {
  const extension = inside(object.extensions, subjectExtension);
  const fact = (name: Fact['name'], way: readonly string[], as?: Fact['as']): Fact => ({
    name,
    value: textOf(way.reduce<unknown>(inside, extension)),
    selector: ['extensions', subjectExtension, ...way].join('.'),
    ...(as ? { as } : {}),
  });
  return [
    fact('birthDate', ['birth_date'], 'day'),
    fact('nationality', ['nationality'], 'country'),
    fact('document', ['document', 'kind'], 'document'),
    fact('documentNumber', ['document', 'number'], 'code'),
    fact('country', ['document', 'country'], 'country'),
    fact('country', ['vehicle', 'country'], 'country'),
    fact('model', ['vehicle', 'model']),
    fact('colour', ['vehicle', 'colour']),
    fact('imo', ['vessel', 'imo'], 'code'),
    fact('mmsi', ['vessel', 'mmsi'], 'code'),
    fact('flag', ['vessel', 'flag'], 'country'),
    fact('country', ['country'], 'country'),
  ];
};

/** How a person is named in the other script: what names the card is not said again. */
const otherNames = (object: StixObject): readonly Fact[] => {
  const names = inside(inside(object.extensions, subjectExtension), 'names');
  return (Array.isArray(names) ? names : [])
    .map((entry) => textOf(inside(entry, 'name')))
    .filter((name) => name !== '' && name !== object.name)
    .map((value) => ({
      name: 'otherName',
      value,
      selector: `extensions.${subjectExtension}.names`,
    }));
};

const descriptionOf = (object: StixObject): Fact =>
  textOf(object.description) === ''
    ? { name: 'description', value: textOf(object.content) || textOf(object.explanation) }
    : optional(object, 'description', 'description');

const rolesOf = (object: StixObject): readonly Fact[] =>
  listOf(object.roles).map((value) => ({ name: 'roles', value, as: 'category', selector: 'roles' }));

const linkFacts = (object: StixObject): readonly Fact[] => [
  { name: 'relation', value: textOf(object.relationship_type) },
  { name: 'from', value: textOf(object.source_ref), as: 'object' },
  { name: 'to', value: textOf(object.target_ref), as: 'object' },
];

/** What a request says besides the item that it is in: who lets it go must see that as well. */
const requestFacts = (object: StixObject): readonly Fact[] => {
  if (object.type !== 'x-tansiq-request') return [];
  const grade = ['source', 'information', 'handling'].map((part) =>
    textOf(inside(object.known_grading, part)),
  );
  return [
    { name: 'urgency', value: textOf(object.urgency), as: 'urgency' },
    { name: 'urgencyReason', value: textOf(object.urgency_reason) },
    { name: 'known', value: textOf(object.known) },
    { name: 'knownGrade', value: grade.join(''), as: 'code' },
    ...listOf(object.answer_languages).map((value) => ({ name: 'answerIn', value, as: 'language' }) as const),
  ];
};

/** The document kind is what the extension cannot do without; all else of it may be withheld. */
const isKept = (fact: Fact): boolean => fact.name === 'document';

/** The facts worth a line, in reading order; what the object does not say is left out. */
export const stixFacts = (object: StixObject): readonly Fact[] => {
  const facts: readonly Fact[] = [
    descriptionOf(object),
    ...otherNames(object),
    ...rolesOf(object),
    ...subjectFacts(object),
    optional(object, 'city', 'city'),
    { name: 'country', value: textOf(object.country), as: 'country' },
    { name: 'pattern', value: textOf(object.pattern), as: 'code' },
    { name: 'validFrom', value: textOf(object.valid_from), as: 'moment' },
    { name: 'hashes', value: hashesOf(object.hashes), as: 'code' },
    optional(object, 'phone', 'display_name'),
    ...linkFacts(object),
    ...requestFacts(object),
    { name: 'labels', value: listOf(object.labels).join(' · '), selector: 'labels' },
  ];
  return facts
    .filter((fact) => fact.value !== '')
    .map((fact) => (isKept(fact) ? { name: fact.name, value: fact.value, as: 'document' } : fact));
};
