/**
 * Our own extension definitions (STIX 2.1 §7.3): fixed identifiers that other implementations know us by.
 * They are additive only: a property is added with a new minor version, never renamed or removed.
 */
import type { StixObject } from './validation.ts';

/** Where the schemas of protocol/messages are published. */
export const protocolAddress = 'https://tansiq.example/protocol/messages';
const publishedAt = '2026-01-01T00:00:00.000Z';
const firstVersion = { version: '1.0.0', modified: publishedAt };

/** The identity that our extension definitions are created by: it stands for the protocol, not a service. */
export const protocolIdentity: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--5d3c7a0e-6f0b-4b52-8c39-0d2b6b1f4a10',
  created: publishedAt,
  modified: publishedAt,
  name: 'Tansiq protocol',
  identity_class: 'system',
};

/** The identifiers by which our extensions are named inside `extensions`. */
export const extensionIds = {
  item: 'extension-definition--0c5e9d3a-7f64-4d0e-9a43-1b7f0e6a2d01',
  subject: 'extension-definition--5c8f1b90-2e6d-4a37-b1f4-08d7c9e3a507',
  'releasable-to': 'extension-definition--3b1a6c52-94d7-4c83-8e0f-6a2f5b9c7d02',
  'x-tansiq-agreement': 'extension-definition--7e2d4f18-0b96-4e5a-b3c1-95d8a1e60c03',
  'x-tansiq-circle': 'extension-definition--91c8b7e4-5a2d-4f31-8d66-2e4b0f7a9c04',
  'x-tansiq-signature': 'extension-definition--a4f06d21-3c8e-4b79-9e52-7c1d8b3f5e05',
  'x-tansiq-receipt': 'extension-definition--d85b3e97-1f40-4a6c-a7d8-0e9c6f2b4a06',
  'x-tansiq-recall': 'extension-definition--2f6b8c14-7a3d-4e91-b5c0-1d9e4f7a3b07',
  'x-tansiq-compliance': 'extension-definition--6c9a0d57-4e18-4b2f-9f73-8a5b2c1e6d08',
  'x-tansiq-onward-request': 'extension-definition--b3e71f82-0d5c-4a96-8e2b-5f4c7d9a1e09',
  'x-tansiq-onward-consent': 'extension-definition--e8d24a6b-9c31-4f70-a1d5-3b6e8f2c7a10',
  'x-tansiq-onward-share': 'extension-definition--47f5c9e3-6b2a-4d18-9c84-0e7a1d3f5b11',
  'x-tansiq-request': 'extension-definition--d1b7e62f-9a04-4c35-8f1e-6c3a5b8d2e12',
  'x-tansiq-request-step': 'extension-definition--5f3c90a8-2d71-4be6-a94b-7e8d1c6f0a13',
  'x-tansiq-alert': 'extension-definition--5ad83f16-2c74-4e0b-9b5d-7f1e6a90c412',
  'x-tansiq-acknowledgement': 'extension-definition--c1609e7b-84d2-4f3a-8e56-2b9d07f4ea13',
  'x-tansiq-match-set': 'extension-definition--3e8b51d7-6c0f-4a92-9b47-d25f70a8e114',
  'x-tansiq-match-question': 'extension-definition--90c4a6f2-1d3e-4b58-8f7a-6e02b9d5c315',
  'x-tansiq-match-answer': 'extension-definition--f27d0b94-a586-4e1c-b3d9-08c6e41f7a16',
  'x-tansiq-match-hit': 'extension-definition--5a1c7e39-42bd-4f06-8e95-b70d13c6f817',
  'x-tansiq-assistance': 'extension-definition--8d0e4b67-1f5a-4c29-9b83-e47a60d2c518',
  'x-tansiq-assistance-step': 'extension-definition--1b69f3a5-8c70-4e1d-a254-93f0c7e8d619',
  'x-tansiq-deployment': 'extension-definition--c27e5a91-0b48-4d3f-8a16-5f9d3e7b6020',
  'x-tansiq-deployment-step': 'extension-definition--6a94d0f3-7e12-4b85-9c3d-1e8f5b2a7c21',
} as const;
export type ExtensionName = keyof typeof extensionIds;

type ExtensionDefinition = StixObject & { readonly description: string };

const define = (
  name: ExtensionName,
  title: string,
  description: string,
  kind: 'property-extension' | 'new-sdo',
  edition: { readonly version: string; readonly modified: string } = firstVersion,
): ExtensionDefinition => ({
  type: 'extension-definition',
  spec_version: '2.1',
  id: extensionIds[name],
  created_by_ref: protocolIdentity.id,
  created: publishedAt,
  modified: edition.modified,
  name: title,
  description,
  schema: `${protocolAddress}/${name}.json`,
  version: edition.version,
  extension_types: [kind],
});

/** The extension definitions as STIX objects, to travel beside what uses them. */
export const extensionDefinitions: Readonly<Record<ExtensionName, ExtensionDefinition>> = {
  item: define(
    'item',
    'Tansiq item marking',
    'On a grouping: TLP, PAP, handling, grading, purpose, legal basis, recipients and dates of an item.',
    'property-extension',
    // 1.1.0: about_ref.
    { version: '1.1.0', modified: '2026-11-28T00:00:00.000Z' },
  ),
  subject: define(
    'subject',
    'Tansiq subject',
    'On an identity or an infrastructure: what STIX has no word for of a person, a document or a vehicle.',
    'property-extension',
  ),
  'releasable-to': define(
    'releasable-to',
    'Tansiq releasable-to marking',
    'On a marking definition: the only parties that may receive what bears the marking.',
    'property-extension',
  ),
  'x-tansiq-agreement': define(
    'x-tansiq-agreement',
    'Tansiq agreement',
    'The agreement under which items travel.',
    'new-sdo',
    // 1.1.0: deadlines. 1.2.0: matching. 1.3.0: what is told of hits, and decoys.
    { version: '1.3.0', modified: '2026-11-29T00:00:00.000Z' },
  ),
  'x-tansiq-circle': define(
    'x-tansiq-circle',
    'Tansiq circle',
    'The named parties that receive together.',
    'new-sdo',
  ),
  'x-tansiq-signature': define(
    'x-tansiq-signature',
    'Tansiq signature',
    'The signature of one party on an agreement.',
    'new-sdo',
  ),
  'x-tansiq-receipt': define(
    'x-tansiq-receipt',
    'Tansiq read receipt',
    'A party has read a version of an item.',
    'new-sdo',
  ),
  'x-tansiq-recall': define(
    'x-tansiq-recall',
    'Tansiq recall',
    'The originator withdraws an item, or gives it another marking; signed.',
    'new-sdo',
  ),
  'x-tansiq-compliance': define(
    'x-tansiq-compliance',
    'Tansiq proof of compliance',
    'A holder has obeyed a recall; signed, with the place in its journal.',
    'new-sdo',
  ),
  'x-tansiq-onward-request': define(
    'x-tansiq-onward-request',
    'Tansiq onward request',
    'A holder asks the originator to let it share an item with named parties.',
    'new-sdo',
  ),
  'x-tansiq-onward-consent': define(
    'x-tansiq-onward-consent',
    'Tansiq onward consent',
    'The originator lets a holder share an item with named parties, or refuses; signed.',
    'new-sdo',
  ),
  'x-tansiq-onward-share': define(
    'x-tansiq-onward-share',
    'Tansiq onward share',
    'Who passed an item on to whom, under which consent; signed.',
    'new-sdo',
  ),
  'x-tansiq-request': define(
    'x-tansiq-request',
    'Tansiq request',
    'An item that holds one asks its recipients for information: how urgently, about whom or what.',
    'new-sdo',
  ),
  'x-tansiq-request-step': define(
    'x-tansiq-request-step',
    'Tansiq step of a request',
    'What the requester or an addressee of a request tells the other: received, accepted, answered.',
    'new-sdo',
  ),
  'x-tansiq-alert': define(
    'x-tansiq-alert',
    'Tansiq alert',
    'An urgent warning in the terms of CAP 1.2, which each country acknowledges.',
    'new-sdo',
  ),
  'x-tansiq-acknowledgement': define(
    'x-tansiq-acknowledgement',
    'Tansiq acknowledgement',
    'A party has taken note of an alert: when, and under which role.',
    'new-sdo',
  ),
  'x-tansiq-match-set': define(
    'x-tansiq-match-set',
    'Tansiq match set',
    'What a party may ask about at another: the public key of an epoch, and where its filter is.',
    'new-sdo',
  ),
  'x-tansiq-match-question': define(
    'x-tansiq-match-question',
    'Tansiq match question',
    'Blinded identifiers that a party asks another about.',
    'new-sdo',
  ),
  'x-tansiq-match-answer': define(
    'x-tansiq-match-answer',
    'Tansiq match answer',
    'The blinded identifiers of a question, evaluated, with the proof of the key.',
    'new-sdo',
  ),
  'x-tansiq-match-hit': define(
    'x-tansiq-match-hit',
    'Tansiq match hit',
    'What the asker tells the holder of hits, as far as their agreement says that it does.',
    'new-sdo',
  ),
  'x-tansiq-assistance': define(
    'x-tansiq-assistance',
    'Tansiq ask for assistance',
    'A service that secures an event asks a partner for officers or teams: how many of what, when and where.',
    'new-sdo',
  ),
  'x-tansiq-assistance-step': define(
    'x-tansiq-assistance-step',
    'Tansiq step of assistance',
    'What the two sides of an ask tell each other: offered, countered, declined, accepted, withdrawn.',
    'new-sdo',
  ),
  'x-tansiq-deployment': define(
    'x-tansiq-deployment',
    'Tansiq deployment',
    'An officer or a team that a service sends to another, named against an accepted offer of assistance.',
    'new-sdo',
  ),
  'x-tansiq-deployment-step': define(
    'x-tansiq-deployment-step',
    'Tansiq step of a deployment',
    'What the sending or the hosting service says of an officer who is sent: vetted, paired, released.',
    'new-sdo',
  ),
};
