/**
 * Assistance as it travels: a service that secures an event asks partners for officers, and each of the two
 * sides of an ask answers the other in steps. The ask is one object in versions; a step is never changed.
 */
import Type, { type Static } from 'typebox';
import { powers, requirementLimits, specialties } from '../specialties/index.ts';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

/** Whether those who come are to bring their service weapons. */
const arms = ['none', 'own', 'either'] as const;
/** What an officer abroad costs, by what it is spent on. */
const costKinds = ['travel', 'lodging', 'meals', 'pay', 'equipment', 'insurance', 'other'] as const;
/** Who bears a cost: the service that asks, the one that sends, or both. */
const bearers = ['host', 'sender', 'shared'] as const;
/** What is told. The first five are the asked party's; `withdraw` is either side's. */
const stepKinds = ['read', 'offer', 'counter', 'decline', 'withdraw', 'accept', 'reject', 'more'] as const;
/** Why a service declines. */
const declineGrounds = [
  'none-available',
  'own-event',
  'period',
  'conditions',
  'costs',
  'legal-basis',
  'not-held',
] as const;

const lines = 50;
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const askId = Type.String({ pattern: `^x-tansiq-assistance--${uuid}$` });
const lineId = Type.String({ pattern: `^${uuid}$` });
const quantity = Type.Integer({ minimum: 1, maximum: requirementLimits.quantity });
const languageCodes = Type.Array(Type.String({ pattern: '^[a-z]{2}$', description: 'ISO 639-1.' }), {
  minItems: 1,
  maxItems: requirementLimits.languages,
  uniqueItems: true,
});
const amount = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,3})?$', description: 'Decimal, no separators.' });

const place = Type.Object({
  name: part.sentence(300),
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
});

const askedLine = Type.Object({
  id: lineId,
  specialty: Type.Enum(specialties),
  skills: Type.Optional(
    Type.Array(part.sentence(requirementLimits.skill), {
      minItems: 1,
      maxItems: requirementLimits.skills,
      uniqueItems: true,
    }),
  ),
  languages: Type.Optional(languageCodes),
  powers: Type.Optional(
    Type.Array(Type.Enum(powers), { minItems: 1, maxItems: powers.length, uniqueItems: true }),
  ),
  quantity,
  from: part.instant,
  to: part.instant,
  places: Type.Optional(Type.Array(place, { minItems: 1, maxItems: 20 })),
  arms: Type.Enum(arms),
  conditions: Type.Optional(part.sentence(1_000)),
});

/** An ask, in the version of its counter; revoked when it is withdrawn (STIX 2.1 §3.6). */
export const assistance = Type.Object({
  ...part.domainObject('x-tansiq-assistance', extensionIds['x-tansiq-assistance']),
  version: part.counter,
  title: part.sentence(300),
  language: part.languageTag,
  /** What is secured: by the asker's own id and by the code that organisers use, where there is one. */
  event: Type.Optional(
    Type.Object({
      id: Type.Optional(lineId),
      name: part.sentence(300),
      code: Type.Optional(part.sentence(100)),
    }),
  ),
  lines: Type.Array(askedLine, { minItems: 1, maxItems: lines }),
  conditions: Type.Optional(part.sentence(4_000)),
  costs: Type.Optional(
    Type.Array(Type.Object({ kind: Type.Enum(costKinds), bearer: Type.Enum(bearers) }), {
      minItems: 1,
      maxItems: costKinds.length,
    }),
  ),
  costs_text: Type.Optional(part.sentence(1_000)),
  /** Until when the asked party is to answer. */
  answer_by: part.instant,
  issued_at: part.instant,
  /** Of a version after the first: what is new, in words. Of a withdrawn ask: why. */
  reason: Type.Optional(part.sentence(1_000)),
  revoked: Type.Optional(Type.Boolean()),
  tlp: part.tlp,
  pap: part.pap,
  handling: part.handling,
  handling_text: Type.Optional(part.sentence()),
  field: part.field,
  purpose: part.purpose,
  legal_basis: part.sentence(),
  /** The asker and the party that this copy is for: nobody is told who else was asked. */
  releasable_to_refs: part.parties,
  review_on: part.day,
  erase_on: part.day,
  agreement_ref: part.agreementId,
});

const offeredLine = Type.Object({
  line: lineId,
  quantity,
  from: Type.Optional(part.instant),
  to: Type.Optional(part.instant),
  languages: Type.Optional(languageCodes),
  arms: Type.Optional(Type.Enum(arms)),
  conditions: Type.Optional(part.sentence(1_000)),
});

/**
 * A step. `number` counts its writer's steps of this ask with this party; `seen` is the number of the other
 * side's last step that the writer knew of, so that both nodes put steps that crossed into the same order.
 */
export const assistanceStep = Type.Object({
  ...part.domainObject('x-tansiq-assistance-step', extensionIds['x-tansiq-assistance-step']),
  ask_ref: askId,
  ask_version: part.counter,
  party_ref: part.party,
  number: part.counter,
  seen: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  step: Type.Enum(stepKinds),
  /** Of accept and reject: the number of the offer that is meant. */
  answers: Type.Optional(part.counter),
  lines: Type.Optional(Type.Array(offeredLine, { minItems: 1, maxItems: lines })),
  costs: Type.Optional(
    Type.Array(
      Type.Object({
        kind: Type.Enum(costKinds),
        bearer: Type.Enum(bearers),
        amount,
        currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' }),
        text: Type.Optional(part.sentence(300)),
      }),
      { minItems: 1, maxItems: 30 },
    ),
  ),
  conditions: Type.Optional(part.sentence(4_000)),
  text: Type.Optional(part.sentence(4_000)),
  ground: Type.Optional(Type.Enum(declineGrounds)),
  language: Type.Optional(part.languageTag),
  /** Until when an offer stands. */
  valid_until: Type.Optional(part.instant),
});

/** An ask as it travels. */
export type AssistanceMessage = Static<typeof assistance>;
/** A step as it travels. */
export type AssistanceStepMessage = Static<typeof assistanceStep>;
