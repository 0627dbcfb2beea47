/**
 * Marking definitions: TLP 2.0 as OASIS and FIRST publish it, TLP 1 as STIX 2.1 §7.2.1.4 fixes it, and our
 * releasable-to. A TLP 1 label is recognised and named, never converted: AMBER meant something else in it.
 */
import { isObject, type JsonObject, nameBasedUuid } from '../../kernel/canonical.ts';
import { type PartyId, readId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
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

export const tlpMarkingId = (tlp: Tlp): string => tlpMarkings[tlp].id;

/** TLP 1 labels (STIX 2.1 §7.2.1.4). WHITE was renamed; AMBER was split in two by TLP 2.0. */
export const formerTlps = ['white', 'green', 'amber', 'red'] as const;
export type FormerTlp = (typeof formerTlps)[number];

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
 * What a reference to a marking means. The official TLP identifiers are known without their definition, and
 * theirs alone count as TLP: a definition of another id that calls itself TLP could say anything.
 */
export const meaningOf = (markingId: string, definition?: JsonObject): MarkingMeaning => {
  const official = fixed.get(markingId);
  if (official) return official;
  if (definition === undefined) return unknown;
  return readReleasableTo(definition) ?? readStatement(definition) ?? unknown;
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

const readStatement = (definition: JsonObject): MarkingMeaning | null => {
  const inner = definition.definition_type === 'statement' ? definition.definition : undefined;
  return isObject(inner) && typeof inner.statement === 'string'
    ? { kind: 'statement', statement: inner.statement }
    : null;
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
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${nameBasedUuid(releasableToNamespace, [needs.createdBy, ...parties].join(' '))}`,
    created: needs.createdAt,
    created_by_ref: needs.createdBy,
    name: 'Releasable to',
    extensions: {
      [extensionIds['releasable-to']]: { extension_type: 'property-extension', releasable_to_refs: parties },
    },
  };
};
