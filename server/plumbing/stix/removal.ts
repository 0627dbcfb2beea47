/** Taking parts out of an object so that it stays well formed: no empty lists, markings that point right. */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { partAt, readSelector, type Way, writeSelector } from './granular-marking.ts';

/** The parts to take out, as a tree: an empty node stands for the whole of its part. */
type Removal = Map<string | number, Removal>;

const toRemoval = (ways: readonly Way[]): Removal => {
  const root: Removal = new Map();
  for (const way of ways) {
    let node = root;
    for (const [depth, step] of way.entries()) {
      const next = node.get(step);
      // A part that goes as a whole takes everything below it along.
      if (next?.size === 0) break;
      const child: Removal = depth === way.length - 1 ? new Map() : (next ?? new Map());
      node.set(step, child);
      node = child;
    }
  }
  return root;
};

/** The value without the parts; undefined where nothing of it is left (STIX 2.1 §2.10 has no empty lists). */
const without = (value: Json, removal: Removal | undefined): Json | undefined => {
  if (removal === undefined) return value;
  if (removal.size === 0) return undefined;
  if (Array.isArray(value)) {
    const left = value.flatMap((item, index) => {
      const kept = without(item, removal.get(index));
      return kept === undefined ? [] : [kept];
    });
    return left.length === 0 ? undefined : left;
  }
  if (!isObject(value)) return value;
  const left = Object.entries(value).flatMap(([name, member]) => {
    const kept = without(member, removal.get(name));
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
};

/** Where the part at `way` stands after the removal; null when it is gone. */
const relocate = (object: JsonObject, way: Way, removal: Removal): Way | null => {
  const moved: (string | number)[] = [];
  let part: Json | undefined = object;
  let node: Removal | undefined = removal;
  for (const step of way) {
    const holder: Json | undefined = part;
    part = holder === undefined ? undefined : partAt(holder, [step]);
    if (part === undefined || without(part, node?.get(step)) === undefined) return null;
    if (typeof step === 'number' && Array.isArray(holder))
      moved.push(step - countGone(holder.slice(0, step), node));
    else moved.push(step);
    node = node?.get(step);
  }
  return moved;
};

const countGone = (items: readonly Json[], node: Removal | undefined): number =>
  items.filter((item, index) => without(item, node?.get(index)) === undefined).length;

const relocateMarkings = (object: JsonObject, removal: Removal): readonly Json[] => {
  const markings: readonly Json[] = Array.isArray(object.granular_markings) ? object.granular_markings : [];
  return markings.flatMap((marking): readonly Json[] => {
    if (!isObject(marking) || !Array.isArray(marking.selectors)) return [marking];
    const selectors = marking.selectors.flatMap((selector: Json): readonly Json[] => {
      const way = typeof selector === 'string' ? readSelector(selector) : null;
      const moved = way === null ? null : relocate(object, way, removal);
      return moved === null ? [] : [writeSelector(moved)];
    });
    return selectors.length === 0 ? [] : [{ ...marking, selectors }];
  });
};

/**
 * A copy of the object without the parts at these ways. Lists close up, what is emptied goes too, and the
 * selectors of its granular markings follow what they mark. The same object when there is nothing to remove.
 */
export const removeParts = (object: JsonObject, ways: readonly Way[]): JsonObject => {
  if (ways.length === 0) return object;
  const removal = toRemoval(ways);
  const markings = relocateMarkings(object, removal);
  const left = without(object, removal);
  const { granular_markings: _, ...rest } = isObject(left) ? left : {};
  return markings.length === 0 ? rest : { ...rest, granular_markings: markings };
};
