/** STIX 2.1: reading, validation, markings, our extensions, messages. Pure: no database, no capability. */
export type * from './assistance-messages.ts';
export {
  type Bundle,
  type EachReading,
  type Reading,
  readBundle,
  readBundleValue,
  readEach,
  toBundle,
} from './bundle.ts';
export type * from './control-messages.ts';
export type * from './deployment-messages.ts';
export { deriveId } from './derived-id.ts';
export { extensionDefinitions, extensionIds, protocolAddress, protocolIdentity } from './extensions.ts';
export { packItem, type Unpacking, unpackItem, type WireItem } from './item-bundle.ts';
export { stixLimits } from './limits.ts';
export {
  defineReleasableTo,
  type MarkingInUse,
  type MarkingMeaning,
  surveyMarkings,
  tlpMarkingId,
  tlpMarkings,
} from './markings.ts';
export type * from './match-messages.ts';
export { kindPattern } from './message-parts.ts';
export type * from './messages.ts';
export { messages } from './messages.ts';
export type { Problem } from './problems.ts';
export { type Choice, type Redaction, type RemovedPart, redact } from './redaction.ts';
export type * from './request-messages.ts';
export { serviceIdentity } from './service-identity.ts';
export { type StixObject, validateObject } from './validation.ts';
export { isIdentifier } from './values.ts';
export type * from './watch-messages.ts';
