/** Drafts, the work of the solver on them, and what was published of them. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf, textLimits, visibleText } from '../../kernel/schemas.ts';
import { assignmentSchema, holdSchema, planLimits } from './plan.ts';
import { boundSchema, coverageSchema, noteSchema } from './roster.ts';

const strict = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });

export const draftStates = ['open', 'proposed', 'published', 'discarded'] as const;
export const jobStates = ['running', 'done', 'cancelled', 'failed', 'broken-off'] as const;
export const solvedSchema = Type.Object({
  seed: Type.Integer(),
  iterations: Type.Integer(),
  /** Where it was broken off before its iterations were done. */
  stopAfter: nullable(Type.Integer()),
  at: instantSchema,
  bound: nullable(boundSchema),
  /** The plan, and the bans, of which the bound was proven. */
  boundOf: Type.Optional(Type.Object({ plan: id, forbidden: Type.Array(Type.String()) })),
  coverage: coverageSchema,
  notes: Type.Array(noteSchema),
});
/** What the solver said of a draft when it was last asked: enough to get the same again. */
export type Solved = Static<typeof solvedSchema>;

const draftFacts = {
  id,
  event: Type.String(),
  plan: id,
  name: Type.String(),
  copiedFrom: nullable(Type.String()),
  state: oneOf(draftStates),
  version: Type.Integer(),
  /** How many edits stand, of how many: those after were undone. */
  place: Type.Integer(),
  edits: Type.Integer(),
  solved: nullable(solvedSchema),
  madeBy: Type.String(),
  madeAt: instantSchema,
  changedAt: instantSchema,
  proposedBy: nullable(Type.String()),
  proposedAt: nullable(instantSchema),
  returned: nullable(Type.String()),
};
export const draftFactsSchema = Type.Object(draftFacts);
/** A draft without who stands where. */
export type DraftFacts = Static<typeof draftFactsSchema>;

export const jobSchema = Type.Object({
  id,
  draft: id,
  kind: oneOf(['solve', 'replan']),
  state: oneOf(jobStates),
  seed: Type.Integer(),
  iterations: Type.Integer(),
  /** How far it is, from 0 to 1, and what is covered by then in weighted minutes. */
  progress: nullable(Type.Object({ share: Type.Number(), covered: Type.Number(), wanted: Type.Number() })),
  startedAt: instantSchema,
  endedAt: nullable(instantSchema),
});
/** Work in a thread of the node. */
export type Job = Static<typeof jobSchema>;

export const draftSchema = Type.Object({
  ...draftFacts,
  assignments: Type.Array(assignmentSchema),
  holds: Type.Array(holdSchema),
  coverage: coverageSchema,
  job: nullable(jobSchema),
});
/** A draft, whole. */
export type Draft = Static<typeof draftSchema>;

export const lapsedSchema = Type.Object({
  unit: Type.String(),
  name: Type.String(),
  /** Duties that lie ahead. */
  duties: Type.Integer(),
  /** It has no host officer any more, or is itself no longer there. */
  why: oneOf(['host-pair', 'gone']),
});
/** A unit whose published duties no longer hold. */
export type Lapsed = Static<typeof lapsedSchema>;

export const eventRosterSchema = Type.Object({
  /** What has to be planned anew: duties of the published roster that nobody may do as it says. */
  lapsed: Type.Array(lapsedSchema),
  drafts: Type.Array(draftFactsSchema),
  publications: Type.Array(
    Type.Object({
      id,
      number: Type.Integer(),
      draft: id,
      plan: id,
      duties: Type.Integer(),
      proposedBy: Type.String(),
      approvedBy: Type.String(),
      publishedAt: instantSchema,
    }),
  ),
});
/** What there is for an event. */
export type EventRoster = Static<typeof eventRosterSchema>;
/** In how many drafts that are worked on a place has posts, and how many it has as published. */
export const placeUseSchema = Type.Object({ drafts: Type.Integer(), publishedPosts: Type.Integer() });
export type PlaceUse = Static<typeof placeUseSchema>;
/** A published roster without who stands where. */
export type PublicationFacts = EventRoster['publications'][number];

export const newDraftSchema = Type.Object(
  {
    name: visibleText(textLimits.title),
    /** A copy of this draft, to see what would happen if; a new plan of the event where it is left out. */
    copyOf: Type.Optional(id),
  },
  strict,
);
/** A draft that is begun. */
export type NewDraft = Static<typeof newDraftSchema>;

export const returnBodySchema = Type.Object(
  { version: Type.Integer({ minimum: 1 }), reason: visibleText(planLimits.reason) },
  strict,
);
export const publicationSchema = Type.Object({
  id,
  event: Type.String(),
  number: Type.Integer(),
  plan: id,
  assignments: Type.Array(assignmentSchema),
  hash: Type.String(),
  proposedBy: Type.String(),
  approvedBy: Type.String(),
  publishedAt: instantSchema,
});
/** A published roster: it is never changed. */
export type Publication = Static<typeof publicationSchema>;
