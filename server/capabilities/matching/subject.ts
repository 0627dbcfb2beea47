/** An identifier as the STIX object that stands for it in a request, as the console composes one. Pure. */
import { randomUUID } from 'node:crypto';
import { canonical, type JsonObject, nameBasedUuid } from '../../kernel/canonical.ts';
import { exhaustive } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { splitBirth } from '../../plumbing/identifiers/index.ts';
import { extensionIds } from '../../plumbing/stix/index.ts';
import type { Card } from './contract.ts';

/** STIX 2.1 §2.9: the namespace of deterministic observable ids. */
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';

const observable = (type: string, contributing: JsonObject): JsonObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${nameBasedUuid(observableNamespace, canonical(contributing))}`,
  ...contributing,
});

interface Said {
  readonly by: PartyId;
  readonly at: Instant;
}

const domainObject = (type: string, { by, at }: Said, properties: JsonObject): JsonObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${randomUUID()}`,
  created_by_ref: by,
  created: at,
  modified: at,
  ...properties,
});

const extended = (properties: JsonObject): JsonObject => ({
  [extensionIds.subject]: { extension_type: 'property-extension', ...properties },
});

/** `MA:AB123456`, `IMO:9074729`, `SHA-256:…`: what stands before the mark and after it. */
const splitForm = (form: string): readonly [string, string] => {
  const at = form.indexOf(':');
  return [form.slice(0, at), form.slice(at + 1)];
};

/** The identifier of a hit as the subject of a request. */
export const subjectOf = (
  { kind, form, text }: Pick<Card, 'kind' | 'form' | 'text'>,
  said: Said,
): JsonObject => {
  const [before, after] = splitForm(form);
  switch (kind) {
    case 'ip':
      return observable(form.includes(':') ? 'ipv6-addr' : 'ipv4-addr', { value: form });
    case 'domain':
      return observable('domain-name', { value: form });
    case 'email':
      return observable('email-addr', { value: form });
    case 'hash':
      return observable('file', { hashes: { [before]: after } });
    // The vocabulary of account types is open (§10.1): an account is what these are numbers of.
    case 'phone':
    case 'iban':
    case 'imsi':
      return observable('user-account', { account_type: kind, user_id: form });
    case 'imei':
      return domainObject('infrastructure', said, { name: `IMEI ${form}`, infrastructure_types: ['device'] });
    case 'document': {
      const extensions = extended({ document: { kind: 'other', number: after, country: before } });
      return domainObject('identity', said, { identity_class: 'individual', name: after, extensions });
    }
    case 'plate': {
      const extensions = extended({ vehicle: { plate: after, country: before } });
      return domainObject('infrastructure', said, {
        name: after,
        infrastructure_types: ['vehicle'],
        extensions,
      });
    }
    case 'vessel': {
      const extensions = extended({ vessel: { [before.toLowerCase()]: after } });
      const name = `${before} ${after}`;
      return domainObject('infrastructure', said, { name, infrastructure_types: ['vessel'], extensions });
    }
    case 'name-birth': {
      const extensions = extended({ birth_date: form.slice(form.lastIndexOf('|') + 1) });
      return domainObject('identity', said, {
        identity_class: 'individual',
        name: splitBirth(text).name,
        extensions,
      });
    }
    default:
      return exhaustive(kind);
  }
};
