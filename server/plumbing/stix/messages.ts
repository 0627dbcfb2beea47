/**
 * Our parts of what crosses between nodes, declared once: types derive from these schemas, and
 * scripts/protocol.ts writes them to protocol/messages as JSON Schema 2020-12 for those who implement the
 * protocol elsewhere. They name their properties as STIX does (§3.1); what is around STIX (envelopes,
 * receipts) is federation's.
 */
import Type, { type Static } from 'typebox';
import { assistance, assistanceStep } from './assistance-messages.ts';
import { compliance, onwardConsent, onwardRequest, onwardShare, recall } from './control-messages.ts';
import { deployment, deploymentStep } from './deployment-messages.ts';
import { type ExtensionName, extensionIds } from './extensions.ts';
import { matchAnswer, matchHit, matchQuestion, matchSet } from './match-messages.ts';
import { defineMessage } from './message.ts';
import * as part from './message-parts.ts';
import { request, requestStep } from './request-messages.ts';
import { acknowledgement, alert } from './watch-messages.ts';

/** The item extension on a grouping. */
const item = Type.Object({
  extension_type: Type.Literal('property-extension'),
  version: part.counter,
  language: part.languageTag,
  tlp: part.tlp,
  pap: part.pap,
  handling: part.handling,
  handling_text: Type.Optional(part.sentence()),
  grading: Type.Optional(part.grading),
  field: part.field,
  purpose: part.purpose,
  legal_basis: part.sentence(),
  person_categories: Type.Optional(Type.Array(part.personCategory, { minItems: 1, uniqueItems: true })),
  releasable_to_refs: part.parties,
  review_on: part.day,
  erase_on: part.day,
  agreement_ref: Type.Optional(part.agreementId),
  circle_ref: Type.Optional(part.circleId),
  about_ref: Type.Optional(part.itemId),
});

/** On content that was written here: what STIX has no word for of whom or what an item is about. */
const subject = Type.Object({
  extension_type: Type.Literal('property-extension'),
  /** How a person is named in one script or another (ISO 15924: `Arab`, `Latn`). */
  names: Type.Optional(
    Type.Array(Type.Object({ script: Type.String({ pattern: '^[A-Z][a-z]{3}$' }), name: part.line }), {
      minItems: 1,
      maxItems: 10,
    }),
  ),
  birth_date: Type.Optional(part.day),
  nationality: Type.Optional(part.country),
  country: Type.Optional(part.country),
  vehicle: Type.Optional(
    Type.Object({
      plate: Type.Optional(part.line),
      country: Type.Optional(part.country),
      model: Type.Optional(part.line),
      colour: Type.Optional(part.line),
    }),
  ),
  /** Its IMO number (resolution A.1117(30)) and its MMSI (ITU-R M.585), digits alone; its flag state. */
  vessel: Type.Optional(
    Type.Object({
      imo: Type.Optional(Type.String({ pattern: '^\\d{7}$' })),
      mmsi: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
      flag: Type.Optional(part.country),
    }),
  ),
  document: Type.Optional(
    Type.Object({
      kind: Type.Enum(['passport', 'identity-card', 'residence-permit', 'driving-licence', 'other']),
      number: Type.Optional(part.line),
      country: Type.Optional(part.country),
    }),
  ),
});

const releasableTo = Type.Object({
  extension_type: Type.Literal('property-extension'),
  releasable_to_refs: part.parties,
});

const agreement = Type.Object({
  ...part.domainObject('x-tansiq-agreement', extensionIds['x-tansiq-agreement']),
  title: part.words(),
  legal_basis: part.sentence(),
  party_refs: Type.Array(part.party, {
    minItems: 2,
    maxItems: part.messageLimits.parties,
    uniqueItems: true,
  }),
  fields: Type.Array(part.field, { minItems: 1, uniqueItems: true }),
  purposes: Type.Array(part.purpose, { minItems: 1, uniqueItems: true }),
  valid_from: part.day,
  valid_until: part.day,
  defaults: Type.Object({
    tlp: part.tlp,
    pap: part.pap,
    handling: part.handling,
    review_after_days: part.counter,
    erase_after_days: part.counter,
  }),
  /** What each party tells the others of its readers; `first-reading` where it is absent. */
  readers: Type.Optional(Type.Enum(['first-reading', 'count', 'roles'])),
  deadlines: Type.Optional(
    Type.Object(
      {
        urgent: part.counter,
        urgent_indirect: part.counter,
        ordinary: part.counter,
        older_rule: part.counter,
      },
      { description: 'Hours in which a request is answered; absent: 8, 72, 168 and 336.' },
    ),
  ),
  matching: Type.Optional(
    Type.Object(
      {
        per_day: part.counter,
        per_officer: part.counter,
        hits_told: Type.Optional(Type.Union([Type.Literal('count'), Type.Literal('identifiers')])),
        decoys_to: Type.Optional(part.counter),
      },
      {
        description:
          'How many identifiers may be asked about in a day (absent: none), what the holder is told of ' +
          'hits (absent: nothing), and to a multiple of what number questions are filled up with decoys.',
      },
    ),
  ),
});

const circle = Type.Object({
  ...part.domainObject('x-tansiq-circle', extensionIds['x-tansiq-circle']),
  name: part.words(),
  kind: Type.Enum(['bilateral', 'event', 'region']),
  owner_ref: part.party,
  member_refs: part.parties,
  version: part.counter,
});

const agreementSignature = Type.Object({
  ...part.domainObject('x-tansiq-signature', extensionIds['x-tansiq-signature']),
  agreement_ref: part.agreementId,
  agreement_hash: part.hash,
  party_ref: part.party,
  signed_at: part.instant,
  public_key: part.publicKey,
  signature: part.signature,
  withdrawn_at: Type.Optional(part.instant),
});

const readReceipt = Type.Object({
  ...part.domainObject('x-tansiq-receipt', extensionIds['x-tansiq-receipt']),
  item_ref: part.itemId,
  item_version: part.counter,
  party_ref: part.party,
  read_at: part.instant,
  /** How many persons have read it by `modified`, as far as the agreement says so; never who. */
  readers: Type.Optional(
    Type.Object({
      count: part.counter,
      by_role: Type.Optional(
        Type.Array(
          Type.Object({ role: Type.String({ pattern: '^[a-z][a-z-]{1,39}$' }), count: part.counter }),
          {
            minItems: 1,
            maxItems: 50,
          },
        ),
      ),
    }),
  ),
});

/** Every message by the name of its file in protocol/messages; `messages.item.read(value)` reads one. */
export const messages = {
  item: defineMessage(item),
  subject: defineMessage(subject),
  'releasable-to': defineMessage(releasableTo),
  'x-tansiq-agreement': defineMessage(agreement),
  'x-tansiq-circle': defineMessage(circle),
  'x-tansiq-signature': defineMessage(agreementSignature),
  'x-tansiq-receipt': defineMessage(readReceipt),
  'x-tansiq-recall': defineMessage(recall),
  'x-tansiq-compliance': defineMessage(compliance),
  'x-tansiq-onward-request': defineMessage(onwardRequest),
  'x-tansiq-onward-consent': defineMessage(onwardConsent),
  'x-tansiq-onward-share': defineMessage(onwardShare),
  'x-tansiq-request': defineMessage(request),
  'x-tansiq-request-step': defineMessage(requestStep),
  'x-tansiq-alert': defineMessage(alert),
  'x-tansiq-acknowledgement': defineMessage(acknowledgement),
  'x-tansiq-match-set': defineMessage(matchSet),
  'x-tansiq-match-question': defineMessage(matchQuestion),
  'x-tansiq-match-answer': defineMessage(matchAnswer),
  'x-tansiq-match-hit': defineMessage(matchHit),
  'x-tansiq-assistance': defineMessage(assistance),
  'x-tansiq-assistance-step': defineMessage(assistanceStep),
  'x-tansiq-deployment': defineMessage(deployment),
  'x-tansiq-deployment-step': defineMessage(deploymentStep),
} as const satisfies Record<ExtensionName, unknown>;
/** The name of one of our STIX parts. */
export type MessageName = keyof typeof messages;

/** The marking of an item, as the extension on its grouping. */
export type ItemExtension = Static<typeof item>;
/** An agreement as it travels. */
export type AgreementMessage = Static<typeof agreement>;
/** A circle as it travels. */
export type CircleMessage = Static<typeof circle>;
/** A party's signature on an agreement, or its withdrawal. */
export type SignatureMessage = Static<typeof agreementSignature>;
/** The news that an item was read at a party: first, and by how many. */
export type ReadReceiptMessage = Static<typeof readReceipt>;
