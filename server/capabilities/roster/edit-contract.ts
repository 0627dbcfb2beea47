/** What is done to a draft: by hand, by the solver, and when circumstances change. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf } from '../../kernel/schemas.ts';
import { jobSchema } from './draft-contract.ts';
import { rosterLimits } from './limits.ts';
import { assignmentSchema, holdSchema, planLimits } from './plan.ts';
import { boundSchema, coverageSchema } from './roster.ts';

const strict = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const identifier = Type.String({ minLength: 1, maxLength: planLimits.identifier });
const reason = Type.String({ maxLength: planLimits.reason });
const seat = Type.Integer({ minimum: 0, maximum: 10_000 });
const at = Type.Object({ post: identifier, seat }, strict);

export const editKinds = [
  'place',
  'swap',
  'move',
  'unassign',
  'pin',
  'unpin',
  'forbid',
  'permit',
  'lock',
  'unlock',
  'import',
  'solve',
  'replan',
] as const;

const settled = { reason };
export const editSchema = Type.Union([
  Type.Object({ kind: Type.Literal('place'), ...at.properties, unit: identifier, ...settled }, strict),
  Type.Object({ kind: Type.Literal('swap'), one: at, other: at, ...settled }, strict),
  Type.Object({ kind: Type.Literal('move'), from: at, to: at, ...settled }, strict),
  Type.Object({ kind: Type.Literal('unassign'), ...at.properties }, strict),
  Type.Object({ kind: Type.Literal('pin'), unit: identifier, post: identifier, ...settled }, strict),
  Type.Object({ kind: Type.Literal('unpin'), unit: identifier, post: identifier }, strict),
  Type.Object(
    { kind: Type.Literal('forbid'), unit: identifier, post: Type.Optional(identifier), ...settled },
    strict,
  ),
  Type.Object({ kind: Type.Literal('permit'), unit: identifier, post: Type.Optional(identifier) }, strict),
  Type.Object(
    { kind: Type.Literal('lock'), unit: Type.Optional(identifier), until: instantSchema, ...settled },
    strict,
  ),
  Type.Object({ kind: Type.Literal('unlock'), unit: Type.Optional(identifier) }, strict),
  /** Who stands where, from elsewhere: all of it in place of what stood. */
  Type.Object(
    {
      kind: Type.Literal('import'),
      assignments: Type.Array(assignmentSchema, { maxItems: planLimits.told }),
    },
    strict,
  ),
]);
/**
 * What a person does to a draft. `reason` is empty where no rule has to be set aside for it; where one has
 * to, it is what is kept of why.
 */
export type Edit = Static<typeof editSchema>;

export const editBodySchema = Type.Object(
  /** The version that the reader sees. */
  { version: Type.Integer({ minimum: 1 }), edit: editSchema },
  strict,
);
export const versionBodySchema = Type.Object({ version: Type.Integer({ minimum: 1 }) }, strict);

const standing = nullable(
  Type.Object({ unit: identifier, from: Type.Optional(instantSchema), to: Type.Optional(instantSchema) }),
);
export const changeSchema = Type.Union([
  Type.Object({ kind: Type.Literal('stand'), ...at.properties, before: standing, after: standing }),
  Type.Object({ kind: Type.Literal('hold'), before: nullable(holdSchema), after: nullable(holdSchema) }),
  Type.Object({ kind: Type.Literal('plan'), before: Type.String(), after: Type.String() }),
]);
export const editedSchema = Type.Object({
  version: Type.Integer(),
  place: Type.Integer(),
  edits: Type.Integer(),
  changes: Type.Array(changeSchema),
  coverage: coverageSchema,
});
/** What an edit changed. */
export type Edited = Static<typeof editedSchema>;

export const editFactsSchema = Type.Object({
  place: Type.Integer(),
  kind: oneOf(editKinds),
  by: Type.String(),
  at: instantSchema,
  changes: Type.Integer(),
});
/** An edit, without what it changed. */
export type EditFacts = Static<typeof editFactsSchema>;

export const solveBodySchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
    iterations: Type.Optional(Type.Integer({ minimum: 0, maximum: planLimits.iterations })),
    stopAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: planLimits.iterations })),
    seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: rosterLimits.mostSeconds })),
  },
  strict,
);
/** How the search is to go about it. */
export type SolveBody = Static<typeof solveBodySchema>;

export const circumstanceSchema = Type.Union([
  /** What stands in the event and in the register now. */
  Type.Object({ kind: Type.Literal('as-it-stands') }, strict),
  Type.Object({ kind: Type.Literal('unit-withdrawn'), unit: identifier, from: instantSchema }, strict),
  Type.Object({ kind: Type.Literal('unit-late'), unit: identifier, until: instantSchema }, strict),
  Type.Object(
    {
      kind: Type.Literal('posts-moved'),
      posts: Type.Array(identifier, { minItems: 1, maxItems: 2_000 }),
      minutes: Type.Integer({ minimum: -10_080, maximum: 10_080 }),
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('place-closed'), place: identifier, from: instantSchema, to: instantSchema },
    strict,
  ),
]);
/** What became otherwise since the plan was taken. */
export type Circumstance = Static<typeof circumstanceSchema>;
export const replanBodySchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    circumstances: Type.Array(circumstanceSchema, { minItems: 1, maxItems: rosterLimits.circumstances }),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
  },
  strict,
);
/** What a re-plan is asked for. */
export type ReplanBody = Static<typeof replanBodySchema>;

const units = Type.Array(identifier);
const postSideSchema = Type.Object({
  from: instantSchema,
  to: instantSchema,
  place: Type.String(),
  wanted: Type.Integer(),
  standing: Type.Integer(),
});
export const postDifferenceSchema = Type.Object({
  post: identifier,
  before: nullable(postSideSchema),
  after: nullable(postSideSchema),
  leaves: units,
  joins: units,
  moved: units,
});
export const unitDifferenceSchema = Type.Object({
  unit: identifier,
  loses: Type.Array(identifier),
  gains: Type.Array(identifier),
  moved: Type.Array(identifier),
});
const byPriority = Type.Array(Type.Integer(), { minItems: 5, maxItems: 5 });
/** Seats on which nobody stands, by priority from 1 to 5. */
const vacantSchema = Type.Object({ before: byPriority, after: byPriority });
export const comparisonSchema = Type.Object({
  posts: Type.Array(postDifferenceSchema),
  units: Type.Array(unitDifferenceSchema),
  before: coverageSchema,
  after: coverageSchema,
  vacant: vacantSchema,
  /** Their plans: a post or a unit may be in one of the two alone. */
  plans: Type.Object({ before: id, after: id }),
});
/** Two rosters side by side. */
export type Comparison = Static<typeof comparisonSchema>;

export const proposalSchema = Type.Object({
  ...postDifferenceSchema.properties,
  /** Changes of one chain hang together: one unit gives way to the next. */
  chain: Type.Integer(),
  /** Who leaves because he can no longer stand there, whatever is decided. */
  forced: units,
});
/** What a re-plan would change at one post. */
export type Proposal = Static<typeof proposalSchema>;
export const replanSchema = Type.Object({
  job: jobSchema,
  plan: id,
  proposals: Type.Array(proposalSchema),
  /** Units that hear of a change, and duties that change. */
  people: Type.Integer(),
  duties: Type.Integer(),
  before: coverageSchema,
  after: coverageSchema,
  vacant: vacantSchema,
  /** What no roster of the plan as it is now could surpass. */
  bound: nullable(boundSchema),
});
/** What a re-plan found, for people to decide. */
export type Replan = Static<typeof replanSchema>;
export const acceptBodySchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    /** Posts whose changes are accepted; at all others as little changes as can. */
    posts: Type.Array(identifier, { maxItems: planLimits.posts }),
  },
  strict,
);
