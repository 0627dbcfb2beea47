/**
 * An item as it travels: one grouping that carries the marking in our extension, the originator's identity,
 * the official TLP definition and the content objects, untouched. The marking attaches to the item.
 */
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { type AgreementId, type CircleId, type ItemId, readId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import { extensionDefinitions, extensionIds, protocolIdentity } from './extensions.ts';
import { readItemExtension, writeItemExtension } from './item-extension.ts';
import { meaningOf, tlpMarkings } from './markings.ts';
import { errorsOf, type Problem, pointerTo, problem } from './problems.ts';
import { type StixObject, validateObject } from './validation.ts';

/** An item in the house's own words. */
export interface WireItem {
  readonly id: ItemId;
  /** 1, 2, 3…; on the wire `modified` says the same to other software. */
  readonly version: number;
  readonly title: string;
  readonly summary?: string;
  /** The language of title and summary (RFC 5646). */
  readonly language: string;
  /** grouping-context-ov (STIX 2.1 §10.5). */
  readonly context?: string;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly agreement?: AgreementId;
  readonly circle?: CircleId;
  /** The item that this one answers. */
  readonly about?: ItemId;
  readonly marking: Marking;
  /** The originator's identity object; its id is the party. */
  readonly originator: StixObject;
  /** The content, at least one object. */
  readonly objects: readonly StixObject[];
}

/** What came of reading an item from a bundle. */
export type Unpacking =
  | { readonly kind: 'unpacked'; readonly item: WireItem }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The objects of an item's bundle: wrapper first, then the content in its order, untouched. What the content
 * already holds (the originator, a TLP definition) is not added twice. An item without content is a bug.
 */
export const packItem = (item: WireItem): readonly StixObject[] => {
  if (item.objects.length === 0) throw new Error('bug: an item holds at least one object');
  const held = new Set(item.objects.map(({ id }) => id));
  const wrapper = [
    item.originator,
    protocolIdentity,
    tlpMarkings[item.marking.tlp],
    extensionDefinitions.item,
    ...(item.objects.some(hasSubjectExtension) ? [extensionDefinitions.subject] : []),
    ...(usesReleasableTo(item.objects) ? [extensionDefinitions['releasable-to']] : []),
    ...(item.objects.some(({ type }) => type === 'x-tansiq-request')
      ? [extensionDefinitions['x-tansiq-request']]
      : []),
  ].filter(({ id }) => !held.has(id));
  return [...wrapper, toGrouping(item), ...item.objects];
};

const hasSubjectExtension = ({ extensions }: StixObject): boolean =>
  isObject(extensions) && Object.hasOwn(extensions, extensionIds.subject);

const usesReleasableTo = (objects: readonly StixObject[]): boolean =>
  objects.some((object) => meaningOf(object.id, object).kind === 'releasable-to');

const toGrouping = (item: WireItem): StixObject => ({
  type: 'grouping',
  spec_version: '2.1',
  id: item.id,
  created_by_ref: item.originator.id,
  created: item.createdAt,
  modified: item.modifiedAt,
  lang: item.language,
  name: item.title,
  ...(item.summary ? { description: item.summary } : {}),
  context: item.context ?? 'unspecified',
  object_refs: [...new Set(item.objects.map(({ id }) => id))],
  object_marking_refs: [tlpMarkings[item.marking.tlp].id],
  extensions: { [extensionIds.item]: writeItemExtension(item) },
});

/** True for a grouping that carries our marking. */
export const isItemGrouping = (object: StixObject): boolean =>
  object.type === 'grouping' &&
  isObject(object.extensions) &&
  Object.hasOwn(object.extensions, extensionIds.item);

/** The grouping that is the item; null where there is none, or more than one that no other refers to. */
export const findItemGrouping = (objects: readonly StixObject[]): StixObject | null => {
  const groupings = objects.filter(isItemGrouping);
  // An item may hold another item as content: the outer one is the one that none refers to.
  const inner = new Set(groupings.flatMap((grouping) => referredBy(grouping)));
  const outer = groupings.filter(({ id }) => !inner.has(id));
  return outer.length === 1 ? (outer[0] ?? null) : null;
};

const referredBy = (grouping: JsonObject): readonly string[] =>
  Array.isArray(grouping.object_refs)
    ? grouping.object_refs.filter((id: unknown): id is string => typeof id === 'string')
    : [];

/** Reads an item back from its bundle's objects; the content comes out equal to what was packed. */
export const unpackItem = (objects: readonly StixObject[]): Unpacking => {
  const refuse = (...problems: readonly Problem[]): Unpacking => ({ kind: 'refused', problems });
  const grouping = findItemGrouping(objects);
  if (grouping === null) return refuse(problem('', 'item', 'grouping'));
  const path = pointerTo('', objects.indexOf(grouping));
  const wrong = errorsOf(validateObject(grouping, path));
  if (wrong.length > 0) return refuse(...wrong);
  const id = readId('item', grouping.id);
  const originator = objects.find((object) => object.id === grouping.created_by_ref);
  if (id === null) return refuse(problem(pointerTo(path, 'id'), 'identifier'));
  if (typeof grouping.name !== 'string') return refuse(problem(pointerTo(path, 'name'), 'required', 'name'));
  if (originator?.type !== 'identity')
    return refuse(problem(pointerTo(path, 'created_by_ref'), 'item', 'created_by_ref'));
  const extension = readItemExtension(grouping, path);
  if (extension.kind === 'refused') return extension;
  if (!isMarkedAs(grouping, extension.carried.marking))
    return refuse(problem(pointerTo(path, 'object_marking_refs'), 'item', 'TLP'));
  const content = new Set(referredBy(grouping));
  return {
    kind: 'unpacked',
    item: {
      id,
      title: grouping.name,
      ...(typeof grouping.description === 'string' ? { summary: grouping.description } : {}),
      context: textOf(grouping.context),
      createdAt: textOf(grouping.created),
      modifiedAt: textOf(grouping.modified),
      ...extension.carried,
      originator,
      objects: objects.filter((object) => content.has(object.id)),
    },
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

// The label that other software reads and the one that ours reads must be the same one.
const isMarkedAs = (grouping: JsonObject, marking: Marking): boolean =>
  Array.isArray(grouping.object_marking_refs) &&
  grouping.object_marking_refs.length === 1 &&
  grouping.object_marking_refs[0] === tlpMarkings[marking.tlp].id;
