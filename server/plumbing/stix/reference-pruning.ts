/** What only leads to a removed object goes with it, until nothing names what the recipient does not get. */
import { isObject, type Json } from '../../kernel/canonical.ts';
import { contributingProperties, isNameBased } from './derived-id.ts';
import { partAt, type Way } from './granular-marking.ts';
import { isItemGrouping } from './item-bundle.ts';
import { stixLimits } from './limits.ts';
import { errorsOf } from './problems.ts';
import { removeParts } from './removal.ts';
import { isStixObject, type StixObject, validateObject } from './validation.ts';

interface Pruning {
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

/** Who names whom, so that each wave looks only at what it concerns. */
const indexMentions = (
  objects: readonly StixObject[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> => {
  const mentions = new Map<string, number[]>();
  for (const [index, object] of objects.entries())
    for (const way of referencesTo(object, ids)) {
      const id = partAt(object, way);
      if (typeof id !== 'string') continue;
      const named = mentions.get(id);
      if (named === undefined) mentions.set(id, [index]);
      else named.push(index);
    }
  return mentions;
};

/**
 * Takes references to whatever is in `all` but no longer in `kept` out of what is kept. Null where removal
 * led to removal more often than `stixLimits.waves`.
 */
export const pruneReferences = (all: readonly StixObject[], kept: readonly StixObject[]): Pruning | null => {
  const ids = new Set(all.map(({ id }) => id));
  const mentions = indexMentions(kept, ids);
  const versions = new Map<string, number>();
  for (const { id } of kept) versions.set(id, (versions.get(id) ?? 0) + 1);
  const gone = new Set([...ids].filter((id) => !versions.has(id)));
  const left: (StixObject | null)[] = [...kept];
  const removed: StixObject[] = [];
  let news: readonly string[] = [...gone];
  for (let wave = 0; news.length > 0; wave++) {
    if (wave === stixLimits.waves) return null;
    const concerned = new Set(news.flatMap((id) => mentions.get(id) ?? []));
    const fallen: string[] = [];
    for (const index of concerned) {
      const object = left[index];
      if (!object) continue;
      left[index] = prune(object, gone);
      if (left[index] !== null) continue;
      removed.push(object);
      const others = (versions.get(object.id) ?? 1) - 1;
      versions.set(object.id, others);
      // A reference still leads somewhere as long as another version of the object is there.
      if (others === 0) fallen.push(object.id);
    }
    for (const id of fallen) gone.add(id);
    news = fallen;
  }
  return { objects: left.filter((object) => object !== null), removed };
};
