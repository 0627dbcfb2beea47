/** The properties that STIX 2.1 objects share (§3.2) and the small shapes within them (§2.5, §2.8, §7.2). */
import { granularMarking } from './granular-marking.ts';
import {
  anything,
  atLeastOne,
  type Check,
  decimal,
  dictionary,
  flag,
  hashes,
  integer,
  languageTag,
  list,
  oneOf,
  ordered,
  type Properties,
  type Rule,
  reference,
  shape,
  text,
  time,
} from './rules.ts';

/** §2.5. */
const externalReferences: Rule = list(
  shape(
    { 'source_name!': text, description: text, url: text, external_id: text, hashes },
    atLeastOne('description', 'url', 'external_id'),
  ),
);

/** §2.8. */
export const killChainPhases: Rule = list(shape({ 'kill_chain_name!': text, 'phase_name!': text }));

export const texts: Rule = list(text);
export const count: Rule = integer(0);
export const anyDictionary: Rule = dictionary(anything);
export const latitude: Rule = decimal(-90, 90);
export const longitude: Rule = decimal(-180, 180);

const extensionTypes = [
  'new-sdo',
  'new-sco',
  'new-sro',
  'property-extension',
  'toplevel-property-extension',
] as const;
/** §10.8 extension-type-enum. */
export const extensionType: Rule = oneOf(...extensionTypes);

const specVersion: Rule = (value, path, report) => {
  if (value !== '2.1') report.add(path, 'spec-version');
};

/** What every object may carry. `type`, `id` and `extensions` are looked at apart. */
const everywhere: Properties = {
  object_marking_refs: list(reference('marking-definition')),
  granular_markings: list(granularMarking),
};

/** §3.2 for cyber-observable objects. */
export const observableProperties: Properties = {
  ...everywhere,
  spec_version: specVersion,
  defanged: flag,
};

/** §3.2 for domain objects, relationship objects, language-content and extension-definition. */
export const domainProperties: Properties = {
  ...everywhere,
  'spec_version!': specVersion,
  'created!': time,
  'modified!': time,
  created_by_ref: reference('identity'),
  revoked: flag,
  labels: texts,
  confidence: integer(0, 100),
  lang: languageTag,
  external_references: externalReferences,
};

/** §7.2.1: a marking definition has no versions. */
export const markingProperties: Properties = {
  ...everywhere,
  'spec_version!': specVersion,
  'created!': time,
  created_by_ref: reference('identity'),
  external_references: externalReferences,
};

/** §3.2: modified is not before created. */
export const versionOrder: Check = ordered('created', 'modified');
