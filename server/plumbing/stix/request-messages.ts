/**
 * What travels about a request for information: the request itself, an object of an item that asks, and the
 * steps that requester and addressee tell each other. A step is signed by the envelope that carries it: it
 * is between the two alone and never relayed.
 */
import Type, { type Static } from 'typebox';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

/** How urgent a request may be, as agreements name its deadlines. */
const urgencies = ['urgent', 'urgent-indirect', 'ordinary', 'older-rule'] as const;

/** What is told between requester and addressee. The first seven are the addressee's. */
const stepKinds = [
  'received',
  'accepted',
  'clarification-asked',
  'refused',
  'partly',
  'answered',
  'no-record',
  'clarified',
  'feedback',
  'closed',
  'withdrawn',
] as const;

/** Why a service refuses (Directive (EU) 2023/977 art. 6; Framework Decision 2006/960/JHA art. 10). */
const refusalGrounds = [
  'national-security',
  'current-investigation',
  'safety-of-a-person',
  'disproportionate',
  'judicial-authorisation',
  'outside-competence',
  'legal-basis',
  'protected-information',
] as const;

/** What followed from an answer, as the requester tells it. */
const followUps = ['arrest', 'seizure', 'lead', 'nothing'] as const;

const stixId = Type.String({ pattern: '^[a-z0-9-]+--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

/** Subjects that a request names. */
const subjectsAtMost = 200;

/** In an item: its name and description say what is asked, its other objects are the subjects. */
export const request = Type.Object({
  ...part.domainObject('x-tansiq-request', extensionIds['x-tansiq-request']),
  urgency: Type.Enum(urgencies),
  urgency_reason: Type.Optional(part.sentence()),
  known: Type.Optional(part.sentence(100_000)),
  known_grading: Type.Optional(part.grading),
  answer_languages: Type.Array(part.languageTag, {
    minItems: 1,
    maxItems: part.messageLimits.languages,
    uniqueItems: true,
    description: 'In which languages an answer may come, the preferred one first.',
  }),
  subject_refs: Type.Optional(
    Type.Array(stixId, { minItems: 1, maxItems: subjectsAtMost, uniqueItems: true }),
  ),
});

/** `created` is when the speaker says that it happened; whoever hears it goes by his own clock. */
export const requestStep = Type.Object({
  ...part.domainObject('x-tansiq-request-step', extensionIds['x-tansiq-request-step']),
  request_ref: Type.String({ ...part.itemId, description: 'The item that asks.' }),
  addressee_ref: part.party,
  step: Type.Enum(stepKinds),
  text: Type.Optional(part.sentence()),
  ground: Type.Optional(Type.Enum(refusalGrounds)),
  due_at: Type.Optional(
    Type.String({ ...part.instant, description: 'Of `received`: until when the addressee means to answer.' }),
  ),
  answer_refs: Type.Optional(Type.Array(part.itemId, { minItems: 1, maxItems: 50, uniqueItems: true })),
  usefulness: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  follow_ups: Type.Optional(
    Type.Array(Type.Enum(followUps), { minItems: 1, maxItems: followUps.length, uniqueItems: true }),
  ),
});

/** A request as it travels. */
export type RequestMessage = Static<typeof request>;
/** A step as it travels. */
export type RequestStepMessage = Static<typeof requestStep>;
