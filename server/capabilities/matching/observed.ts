/** The identifiers that a STIX object names, in the forms in which services compare them. Pure. */
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { type IdentifierKind, keysOf, readIdentifier } from '../../plumbing/identifiers/index.ts';
import { extensionIds } from '../../plumbing/stix/index.ts';

/** An identifier that an item names. */
export interface Observed {
  readonly kind: IdentifierKind;
  readonly form: string;
}

/** A kind, and what may be an identifier of it. */
export type Said = readonly [IdentifierKind, unknown];

const joined = (...parts: readonly unknown[]): string | null =>
  parts.every((part) => typeof part === 'string') ? parts.join(' ') : null;

const observables: Readonly<Record<string, IdentifierKind>> = {
  'ipv4-addr': 'ip',
  'ipv6-addr': 'ip',
  'domain-name': 'domain',
  'email-addr': 'email',
};

const ofSubject = (object: JsonObject): readonly Said[] => {
  const { extensions } = object;
  const subject = isObject(extensions) ? extensions[extensionIds.subject] : undefined;
  if (!isObject(subject)) return [];
  const { document, vehicle, vessel, names, birth_date: born } = subject;
  const written = Array.isArray(names) ? names.filter(isObject).map(({ name }) => name) : [];
  return [
    ...(isObject(document) ? [['document', joined(document.country, document.number)] as const] : []),
    ...(isObject(vehicle) ? [['plate', joined(vehicle.country, vehicle.plate)] as const] : []),
    ...(isObject(vessel) ? [['vessel', vessel.imo] as const, ['vessel', vessel.mmsi] as const] : []),
    ...[object.name, ...written].map((name) => ['name-birth', joined(name, born)] as const),
  ];
};

/** A pattern that ends in one value: `[ipv4-addr:value = '…']`, and that of a telephone. */
const statedPattern = /([a-z0-9-]+):(?:value|user_id|hashes\.'?[\w-]+'?)\s*=\s*'((?:[^'\\]|\\.)*)'\s*\]/g;
const patternKinds: Readonly<Record<string, IdentifierKind>> = {
  ...observables,
  file: 'hash',
  'user-account': 'phone',
};

const ofPattern = (pattern: unknown): readonly Said[] =>
  typeof pattern === 'string'
    ? [...pattern.matchAll(statedPattern)].flatMap(([, type = '', value]) => {
        const kind = patternKinds[type];
        return kind === undefined ? [] : [[kind, value] as const];
      })
    : [];

const ofHashes = ({ hashes }: JsonObject): readonly Said[] =>
  isObject(hashes) ? Object.values(hashes).map((hash) => ['hash', hash] as const) : [];

/** Lines of an identity's contact information: telephone numbers and addresses of mail. */
const ofContact = ({ type, contact_information: contact }: JsonObject): readonly Said[] =>
  type === 'identity' && typeof contact === 'string'
    ? contact.split(/[\n;,]/).flatMap((line) => [['phone', line] as const, ['email', line] as const])
    : [];

/** What an object names, as it is written there, and as what kind of identifier. */
export const saidIn = (object: JsonObject): readonly Said[] => {
  const kind = observables[String(object.type)];
  return [
    ...(kind === undefined ? [] : [[kind, object.value] as const]),
    ...(object.type === 'user-account' && object.account_type === 'phone'
      ? [['phone', object.user_id] as const]
      : []),
    ...ofSubject(object),
    ...ofPattern(object.pattern),
    ...ofHashes(object),
    ...ofContact(object),
  ];
};

/** The keys of each identifier of these objects, each once; what cannot be one is passed over. */
export const observedIn = (objects: readonly JsonObject[]): readonly Observed[] => {
  const found = new Map<string, Observed>();
  for (const object of objects)
    for (const [kind, text] of saidIn(object)) {
      const reading = typeof text === 'string' ? readIdentifier(kind, text) : null;
      if (reading?.kind !== 'read') continue;
      for (const form of keysOf(kind, reading.form)) found.set(`${kind} ${form}`, { kind, form });
    }
  return [...found.values()];
};
