/**
 * The copy of an item for one recipient, without what its markings withhold from him. Withheld are: objects
 * and fields marked releasable to others only; objects and fields marked TLP:RED within a wider item, unless
 * a releasable-to beside it names him; and what a person chose to withhold. What only leads to a removed
 * object goes with it. The rest is untouched, and the copy is still valid STIX or it is refused.
 */
import { isObject } from '../../kernel/canonical.ts';
import { contributingProperties, isNameBased } from './derived-id.ts';
import { partAt, readSelector, type Way, writeSelector } from './granular-marking.ts';
import { findItemGrouping, unpackItem } from './item-bundle.ts';
import { stixLimits } from './limits.ts';
import { errorsOf, type Problem, pointerTo, problem } from './problems.ts';
import { pruneReferences } from './reference-pruning.ts';
import { removeParts } from './removal.ts';
import { isStixObject, type StixObject, validateObject } from './validation.ts';
import { type Reader, readMeanings, reasonForObject, withheldParts } from './withholding.ts';

/** What a person chose to withhold: a whole object, or a part named by a selector (STIX 2.1 §7.2.3). */
export interface Choice {
  readonly object: string;
  readonly selector?: string;
}

/** Something that the recipient will not get; shown to the one who releases, never sent. */
export interface RemovedPart {
  readonly object: string;
  readonly type: string;
  /** The object's name where it has one. */
  readonly name: string | null;
  /** A selector within the object; null for the whole of it. */
  readonly selector: string | null;
  readonly because: 'releasable-to' | 'tlp-red' | 'chosen' | 'refers-to-removed';
}

/** A copy for one recipient, or why there can be none. */
export type Redaction =
  | {
      readonly kind: 'redacted';
      readonly objects: readonly StixObject[];
      readonly removed: readonly RemovedPart[];
      /** Markings whose meaning this house does not know: a person judges them before release. */
      readonly unjudged: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      readonly removed: readonly RemovedPart[];
    };

interface RedactionNeeds extends Reader {
  /** The bundle's objects, as `packItem` gives them or as they were read. */
  readonly objects: readonly StixObject[];
  readonly withheld?: readonly Choice[];
}

interface Part {
  readonly way: Way;
  readonly because: RemovedPart['because'];
}

/** The objects as this recipient may have them. Pure; the originals are not changed. */
export const redact = (needs: RedactionNeeds): Redaction => {
  const { objects, withheld = [] } = needs;
  const problems: Problem[] = withheld.flatMap((choice) => choiceProblems(choice, objects));
  if (problems.length > 0) return { kind: 'refused', problems, removed: [] };
  const unjudged = new Set<string>();
  const meanings = readMeanings(objects, unjudged);
  const removed: RemovedPart[] = [];
  const kept: StixObject[] = [];
  const parts = new Map<StixObject, readonly Part[]>();
  for (const object of objects) {
    const isChosen = withheld.some(({ object: id, selector }) => id === object.id && selector === undefined);
    const because = isChosen ? 'chosen' : reasonForObject(object, needs, meanings);
    if (because !== null) removed.push(toRemoved(object, null, because));
    else kept.push(object);
    if (because === null)
      parts.set(object, [...withheldParts(object, needs, meanings), ...chosenParts(object, withheld)]);
  }
  withTranslations(kept, parts);
  const cut = kept.flatMap((object) => {
    const left = cutParts(object, parts.get(object) ?? [], { objects, removed, problems });
    return left === null ? [] : [left];
  });
  const pruned = pruneReferences(objects, cut);
  if (pruned === null) return { kind: 'refused', problems: [tooManyWaves()], removed };
  removed.push(...pruned.removed.map((object) => toRemoved(object, null, 'refers-to-removed')));
  problems.push(...wrapperProblems(objects, pruned.objects));
  const shown = removed.filter(({ type }) => type !== 'marking-definition');
  return problems.length > 0
    ? { kind: 'refused', problems, removed: shown }
    : { kind: 'redacted', objects: pruned.objects, removed: shown, unjudged: [...unjudged] };
};

const tooManyWaves = (): Problem => problem('', 'limit-depth', `${stixLimits.waves}`);

const toRemoved = (object: StixObject, way: Way | null, because: RemovedPart['because']): RemovedPart => ({
  object: object.id,
  type: object.type,
  name: typeof object.name === 'string' ? object.name : null,
  selector: way === null ? null : writeSelector(way),
  because,
});

// A choice that leads nowhere is refused: whoever made it believes that something is withheld.
const choiceProblems = (choice: Choice, objects: readonly StixObject[]): readonly Problem[] => {
  const chosen = objects.filter(({ id }) => id === choice.object);
  if (chosen.length === 0) return [problem('', 'withheld-unknown', choice.object)];
  if (choice.selector === undefined) return [];
  const way = readSelector(choice.selector);
  if (way === null || chosen.every((object) => partAt(object, way) === undefined))
    return [problem('', 'withheld-unknown', `${choice.object} ${choice.selector}`)];
  const isMarking = way[0] === 'object_marking_refs' || way[0] === 'granular_markings';
  return isMarking ? [problem('', 'withheld-marking', choice.selector)] : [];
};

const chosenParts = (object: StixObject, withheld: readonly Choice[]): readonly Part[] =>
  withheld.flatMap((choice) => {
    if (choice.object !== object.id || choice.selector === undefined) return [];
    const way = readSelector(choice.selector);
    return way === null || partAt(object, way) === undefined ? [] : [{ way, because: 'chosen' }];
  });

/** A field that is withheld is withheld in its translations too (language-content, STIX 2.1 §7.1). */
const withTranslations = (kept: readonly StixObject[], parts: Map<StixObject, readonly Part[]>): void => {
  const names = new Map<string, Set<string | number>>();
  for (const [object, own] of parts)
    for (const { way } of own) {
      const [name] = way;
      if (name !== undefined) names.set(object.id, (names.get(object.id) ?? new Set()).add(name));
    }
  for (const object of kept) {
    const { contents, object_ref: translated } = object;
    const withheld = typeof translated === 'string' ? names.get(translated) : undefined;
    if (object.type !== 'language-content' || !withheld || !isObject(contents)) continue;
    const ways = Object.keys(contents).flatMap((language) =>
      [...withheld].map((name): Way => ['contents', language, name]),
    );
    const found = ways.filter((way) => partAt(object, way) !== undefined);
    const more = found.map((way): Part => ({ way, because: 'refers-to-removed' }));
    parts.set(object, [...(parts.get(object) ?? []), ...more]);
  }
};

interface Findings {
  readonly objects: readonly StixObject[];
  readonly removed: RemovedPart[];
  readonly problems: Problem[];
}

/** The object without these parts; null where nothing worth sending is left of it. */
const cutParts = (object: StixObject, parts: readonly Part[], findings: Findings): StixObject | null => {
  if (parts.length === 0) return object;
  const ways = parts.map(({ way }) => way);
  const cut = removeParts(object, ways);
  findings.removed.push(...parts.map(({ way, because }) => toRemoved(object, way, because)));
  if (object.type === 'language-content' && cut.contents === undefined) return null;
  const path = pointerTo('', findings.objects.indexOf(object));
  const contributing = isNameBased(object.id) ? contributingProperties(object) : [];
  const told = contributing.filter((name) => ways.some((way) => way[0] === name));
  findings.problems.push(
    ...told.map((name) => problem(pointerTo(path, name), 'withheld-derived', name)),
    ...errorsOf(validateObject(cut, path)).map(asWithheld),
  );
  return isStixObject(cut) ? cut : null;
};

const asWithheld = (found: Problem): Problem =>
  found.rule === 'required'
    ? problem(found.path, 'withheld-required', found.path.slice(found.path.lastIndexOf('/') + 1))
    : found;

// The wrapper is what makes it an item: the other side must be able to read it back.
const wrapperProblems = (before: readonly StixObject[], after: readonly StixObject[]): readonly Problem[] => {
  if (after.length === 0) return [problem('', 'nothing-left')];
  if (findItemGrouping(before) === null) return [];
  const grouping = findItemGrouping(after);
  if (grouping === null) return [problem('', 'withheld-required', 'grouping')];
  if (grouping.object_refs === undefined) return [problem('', 'nothing-left')];
  const unpacking = unpackItem(after);
  return unpacking.kind === 'refused' ? unpacking.problems : [];
};
