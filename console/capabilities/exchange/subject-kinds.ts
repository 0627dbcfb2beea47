import type { ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import { subjectExtension } from './subject-extension.ts';

/** What a person who never heard of STIX can name, and the blanks to fill for each. */
export const subjectKinds = {
  person: ['name', 'category', 'birthDate', 'country', 'remarks'],
  document: ['documentKind', 'number', 'country', 'holder'],
  phone: ['number', 'holder'],
  vehicle: ['plate', 'country', 'model', 'colour', 'remarks'],
  vessel: ['imo', 'mmsi', 'name', 'flag', 'remarks'],
  email: ['address'],
  place: ['name', 'city', 'country', 'remarks'],
  organisation: ['name', 'country', 'remarks'],
  internet: ['address'],
  file: ['hash', 'name'],
} as const;
export type SubjectKind = keyof typeof subjectKinds;
export type SubjectField = (typeof subjectKinds)[SubjectKind][number];

/** The blank without which a subject says nothing; of a vessel another of its names does too. */
export const neededField: { readonly [Kind in SubjectKind]: (typeof subjectKinds)[Kind][number] } = {
  person: 'name',
  document: 'number',
  phone: 'number',
  vehicle: 'plate',
  vessel: 'imo',
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

const extended = (way: string): string => `extensions.${subjectExtension}.${way}`;

/** Where a blank stands in the object made of it; those that the object cannot do without have none. */
const selectors: {
  readonly [Kind in SubjectKind]?: { readonly [Field in (typeof subjectKinds)[Kind][number]]?: string };
} = {
  person: {
    category: 'roles',
    birthDate: extended('birth_date'),
    country: extended('nationality'),
    remarks: 'description',
  },
  document: { number: extended('document.number'), country: extended('document.country') },
  phone: { holder: 'display_name' },
  vehicle: {
    country: extended('vehicle.country'),
    model: extended('vehicle.model'),
    colour: extended('vehicle.colour'),
    remarks: 'description',
  },
  vessel: {
    imo: extended('vessel.imo'),
    mmsi: extended('vessel.mmsi'),
    flag: extended('vessel.flag'),
    remarks: 'description',
  },
  place: { city: 'city', remarks: 'description' },
  organisation: { country: extended('country'), remarks: 'description' },
  file: { name: 'name' },
};

/** The STIX selector (§7.2.3) of what a blank becomes; null where it may not be withheld by itself. */
export const subjectSelector = (kind: SubjectKind, field: SubjectField): string | null => {
  const ofKind: { readonly [Field in SubjectField]?: string } = selectors[kind] ?? {};
  return ofKind[field] ?? null;
};

/** Part of one object, or (`selector` null) all of it, that reaches only those in `except`. */
export interface Withholding {
  readonly selector: string | null;
  readonly except: ItemDraft['recipients'];
}

export interface Subject {
  /** A random UUID: tells rows of the form apart, and becomes the identifier of what has no other. */
  readonly key: string;
  readonly kind: SubjectKind;
  readonly values: { readonly [Field in SubjectField]?: string };
  readonly withheld?: readonly Withholding[];
}
