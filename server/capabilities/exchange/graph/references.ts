/** What an object refers to, and what it is called. Pure. */
import { isObject, type Json, type JsonObject } from '../../../kernel/canonical.ts';
import type { StoredObject } from '../item.ts';

export interface Reference {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
}

/** References kept of one object: a report may name thousands. */
const keptOfOne = 10_000;
const deepest = 12;
const identifier = /^[a-z0-9-]{1,250}--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Who wrote it and how it is marked edge everything with everything, and say nothing. */
const notEdges: readonly string[] = [
  'created_by_ref',
  'object_marking_refs',
  'granular_markings',
  'marking_ref',
];

const relationOf = (property: string): string =>
  property
    .replace(/_refs?$/, '')
    .replaceAll('_', '-')
    .toLowerCase() || 'refers-to';

const collect = (value: Json, depth: number, found: (property: string, id: string) => void): void => {
  if (depth > deepest) return;
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, found);
  else if (isObject(value))
    for (const [name, member] of Object.entries(value)) {
      if (notEdges.includes(name)) continue;
      if (!/_refs?$/.test(name)) collect(member, depth + 1, found);
      else
        for (const id of Array.isArray(member) ? member : [member])
          if (typeof id === 'string' && identifier.test(id)) found(name, id);
    }
};

const relationshipOf = (object: JsonObject): Reference | null => {
  const { relationship_type: relation, source_ref: source, target_ref: target } = object;
  const isWhole = typeof relation === 'string' && typeof source === 'string' && typeof target === 'string';
  return isWhole && identifier.test(source) && identifier.test(target) ? { source, target, relation } : null;
};

/** A relationship is the edge between the two that it joins; every other reference starts at its object. */
export const referencesOf = (object: StoredObject): readonly Reference[] => {
  if (object.type === 'relationship') {
    const joined = relationshipOf(object);
    return joined === null ? [] : [joined];
  }
  if (object.type === 'marking-definition' || object.type === 'extension-definition') return [];
  const found = new Map<string, Reference>();
  collect(object, 0, (property, target) => {
    const relation = relationOf(property);
    if (found.size < keptOfOne && target !== object.id)
      found.set(`${relation} ${target}`, { source: object.id, target, relation });
  });
  return [...found.values()];
};

const naming = ['name', 'value', 'abstract', 'subject', 'path', 'key', 'user_id', 'display_name'];
const nameLength = 200;

/**
 * The line that names an object: its own name or value, its number, its first hash, the start of its text.
 */
export const objectName = (object: JsonObject): string | null => {
  const hashes = isObject(object.hashes) ? Object.values(object.hashes) : [];
  const texts = [
    ...naming.map((name) => object[name]),
    ...hashes,
    object.content,
    object.explanation,
    object.description,
    object.pattern,
  ];
  const text = texts.find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof text === 'string') return [...text.trim()].slice(0, nameLength).join('');
  return typeof object.number === 'number' ? String(object.number) : null;
};
