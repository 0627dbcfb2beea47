/** Which observable a value is (STIX 2.1 §6), and the object and pattern that stand for it. Pure. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { deriveId, type StixObject, validateObject } from '../../../plumbing/stix/index.ts';
import { findByWord, latinDigits, wordTable } from './folding.ts';

const observableKinds = ['ip', 'domain', 'url', 'email', 'hash', 'phone', 'mac'] as const;
export type ObservableKind = (typeof observableKinds)[number];

const kindWords = wordTable<ObservableKind>(
  {
    ip:
      'ip|ipv4|ipv6|ip address|ip addr|ipv4 addr|ipv6 addr|ip src|ip dst|adresse ip|' +
      'عنوان ip|آي بي|عنوان آي بي',
    domain: 'domain|domain name|hostname|host|fqdn|domaine|nom de domaine|نطاق|اسم نطاق|اسم النطاق|النطاق',
    url: 'url|uri|link|lien|adresse web|رابط|الرابط|عنوان موقع',
    email:
      'email|e-mail|mail|email addr|email address|email src|courriel|adresse électronique|adresse mail|' +
      'بريد|بريد إلكتروني|البريد الإلكتروني',
    hash:
      'hash|file hash|md5|sha1|sha-1|sha256|sha-256|sha512|sha-512|file|' +
      'filehash md5|filehash sha1|filehash sha256|' +
      'empreinte|empreinte de fichier|fichier|بصمة|بصمة ملف|ملف',
    phone:
      'phone|phone number|telephone|telephone number|mobile|tel|téléphone|numéro de téléphone|portable|gsm|' +
      'هاتف|رقم الهاتف|رقم هاتف|الهاتف',
    mac: 'mac|mac address|mac addr|adresse mac|عنوان ماك',
  },
  observableKinds,
);

export const readKind = (text: string): ObservableKind | null => findByWord(kindWords, text);

/** Values are passed round unclickable (`hxxp`, `[.]`, `[at]`); what they mean is the value. */
export const refang = (value: string): string =>
  value
    .replace(/^h(?:xx|tt|XX)p(s?)(?=\[?:)/i, 'http$1')
    .replaceAll(/\[(\.|:|@)\]/g, '$1')
    .replaceAll(/\[:\/\/\]/g, '://')
    .replaceAll(/[[(](?:dot|\.)[\])]/gi, '.')
    .replaceAll(/[[(](?:at|@)[\])]/gi, '@');

// A value is looked at before the object has its own identifier.
const anyUuid = '00000000-0000-4000-8000-000000000000';

const hashNames: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256', 128: 'SHA-512' };
const hashNameOf = (value: string): string | null =>
  /[^0-9a-f]/i.test(value) ? null : (hashNames[value.length] ?? null);

const isSound = (type: string, value: string): boolean =>
  validateObject({ type, id: `${type}--${anyUuid}`, value }).length === 0;

const ipType = (value: string): 'ipv4-addr' | 'ipv6-addr' | null => {
  if (isSound('ipv4-addr', value)) return 'ipv4-addr';
  return isSound('ipv6-addr', value) && !value.includes('%') ? 'ipv6-addr' : null;
};

const label = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const isDomain = (value: string): boolean => {
  const labels = value.split('.');
  const top = labels.at(-1) ?? '';
  return (
    value.length <= 253 && labels.length >= 2 && labels.every((one) => label.test(one)) && !/^\d+$/.test(top)
  );
};

const isEmail = (value: string): boolean => {
  const at = value.lastIndexOf('@');
  return at > 0 && !/[\s@]/.test(value.slice(0, at)) && isDomain(value.slice(at + 1));
};

const isUrl = (value: string): boolean =>
  /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s]/i.test(value) && !/\s/.test(value) && URL.canParse(value);

const phoneDigits = (value: string): string => latinDigits(value).replaceAll(/[\s().\-/\u00a0]/g, '');
const isPhone = (value: string): boolean => /^(?:\+|00)?\d{6,15}$/.test(phoneDigits(value));
const isMac = (value: string): boolean => /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(value);

const checks: { readonly [Kind in ObservableKind]: (value: string) => boolean } = {
  url: isUrl,
  email: isEmail,
  hash: (value) => hashNameOf(value) !== null,
  mac: isMac,
  ip: (value) => ipType(value) !== null,
  domain: isDomain,
  phone: isPhone,
};
// In this order: a MAC address before an IPv6 address, a hash of digits before a telephone.
const guessed: readonly ObservableKind[] = ['url', 'email', 'hash', 'mac', 'ip', 'domain', 'phone'];

/** What the value is: of the kind that is named, or the first that it can be; null where it is none. */
export const guessKind = (value: string, named: ObservableKind | null): ObservableKind | null =>
  (named === null ? guessed : [named]).find((kind) => checks[kind](value)) ?? null;

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const observable = (properties: JsonObject & { readonly type: string }): StixObject => ({
  ...properties,
  spec_version: '2.1',
  id: deriveId(properties) ?? `${properties.type}--${crypto.randomUUID()}`,
});

const ofValue = (type: string, value: string) => ({
  object: observable({ type, value }),
  pattern: `[${type}:value = ${quoted(value)}]`,
});

const ofHash = (value: string) => {
  const [name, digest] = [hashNameOf(value) ?? 'SHA-256', value.toLowerCase()];
  const key = name.includes('-') ? quoted(name) : name;
  return {
    object: observable({ type: 'file', hashes: { [name]: digest } }),
    pattern: `[file:hashes.${key} = ${quoted(digest)}]`,
  };
};

// STIX has no word for a telephone: an account of the open vocabulary (§10.1), as composing makes it.
const ofPhone = (value: string) => {
  const number = phoneDigits(value).replace(/^00/, '+');
  return {
    object: observable({ type: 'user-account', account_type: 'phone', user_id: number }),
    pattern: `[user-account:account_type = 'phone' AND user-account:user_id = ${quoted(number)}]`,
  };
};

/** The observable, its identifier derived from it, and the pattern that finds it. */
export const composeObservable = (
  kind: ObservableKind,
  value: string,
): { readonly object: StixObject; readonly pattern: string } => {
  switch (kind) {
    case 'ip':
      return ofValue(ipType(value) ?? 'ipv4-addr', value);
    case 'domain':
      return ofValue('domain-name', value.toLowerCase());
    case 'url':
      return ofValue('url', value);
    case 'email':
      return ofValue('email-addr', value);
    case 'mac':
      return ofValue('mac-addr', value.toLowerCase().replaceAll('-', ':'));
    case 'hash':
      return ofHash(value);
    case 'phone':
      return ofPhone(value);
  }
};
