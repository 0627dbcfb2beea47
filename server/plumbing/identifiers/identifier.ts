/**
 * Identifiers in the one form in which services compare them: two that are the same are the same bytes on
 * every node, and one that cannot be is refused with a reason before anybody is asked. The forms are
 * published in protocol/vectors/identifiers.json. Pure.
 */
import { readDomain, readEmail, readIp } from './addresses.ts';
import { isIbanSound, isImoSound, isLuhn } from './check-digits.ts';
import { nameBirthForm, nameBirthKeys } from './name-birth.ts';
import { compact, plain, unspaced } from './text.ts';

/** The kinds of identifiers that are compared. */
export const identifierKinds = [
  'document',
  'phone',
  'email',
  'iban',
  'plate',
  'imei',
  'imsi',
  'ip',
  'domain',
  'hash',
  'vessel',
  'name-birth',
] as const;
/** What is compared. */
export type IdentifierKind = (typeof identifierKinds)[number];

/** Reasons for which a text is refused. */
export const identifierProblems = ['empty', 'form', 'country', 'length', 'check-digit', 'too-long'] as const;
/** Why a text is no identifier of its kind. */
export type IdentifierProblem = (typeof identifierProblems)[number];

/** An identifier in its form, or why it has none. */
export type IdentifierReading =
  | { readonly kind: 'read'; readonly form: string }
  | { readonly kind: 'refused'; readonly problem: IdentifierProblem };

/** The longest text that is looked at. */
export const identifierLength = 300;

const read = (form: string): IdentifierReading => ({ kind: 'read', form });
const refused = (problem: IdentifierProblem): IdentifierReading => ({ kind: 'refused', problem });
const readOr = (form: string | null): IdentifierReading => (form === null ? refused('form') : read(form));

/** E.164: the country code first, eight to fifteen digits. Without one nobody knows whose number it is. */
const readPhone = (text: string): IdentifierReading => {
  const bare = unspaced(plain(text).replace(/^tel:/i, '').replaceAll('(0)', ''));
  const digits = bare.startsWith('+') ? bare.slice(1) : bare.startsWith('00') ? bare.slice(2) : null;
  if (!/^\+?\d+$/.test(bare)) return refused('form');
  if (digits === null || digits.startsWith('0')) return refused('country');
  return digits.length < 8 || digits.length > 15 ? refused('length') : read(`+${digits}`);
};

const readIban = (text: string): IdentifierReading => {
  const bare = compact(text).replace(/^IBAN:?/, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(bare)) return refused('form');
  if (bare.length < 15 || bare.length > 34) return refused('length');
  return isIbanSound(bare) ? read(bare) : refused('check-digit');
};

/** GSMA TS.06: fourteen digits name the device; the fifteenth checks them, or two tell the software. */
const readImei = (text: string): IdentifierReading => {
  const bare = compact(text).replace(/^IMEI(SV)?:?/, '');
  if (!/^\d+$/.test(bare)) return refused('form');
  if (bare.length < 14 || bare.length > 16) return refused('length');
  return bare.length === 15 && !isLuhn(bare) ? refused('check-digit') : read(bare.slice(0, 14));
};

/** ITU-T E.212: the country code of the network begins with 2 to 7, or 9 for those of no country. */
const readImsi = (text: string): IdentifierReading => {
  const bare = compact(text).replace(/^IMSI:?/, '');
  if (!/^\d+$/.test(bare)) return refused('form');
  if (bare.length < 14 || bare.length > 15) return refused('length');
  return /^[2-79]/.test(bare) ? read(bare) : refused('country');
};

const hashNames: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256', 128: 'SHA-512' };

const readHash = (text: string): IdentifierReading => {
  const bare = plain(text)
    .toLowerCase()
    .replace(/^(?:md5|sha-?1|sha-?256|sha-?512)\s*[:=]\s*/, '');
  if (!/^[0-9a-f]+$/.test(bare)) return refused('form');
  const name = hashNames[bare.length];
  return name === undefined ? refused('length') : read(`${name}:${bare}`);
};

/** A ship by its IMO number, which stays with it, or its MMSI (ITU-R M.585). */
const readVessel = (text: string): IdentifierReading => {
  const bare = compact(text).replace(/^(?:IMO|MMSI)(?:NO|NUMBER)?:?/, '');
  if (!/^\d+$/.test(bare)) return refused('form');
  if (bare.length === 7) return isImoSound(bare) ? read(`IMO:${bare}`) : refused('check-digit');
  if (bare.length !== 9) return refused('length');
  return /^[2-7]/.test(bare) ? read(`MMSI:${bare}`) : refused('form');
};

/** The country that issued it first: `MA AB 123456`, `MA:AB123456`. */
const withCountry = /^([A-Za-z]{2})(?:[\s:/-]+)(.+)$/u;

/** Moroccan plates bear an Arabic letter; the letter beside it in Latin is the same plate. */
const plateLetters: Readonly<Record<string, string>> = {
  أ: 'A',
  ا: 'A',
  ب: 'B',
  د: 'D',
  ه: 'H',
  و: 'E',
  ط: 'T',
};

const readIssued = (
  text: string,
  shape: RegExp,
  fold: (number: string) => string = (number) => number,
): IdentifierReading => {
  const [, country, number] = withCountry.exec(plain(text)) ?? [];
  if (country === undefined || number === undefined) return refused('country');
  const bare = fold(compact(number).replaceAll(/[|*:,'’]/g, ''));
  return shape.test(bare) ? read(`${country.toUpperCase()}:${bare}`) : refused('form');
};

const readDocument = (text: string): IdentifierReading => readIssued(text, /^(?=.*\d)[A-Z0-9]{4,20}$/);
const readPlate = (text: string): IdentifierReading =>
  readIssued(text, /^(?=.*\d)[\p{Lu}\p{Lo}\d]{2,12}$/u, (number) =>
    [...number].map((letter) => plateLetters[letter] ?? letter).join(''),
  );

const readers: Readonly<Record<IdentifierKind, (text: string) => IdentifierReading>> = {
  document: readDocument,
  phone: readPhone,
  email: (text) => readOr(readEmail(text)),
  iban: readIban,
  plate: readPlate,
  imei: readImei,
  imsi: readImsi,
  ip: (text) => readOr(readIp(text)),
  domain: (text) => readOr(readDomain(text)),
  hash: readHash,
  vessel: readVessel,
  'name-birth': (text) => readOr(nameBirthForm(text)),
};

/** Reads a text as an identifier of a kind. Never throws. */
export const readIdentifier = (kind: IdentifierKind, text: string): IdentifierReading => {
  if (text.length > identifierLength) return refused('too-long');
  return plain(text) === '' ? refused('empty') : readers[kind](text);
};

/** The kinds that a text may be, the surest first: those whose form leaves the least to chance. */
const guessed: readonly IdentifierKind[] = [
  'email',
  'iban',
  'hash',
  'ip',
  'phone',
  'vessel',
  'imei',
  'domain',
];

/** What a text most likely is; null where no form fits it. */
export const guessKind = (text: string): IdentifierKind | null =>
  guessed.find((kind) => readIdentifier(kind, text).kind === 'read') ?? null;

/**
 * The forms by which an identifier is found, its own first: a name is found by two of its parts too. For
 * others it is the one form.
 */
export const keysOf = (kind: IdentifierKind, form: string): readonly string[] =>
  kind === 'name-birth' ? nameBirthKeys(form) : [form];

/** What the oblivious function is computed of: protocol, kind and form, in UTF-8. */
export const matchingInput = (kind: IdentifierKind, form: string): string =>
  `tansiq matching v1\n${kind}\n${form}`;
