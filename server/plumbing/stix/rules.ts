/**
 * The common data types of STIX 2.1 (§2) as rules. A rule looks at one value and reports what is wrong;
 * the tables of types are made of these and nothing else.
 */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { pointerTo, type Report } from './problems.ts';
import { compareTimes, isIdentifier, isStixTime, typeOfId } from './values.ts';

export type Rule = (value: Json, path: string, report: Report) => void;
/** Looks at several properties of one object together. */
export type Check = (object: JsonObject, path: string, report: Report) => void;
/** Property rules by name; a name that ends in `!` is required. */
export type Properties = Readonly<Record<string, Rule>>;

export const anything: Rule = () => {};

export const text: Rule = (value, path, report) => {
  if (typeof value !== 'string') report.add(path, 'text');
};

/** Text of a given pattern; `form` is shown to people. */
export const textLike =
  (pattern: RegExp, form: string): Rule =>
  (value, path, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report.add(path, 'form', form);
  };

// A payload may be long: the search is for one wrong character, which needs no backtracking.
const isMadeOf = (value: Json, wrong: RegExp, unit: number): boolean =>
  typeof value === 'string' && value !== '' && value.length % unit === 0 && !wrong.test(value);

/** §2.6: hexadecimal, an even number of digits. */
export const hex: Rule = (value, path, report) => {
  if (!isMadeOf(value, /[^0-9a-fA-F]/, 2)) report.add(path, 'form', 'hexadecimal');
};

/** §2.1: base64 (RFC 4648 §4). */
export const base64: Rule = (value, path, report) => {
  if (!isMadeOf(value, /[^A-Za-z0-9+/=]|=[^=]|={3}/, 4)) report.add(path, 'form', 'base64');
};

/** §2.11 and RFC 5646: a language tag. */
export const languageTag = textLike(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,15}$/, 'RFC 5646');

export const flag: Rule = (value, path, report) => {
  if (typeof value !== 'boolean') report.add(path, 'boolean');
};

export const integer =
  (least: number = Number.MIN_SAFE_INTEGER, most: number = Number.MAX_SAFE_INTEGER): Rule =>
  (value, path, report) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) report.add(path, 'integer');
    else if (value < least || value > most) report.add(path, 'range', `${least} – ${most}`);
  };

export const decimal =
  (least: number = -Number.MAX_VALUE, most: number = Number.MAX_VALUE): Rule =>
  (value, path, report) => {
    if (typeof value !== 'number') report.add(path, 'number');
    else if (value < least || value > most) report.add(path, 'range', `${least} – ${most}`);
  };

/** §2.13 and §3.2: RFC 3339, in UTC, with any sub-second precision. */
export const time: Rule = (value, path, report) => {
  if (typeof value !== 'string' || !isStixTime(value)) report.add(path, 'time');
};

/** A closed vocabulary (an enumeration of §10). Open vocabularies are plain text. */
export const oneOf = (...values: readonly string[]): Rule => {
  const known = new Set(values);
  return (value, path, report) => {
    if (typeof value !== 'string' || !known.has(value)) report.add(path, 'vocabulary', values.join(', '));
  };
};

/** §2.9: an identifier, of one of these types when any are named. */
export const reference = (...types: readonly string[]): Rule => {
  const allowed = new Set(types);
  return (value, path, report) => {
    if (typeof value !== 'string' || !isIdentifier(value)) report.add(path, 'identifier');
    else if (allowed.size > 0 && !allowed.has(typeOfId(value)))
      report.add(path, 'reference', types.join(', '));
  };
};

/** An identifier of any type but these. */
export const referenceExcept = (...types: readonly string[]): Rule => {
  const excluded = new Set(types);
  return (value, path, report) => {
    if (typeof value !== 'string' || !isIdentifier(value)) report.add(path, 'identifier');
    else if (excluded.has(typeOfId(value))) report.add(path, 'reference', `≠ ${types.join(', ')}`);
  };
};

/** §2.10: a list, never empty. */
export const list =
  (rule: Rule): Rule =>
  (value, path, report) => {
    if (!Array.isArray(value)) report.add(path, 'list');
    else if (value.length === 0) report.add(path, 'empty');
    else for (const [index, member] of value.entries()) rule(member, pointerTo(path, index), report);
  };

/** §2.4: a dictionary, never empty, with keys of letters, digits, hyphen and underscore. */
export const dictionary =
  (rule: Rule): Rule =>
  (value, path, report) => {
    const entries = isObject(value) ? Object.entries(value) : null;
    if (entries === null) report.add(path, 'object');
    else if (entries.length === 0) report.add(path, 'empty');
    for (const [key, member] of entries ?? []) {
      if (!/^[A-Za-z0-9_-]{1,250}$/.test(key)) report.add(pointerTo(path, key), 'key');
      rule(member, pointerTo(path, key), report);
    }
  };

const hashDigits: ReadonlyMap<string, number> = new Map([
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-256', 64],
  ['SHA-512', 128],
  ['SHA3-256', 64],
  ['SHA3-512', 128],
]);

/** §2.7: hashes by algorithm; those of a known algorithm have its length. */
export const hashes: Rule = (value, path, report) => {
  dictionary(text)(value, path, report);
  if (!isObject(value)) return;
  for (const [algorithm, digest] of Object.entries(value)) {
    const digits = hashDigits.get(algorithm);
    if (digits === undefined || typeof digest !== 'string') continue;
    if (digest.length !== digits || !/^[0-9a-fA-F]+$/.test(digest))
      report.add(pointerTo(path, algorithm), 'form', `${algorithm}: ${digits} × 0-9 a-f`);
  }
};

/** An object with these properties; what is not named is left alone. */
export const shape = (properties: Properties, ...checks: readonly Check[]): Rule => {
  const known = Object.entries(properties).map(([name, rule]) => ({
    name: name.replace('!', ''),
    pointer: pointerTo('', name.replace('!', '')),
    required: name.endsWith('!'),
    rule,
  }));
  return (value, path, report) => {
    if (!isObject(value)) {
      report.add(path, 'object');
      return;
    }
    for (const { name, pointer, required, rule } of known) {
      const member = value[name];
      if (member !== undefined) rule(member, `${path}${pointer}`, report);
      else if (required) report.add(`${path}${pointer}`, 'required', name);
    }
    for (const check of checks) check(value, path, report);
  };
};

const present = (object: JsonObject, names: readonly string[]): readonly string[] =>
  names.filter((name) => object[name] !== undefined);

export const atLeastOne =
  (...names: readonly string[]): Check =>
  (object, path, report) => {
    if (present(object, names).length === 0) report.add(path, 'one-of', names.join(', '));
  };

export const atMostOne =
  (...names: readonly string[]): Check =>
  (object, path, report) => {
    const found = present(object, names);
    if (found.length > 1) report.add(path, 'exclusive', found.join(', '));
  };

/** Where `name` stands, all of `others` stand too. */
export const needs =
  (name: string, ...others: readonly string[]): Check =>
  (object, path, report) => {
    if (object[name] === undefined) return;
    for (const other of others)
      if (object[other] === undefined) report.add(pointerTo(path, other), 'required', other);
  };

/** `later` is not before `earlier`; `strictly`: after it. */
export const ordered =
  (earlier: string, later: string, strictly = false): Check =>
  (object, path, report) => {
    const [a, b] = [object[earlier], object[later]];
    if (typeof a !== 'string' || typeof b !== 'string' || !isStixTime(a) || !isStixTime(b)) return;
    const sense = compareTimes(a, b);
    if (sense > 0 || (strictly && sense === 0)) report.add(pointerTo(path, later), 'order', earlier);
  };

/** Where `condition` holds of the object, `name` is required. */
export const requiredWhen =
  (name: string, condition: (object: JsonObject) => boolean): Check =>
  (object, path, report) => {
    if (condition(object) && object[name] === undefined) report.add(pointerTo(path, name), 'required', name);
  };

/** Where `condition` holds of the object, `name` may not stand. */
export const forbiddenWhen =
  (name: string, condition: (object: JsonObject) => boolean): Check =>
  (object, path, report) => {
    if (object[name] !== undefined && condition(object)) report.add(pointerTo(path, name), 'forbidden');
  };
