/** What assessments of risk look like to a console and a script. Nothing of it leaves the node. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  gradingSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  personIdSchema,
  visibleText,
} from '../../../kernel/schemas.ts';
import { nameSchema, strict, uuidSchema } from '../contract.ts';
import { hazards } from './hazards.ts';
import { confidences, levels, scale } from './level.ts';
import { riskLimits } from './limits.ts';
import { targetKinds, targetPattern } from './target.ts';

export { type HazardName, hazards, hazardWords } from './hazards.ts';
export {
  type Confidence,
  confidences,
  type Level,
  levelOf,
  levels,
  rankOf,
  type Step,
  scale,
} from './level.ts';
export { riskLimits } from './limits.ts';
export { type Target, type TargetKind, targetKey, targetKinds } from './target.ts';

export const hazardSchema = oneOf(hazards);
export const levelSchema = oneOf(levels);
const step = Type.Unsafe<(typeof scale)[number]>(Type.Integer({ minimum: 1, maximum: scale.length }));
/** A target as `targetKey` writes it. */
export const targetKeySchema = Type.String({ pattern: targetPattern });

/**
 * What an assessment rests on, with the grade that its giver gave it: an item of this node, or
 * free words.
 */
export const sourceSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('item'),
      item: itemIdSchema,
      note: Type.String({ maxLength: riskLimits.source }),
      grading: nullable(gradingSchema),
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('words'), text: visibleText(riskLimits.source), grading: nullable(gradingSchema) },
    strict,
  ),
]);
/** What an assessment rests on. */
export type Source = Static<typeof sourceSchema>;

const said = {
  likelihood: step,
  impact: step,
  confidence: oneOf(confidences),
  reason: visibleText(riskLimits.reason),
  sources: Type.Array(sourceSchema, { maxItems: riskLimits.sources }),
  /** Who follows it; null for nobody yet. */
  owner: nullable(personIdSchema),
  reviewOn: daySchema,
} as const;

/** An assessment as a person writes it. */
export const assessmentDraftSchema = Type.Object(
  {
    ...said,
    target: targetKeySchema,
    hazard: hazardSchema,
    /** The version that he saw; 0 where there was none. */
    seen: Type.Integer({ minimum: 0 }),
  },
  strict,
);
/** An assessment as a person writes it. */
export type AssessmentDraft = Static<typeof assessmentDraftSchema>;

/** The parts of an assessment in which two versions may differ. */
export const comparedParts = [
  'likelihood',
  'impact',
  'confidence',
  'reason',
  'sources',
  'owner',
  'reviewOn',
] as const;

export const versionSchema = Type.Object({
  ...said,
  version: Type.Integer(),
  level: levelSchema,
  /** Proposed from facts and accepted, or a person's own. */
  origin: oneOf(['proposal', 'person']),
  at: instantSchema,
  by: Type.String(),
  /** In what it differs from the version before; empty for the first. */
  changed: Type.Array(oneOf(comparedParts)),
});
/** One version of an assessment. Versions are only added to. */
export type Version = Static<typeof versionSchema>;

export const assessmentSchema = Type.Object({
  hazard: hazardSchema,
  /** Newest first. */
  versions: Type.Array(versionSchema),
  /** The day on which it was to be looked at again has passed. */
  overdue: Type.Boolean(),
});
/** What was said of one hazard at one place. */
export type Assessment = Static<typeof assessmentSchema>;

const named = Type.Object({
  place: Type.String(),
  name: nameSchema,
  day: nullable(daySchema),
  /** Of a session. */
  title: nullable(Type.String()),
});
/** What targets are called: the place, the day, and the title of a session. */
export const namesSchema = Type.Record(Type.String(), named);
export type TargetNames = Static<typeof namesSchema>;

export const targetViewSchema = Type.Object({
  target: targetKeySchema,
  level: nullable(levelSchema),
  assessments: Type.Array(assessmentSchema),
  /** Of the venue's day: its sessions' targets; of a session: its venue's day. */
  beside: Type.Array(Type.Object({ target: targetKeySchema, level: nullable(levelSchema) })),
  names: namesSchema,
});
/** All that was said of one target. */
export type TargetView = Static<typeof targetViewSchema>;

export const differenceSchema = Type.Object({
  part: oneOf(comparedParts),
  before: Type.Unknown(),
  after: Type.Unknown(),
});
export const comparisonSchema = Type.Object({
  before: versionSchema,
  after: versionSchema,
  differences: Type.Array(differenceSchema),
});
/** Two versions beside each other. */
export type Comparison = Static<typeof comparisonSchema>;

export const cellSchema = Type.Object({
  venue: uuidSchema,
  day: daySchema,
  level: nullable(levelSchema),
  /** Sessions of that day, and how many of the day's targets were assessed. */
  sessions: Type.Integer(),
  assessed: Type.Integer(),
  overdue: Type.Integer(),
  /** The hazard that the level comes from. */
  hazard: nullable(hazardSchema),
});
export const heatSchema = Type.Object({
  /** By whose clock days are counted (IANA). */
  timeZone: Type.String(),
  cells: Type.Array(cellSchema),
  objects: Type.Array(
    Type.Object({
      object: uuidSchema,
      level: nullable(levelSchema),
      overdue: Type.Integer(),
      hazard: nullable(hazardSchema),
    }),
  ),
});
/** The greatest level of each venue on each day. */
export type Heat = Static<typeof heatSchema>;
export const heatQuerySchema = Type.Object({ hazard: Type.Optional(hazardSchema) }, strict);

export const lineSchema = Type.Object({
  target: targetKeySchema,
  hazard: hazardSchema,
  likelihood: step,
  impact: step,
  confidence: oneOf(confidences),
  level: levelSchema,
  version: Type.Integer(),
  reviewOn: daySchema,
  overdue: Type.Boolean(),
});
/** Where each current assessment lies in the matrix. */
export const matrixSchema = Type.Object({
  cells: Type.Array(
    Type.Object({ likelihood: step, impact: step, count: Type.Integer(), shown: Type.Array(lineSchema) }),
  ),
  overdue: Type.Integer(),
  total: Type.Integer(),
  names: namesSchema,
});
/** What lies in each cell of the matrix. */
export type MatrixView = Static<typeof matrixSchema>;
export const matrixQuerySchema = Type.Object(
  {
    hazard: Type.Optional(hazardSchema),
    venue: Type.Optional(uuidSchema),
    day: Type.Optional(daySchema),
    overdue: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type MatrixQuery = Static<typeof matrixQuerySchema>;

export const roseSchema = Type.Object({
  since: instantSchema,
  items: Type.Array(
    Type.Object({
      target: targetKeySchema,
      hazard: hazardSchema,
      before: levelSchema,
      after: levelSchema,
      at: instantSchema,
      by: Type.String(),
      reason: Type.String(),
    }),
  ),
  /** Assessed for the first time since then: neither higher nor lower. */
  first: Type.Integer(),
  fell: Type.Integer(),
  names: namesSchema,
});
/** What is higher than it was. */
export type Rose = Static<typeof roseSchema>;
export const roseQuerySchema = Type.Object({ since: Type.Optional(instantSchema) }, strict);

export const factSchema = Type.Object({
  /** The rule that it speaks for: `full-house`. */
  code: Type.String(),
  text: Type.String(),
});
export const proposalSchema = Type.Object({
  target: targetKeySchema,
  hazard: hazardSchema,
  likelihood: step,
  impact: step,
  confidence: oneOf(confidences),
  level: levelSchema,
  facts: Type.Array(factSchema),
});
/** A starting assessment that the facts speak for; nothing is kept of it until a person accepts it. */
export type Proposal = Static<typeof proposalSchema>;
export const proposalsSchema = Type.Object({
  items: Type.Array(proposalSchema),
  total: Type.Integer(),
  /** How many of each level. */
  levels: Type.Record(Type.String(), Type.Integer()),
  /** Stands for the facts: accepted is what was seen, or nothing. */
  digest: Type.String(),
  names: namesSchema,
});
export type Proposals = Static<typeof proposalsSchema>;
const scope = {
  kind: Type.Optional(oneOf(targetKinds)),
  hazard: Type.Optional(hazardSchema),
  target: Type.Optional(targetKeySchema),
  day: Type.Optional(daySchema),
} as const;
export const proposalsQuerySchema = Type.Object({ ...scope, language: languageSchema }, strict);
export type ProposalsQuery = Static<typeof proposalsQuerySchema>;
export const acceptanceSchema = Type.Object(
  {
    ...scope,
    language: languageSchema,
    digest: Type.String({ maxLength: 64 }),
    /** Why they are accepted; it stands with each, after the facts. */
    reason: visibleText(riskLimits.source),
    owner: nullable(personIdSchema),
    reviewOn: daySchema,
  },
  strict,
);
/** A person accepts what is proposed. */
export type Acceptance = Static<typeof acceptanceSchema>;
export const acceptedSchema = Type.Object({ accepted: Type.Integer() });

export const targetParamsSchema = Type.Object({ event: uuidSchema, target: targetKeySchema });
export const comparisonQuerySchema = Type.Object(
  {
    hazard: hazardSchema,
    before: Type.Integer({ minimum: 1 }),
    after: Type.Integer({ minimum: 1 }),
  },
  strict,
);
