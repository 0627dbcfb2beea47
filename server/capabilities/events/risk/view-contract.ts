/** What is shown of risk: assessments, the map, the matrix, what rose, proposals. */
import Type, { type Static } from 'typebox';
import { daySchema, instantSchema, nullable, oneOf } from '../../../kernel/schemas.ts';
import { nameSchema, uuidSchema } from '../contract.ts';
import { hazardSchema, levelSchema, said, stepSchema, targetKeySchema } from './contract.ts';
import { confidences } from './level.ts';

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

/** What a target is called. */
export const namedSchema = Type.Object({
  place: Type.String(),
  name: nameSchema,
  day: nullable(daySchema),
  /** Of a session. */
  title: nullable(Type.String()),
});
/** What targets are called: the place, the day, and the title of a session. */
export const namesSchema = Type.Record(Type.String(), namedSchema);
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
/** A hazard at a place, and how it is weighed. */
const weighed = {
  target: targetKeySchema,
  hazard: hazardSchema,
  likelihood: stepSchema,
  impact: stepSchema,
  confidence: oneOf(confidences),
  level: levelSchema,
} as const;
export const lineSchema = Type.Object({
  ...weighed,
  version: Type.Integer(),
  reviewOn: daySchema,
  overdue: Type.Boolean(),
});
/** Where each current assessment lies in the matrix. */
export const matrixSchema = Type.Object({
  cells: Type.Array(
    Type.Object({
      likelihood: stepSchema,
      impact: stepSchema,
      count: Type.Integer(),
      shown: Type.Array(lineSchema),
    }),
  ),
  overdue: Type.Integer(),
  total: Type.Integer(),
  names: namesSchema,
});
/** What lies in each cell of the matrix. */
export type MatrixView = Static<typeof matrixSchema>;
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
export const factSchema = Type.Object({
  /** The rule that it speaks for: `full-house`. */
  code: Type.String(),
  text: Type.String(),
});
export const proposalSchema = Type.Object({
  ...weighed,
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
export const acceptedSchema = Type.Object({ accepted: Type.Integer() });
