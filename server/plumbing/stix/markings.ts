/**
 * Marking definitions: TLP 2.0 as OASIS and FIRST publish it, TLP 1 as STIX 2.1 §7.2.1.4 fixes it, and our
 * releasable-to. A TLP 1 label is recognised and named, never converted: AMBER meant something else in it.
 */
import { isObject, type JsonObject, nameBasedUuid } from '../../kernel/canonical.ts';
import { type PartyId, readId } from '../../kernel/ids.ts';
import { type Tlp, tlps } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import { extensionIds } from './extensions.ts';
import type { StixObject } from './validation.ts';

const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

const defineTlp = (tlp: Tlp, uuid: string): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: `marking-definition--${uuid}`,
  created: '2022-10-01T00:00:00.000Z',
  name: `TLP:${tlp.toUpperCase()}`,
  extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: tlp } },
});

/** The official TLP 2.0 marking definitions, in the form in which OASIS publishes them. */
export const tlpMarkings: Readonly<Record<Tlp, StixObject>> = {
  clear: defineTlp('clear', '94868c89-83c2-464b-929b-a1a8aa3c8487'),
  green: defineTlp('green', 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb'),
  amber: defineTlp('amber', '55d920b0-5e8b-4f79-9ee9-91f868d9b421'),
  'amber+strict': defineTlp('amber+strict', '939a9414-2ddd-4d32-a0cd-375ea402b003'),
  red: defineTlp('red', 'e828b379-4e03-4974-9ac4-e53a884c97c1'),
};

/** The identifier of the official TLP 2.0 marking definition of a label. */
export const tlpMarkingId = (tlp: Tlp): string => tlpMarkings[tlp].id;

/** TLP 1 labels (STIX 2.1 §7.2.1.4). WHITE was renamed; AMBER was split in two by TLP 2.0. */
const formerTlps = ['white', 'green', 'amber', 'red'] as const;
type FormerTlp = (typeof formerTlps)[number];

/** What a marking says about who may receive. */
export type MarkingMeaning =
  | { readonly kind: 'tlp'; readonly tlp: Tlp }
  | { readonly kind: 'former-tlp'; readonly tlp: FormerTlp }
  | { readonly kind: 'releasable-to'; readonly parties: readonly PartyId[] }
  | { readonly kind: 'statement'; readonly statement: string }
  | { readonly kind: 'unknown' };

const fixed: ReadonlyMap<string, MarkingMeaning> = new Map<string, MarkingMeaning>([
  [tlpMarkings.clear.id, { kind: 'tlp', tlp: 'clear' }],
  [tlpMarkings.green.id, { kind: 'tlp', tlp: 'green' }],
  [tlpMarkings.amber.id, { kind: 'tlp', tlp: 'amber' }],
  [tlpMarkings['amber+strict'].id, { kind: 'tlp', tlp: 'amber+strict' }],
  [tlpMarkings.red.id, { kind: 'tlp', tlp: 'red' }],
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', { kind: 'former-tlp', tlp: 'white' }],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', { kind: 'former-tlp', tlp: 'green' }],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', { kind: 'former-tlp', tlp: 'amber' }],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', { kind: 'former-tlp', tlp: 'red' }],
]);

const unknown: MarkingMeaning = { kind: 'unknown' };

/**
 * What a reference to a marking means. The official TLP identifiers are known without their definition. A
 * definition of another identifier that calls itself TLP is believed too: a marking can only withhold.
 */
export const meaningOf = (markingId: string, definition?: JsonObject): MarkingMeaning => {
  const official = fixed.get(markingId);
  if (official) return official;
  if (definition === undefined) return unknown;
  return readReleasableTo(definition) ?? readTlp(definition) ?? readDefinition(definition) ?? unknown;
};

const readTlp = (definition: JsonObject): MarkingMeaning | null => {
  const extension = isObject(definition.extensions) ? definition.extensions[tlpExtension] : undefined;
  const label = isObject(extension) ? extension.tlp_2_0 : undefined;
  const tlp = tlps.find((known) => known === label);
  return tlp === undefined ? null : { kind: 'tlp', tlp };
};

const readReleasableTo = (definition: JsonObject): MarkingMeaning | null => {
  const extensions = isObject(definition.extensions) ? definition.extensions : {};
  const extension = extensions[extensionIds['releasable-to']];
  if (!isObject(extension)) return null;
  // An unreadable list names nobody: what bears it is withheld from all but the originator.
  const named = Array.isArray(extension.releasable_to_refs) ? extension.releasable_to_refs : [];
  const parties = named.map((id) => (typeof id === 'string' ? readId('party', id) : null));
  return { kind: 'releasable-to', parties: parties.filter((id) => id !== null) };
};

const readDefinition = (definition: JsonObject): MarkingMeaning | null => {
  const { definition_type: type, definition: inner } = definition;
  if (!isObject(inner)) return null;
  if (type === 'statement' && typeof inner.statement === 'string')
    return { kind: 'statement', statement: inner.statement };
  const tlp = type === 'tlp' ? formerTlps.find((known) => known === inner.tlp) : undefined;
  return tlp === undefined ? null : { kind: 'former-tlp', tlp };
};

/** A marking that some of the objects bear, and how many of them. */
export interface MarkingInUse {
  readonly id: string;
  readonly meaning: MarkingMeaning;
  readonly objects: number;
}

/** The markings that objects bear as a whole or in part, to say on import what came with them. */
export const surveyMarkings = (objects: readonly StixObject[]): readonly MarkingInUse[] => {
  const definitions = new Map(objects.map((object) => [object.id, object]));
  const counts = new Map<string, number>();
  for (const object of objects)
    for (const id of new Set(markingsOn(object))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({
    id,
    meaning: meaningOf(id, definitions.get(id)),
    objects: count,
  }));
};

const markingsOn = (object: StixObject): readonly string[] => {
  const whole = Array.isArray(object.object_marking_refs) ? object.object_marking_refs : [];
  const partial = Array.isArray(object.granular_markings) ? object.granular_markings : [];
  const refs = [...whole, ...partial.map((marking) => (isObject(marking) ? marking.marking_ref : null))];
  return refs.filter((ref: unknown): ref is string => typeof ref === 'string');
};

const releasableToNamespace = '6b1f0d7c-2e35-4d8a-9c41-8f5a3e7b0d22';

/**
 * A marking definition that lets only these parties receive what bears it; for `object_marking_refs` and
 * `granular_markings`. The same creator and parties give the same identifier, so it is made once.
 */
export const defineReleasableTo = (needs: {
  readonly createdBy: PartyId;
  readonly createdAt: Instant;
  readonly parties: readonly PartyId[];
}): StixObject => {
  const parties = [...new Set(needs.parties)].sort();
  const uuid = nameBasedUuid(releasableToNamespace, [needs.createdBy, ...parties].join(' '));
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${uuid}`,
    created: needs.createdAt,
    created_by_ref: needs.createdBy,
    name: 'Releasable to',
    extensions: {
      [extensionIds['releasable-to']]: { extension_type: 'property-extension', releasable_to_refs: parties },
    },
  };
};
