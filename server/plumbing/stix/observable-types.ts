/** STIX 2.1 cyber-observable objects (§6): what each type holds, and what its identifier is derived from. */
import { isIPv4, isIPv6 } from 'node:net';
import type { TypeRules } from './domain-types.ts';
import {
  anything,
  atLeastOne,
  atMostOne,
  base64,
  dictionary,
  flag,
  forbiddenWhen,
  hashes,
  hex,
  integer,
  list,
  needs,
  oneOf,
  ordered,
  type Properties,
  type Rule,
  reference,
  shape,
  text,
  textLike,
  time,
} from './rules.ts';
import { anyDictionary, count, texts } from './shared-properties.ts';

interface ObservableRules extends TypeRules {
  /** §2.9: the properties that a deterministic identifier is made of; none for a process. */
  readonly derivedFrom: readonly string[];
}

const address =
  (isAddress: (value: string) => boolean, mostBits: number, form: string): Rule =>
  (value, path, report) => {
    const [host = '', bits, ...rest] = typeof value === 'string' ? value.split('/', 3) : [];
    const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= mostBits);
    if (!isAddress(host) || !isBits || rest.length > 0) report.add(path, 'form', form);
  };

const port = integer(0, 65_535);
const times: Properties = { ctime: time, mtime: time, atime: time };
const directoryRef = reference('directory');
const emailAddress = reference('email-addr');
const payload = reference('artifact');
const traffic = reference('network-traffic');
const networkPeer = reference('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name');
const encryptions = ['AES-256-GCM', 'ChaCha20-Poly1305', 'mime-type-indicated'];
const registryTypes = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_DWORD_LITTLE_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTION',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
  'REG_INVALID_TYPE',
];

const textOrTexts: Rule = (value, path, report) => (Array.isArray(value) ? texts : text)(value, path, report);

const mimePart = shape(
  {
    body: text,
    body_raw_ref: reference('artifact', 'file'),
    content_type: text,
    content_disposition: text,
  },
  atLeastOne('body', 'body_raw_ref'),
);

const addressProperties = (value: Rule, below: string): Properties => ({
  'value!': value,
  resolves_to_refs: list(reference(below)),
  belongs_to_refs: list(reference('autonomous-system')),
});

export const observableTypes: Readonly<Record<string, ObservableRules>> = {
  artifact: {
    properties: {
      mime_type: text,
      payload_bin: base64,
      url: text,
      hashes,
      encryption_algorithm: oneOf(...encryptions),
      decryption_key: text,
    },
    checks: [
      atLeastOne('payload_bin', 'url'),
      atMostOne('payload_bin', 'url'),
      needs('url', 'hashes'),
      needs('decryption_key', 'encryption_algorithm'),
    ],
    derivedFrom: ['hashes', 'payload_bin'],
  },
  'autonomous-system': {
    properties: { 'number!': integer(0, 4_294_967_295), name: text, rir: text },
    derivedFrom: ['number'],
  },
  directory: {
    properties: {
      ...times,
      'path!': text,
      path_enc: text,
      contains_refs: list(reference('file', 'directory')),
    },
    derivedFrom: ['path'],
  },
  'domain-name': {
    properties: {
      'value!': text,
      resolves_to_refs: list(reference('ipv4-addr', 'ipv6-addr', 'domain-name')),
    },
    derivedFrom: ['value'],
  },
  'email-addr': {
    properties: { 'value!': text, display_name: text, belongs_to_ref: reference('user-account') },
    derivedFrom: ['value'],
  },
  'email-message': {
    properties: {
      'is_multipart!': flag,
      date: time,
      content_type: text,
      from_ref: emailAddress,
      sender_ref: emailAddress,
      to_refs: list(emailAddress),
      cc_refs: list(emailAddress),
      bcc_refs: list(emailAddress),
      message_id: text,
      subject: text,
      received_lines: texts,
      additional_header_fields: dictionary(textOrTexts),
      body: text,
      body_multipart: list(mimePart),
      raw_email_ref: payload,
    },
    checks: [
      forbiddenWhen('body', ({ is_multipart: isMultipart }) => isMultipart === true),
      forbiddenWhen('body_multipart', ({ is_multipart: isMultipart }) => isMultipart === false),
    ],
    derivedFrom: ['from_ref', 'subject', 'body'],
  },
  file: {
    properties: {
      ...times,
      hashes,
      size: count,
      name: text,
      name_enc: text,
      magic_number_hex: hex,
      mime_type: text,
      parent_directory_ref: directoryRef,
      contains_refs: list(reference()),
      content_ref: payload,
    },
    checks: [atLeastOne('hashes', 'name')],
    derivedFrom: ['hashes', 'name', 'extensions', 'parent_directory_ref'],
  },
  'ipv4-addr': {
    properties: addressProperties(address(isIPv4, 32, 'IPv4, CIDR'), 'mac-addr'),
    derivedFrom: ['value'],
  },
  'ipv6-addr': {
    properties: addressProperties(address(isIPv6, 128, 'IPv6, CIDR'), 'mac-addr'),
    derivedFrom: ['value'],
  },
  'mac-addr': {
    properties: { 'value!': textLike(/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/, '00:00:5e:00:53:af') },
    derivedFrom: ['value'],
  },
  mutex: { properties: { 'name!': text }, derivedFrom: ['name'] },
  'network-traffic': {
    properties: {
      start: time,
      end: time,
      is_active: flag,
      src_ref: networkPeer,
      dst_ref: networkPeer,
      src_port: port,
      dst_port: port,
      'protocols!': texts,
      src_byte_count: count,
      dst_byte_count: count,
      src_packets: count,
      dst_packets: count,
      ipfix: anyDictionary,
      src_payload_ref: payload,
      dst_payload_ref: payload,
      encapsulates_refs: list(traffic),
      encapsulated_by_ref: traffic,
    },
    checks: [
      atLeastOne('src_ref', 'dst_ref'),
      ordered('start', 'end'),
      forbiddenWhen('end', ({ is_active: isActive }) => isActive === true),
    ],
    derivedFrom: ['start', 'end', 'src_ref', 'dst_ref', 'src_port', 'dst_port', 'protocols', 'extensions'],
  },
  process: {
    properties: {
      is_hidden: flag,
      pid: integer(),
      created_time: time,
      cwd: text,
      command_line: text,
      environment_variables: dictionary(text),
      opened_connection_refs: list(traffic),
      creator_user_ref: reference('user-account'),
      image_ref: reference('file'),
      parent_ref: reference('process'),
      child_refs: list(reference('process')),
    },
    derivedFrom: [],
  },
  software: {
    properties: { 'name!': text, cpe: text, swid: text, languages: texts, vendor: text, version: text },
    derivedFrom: ['name', 'cpe', 'swid', 'vendor', 'version'],
  },
  url: { properties: { 'value!': text }, derivedFrom: ['value'] },
  'user-account': {
    properties: {
      user_id: text,
      credential: text,
      account_login: text,
      account_type: text,
      display_name: text,
      is_service_account: flag,
      is_privileged: flag,
      can_escalate_privs: flag,
      is_disabled: flag,
      account_created: time,
      account_expires: time,
      credential_last_changed: time,
      account_first_login: time,
      account_last_login: time,
    },
    derivedFrom: ['account_type', 'user_id', 'account_login'],
  },
  'windows-registry-key': {
    properties: {
      key: text,
      values: list(
        shape(
          { name: text, data: text, data_type: oneOf(...registryTypes) },
          atLeastOne('name', 'data', 'data_type'),
        ),
      ),
      modified_time: time,
      creator_user_ref: reference('user-account'),
      number_of_subkeys: count,
    },
    derivedFrom: ['key', 'values'],
  },
  'x509-certificate': {
    properties: {
      is_self_signed: flag,
      hashes,
      version: text,
      serial_number: text,
      signature_algorithm: text,
      issuer: text,
      validity_not_before: time,
      validity_not_after: time,
      subject: text,
      subject_public_key_algorithm: text,
      subject_public_key_modulus: text,
      subject_public_key_exponent: integer(),
      x509_v3_extensions: dictionary(anything),
    },
    derivedFrom: ['hashes', 'serial_number'],
  },
};
