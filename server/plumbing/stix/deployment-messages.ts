/**
 * Officers who are sent, as they travel: named one by one against an accepted offer, and what is then said of
 * each. The service that sends writes the deployment; a step is written by the side whose step it is.
 */
import Type, { type Static } from 'typebox';
import {
  certificateKinds,
  powers,
  requirementLimits,
  specialties,
  stepKinds,
  vettingGrounds,
} from '../specialties/index.ts';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const deploymentId = Type.String({ pattern: `^x-tansiq-deployment--${uuid}$` });
const short = part.sentence(80);
const list = <Item extends Parameters<typeof Type.Array>[0]>(item: Item, maxItems: number) =>
  Type.Optional(Type.Array(item, { minItems: 1, maxItems, uniqueItems: true }));

/** Papers that expire. */
/** A decision's ground; what it rests on stays with who decided. */
/** What is told. Vetting, badge, arrival, briefing, pair, task and release are the host's alone. */

/** An officer or a team that its service sends. */
export const deployment = Type.Object({
  ...part.domainObject('x-tansiq-deployment', extensionIds['x-tansiq-deployment']),
  assistance_ref: Type.String({ pattern: `^x-tansiq-assistance--${uuid}$` }),
  /** The line of the ask that the officer fills. */
  line: Type.String({ pattern: `^${uuid}$` }),
  host_ref: part.party,
  /** Whose place he takes. */
  replaces_ref: Type.Optional(deploymentId),
  /** In Latin letters, as in the machine-readable zone of his passport; and in Arabic ones. */
  name_latin: short,
  name_arabic: Type.Optional(short),
  service: short,
  rank: short,
  specialty: Type.Enum(specialties),
  skills: list(part.sentence(requirementLimits.skill), requirementLimits.skills),
  languages: list(
    Type.String({ pattern: '^[a-z]{2}$', description: 'ISO 639-1.' }),
    requirementLimits.languages,
  ),
  powers: list(Type.Enum(powers), powers.length),
  arms: list(Type.Object({ type: part.sentence(60), serial: part.sentence(60) }), 10),
  dog: Type.Optional(Type.Object({ name: short, chip: part.sentence(60) })),
  certificates: list(
    Type.Object({
      kind: Type.Enum(certificateKinds),
      number: part.sentence(60),
      issued: part.day,
      expires: part.day,
    }),
    20,
  ),
  phone: Type.Optional(Type.String({ pattern: '^[+0-9 ().-]{1,40}$' })),
  home: Type.Optional(
    Type.Object({
      name: short,
      latitude: Type.Number({ minimum: -90, maximum: 90 }),
      longitude: Type.Number({ minimum: -180, maximum: 180 }),
    }),
  ),
  from: part.instant,
  until: part.instant,
  hours_per_day: Type.Integer({ minimum: 1, maximum: 24 }),
  hours_per_7_days: Type.Integer({ minimum: 1, maximum: 168 }),
  team_size: Type.Integer({ minimum: 1, maximum: 500 }),
  purpose: part.line,
  legal_basis: part.line,
  review_on: part.day,
  erase_on: part.day,
});

/** What is said of him, once: a step is never changed, and one that comes again changes nothing. */
export const deploymentStep = Type.Object({
  ...part.domainObject('x-tansiq-deployment-step', extensionIds['x-tansiq-deployment-step']),
  deployment_ref: deploymentId,
  step: Type.Enum(stepKinds),
  /** Of `vet`: why he is refused; absent where he is cleared. */
  ground: Type.Optional(Type.Enum(vettingGrounds)),
  /** Of `accredit`: the badge's number, its last day, and whether he is armed. */
  badge: Type.Optional(
    Type.Object({
      number: Type.String({ pattern: '^[0-9A-Z]{4}-[0-9A-Z]{4}$' }),
      until: part.day,
      armed: Type.Boolean(),
    }),
  ),
  /** Of `brief`: in which language. */
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
  /** Of an extension: until when he stays. Of a pair or a task: its period. */
  from: Type.Optional(part.instant),
  until: Type.Optional(part.instant),
  text: Type.Optional(part.sentence(4_000)),
});

/** An officer who is sent, as he is named. */
export type DeploymentMessage = Static<typeof deployment>;
/** A step as it travels. */
export type DeploymentStepMessage = Static<typeof deploymentStep>;
