/**
 * What of an item is personal data, and under which names and identifiers it may be found again. Pure.
 * Directive (EU) 2016/680 art. 3 (1); law 09-08 art. 1.
 */
import { isObject, type Json, type JsonObject } from '../../../kernel/canonical.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { extensionIds } from '../../../plumbing/stix/index.ts';

type Content = JsonObject & { readonly type: string };

/** What our subject extension says of an individual, his papers or his vehicle. */
const subjectOf = (object: Content): JsonObject | null => {
  const extensions = object.extensions;
  const extension = isObject(extensions) ? extensions[extensionIds.subject] : undefined;
  return isObject(extension) ? extension : null;
};
const ofPersons = ['birth_date', 'nationality', 'document', 'vehicle'] as const;

/** A telephone number as other software writes it: in an object type of its own. */
const isTelephoneType = (type: string): boolean => /(^|-)(phone|telephone|msisdn|imsi|imei)(-|$)/.test(type);

/** True for an object that tells of a person. */
const isPersonal = (object: Content): boolean => {
  const subject = subjectOf(object);
  if (subject !== null && ofPersons.some((name) => subject[name] !== undefined)) return true;
  switch (object.type) {
    case 'identity':
      return object.identity_class === 'individual';
    case 'email-addr':
    case 'email-message':
    case 'user-account':
      return true;
    default:
      return isTelephoneType(object.type);
  }
};

/** True when the marking names person categories or an object tells of a person. */
export const holdsPersonalData = (
  marking: Pick<Marking, 'personCategories'>,
  objects: readonly Content[],
): boolean => marking.personCategories.length > 0 || objects.some(isPersonal);

export const subjectKinds = ['name', 'e-mail', 'telephone', 'account', 'document', 'vehicle'] as const;
/** As what someone is named in an item. */
export type SubjectKind = (typeof subjectKinds)[number];

/** A name or identifier in the one form in which it is compared. */
export interface SubjectKey {
  readonly kind: SubjectKind;
  readonly folded: string;
}

/** Letters of Arabic that are written one for another, and what is only decoration. */
const arabicLetters: ReadonlyMap<string, string> = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['گ', 'ك'],
  ['ک', 'ك'],
  ['ی', 'ي'],
]);

/** A name: without accents, vowel marks, case, punctuation or the order of its words. */
export const foldName = (text: string): string =>
  [
    ...text
      .normalize('NFKD')
      .replaceAll(/[\p{M}ـ]/gu, '')
      .toLowerCase(),
  ]
    .map((letter) => arabicLetters.get(letter) ?? letter)
    .join('')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** A number of a document, a plate: letters and digits alone. */
const foldNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '');

/** A telephone number: its last nine digits, so that +212 6… and 06… are one. */
const telephoneDigits = 9;
const foldTelephone = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\D/g, '').slice(-telephoneDigits);

const folders: { readonly [Kind in SubjectKind]: (text: string) => string } = {
  name: foldName,
  'e-mail': (text) => text.trim().toLowerCase(),
  telephone: foldTelephone,
  account: (text) => text.trim().toLowerCase(),
  document: foldNumber,
  vehicle: foldNumber,
};

const keyOf = (kind: SubjectKind, value: Json | undefined): readonly SubjectKey[] => {
  if (typeof value !== 'string') return [];
  const folded = folders[kind](value);
  return folded === '' ? [] : [{ kind, folded }];
};

const textsIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const keysOfObject = (object: Content): readonly SubjectKey[] => {
  const subject = subjectOf(object) ?? {};
  const { document, vehicle } = subject;
  const extended = [
    ...(isObject(document) ? keyOf('document', document.number) : []),
    ...(isObject(vehicle) ? keyOf('vehicle', vehicle.plate) : []),
  ];
  switch (object.type) {
    case 'identity':
      return object.identity_class === 'individual' ? [...keyOf('name', object.name), ...extended] : extended;
    case 'email-addr':
      return [...keyOf('e-mail', object.value), ...keyOf('name', object.display_name)];
    case 'user-account': {
      const kind = object.account_type === 'phone' ? 'telephone' : 'account';
      const logins = [...keyOf(kind, object.user_id), ...keyOf('account', object.account_login)];
      return [...logins, ...keyOf('name', object.display_name)];
    }
    case 'threat-actor':
      return [object.name, ...textsIn(object.aliases)].flatMap((name) => keyOf('name', name));
    default:
      return isTelephoneType(object.type) ? [...extended, ...keyOf('telephone', object.value)] : extended;
  }
};

/** Every name and identifier that the objects give of persons, each once. */
export const subjectKeysOf = (objects: readonly Content[]): readonly SubjectKey[] => {
  const found = new Map<string, SubjectKey>();
  for (const object of objects)
    for (const key of keysOfObject(object)) found.set(`${key.kind} ${key.folded}`, key);
  return [...found.values()];
};

/** What someone asks for, in every form in which it may stand here. */
export const askedKeys = (text: string): readonly SubjectKey[] =>
  subjectKinds.flatMap((kind) => keyOf(kind, text));
