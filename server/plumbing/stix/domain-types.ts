/** STIX 2.1 domain objects (§4), relationship objects (§5) and meta objects (§7): what each type holds. */

import { soundPattern } from './pattern-rule.ts';
import {
  anything,
  atLeastOne,
  atMostOne,
  type Check,
  decimal,
  dictionary,
  flag,
  integer,
  list,
  needs,
  oneOf,
  ordered,
  type Properties,
  reference,
  referenceExcept,
  requiredWhen,
  text,
  textLike,
  time,
} from './rules.ts';
import {
  anyDictionary,
  extensionType,
  killChainPhases,
  latitude,
  longitude,
  texts,
} from './shared-properties.ts';

/** One type: its own properties, and what must hold between them. */
export interface TypeRules {
  readonly properties: Properties;
  readonly checks?: readonly Check[];
}

const named: Properties = { 'name!': text, description: text };
const seen: Properties = { first_seen: time, last_seen: time };
const seenInOrder = ordered('first_seen', 'last_seen');
const anyObjects = list(reference());
/** Domain and observable objects: what a relationship may join (§5.1). */
const domainOrObservable = referenceExcept(
  'relationship',
  'sighting',
  'bundle',
  'marking-definition',
  'language-content',
  'extension-definition',
);
const motivations: Properties = {
  goals: texts,
  resource_level: text,
  primary_motivation: text,
  secondary_motivations: texts,
};
const opinions = ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'];
/** §5.1: a relationship type is lower case letters, digits and hyphen. */
const typeWord = textLike(/^[a-z0-9-]{1,250}$/, 'a-z 0-9 -');
const mostSeen = 999_999_999;

export const domainTypes: Readonly<Record<string, TypeRules>> = {
  'attack-pattern': { properties: { ...named, aliases: texts, kill_chain_phases: killChainPhases } },
  campaign: {
    properties: { ...named, ...seen, aliases: texts, objective: text },
    checks: [seenInOrder],
  },
  'course-of-action': { properties: named },
  grouping: {
    properties: { name: text, description: text, 'context!': text, 'object_refs!': anyObjects },
  },
  identity: {
    properties: { ...named, roles: texts, identity_class: text, sectors: texts, contact_information: text },
  },
  incident: { properties: named },
  indicator: {
    properties: {
      name: text,
      description: text,
      indicator_types: texts,
      'pattern!': text,
      'pattern_type!': text,
      pattern_version: text,
      'valid_from!': time,
      valid_until: time,
      kill_chain_phases: killChainPhases,
    },
    checks: [ordered('valid_from', 'valid_until', true), soundPattern],
  },
  infrastructure: {
    properties: {
      ...named,
      ...seen,
      infrastructure_types: texts,
      aliases: texts,
      kill_chain_phases: killChainPhases,
    },
    checks: [seenInOrder],
  },
  'intrusion-set': {
    properties: { ...named, ...seen, ...motivations, aliases: texts },
    checks: [seenInOrder],
  },
  location: {
    properties: {
      name: text,
      description: text,
      latitude,
      longitude,
      precision: decimal(0),
      region: text,
      country: text,
      administrative_area: text,
      city: text,
      street_address: text,
      postal_code: text,
    },
    checks: [
      atLeastOne('region', 'country', 'latitude'),
      needs('latitude', 'longitude'),
      needs('longitude', 'latitude'),
      needs('precision', 'latitude', 'longitude'),
    ],
  },
  malware: {
    properties: {
      ...seen,
      name: text,
      description: text,
      malware_types: texts,
      'is_family!': flag,
      aliases: texts,
      kill_chain_phases: killChainPhases,
      operating_system_refs: list(reference('software')),
      architecture_execution_envs: texts,
      implementation_languages: texts,
      capabilities: texts,
      sample_refs: list(reference('artifact', 'file')),
    },
    checks: [seenInOrder, requiredWhen('name', ({ is_family: isFamily }) => isFamily === true)],
  },
  'malware-analysis': {
    properties: {
      'product!': text,
      version: text,
      configuration_version: text,
      modules: texts,
      analysis_engine_version: text,
      analysis_definition_version: text,
      submitted: time,
      analysis_started: time,
      analysis_ended: time,
      result_name: text,
      result: text,
      host_vm_ref: reference('software'),
      operating_system_ref: reference('software'),
      installed_software_refs: list(reference('software')),
      analysis_sco_refs: anyObjects,
      sample_ref: reference('artifact', 'file', 'network-traffic'),
    },
    checks: [atLeastOne('result', 'analysis_sco_refs')],
  },
  note: { properties: { abstract: text, 'content!': text, authors: texts, 'object_refs!': anyObjects } },
  'observed-data': {
    properties: {
      'first_observed!': time,
      'last_observed!': time,
      'number_observed!': integer(1, mostSeen),
      objects: anyDictionary,
      object_refs: anyObjects,
    },
    checks: [
      ordered('first_observed', 'last_observed'),
      atLeastOne('objects', 'object_refs'),
      atMostOne('objects', 'object_refs'),
    ],
  },
  opinion: {
    properties: {
      explanation: text,
      authors: texts,
      'opinion!': oneOf(...opinions),
      'object_refs!': anyObjects,
    },
  },
  report: {
    properties: { ...named, report_types: texts, 'published!': time, 'object_refs!': anyObjects },
  },
  'threat-actor': {
    properties: {
      ...named,
      ...seen,
      ...motivations,
      threat_actor_types: texts,
      aliases: texts,
      roles: texts,
      sophistication: text,
      personal_motivations: texts,
    },
    checks: [seenInOrder],
  },
  tool: {
    properties: {
      ...named,
      tool_types: texts,
      aliases: texts,
      kill_chain_phases: killChainPhases,
      tool_version: text,
    },
  },
  vulnerability: { properties: named },
  relationship: {
    properties: {
      'relationship_type!': typeWord,
      description: text,
      'source_ref!': domainOrObservable,
      'target_ref!': domainOrObservable,
      start_time: time,
      stop_time: time,
    },
    checks: [ordered('start_time', 'stop_time', true)],
  },
  sighting: {
    properties: {
      ...seen,
      description: text,
      count: integer(0, mostSeen),
      'sighting_of_ref!': domainOrObservable,
      observed_data_refs: list(reference('observed-data')),
      where_sighted_refs: list(reference('identity', 'location')),
      summary: flag,
    },
    checks: [seenInOrder],
  },
  'language-content': {
    properties: {
      'object_ref!': reference(),
      object_modified: time,
      'contents!': dictionary(dictionary(anything)),
    },
  },
  'extension-definition': {
    properties: {
      ...named,
      'created_by_ref!': reference('identity'),
      'schema!': text,
      'version!': text,
      'extension_types!': list(extensionType),
      extension_properties: texts,
    },
  },
};

/** §7.2.1: a marking is in an extension, or in the older pair of definition type and definition. */
export const markingDefinition: TypeRules = {
  properties: { name: text, definition_type: text, definition: anyDictionary },
  checks: [
    needs('definition_type', 'definition'),
    needs('definition', 'definition_type'),
    atLeastOne('definition', 'extensions'),
  ],
};
