import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import {
  extensionDefinitions,
  extensionIds,
  protocolIdentity,
  tlpMarkings,
  validateObject,
} from './index.ts';

const at = '2024-07-26T17:30:00Z';
const uuid = '00000000-0000-4000-8000-000000000001';
const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
const file = `file--${uuid}`;
const domain = (type: string, more: JsonObject): JsonObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid}`,
  created: at,
  modified: at,
  ...more,
});
const observable = (type: string, more: JsonObject): JsonObject => ({
  type,
  id: `${type}--${uuid}`,
  ...more,
});
const named = (type: string): JsonObject => domain(type, { name: 'a' });

/** The least that each type of the standard needs. */
const least: readonly JsonObject[] = [
  ...['attack-pattern', 'campaign', 'course-of-action', 'identity', 'incident', 'infrastructure'].map(named),
  ...['intrusion-set', 'threat-actor', 'tool', 'vulnerability'].map(named),
  domain('grouping', { context: 'unspecified', object_refs: [file] }),
  domain('indicator', { pattern: '[a:b = 1]', pattern_type: 'stix', valid_from: at }),
  domain('location', { country: 'MA' }),
  domain('malware', { is_family: false }),
  domain('malware-analysis', { product: 'a', result: 'benign' }),
  domain('note', { content: 'a', object_refs: [file] }),
  domain('observed-data', {
    first_observed: at,
    last_observed: at,
    number_observed: 1,
    object_refs: [file],
  }),
  domain('opinion', { opinion: 'agree', object_refs: [file] }),
  domain('report', { name: 'a', published: at, object_refs: [file] }),
  domain('relationship', { relationship_type: 'uses', source_ref: file, target_ref: file }),
  domain('sighting', { sighting_of_ref: `indicator--${uuid}` }),
  domain('language-content', { object_ref: file, contents: { ar: { name: 'ملف' } } }),
  observable('artifact', { payload_bin: 'QUJD' }),
  observable('autonomous-system', { number: 1 }),
  observable('directory', { path: '/' }),
  observable('domain-name', { value: 'a' }),
  observable('email-addr', { value: 'a@example.com' }),
  observable('email-message', { is_multipart: false }),
  observable('file', { name: 'a' }),
  observable('ipv4-addr', { value: '198.51.100.0/24' }),
  observable('ipv6-addr', { value: '2001:db8::1' }),
  observable('mac-addr', { value: '00:00:5e:00:53:af' }),
  observable('mutex', { name: 'a' }),
  observable('network-traffic', { protocols: ['tcp'], src_ref: `ipv4-addr--${uuid}` }),
  observable('process', { pid: 1 }),
  observable('software', { name: 'a' }),
  observable('url', { value: 'https://example.com/' }),
  observable('user-account', { user_id: 'a' }),
  observable('windows-registry-key', { key: 'a' }),
  observable('x509-certificate', { serial_number: '1' }),
  ...Object.values(tlpMarkings),
  ...Object.values(extensionDefinitions),
  protocolIdentity,
];
const leastOf = (type: string): JsonObject => least.find((object) => object.type === type) ?? {};

describe('the least of each type', () => {
  it.each(least.map((object) => [String(object.type), object] as const))('%s is valid', (_, object) => {
    expect(validateObject(object)).toEqual([]);
  });
  it('covers every domain, relationship, observable and meta object of the standard', () => {
    expect(new Set(least.map(({ type }) => type)).size).toBe(19 + 2 + 18 + 3);
  });
  it.each(least.map((object) => [String(object.type), object] as const))(
    '%s without any one of its properties has an error, but for what is optional',
    (_, object) => {
      const optional = ['name', 'description', 'spec_version', 'pid', 'user_id', 'key', 'serial_number'];
      for (const name of Object.keys(object)) {
        if (optional.includes(name)) continue;
        if (object.type === 'extension-definition' && name === 'extension_properties') continue;
        if (object.type === 'identity' && name === 'identity_class') continue;
        const { [name]: _removed, ...rest } = object;
        expect(validateObject(rest), name).not.toEqual([]);
      }
    },
  );
});

type Row = readonly [why: string, type: string, change: Record<string, Json | undefined>, problem: string];
const marking = (selectors: Json): Json => [{ marking_ref: tlpMarkings.red.id, selectors }];
const rows: readonly Row[] = [
  ['an id of another type', 'tool', { id: `malware--${uuid}` }, 'identifier-type /id'],
  ['a UUID of no variant', 'tool', { id: 'tool--00000000-0000-0000-0000-000000000000' }, 'identifier /id'],
  ['STIX 2.0', 'tool', { spec_version: '2.0' }, 'spec-version /spec_version'],
  ['no version of STIX', 'tool', { spec_version: undefined }, 'required /spec_version'],
  ['an offset in place of Z', 'tool', { created: '2024-07-26T17:30:00+00:00' }, 'time /created'],
  ['a day that does not exist', 'tool', { created: '2024-02-30T17:30:00Z' }, 'time /created'],
  ['modified before created', 'tool', { modified: '2024-07-26T17:29:59.999999Z' }, 'order /modified'],
  ['a nanosecond too early', 'tool', { created: '2024-07-26T17:30:00.000000001Z' }, 'order /modified'],
  ['a confidence of 101', 'tool', { confidence: 101 }, 'range /confidence'],
  ['a fraction of confidence', 'tool', { confidence: 1.5 }, 'integer /confidence'],
  ['an empty list', 'tool', { labels: [] }, 'empty /labels'],
  ['a list of the wrong things', 'tool', { labels: ['a', 1] }, 'text /labels/1'],
  ['a creator that is no identity', 'tool', { created_by_ref: file }, 'reference /created_by_ref'],
  ['a marking that is none', 'tool', { object_marking_refs: [file] }, 'reference /object_marking_refs/0'],
  ['a reference outside the grammar', 'note', { object_refs: ['x'] }, 'identifier /object_refs/0'],
  ['an opinion outside the enumeration', 'opinion', { opinion: 'perhaps' }, 'vocabulary /opinion'],
  ['a location nowhere', 'location', { country: undefined }, 'one-of '],
  ['a latitude alone', 'location', { latitude: 34 }, 'required /longitude'],
  ['a latitude beyond the pole', 'location', { latitude: 91, longitude: 0 }, 'range /latitude'],
  ['a family without a name', 'malware', { is_family: true }, 'required /name'],
  ['valid until it begins', 'indicator', { valid_until: at }, 'order /valid_until'],
  ['both kinds of observation', 'observed-data', { objects: { '0': {} } }, 'exclusive '],
  [
    'a relationship to a relationship',
    'relationship',
    { source_ref: `relationship--${uuid}` },
    'reference /source_ref',
  ],
  [
    'a kill chain without phase',
    'tool',
    { kill_chain_phases: [{ kill_chain_name: 'a' }] },
    'required /kill_chain_phases/0/phase_name',
  ],
  [
    'an empty external reference',
    'tool',
    { external_references: [{ source_name: 'a' }] },
    'one-of /external_references/0',
  ],
  ['an MD5 that is too short', 'file', { hashes: { MD5: md5.slice(1) } }, 'form /hashes/MD5'],
  ['a file without name and hash', 'file', { name: undefined }, 'one-of '],
  ['an IPv4 address that is none', 'ipv4-addr', { value: '198.51.100.300' }, 'form /value'],
  ['an IPv4 range that is none', 'ipv4-addr', { value: '198.51.100.0/33' }, 'form /value'],
  ['a MAC address in capitals', 'mac-addr', { value: '00:00:5E:00:53:AF' }, 'form /value'],
  ['a port beyond the last', 'network-traffic', { src_port: 65_536 }, 'range /src_port'],
  ['traffic that is active and over', 'network-traffic', { is_active: true, end: at }, 'forbidden /end'],
  ['a body of a multipart message', 'email-message', { is_multipart: true, body: 'a' }, 'forbidden /body'],
  [
    'payload in place and elsewhere',
    'artifact',
    { url: 'https://example.com', hashes: { MD5: md5 } },
    'exclusive ',
  ],
  ['payload that is not base64', 'artifact', { payload_bin: 'QU=D' }, 'form /payload_bin'],
  [
    'a binary without its type',
    'file',
    { extensions: { 'windows-pebinary-ext': {} } },
    'required /extensions/windows-pebinary-ext/pe_type',
  ],
  [
    'an extension that does not say what it extends',
    'tool',
    { extensions: { [extensionIds.item]: {} } },
    `required /extensions/${extensionIds.item}/extension_type`,
  ],
  [
    'a selector to nothing',
    'tool',
    { granular_markings: marking(['nothing']) },
    'selector /granular_markings/0/selectors/0',
  ],
  [
    'a selector beyond the list',
    'tool',
    { labels: ['a'], granular_markings: marking(['labels.[1]']) },
    'selector /granular_markings/0/selectors/0',
  ],
  [
    'a selector into the prototype',
    'tool',
    { granular_markings: marking(['constructor.name']) },
    'selector /granular_markings/0/selectors/0',
  ],
  [
    'a granular marking of two sorts',
    'tool',
    { granular_markings: [{ marking_ref: tlpMarkings.red.id, lang: 'fr', selectors: ['name'] }] },
    'exclusive /granular_markings/0',
  ],
  [
    'a v5 id that does not follow from the content',
    'url',
    { id: 'url--00000000-0000-5000-8000-000000000001' },
    'derived-id /id',
  ],
  ['a property name outside the rules', 'tool', { camelCase: 1 }, 'property-name /camelCase'],
  ['a creation time on an observable', 'url', { created: at }, 'out-of-place /created'],
];

describe('validateObject', () => {
  it.each(rows)('finds %s (%s)', (_, type, change, problem) => {
    const changed = Object.fromEntries(
      Object.entries({ ...leastOf(type), ...change }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      ),
    );
    expect(validateObject(changed).map(({ rule, path }) => `${rule} ${path}`)).toEqual([problem]);
  });

  it('allows what the standard leaves open', () => {
    const open: readonly JsonObject[] = [
      { ...leastOf('identity'), identity_class: 'a-word-of-our-own', roles: ['x'] },
      { ...leastOf('tool'), created: '2024-07-26T17:30:00.0000000000Z', modified: at, x_ours: null },
      {
        ...leastOf('tool'),
        labels: ['a', 'b'],
        granular_markings: marking(['labels.[1]', 'name', 'labels']),
      },
      { ...leastOf('tool'), granular_markings: [{ lang: 'ar', selectors: ['name'] }] },
      { type: 'x-anything', id: `x-anything--${uuid}`, anything: { at: ['all'] } },
      domain('vehicle', { extensions: { [extensionIds.item]: { extension_type: 'new-sdo' } }, plate: 1 }),
      observable('file', { hashes: { TLSH: 'any', 'x-hash': 'any' } }),
      observable('url', { value: 'a', id: `url--${uuid}`, spec_version: '2.1' }),
    ];
    for (const object of open) expect(validateObject(object)).toEqual([]);
  });

  it('asks the common properties of a new type that is declared as a domain object', () => {
    const { created: _, ...vehicle } = domain('vehicle', {
      extensions: { [extensionIds.item]: { extension_type: 'new-sdo' } },
    });
    expect(validateObject(vehicle)).toMatchObject([{ path: '/created', rule: 'required' }]);
  });
});
