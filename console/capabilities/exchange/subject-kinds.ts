/** What a person who never heard of STIX can name, and the blanks to fill for each. */
export const subjectKinds = {
  person: ['name', 'category', 'birthDate', 'country', 'remarks'],
  document: ['documentKind', 'number', 'country', 'holder'],
  phone: ['number', 'holder'],
  vehicle: ['plate', 'country', 'model', 'colour', 'remarks'],
  email: ['address'],
  place: ['name', 'city', 'country', 'remarks'],
  organisation: ['name', 'country', 'remarks'],
  internet: ['address'],
  file: ['hash', 'name'],
} as const;
export type SubjectKind = keyof typeof subjectKinds;
export type SubjectField = (typeof subjectKinds)[SubjectKind][number];

/** The blank without which a subject says nothing. */
export const neededField: { readonly [Kind in SubjectKind]: (typeof subjectKinds)[Kind][number] } = {
  person: 'name',
  document: 'number',
  phone: 'number',
  vehicle: 'plate',
  email: 'address',
  place: 'name',
  organisation: 'name',
  internet: 'address',
  file: 'hash',
};

export const documentKinds = [
  'passport',
  'identity-card',
  'residence-permit',
  'driving-licence',
  'other',
] as const;

export interface Subject {
  /** Tells rows of the form apart; never sent. */
  readonly key: string;
  readonly kind: SubjectKind;
  readonly values: { readonly [Field in SubjectField]?: string };
}
