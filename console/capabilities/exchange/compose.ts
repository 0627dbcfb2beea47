/**
 * From the form to STIX 2.1, without the form's author knowing it.
 *
 * person, organisation → `identity`; place → `location`; e-mail, address of a machine or site, file → the
 * observables of §6. Where STIX has no word: a telephone is a `user-account` with account_type `phone` (the
 * vocabulary is open, §10.1); a vehicle or a vessel is an `infrastructure` of that type; a document is the
 * `identity` of its holder, because what a document says is who its holder is. What they have besides is in
 * our subject extension (protocol/messages/subject.json).
 */
import type { Item, ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import type { Instant } from '../../../server/kernel/time.ts';
import { subjectExtension } from './subject-extension.ts';
import { neededField, type Subject } from './subject-kinds.ts';
import { isImo, isMmsi, normaliseImo, normaliseMmsi } from './vessel.ts';

type Json = Item['objects'][number][string];
type Properties = Readonly<Record<string, Json | undefined>>;
/** A STIX object with the two properties that all have. */
export type StixObject = Item['objects'][number] & { readonly type: string; readonly id: string };

export interface ComposeNeeds {
  /** The originator: who says it. */
  readonly party: string;
  readonly at: Instant;
}

/** STIX 2.1 §2.9: the namespace of deterministic observable ids. */
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** UUID version 5 (RFC 9562 §5.5) of the contributing properties: the same thing, the same id. */
const observableId = async (type: string, contributing: Properties): Promise<string> => {
  const space = observableNamespace.replaceAll('-', '').match(/../g) ?? [];
  const name = new TextEncoder().encode(JSON.stringify(contributing));
  const input = new Uint8Array([...space.map((pair) => Number.parseInt(pair, 16)), ...name]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', input)).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(digest);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${type}--${parts.join('-')}`;
};

const observable = async (
  type: string,
  contributing: Properties,
  more: Properties = {},
): Promise<StixObject> => ({
  type,
  spec_version: '2.1',
  id: await observableId(type, contributing),
  ...present(contributing),
  ...present(more),
});

const present = (properties: Properties): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );

/** The subject extension with what was said; none where nothing was. */
const extended = (properties: Properties): Properties[string] => {
  const said = present(properties);
  if (Object.keys(said).length === 0) return undefined;
  return { [subjectExtension]: { extension_type: 'property-extension', ...said } };
};

/** The row's own key is the object's UUID: what is withheld of it is named before it is composed. */
const domainObject = (
  key: string,
  needs: ComposeNeeds,
  type: string,
  properties: Properties,
): StixObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${key}`,
  created_by_ref: needs.party,
  created: needs.at,
  modified: needs.at,
  ...present(properties),
});

/** Hash names by their length in hexadecimal digits (STIX 2.1 §10.7). */
const hashNames: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256', 128: 'SHA-512' };

export const hashName = (hash: string): string | null =>
  /^[0-9a-f]+$/i.test(hash) ? (hashNames[hash.length] ?? null) : null;

const isIpv4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(text) &&
  text
    .split(/[./]/)
    .slice(0, 4)
    .every((part) => Number(part) <= 255);

/** An address as people write it: of a machine, of a site, or of a page. */
export const internetType = (address: string): 'ipv4-addr' | 'ipv6-addr' | 'url' | 'domain-name' => {
  if (isIpv4(address)) return 'ipv4-addr';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return 'url';
  return address.includes(':') && /^[0-9a-f:.]+(\/\d{1,3})?$/i.test(address) ? 'ipv6-addr' : 'domain-name';
};

const clean = (subject: Subject): Subject['values'] =>
  Object.fromEntries(Object.entries(subject.values).map(([name, value]) => [name, value?.trim()]));

const fileObject = (values: Subject['values']): Promise<StixObject> => {
  const hash = (values.hash ?? '').toLowerCase();
  const named = values.name ? { name: values.name } : {};
  return observable('file', { hashes: { [hashName(hash) ?? 'SHA-256']: hash }, ...named });
};

const vehicleProperties = (values: Subject['values']): Properties => ({
  name: values.plate,
  infrastructure_types: ['vehicle'],
  description: values.remarks,
  extensions: extended({
    vehicle: present({
      plate: values.plate,
      country: values.country,
      model: values.model,
      colour: values.colour,
    }),
  }),
});

/** Known by its numbers, whatever it is called today: the name is the last that it had. */
const vesselProperties = (values: Subject['values']): Properties => {
  const imo = normaliseImo(values.imo ?? '');
  const mmsi = normaliseMmsi(values.mmsi ?? '');
  return {
    name: values.name || (imo === '' ? `MMSI ${mmsi}` : `IMO ${imo}`),
    infrastructure_types: ['vessel'],
    description: values.remarks,
    extensions: extended({ vessel: present({ imo, mmsi, flag: values.flag }) }),
  };
};

const documentProperties = (values: Subject['values']): Properties => ({
  identity_class: 'individual',
  name: values.holder || values.number,
  extensions: extended({
    document: present({
      kind: values.documentKind || 'other',
      number: values.number,
      country: values.country,
    }),
  }),
});

/** One subject as the STIX object that stands for it. */
export const composeSubject = async (subject: Subject, needs: ComposeNeeds): Promise<StixObject> => {
  const values = clean(subject);
  switch (subject.kind) {
    case 'person':
      return domainObject(subject.key, needs, 'identity', {
        identity_class: 'individual',
        name: values.name,
        roles: values.category ? [values.category] : undefined,
        description: values.remarks,
        extensions: extended({ birth_date: values.birthDate, nationality: values.country }),
      });
    case 'organisation':
      return domainObject(subject.key, needs, 'identity', {
        identity_class: 'organization',
        name: values.name,
        description: values.remarks,
        extensions: extended({ country: values.country }),
      });
    case 'document':
      return domainObject(subject.key, needs, 'identity', documentProperties(values));
    case 'vehicle':
      return domainObject(subject.key, needs, 'infrastructure', vehicleProperties(values));
    case 'vessel':
      return domainObject(subject.key, needs, 'infrastructure', vesselProperties(values));
    case 'place':
      return domainObject(subject.key, needs, 'location', {
        name: values.name,
        city: values.city,
        country: values.country,
        description: values.remarks,
        // §4.11: a region, a country or a position is needed; "somewhere" is honest when none is known.
        region: values.country ? undefined : 'unknown',
      });
    case 'phone':
      return observable(
        'user-account',
        { account_type: 'phone', user_id: (values.number ?? '').replaceAll(/[\s().-]/g, '') },
        { display_name: values.holder },
      );
    case 'email':
      return observable('email-addr', { value: values.address });
    case 'internet':
      return observable(internetType(values.address ?? ''), { value: values.address });
    case 'file':
      return fileObject(values);
  }
};

/** The kinds of mistake that a subject can hold. */
export type SubjectError = 'needed' | 'hash' | 'phone' | 'email' | 'vessel' | 'imo' | 'mmsi';

const vesselErrors = ({ imo = '', mmsi = '', name = '' }: Subject['values']): readonly SubjectError[] => {
  if (imo === '' && mmsi === '' && name === '') return ['vessel'];
  return [
    ...(imo !== '' && !isImo(normaliseImo(imo)) ? (['imo'] as const) : []),
    ...(mmsi !== '' && !isMmsi(normaliseMmsi(mmsi)) ? (['mmsi'] as const) : []),
  ];
};

/** What is wrong with a subject; empty when it can be sent. */
export const subjectErrors = (subject: Subject): readonly SubjectError[] => {
  const values = clean(subject);
  if (subject.kind === 'vessel') return vesselErrors(values);
  const needed = values[neededField[subject.kind]] ?? '';
  if (needed === '') return ['needed'];
  if (subject.kind === 'file' && hashName(needed) === null) return ['hash'];
  if (subject.kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(needed)) return ['email'];
  if (subject.kind === 'phone' && !/^\+?\d{4,15}$/.test(needed.replaceAll(/[\s().-]/g, ''))) return ['phone'];
  return [];
};

/** All subjects as STIX, and what is withheld of them; the same observable named twice travels once. */
export const composeObjects = async (
  subjects: readonly Subject[],
  needs: ComposeNeeds,
): Promise<Pick<ItemDraft, 'objects' | 'withheld'>> => {
  const objects = await Promise.all(subjects.map((subject) => composeSubject(subject, needs)));
  const withheld = objects.flatMap((object, place) =>
    (subjects[place]?.withheld ?? [])
      .filter(({ selector }) => selector === null || stands(object, selector))
      .map(({ selector, except }) => ({ object: object.id, selector, except: [...except] })),
  );
  return { objects: [...new Map(objects.map((object) => [object.id, object])).values()], withheld };
};

/** True where the selector leads to something: a blank that was left empty is not there to withhold. */
const stands = (object: StixObject, selector: string): boolean =>
  selector
    .split('.')
    .reduce<unknown>(
      (part, step) =>
        typeof part === 'object' && part !== null
          ? Object.entries(part).find(([name]) => name === step)?.[1]
          : undefined,
      object,
    ) !== undefined;
