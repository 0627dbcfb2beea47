/** What an originator's control of an item looks like to a console and a script. */
import Type, { type Static } from 'typebox';
import {
  agreementIdSchema,
  daySchema,
  handlingSchema,
  instantSchema,
  itemIdSchema,
  nullable,
  oneOf,
  papSchema,
  partyIdSchema,
  textLimits,
  tlpSchema,
  visibleText,
  wordsSchema,
} from '../../../kernel/schemas.ts';

export const controlLimits = {
  /** Days that holders may be given to obey a recall. */
  complyWithinDays: 90,
  /** An overdue holder is reminded at most once in this time. */
  reminderMs: 86_400_000,
  /** Days that a partner is given to remove what reached him although it was erased on the way. */
  callBackDays: 1,
  /** How often what is untold or overdue is looked for. */
  roundMs: 60_000,
  /** Holders told or reminded in one round; the others in the next. */
  toldAtOnce: 200,
  /** Recalls of items that are not here, kept for each partner so that they are refused should they come. */
  earlyRecalls: 10_000,
  /** Questions of one holder about one item that wait for an answer. */
  openRequests: 20,
  /** Parties named in one question, and in one consent. */
  recipients: 50,
  listed: 200,
} as const;

export const recallKinds = ['withdraw', 're-mark'] as const;
export const complianceOutcomes = ['removed', 're-marked', 'not-held', 'relayed'] as const;
export const requestStates = ['asked', 'granted', 'refused'] as const;

const text = visibleText(textLimits.line);
const recipients = Type.Array(partyIdSchema, {
  minItems: 1,
  maxItems: controlLimits.recipients,
  uniqueItems: true,
});

/** What a re-marking changes; the rest of the marking stays. */
export const newMarkingSchema = Type.Object(
  {
    tlp: tlpSchema,
    pap: papSchema,
    handling: Type.Array(handlingSchema, { minItems: 1, maxItems: 3, uniqueItems: true }),
    handlingText: Type.Optional(Type.String({ maxLength: textLimits.line })),
    /** Those that may keep it: never more than had it. */
    releasableTo: Type.Array(partyIdSchema, { minItems: 1, maxItems: 100, uniqueItems: true }),
    reviewOn: daySchema,
    eraseOn: daySchema,
  },
  { additionalProperties: false },
);
export type NewMarking = Static<typeof newMarkingSchema>;

export const recallSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    kind: oneOf(recallKinds),
    /** With a re-marking only. */
    marking: nullable(newMarkingSchema),
    reason: text,
    complyBy: instantSchema,
  },
  { additionalProperties: false },
);
export type RecallDraft = Static<typeof recallSchema>;

export const onwardAskSchema = Type.Object(
  { version: Type.Integer({ minimum: 1 }), recipients, reason: text },
  { additionalProperties: false },
);
export type OnwardAsk = Static<typeof onwardAskSchema>;

export const onwardDecisionSchema = Type.Object(
  {
    decision: oneOf(['granted', 'refused'] as const),
    /** For whom; among those that were asked for. */
    recipients,
    /** The last day on which it may be shared. */
    until: daySchema,
    /** Consent to pass TLP:RED on is given in so many words, or not at all. */
    namesRed: Type.Boolean(),
    reason: nullable(text),
  },
  { additionalProperties: false },
);
export type OnwardDecision = Static<typeof onwardDecisionSchema>;

export const onwardShareSchema = Type.Object(
  { recipients, agreement: agreementIdSchema },
  { additionalProperties: false },
);
export type OnwardShareDraft = Static<typeof onwardShareSchema>;

export const consentWithdrawalSchema = Type.Object(
  { reason: text, complyBy: instantSchema },
  { additionalProperties: false },
);
export type ConsentWithdrawal = Static<typeof consentWithdrawalSchema>;

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const requestParamsSchema = Type.Object({
  id: Type.String({ pattern: `^x-tansiq-onward-request--${uuid}$` }),
});
export const consentParamsSchema = Type.Object({
  id: Type.String({ pattern: `^x-tansiq-onward-consent--${uuid}$` }),
});

export const recallRowSchema = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  kind: oneOf(recallKinds),
  originator: partyIdSchema,
  /** Whom it concerns; empty: every holder. */
  parties: Type.Array(partyIdSchema),
  reason: Type.String(),
  recalledAt: instantSchema,
  complyBy: instantSchema,
  /** False: this node has no key of the originator's to check the tombstone with. */
  verified: Type.Boolean(),
});
export type RecallRow = Static<typeof recallRowSchema>;

export const complianceRowSchema = Type.Object({
  recall: Type.String(),
  party: partyIdSchema,
  via: nullable(partyIdSchema),
  toldAt: nullable(instantSchema),
  remindedAt: nullable(instantSchema),
  /** Why his node refused to hear of it. */
  fault: nullable(Type.String()),
  outcome: nullable(oneOf(complianceOutcomes)),
  compliedAt: nullable(instantSchema),
  /** False: this node has no key of his to check the proof with. */
  verified: nullable(Type.Boolean()),
  overdue: Type.Boolean(),
  removed: nullable(
    Type.Object({ objects: Type.Integer(), attachments: Type.Integer(), onwardCopies: Type.Integer() }),
  ),
  journalSeq: nullable(Type.Integer()),
  journalLeaf: nullable(Type.String()),
});
export type ComplianceRow = Static<typeof complianceRowSchema>;

export const requestRowSchema = Type.Object({
  id: Type.String(),
  item: itemIdSchema,
  version: Type.Integer(),
  party: partyIdSchema,
  via: nullable(partyIdSchema),
  recipients: Type.Array(partyIdSchema),
  reason: Type.String(),
  askedAt: instantSchema,
  state: oneOf(requestStates),
  decidedAt: nullable(instantSchema),
  decisionReason: nullable(Type.String()),
});
export type RequestRow = Static<typeof requestRowSchema>;

export const consentRowSchema = Type.Object({
  id: Type.String(),
  request: Type.String(),
  party: partyIdSchema,
  recipients: Type.Array(partyIdSchema),
  withdrawn: Type.Array(partyIdSchema),
  tlp: tlpSchema,
  validUntil: daySchema,
  givenAt: instantSchema,
  verified: Type.Boolean(),
});
export type ConsentRow = Static<typeof consentRowSchema>;

export const shareRowSchema = Type.Object({
  consent: Type.String(),
  party: partyIdSchema,
  recipient: partyIdSchema,
  sharedAt: instantSchema,
});
export type ShareRow = Static<typeof shareRowSchema>;

/** A service that this node has no link with, as another who takes part calls it. */
const namedPartySchema = Type.Object({
  party: partyIdSchema,
  name: wordsSchema,
  country: Type.String(),
  saidBy: partyIdSchema,
});
export type NamedParty = Static<typeof namedPartySchema>;

/** What this reader may do about the item now. */
const mayRowSchema = Type.Object({
  recall: Type.Boolean(),
  ask: Type.Boolean(),
  decide: Type.Boolean(),
  share: Type.Boolean(),
});

/** All that concerns the originator's control of one item. */
export const controlSchema = Type.Object({
  /** True when a reason is needed first: what was said of the item in words is left out. */
  needsReason: Type.Boolean(),
  recalls: Type.Array(recallRowSchema),
  compliance: Type.Array(complianceRowSchema),
  requests: Type.Array(requestRowSchema),
  consents: Type.Array(consentRowSchema),
  shares: Type.Array(shareRowSchema),
  named: Type.Array(namedPartySchema),
  may: mayRowSchema,
});
export type ItemControl = Static<typeof controlSchema>;

/** Questions that wait for the contact point, oldest first. */
export const toDecideSchema = Type.Array(
  Type.Object({
    ...requestRowSchema.properties,
    /** Empty, as the words of the question are, where a reason is needed first. */
    title: Type.String(),
    needsReason: Type.Boolean(),
    tlp: tlpSchema,
    named: Type.Array(namedPartySchema),
  }),
);
export type ToDecide = Static<typeof toDecideSchema>;
