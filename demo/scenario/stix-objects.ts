/**
 * STIX 2.1 objects of the demo items. Ids are name-based, so every start of the demo has the same ones:
 * observables in the namespace that the standard reserves for them (§2.9), the others in our own.
 */
import { canonical, type Json, type JsonObject, nameBasedUuid } from '../../server/kernel/canonical.ts';
import type { Day, Instant } from '../../server/kernel/time.ts';
import { extensionIds } from '../../server/plumbing/stix/index.ts';

export type StixObject = JsonObject & { readonly type: string; readonly id: string };
type Properties = Readonly<Record<string, Json>>;

const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';
const demoNamespace = '5b0f9c52-6f0b-4c0e-9a57-0d6f6f0b2024';

/** A domain object; `key` is unique in its type. */
const domainObject = (type: string, key: string, at: Instant, properties: Properties): StixObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${nameBasedUuid(demoNamespace, `${type}/${key}`)}`,
  created: at,
  modified: at,
  ...properties,
});

/** An observable known by its value alone (§6: domain-name, ipv4-addr, url, email-addr). */
export const observable = (
  type: 'domain-name' | 'ipv4-addr' | 'url' | 'email-addr',
  value: string,
): StixObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${nameBasedUuid(observableNamespace, canonical({ value }))}`,
  value,
});

/** A user account (§6.16); its id rests on the account type and login. */
export const account = (account_type: string, account_login: string): StixObject => ({
  type: 'user-account',
  spec_version: '2.1',
  id: `user-account--${nameBasedUuid(observableNamespace, canonical({ account_type, account_login }))}`,
  account_type,
  account_login,
});

/** A telephone, as the console composes one; in the international form. */
export const phone = (user_id: string): StixObject => ({
  type: 'user-account',
  spec_version: '2.1',
  id: `user-account--${nameBasedUuid(observableNamespace, canonical({ account_type: 'phone', user_id }))}`,
  account_type: 'phone',
  user_id,
});

/** The holder of a passport: an invented person, known by it and by the day of birth. */
export const passportHolder = (
  key: string,
  at: Instant,
  name: string,
  { country, number, born }: { readonly country: string; readonly number: string; readonly born: Day },
): StixObject =>
  domainObject('identity', key, at, {
    name,
    identity_class: 'individual',
    extensions: {
      [extensionIds.subject]: {
        extension_type: 'property-extension',
        birth_date: born,
        document: { kind: 'passport', number, country },
      },
    },
  });

/** A place (§4.10); degrees, WGS 84. */
export const place = (
  key: string,
  at: Instant,
  name: string,
  country: string,
  [latitude, longitude]: readonly [number, number],
): StixObject => domainObject('location', key, at, { name, country, latitude, longitude });

export const incident = (key: string, at: Instant, name: string, description: string): StixObject =>
  domainObject('incident', key, at, { name, description });

/** An invented person, or a team. */
export const identity = (
  key: string,
  at: Instant,
  name: string,
  identity_class: 'individual' | 'group' | 'organization',
  description: string,
): StixObject => domainObject('identity', key, at, { name, identity_class, description });

/** What to look for (§4.7), as a STIX pattern. */
export const indicator = (key: string, at: Instant, name: string, pattern: string): StixObject =>
  domainObject('indicator', key, at, {
    name,
    indicator_types: ['malicious-activity'],
    pattern,
    pattern_type: 'stix',
    valid_from: at,
  });

export const courseOfAction = (key: string, at: Instant, name: string, description: string): StixObject =>
  domainObject('course-of-action', key, at, { name, description });

/** A group that acts together against the law (§4.17). */
export const threatActor = (key: string, at: Instant, name: string, description: string): StixObject =>
  domainObject('threat-actor', key, at, { name, threat_actor_types: ['crime-syndicate'], description });

/** A remark on other objects (§4.13). */
export const note = (
  key: string,
  at: Instant,
  content: string,
  about: readonly [StixObject, ...StixObject[]],
): StixObject => domainObject('note', key, at, { content, object_refs: about.map(({ id }) => id) });

/** Times that something was seen (§4.14). */
export const observation = (
  key: string,
  at: Instant,
  number_observed: number,
  seen: readonly [StixObject, ...StixObject[]],
): StixObject =>
  domainObject('observed-data', key, at, {
    first_observed: at,
    last_observed: at,
    number_observed,
    object_refs: seen.map(({ id }) => id),
  });

/** Joins two objects (§5.1). */
export const relationship = (at: Instant, source: StixObject, verb: string, target: StixObject): StixObject =>
  domainObject('relationship', `${source.id}/${verb}/${target.id}`, at, {
    relationship_type: verb,
    source_ref: source.id,
    target_ref: target.id,
  });
