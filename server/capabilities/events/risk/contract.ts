/**
 * What a person writes of risk, and what he asks to be shown; the answers are in view-contract.ts. Nothing of
 * it leaves the node.
 */
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
import { strict, uuidSchema } from '../contract.ts';
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
/** A step of likelihood or of impact. */
export const stepSchema = Type.Unsafe<(typeof scale)[number]>(
  Type.Integer({ minimum: 1, maximum: scale.length }),
);
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

/** What each version of an assessment says. */
export const said = {
  likelihood: stepSchema,
  impact: stepSchema,
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

export const heatQuerySchema = Type.Object({ hazard: Type.Optional(hazardSchema) }, strict);
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
export const roseQuerySchema = Type.Object({ since: Type.Optional(instantSchema) }, strict);
export const targetParamsSchema = Type.Object({ event: uuidSchema, target: targetKeySchema });
export const comparisonQuerySchema = Type.Object(
  {
    hazard: hazardSchema,
    before: Type.Integer({ minimum: 1 }),
    after: Type.Integer({ minimum: 1 }),
  },
  strict,
);
