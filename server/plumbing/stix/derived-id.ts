/** Deterministic identifiers of cyber-observable objects (STIX 2.1 §2.9): equal content, equal name. */
import { canonical, isObject, type Json, type JsonObject, nameBasedUuid } from '../../kernel/canonical.ts';
import { observableTypes } from './observable-types.ts';
import { uuidVersionOf } from './values.ts';

/** The namespace that the standard fixes for observable objects (§2.9). */
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';
const preferredHashes = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

// §2.9: of several hashes one contributes: the first of the preferred order, else the first by name.
const contributingHash = (hashes: Json): Json => {
  if (!isObject(hashes)) return hashes;
  const names = Object.keys(hashes).sort();
  const name = preferredHashes.find((preferred) => Object.hasOwn(hashes, preferred)) ?? names[0];
  const digest = name === undefined ? undefined : hashes[name];
  return name === undefined || digest === undefined ? hashes : { [name]: digest };
};

/** The properties of this object that its deterministic identifier is made of; empty where it has none. */
export const contributingProperties = (object: JsonObject): readonly string[] => {
  const type = typeof object.type === 'string' ? object.type : '';
  const names = Object.hasOwn(observableTypes, type) ? observableTypes[type]?.derivedFrom : undefined;
  return (names ?? []).filter((name) => object[name] !== undefined);
};

/** The deterministic identifier of an observable object; null where the standard gives it none. */
export const deriveId = (object: JsonObject): string | null => {
  const names = contributingProperties(object);
  if (names.length === 0) return null;
  const contribution = Object.fromEntries(
    names.map((name) => {
      const value = object[name] ?? null;
      return [name, name === 'hashes' ? contributingHash(value) : value];
    }),
  );
  return `${object.type}--${nameBasedUuid(observableNamespace, canonical(contribution))}`;
};

/** True where the identifier is name-based (UUID version 5), so that it says something of the content. */
export const isNameBased = (id: string): boolean => uuidVersionOf(id) === '5';
