/**
 * Whether an object is what STIX 2.1 says. Lenient where the standard is: open vocabularies, custom
 * properties, unknown types and extensions pass untouched. Strict where it says MUST.
 */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { deriveId, isNameBased } from './derived-id.ts';
import { domainTypes, markingDefinition, type TypeRules } from './domain-types.ts';
import { checkExtensions, declaredKind } from './extension-rules.ts';
import { checkSelectors } from './granular-marking.ts';
import { observableTypes } from './observable-types.ts';
import { createReport, type Problem, pointerTo, type Report } from './problems.ts';
import { type Check, type Properties, type Rule, shape } from './rules.ts';
import {
  domainProperties,
  markingProperties,
  observableProperties,
  versionOrder,
} from './shared-properties.ts';
import { isIdentifier, typeOfId } from './values.ts';

/** A STIX object as it came: whatever else it holds is kept. */
export type StixObject = JsonObject & { readonly type: string; readonly id: string };

export const isStixObject = (value: Json | undefined): value is StixObject =>
  isObject(value) && typeof value.type === 'string' && typeof value.id === 'string';

interface CompiledType {
  readonly rule: Rule;
  readonly known: ReadonlySet<string>;
}

const alwaysKnown = ['type', 'id', 'extensions'];
// Common properties that observable objects and marking definitions do not have (§3.2, table).
const versioned = ['created', 'modified', 'revoked', 'labels', 'confidence', 'lang', 'created_by_ref'];

const compile = (shared: Properties, type: TypeRules, ...checks: readonly Check[]): CompiledType => {
  const own = new Set(Object.keys(type.properties).map(bare));
  // A type may require what is optional elsewhere: its own rule stands instead of the shared one.
  const inherited = Object.entries(shared).filter(([name]) => !own.has(bare(name)));
  const properties = { ...Object.fromEntries(inherited), ...type.properties };
  return {
    rule: shape(properties, ...checks, ...(type.checks ?? [])),
    known: new Set([...alwaysKnown, ...Object.keys(properties).map(bare)]),
  };
};

const bare = (name: string): string => name.replace('!', '');

const types: ReadonlyMap<string, CompiledType> = new Map([
  ...Object.entries(domainTypes).map(
    ([name, rules]) => [name, compile(domainProperties, rules, versionOrder)] as const,
  ),
  ...Object.entries(observableTypes).map(
    ([name, rules]) => [name, compile(observableProperties, rules)] as const,
  ),
  ['marking-definition', compile(markingProperties, markingDefinition)] as const,
]);

const nothingMore: TypeRules = { properties: {} };
const customDomain = compile(domainProperties, nothingMore, versionOrder);
const customObservable = compile(observableProperties, nothingMore);
// A custom object without an extension definition (deprecated, §11.2) promises nothing beyond type and id.
const customAnything = compile({ ...observableProperties, spec_version: () => {} }, nothingMore);

const rulesFor = (object: StixObject): CompiledType => {
  const known = types.get(object.type);
  if (known) return known;
  const declared = declaredKind(object);
  if (declared === 'new-sdo' || declared === 'new-sro') return customDomain;
  return declared === 'new-sco' ? customObservable : customAnything;
};

const typeName = /^[a-z0-9](?:[a-z0-9-]{0,248}[a-z0-9])?$/;
const propertyName = /^[a-z0-9_]{3,250}$/;

const checkNames = (object: StixObject, known: ReadonlySet<string>, path: string, report: Report): void => {
  const isKnownType = types.has(object.type);
  for (const name of Object.keys(object)) {
    if (known.has(name)) continue;
    if (!propertyName.test(name)) report.add(pointerTo(path, name), 'property-name');
    else if (isKnownType && versioned.includes(name)) report.add(pointerTo(path, name), 'out-of-place');
  }
};

const checkIdentity = (object: StixObject, path: string, report: Report): void => {
  if (!typeName.test(object.type)) report.add(pointerTo(path, 'type'), 'type');
  if (!isIdentifier(object.id)) report.add(pointerTo(path, 'id'), 'identifier');
  else if (typeOfId(object.id) !== object.type)
    report.add(pointerTo(path, 'id'), 'identifier-type', object.type.slice(0, 80));
  else if (isNameBased(object.id)) {
    const derived = deriveId(object);
    if (derived !== null && derived !== object.id.toLowerCase())
      report.add(pointerTo(path, 'id'), 'derived-id');
  }
};

/** As `validateObject`, into a report that several objects share. */
export const inspectObject = (object: Json, path: string, report: Report): object is StixObject => {
  if (!isObject(object)) report.add(path, 'object');
  else if (typeof object.type !== 'string') report.add(pointerTo(path, 'type'), 'type');
  else if (typeof object.id !== 'string') report.add(pointerTo(path, 'id'), 'identifier');
  else if (isStixObject(object)) {
    checkIdentity(object, path, report);
    const { rule, known } = rulesFor(object);
    rule(object, path, report);
    checkNames(object, known, path, report);
    checkExtensions(object, path, report);
    checkSelectors(object, path, report);
    return true;
  }
  return false;
};

/**
 * What is wrong with one STIX 2.1 object (§3 to §7); empty when nothing is. Problems of severity `warning`
 * (an identifier that does not follow from the content, an odd property name) do not make it invalid.
 */
export const validateObject = (object: Json, path = ''): readonly Problem[] => {
  const report = createReport();
  inspectObject(object, path, report);
  return report.problems;
};
