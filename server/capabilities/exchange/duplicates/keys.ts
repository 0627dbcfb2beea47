/** The keys of an item: whatever two items share by one of them may tell of the same thing. Pure. */
import { canonical, isObject, type JsonObject, sha256 } from '../../../kernel/canonical.ts';
import { deriveId, extensionIds } from '../../../plumbing/stix/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { duplicateLimits, type ReasonKind } from './contract.ts';
import { type NameMatcher, writtenAlike } from './likeness.ts';

export interface Key {
  /** `kind:…`. */
  readonly key: string;
  /** The object that it is drawn from; the item itself for its title. */
  readonly object: string;
}

const keyBytes = 15;
const keyOf = (kind: ReasonKind, text: string): string =>
  `${kind}:${sha256(text).subarray(0, keyBytes).toString('base64url')}`;

/** What is in many items because STIX needs it there. */
const everywhere: readonly string[] = [
  'marking-definition',
  'extension-definition',
  'language-content',
  'relationship',
];
/** Whose names are compared as words: those of people, groups and what they do. */
const namedTypes: readonly string[] = [
  'identity',
  'threat-actor',
  'campaign',
  'intrusion-set',
  'incident',
  'report',
  'malware',
  'infrastructure',
];

/** The same pattern however it is spaced; what stands in quotes is left alone (STIX 2.1 §9). */
export const normalisePattern = (pattern: string): string =>
  pattern
    .split(/('(?:[^'\\]|\\.)*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\s+/g, '').toLowerCase()))
    .join('');

const referencesIn = (object: JsonObject): readonly string[] => {
  const found = Array.isArray(object.external_references) ? object.external_references.filter(isObject) : [];
  return found.flatMap(({ source_name: source, external_id: id, url }) =>
    typeof source === 'string' && (typeof id === 'string' || typeof url === 'string')
      ? [`${source.toLowerCase()} ${String(id ?? url)}`]
      : [],
  );
};

/** A ship by its numbers, as other software names it in a reference to the same register. */
const vesselNumbersIn = (object: JsonObject): readonly string[] => {
  const { extensions } = object;
  const subject = isObject(extensions) ? extensions[extensionIds.subject] : undefined;
  const vessel = isObject(subject) && isObject(subject.vessel) ? subject.vessel : {};
  return (['imo', 'mmsi'] as const).flatMap((register) => {
    const number = vessel[register];
    return typeof number === 'string' ? [`${register} ${number}`] : [];
  });
};

const hashesIn = (object: JsonObject): readonly string[] =>
  isObject(object.hashes)
    ? Object.entries(object.hashes).map(
        ([name, value]) => `${name.toUpperCase()} ${String(value).toLowerCase()}`,
      )
    : [];

/** The same thing, by its identifier: what the standard derives it from, or the identifier itself. */
const identityKey = (object: StoredObject): string => {
  const derived = deriveId(object);
  return derived === null ? keyOf('object', object.id) : keyOf('observable', derived);
};

const keysOfObject = (object: StoredObject): readonly string[] => [
  identityKey(object),
  ...(typeof object.pattern === 'string'
    ? [keyOf('pattern', canonical([object.pattern_type ?? 'stix', normalisePattern(object.pattern)]))]
    : []),
  ...[...referencesIn(object), ...vesselNumbersIn(object)].map((text) => keyOf('reference', text)),
  ...hashesIn(object).map((text) => keyOf('hash', text)),
];

/** All keys of an item, its title first. */
export const keysOf = (
  item: Pick<StoredItem, 'id' | 'title' | 'originator' | 'marking'>,
  objects: readonly StoredObject[],
  matcher: NameMatcher,
): readonly Key[] => {
  const services = new Set<string>([item.originator, ...item.marking.releasableTo]);
  // A title is a sentence, not a name.
  const keys: Key[] = writtenAlike.keys(item.title).map((key) => ({ key: `title:${key}`, object: item.id }));
  let named = 0;
  for (const object of objects) {
    if (everywhere.includes(object.type) || services.has(object.id)) continue;
    for (const key of keysOfObject(object)) keys.push({ key, object: object.id });
    if (typeof object.name !== 'string' || !namedTypes.includes(object.type)) continue;
    named += 1;
    if (named > duplicateLimits.names) continue;
    for (const key of matcher.keys(object.name)) keys.push({ key: `name:${key}`, object: object.id });
  }
  return keys;
};
