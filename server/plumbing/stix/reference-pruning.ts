/** What only leads to a removed object goes with it, until nothing names what the recipient does not get. */
import { isObject, type Json } from '../../kernel/canonical.ts';
import { contributingProperties, isNameBased } from './derived-id.ts';
import type { Way } from './granular-marking.ts';
import { isItemGrouping } from './item-bundle.ts';
import { errorsOf } from './problems.ts';
import { removeParts } from './removal.ts';
import { isStixObject, type StixObject, validateObject } from './validation.ts';

export interface Pruning {
  readonly objects: readonly StixObject[];
  readonly removed: readonly StixObject[];
}

// A marking stays named even where its definition is not sent: without the name it would mark nothing.
const markingProperties = ['object_marking_refs', 'granular_markings'];

const findReferences = (value: Json, gone: ReadonlySet<string>, way: Way, found: Way[]): readonly Way[] => {
  if (typeof value === 'string' && gone.has(value)) found.push(way);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) findReferences(item, gone, [...way, index], found);
  else if (isObject(value))
    for (const [name, member] of Object.entries(value)) findReferences(member, gone, [...way, name], found);
  return found;
};

const referencesTo = (object: StixObject, gone: ReadonlySet<string>): readonly Way[] => {
  if (object.type === 'marking-definition' || object.type === 'extension-definition') return [];
  const ways = findReferences(object, gone, [], []);
  // The item's own marking names parties, not content.
  if (isItemGrouping(object)) return ways.filter(([name]) => name === 'object_refs');
  return ways.filter(([name]) => name !== 'id' && !markingProperties.some((marking) => marking === name));
};

/** The object without its references to what is gone; null where it is nothing without them. */
const prune = (object: StixObject, gone: ReadonlySet<string>): StixObject | null => {
  const ways = referencesTo(object, gone);
  if (ways.length === 0) return object;
  const contributing = contributingProperties(object);
  // An identifier that was derived from the reference would still tell it.
  if (isNameBased(object.id) && ways.some(([name]) => contributing.some((part) => part === name)))
    return null;
  const pruned = removeParts(object, ways);
  if (!isStixObject(pruned)) return null;
  return isItemGrouping(object) || errorsOf(validateObject(pruned)).length === 0 ? pruned : null;
};

/** Takes references to whatever is in `all` but no longer in `kept` out of what is kept. */
export const pruneReferences = (all: readonly StixObject[], kept: readonly StixObject[]): Pruning => {
  const removed: StixObject[] = [];
  let objects = kept;
  for (;;) {
    const present = new Set(objects.map(({ id }) => id));
    const gone = new Set(all.map(({ id }) => id).filter((id) => !present.has(id)));
    const next = objects.map((object) => ({ object, pruned: prune(object, gone) }));
    const fallen = next.filter(({ pruned }) => pruned === null).map(({ object }) => object);
    removed.push(...fallen);
    objects = next.flatMap(({ pruned }) => (pruned === null ? [] : [pruned]));
    // Each round removes at least one object, so the rounds end.
    if (fallen.length === 0) return { objects, removed };
  }
};
