/** Requests and their steps as the STIX objects that travel, and back. Pure. */
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { type Language, languages } from '../../kernel/faults.ts';
import { asId, type ItemId, type PartyId } from '../../kernel/ids.ts';
import { type Grading, gradingErrors } from '../../kernel/marking.ts';
import { dayOf, type Instant, isDay } from '../../kernel/time.ts';
import {
  extensionIds,
  messages,
  type Problem,
  type RequestMessage,
  type RequestStepMessage,
} from '../../plumbing/stix/index.ts';
import type { Ask, FollowUp, RefusalGround, StepKind } from './contract.ts';

/** The kind of envelope that carries a step. */
export const stepMessageKind = 'requests.step';
export const requestType = 'x-tansiq-request';

const newSdo = { extension_type: 'new-sdo' } as const;

/** The request as an object of its item. `before` is the one that it takes the place of. */
export const askToWire = (
  ask: Ask,
  given: {
    readonly self: PartyId;
    readonly at: Instant;
    readonly subjects: readonly string[];
    readonly before: Pick<RequestMessage, 'id' | 'created'> | null;
  },
): RequestMessage => ({
  type: requestType,
  spec_version: '2.1',
  id: given.before?.id ?? `${requestType}--${crypto.randomUUID()}`,
  created_by_ref: given.self,
  created: given.before?.created ?? given.at,
  modified: given.at,
  extensions: { [extensionIds[requestType]]: newSdo },
  urgency: ask.urgency,
  ...(ask.urgencyReason.trim() === '' ? {} : { urgency_reason: ask.urgencyReason }),
  ...(ask.known.trim() === '' ? {} : { known: ask.known }),
  ...(ask.knownGrading === null ? {} : { known_grading: ask.knownGrading }),
  answer_languages: [...ask.answerLanguages],
  ...(given.subjects.length === 0 ? {} : { subject_refs: [...given.subjects] }),
});

const isLanguage = (tag: string): tag is Language => languages.some((language) => language === tag);

/** A grade as its giver gave it; one that its scheme does not know is none. */
const gradingOf = (given: RequestMessage['known_grading']): Grading | null => {
  if (given === undefined) return null;
  return gradingErrors(given).length === 0 ? given : null;
};

export const askFromWire = (message: RequestMessage): Ask => {
  const spoken = message.answer_languages.map((tag) => tag.split('-')[0] ?? '').filter(isLanguage);
  return {
    urgency: message.urgency,
    urgencyReason: message.urgency_reason ?? '',
    known: message.known ?? '',
    knownGrading: gradingOf(message.known_grading),
    // A language that this house does not speak is for who answers to find; one it speaks it offers.
    answerLanguages: spoken.length > 0 ? [...new Set(spoken)] : ['en'],
  };
};

/** The requests among the objects of an item. */
export const requestsIn = <Content extends JsonObject>(objects: readonly Content[]): readonly Content[] =>
  objects.filter(({ type }) => type === requestType);

/** What an item asks: nothing, something, or something that cannot be read. */
export type AskReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'ask'; readonly message: RequestMessage }
  | { readonly kind: 'unsound'; readonly problems: readonly Problem[] };

export const readAsk = (objects: readonly JsonObject[], originator: PartyId): AskReading => {
  const [first, second] = requestsIn(objects);
  if (first === undefined) return { kind: 'none' };
  const reading = messages[requestType].read(first);
  if (reading.kind === 'refused') return { kind: 'unsound', problems: reading.problems };
  // Someone else's request passed on as content asks nothing of who holds it.
  if (reading.message.created_by_ref !== originator) return { kind: 'none' };
  return second === undefined ? { kind: 'ask', message: reading.message } : { kind: 'unsound', problems: [] };
};

/** A step, as it is told. */
export interface Told {
  readonly id: string;
  readonly item: ItemId;
  readonly addressee: PartyId;
  readonly by: PartyId;
  readonly kind: StepKind;
  readonly text: string;
  readonly ground: RefusalGround | null;
  readonly answers: readonly ItemId[];
  readonly usefulness: number | null;
  readonly followUps: readonly FollowUp[];
  readonly dueAt: Instant | null;
  readonly saidAt: Instant;
}

export const newStepId = (): string => `x-tansiq-request-step--${crypto.randomUUID()}`;

export const stepToWire = (told: Told): RequestStepMessage => ({
  type: 'x-tansiq-request-step',
  spec_version: '2.1',
  id: told.id,
  created_by_ref: told.by,
  created: told.saidAt,
  modified: told.saidAt,
  extensions: { [extensionIds['x-tansiq-request-step']]: newSdo },
  request_ref: told.item,
  addressee_ref: told.addressee,
  step: told.kind,
  ...(told.text === '' ? {} : { text: told.text }),
  ...(told.ground === null ? {} : { ground: told.ground }),
  ...(told.dueAt === null ? {} : { due_at: told.dueAt }),
  ...(told.answers.length === 0 ? {} : { answer_refs: [...told.answers] }),
  ...(told.usefulness === null ? {} : { usefulness: told.usefulness }),
  ...(told.followUps.length === 0 ? {} : { follow_ups: [...told.followUps] }),
});

/** What a step must say beyond its form: a refusal its ground, an answer where it is. */
const isWhole = (message: RequestStepMessage): boolean => {
  switch (message.step) {
    case 'refused':
      return message.ground !== undefined;
    case 'partly':
    case 'answered':
      return message.answer_refs !== undefined;
    case 'feedback':
      return message.usefulness !== undefined && message.follow_ups !== undefined;
    case 'clarification-asked':
    case 'clarified':
      return message.text !== undefined;
    default:
      return true;
  }
};

/** A moment that a calendar and a database hold. */
const isMoment = (at: Instant | undefined): boolean => at === undefined || (isDay(dayOf(at)) && at >= '1000');

/** The step in the body of an envelope; null where there is none, or it does not say what it must. */
export const stepFromWire = (body: JsonObject): Told | null => {
  const [first] = Array.isArray(body.objects) ? body.objects : [];
  const reading = messages['x-tansiq-request-step'].read(isObject(first) ? first : null);
  if (reading.kind === 'refused' || !isWhole(reading.message)) return null;
  const { message } = reading;
  if (!isMoment(message.created) || !isMoment(message.due_at) || message.text?.includes('\0') === true)
    return null;
  return {
    id: message.id,
    item: asId('item', message.request_ref),
    addressee: asId('party', message.addressee_ref),
    by: asId('party', message.created_by_ref),
    kind: message.step,
    text: message.text ?? '',
    ground: message.ground ?? null,
    answers: (message.answer_refs ?? []).map((id) => asId('item', id)),
    usefulness: message.usefulness ?? null,
    followUps: message.follow_ups ?? [],
    dueAt: message.due_at ?? null,
    saidAt: message.created,
  };
};
