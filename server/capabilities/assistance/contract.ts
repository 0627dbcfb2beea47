/** What assistance looks like to a console and a script: asks as their readers see them, and the overview. */
import Type, { type Static } from 'typebox';
import { languages } from '../../kernel/faults.ts';
import { circleIdSchema } from '../../kernel/schemas.ts';
import { specialties } from '../../plumbing/specialties/index.ts';
import { costSchema, deliverySchema, stepSchema, threadStates } from './answer-contract.ts';
import {
  agreementIdSchema,
  askStates,
  askVersionSchema,
  assistanceLimits,
  instantSchema,
  markingSchema,
  nullable,
  oneOf,
  partyIdSchema,
  uuidSchema,
  versionStates,
} from './ask-contract.ts';

export type { Power, Specialty } from '../../plumbing/specialties/index.ts';
export {
  powers,
  powerWords,
  requirementLimits,
  specialties,
  specialtyWords,
} from '../../plumbing/specialties/index.ts';
export * from './answer-contract.ts';
export {
  type Arms,
  type AskAddress,
  type AskChange,
  type AskContent,
  type AskDraft,
  type AskedLine,
  type AskState,
  type AskVersion,
  arms,
  askChangeSchema,
  askDraftSchema,
  assistanceLimits,
  type Bearer,
  bearers,
  type CostKind,
  costKinds,
  coverListSchema,
  type Place,
} from './ask-contract.ts';
export type { Missing } from './missing-contract.ts';

const count = Type.Integer({ minimum: 0 });

/** How many of a line: asked, offered by those whose offer stands, accepted, and what is missing. */
export const fillSchema = Type.Object({
  line: uuidSchema,
  asked: count,
  offered: count,
  accepted: count,
  missing: count,
});
/** How far a line is filled. */
export type Fill = Static<typeof fillSchema>;

/** How an ask stands with one partner. */
export const threadSchema = Type.Object({
  party: partyIdSchema,
  state: oneOf(threadStates),
  /** Of the ask's last version to him; null on a partner's own node. */
  delivery: nullable(deliverySchema),
  /** When somebody there first opened the last version. */
  readAt: nullable(instantSchema),
  /** When he was first asked, and when he last said something. */
  askedAt: instantSchema,
  answeredAt: nullable(instantSchema),
  /** He has not answered, and the time to answer is over. */
  overdue: Type.Boolean(),
  /** The time for which his offer was made is over: it cannot be accepted any more. */
  lapsed: Type.Boolean(),
  /** What he said was of a version before the last. */
  outdated: Type.Boolean(),
  /** How many of each line he offers, and of how many the host has said yes. */
  quantities: Type.Array(
    Type.Object({ line: uuidSchema, offered: count, accepted: count, above: Type.Boolean() }),
  ),
  /** The number of the offer that stands; null where there is none. */
  offer: nullable(Type.Integer()),
});
/** How an ask stands with one partner. */
export type Thread = Static<typeof threadSchema>;

const standingSchema = Type.Object({
  /** Of the version that has not gone out; null where there is none. */
  open: nullable(oneOf(versionStates)),
  /** On a partner's node how it stands there; null on the asker's, and of what was withdrawn. */
  thread: nullable(oneOf(threadStates)),
  /** Something of it waits for the contact point. */
  toRelease: Type.Boolean(),
  /** It waits for this service: an answer to give, an offer to settle. */
  toSettle: Type.Boolean(),
  overdue: Type.Boolean(),
  /** The time of an offer that was not settled is over. */
  lapsed: Type.Boolean(),
});
/** How an ask stands, in a list and on its page alike. */
export type Standing = Static<typeof standingSchema>;

export const askSchema = Type.Object({
  id: uuidSchema,
  originator: partyIdSchema,
  own: Type.Boolean(),
  state: oneOf(askStates),
  standing: standingSchema,
  version: Type.Integer(),
  agreement: agreementIdSchema,
  circle: nullable(circleIdSchema),
  marking: markingSchema,
  recipients: Type.Array(partyIdSchema),
  createdAt: instantSchema,
  endedAt: nullable(instantSchema),
  endReason: nullable(Type.String()),
  versions: Type.Array(askVersionSchema),
  /** Officers named on it who have not gone: here, and still to come. */
  officers: Type.Object({ here: count, toCome: count }),
  /** More officers named for a line than stand accepted: both sides are told, and either settles it. */
  surplus: Type.Array(Type.Object({ line: uuidSchema, party: partyIdSchema, quantity: count })),
  fill: Type.Array(fillSchema),
  threads: Type.Array(threadSchema),
  steps: Type.Array(stepSchema),
});
/** An ask with all that was said of it. */
export type Ask = Static<typeof askSchema>;

/** An ask in a list. */
export const askRowSchema = Type.Object({
  id: uuidSchema,
  originator: partyIdSchema,
  own: Type.Boolean(),
  state: oneOf(askStates),
  ...standingSchema.properties,
  version: Type.Integer(),
  title: Type.String(),
  event: nullable(Type.String()),
  language: oneOf(languages),
  specialties: Type.Array(oneOf(specialties)),
  recipients: Type.Array(partyIdSchema),
  from: instantSchema,
  to: instantSchema,
  answerBy: instantSchema,
  createdAt: instantSchema,
  asked: count,
  offered: count,
  accepted: count,
  /** Partners that have answered; on a partner's node how it stands there. */
  answered: count,
});
/** An ask in a list. */
export type AskRow = Static<typeof askRowSchema>;
/** A page of asks, the newest first. */
export const askPageSchema = Type.Object({ items: Type.Array(askRowSchema), next: nullable(Type.String()) });
/** A page of asks. */
export type AskPage = Static<typeof askPageSchema>;

export const askListStates = ['open', 'waits', 'over'] as const;
/** Of asks: not over, waiting for this service, over or withdrawn. */
export type AskListState = (typeof askListStates)[number];

export const askListQuerySchema = Type.Object(
  {
    view: Type.Optional(oneOf(['own', 'received'] as const)),
    state: Type.Optional(oneOf(askListStates)),
    event: Type.Optional(uuidSchema),
    /** Part of the title, or of the event's name. */
    text: Type.Optional(Type.String({ maxLength: assistanceLimits.search })),
    /** `next` of the page before. */
    cursor: Type.Optional(Type.String({ maxLength: 80 })),
  },
  { additionalProperties: false },
);
/** Which asks are listed. */
export type AskListQuery = Static<typeof askListQuerySchema>;

export const previewSchema = Type.Array(
  Type.Object({ party: partyIdSchema, gap: nullable(Type.String()), text: Type.String() }),
);

/** The id of an ask, as its address names it. */
export const askIdSchema = Type.Object({ id: uuidSchema });

const cellSchema = Type.Object({
  party: partyIdSchema,
  asked: count,
  offered: count,
  countered: count,
  accepted: count,
  declined: count,
  /** Of those asked, how many are of asks that he has not answered. */
  silent: count,
});
const sumSchema = Type.Object({
  currency: Type.String(),
  bearer: costSchema.properties.bearer,
  /** A decimal, without separators. */
  amount: Type.String(),
});

/** What all open asks of this service come to. */
export const overviewSchema = Type.Object({
  specialties: Type.Array(
    Type.Object({
      specialty: oneOf(specialties),
      wanted: count,
      accepted: count,
      missing: count,
      partners: Type.Array(cellSchema),
    }),
  ),
  /** Who has not answered what, the most urgent first. */
  silent: Type.Array(
    Type.Object({
      ask: uuidSchema,
      title: Type.String(),
      party: partyIdSchema,
      askedAt: instantSchema,
      readAt: nullable(instantSchema),
      answerBy: instantSchema,
      overdue: Type.Boolean(),
    }),
  ),
  costs: Type.Object({ offered: Type.Array(sumSchema), accepted: Type.Array(sumSchema) }),
});
/** What all open asks of this service come to. */
export type Overview = Static<typeof overviewSchema>;

/** What waits here: for the contact point, for an answer or a decision, and past its time. */
export const waitingSchema = Type.Object({ toRelease: count, toSettle: count, overdue: count });
/** What waits here. */
export type Waiting = Static<typeof waitingSchema>;

/** An ask and its answers as EDXL-RM 1.0 (OASIS), message by message. */
export const edxlListSchema = Type.Array(
  Type.Object({
    name: Type.String(),
    id: Type.String(),
    party: nullable(partyIdSchema),
    at: instantSchema,
    xml: Type.String(),
  }),
);
