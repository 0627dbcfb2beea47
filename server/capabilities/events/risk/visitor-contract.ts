/**
 * Visitor risk analyses: what each partner expects of those who travel from his country, asked
 * and answered.
 */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  partyIdSchema,
} from '../../../kernel/schemas.ts';
import { strict } from '../contract.ts';
import { riskLimits } from './limits.ts';

/** When partners are asked for it: weeks before the first day. */
export const visitorMilestones = ['t-8-weeks', 't-2-weeks'] as const;
/** One of `visitorMilestones`. */
export type VisitorMilestone = (typeof visitorMilestones)[number];

/** How far one of them has come. */
export const visitorStates = [
  'drafted',
  'proposed',
  'returned',
  'released',
  'partly',
  'answered',
  'no-record',
  'refused',
  'withdrawn',
] as const;
export type VisitorState = (typeof visitorStates)[number];

export const visitorAskSchema = Type.Object({
  partner: partyIdSchema,
  milestone: oneOf(visitorMilestones),
  dueOn: daySchema,
  item: itemIdSchema,
  state: oneOf(visitorStates),
  askedAt: instantSchema,
  releasedAt: nullable(instantSchema),
  answeredAt: nullable(instantSchema),
  /** Items that answer it. */
  answers: Type.Array(itemIdSchema),
  /** Not answered, and the day has passed. */
  overdue: Type.Boolean(),
});
/** One analysis asked of one partner. */
export type VisitorAsk = Static<typeof visitorAskSchema>;

export const visitorsSchema = Type.Object({
  milestones: Type.Array(
    Type.Object({
      milestone: oneOf(visitorMilestones),
      dueOn: daySchema,
      /** The day is near, or has passed. */
      near: Type.Boolean(),
    }),
  ),
  partners: Type.Array(
    Type.Object({
      partner: partyIdSchema,
      /** An agreement in force covers it, and there is a link. */
      covered: Type.Boolean(),
      linked: Type.Boolean(),
    }),
  ),
  asks: Type.Array(visitorAskSchema),
  mayAsk: Type.Boolean(),
});
/** What each partner was asked and has answered. */
export type Visitors = Static<typeof visitorsSchema>;

export const visitorTextQuerySchema = Type.Object(
  { milestone: oneOf(visitorMilestones), language: languageSchema },
  strict,
);
export const visitorTextSchema = Type.Object({ title: Type.String(), summary: Type.String() });
/** What partners would be asked, to be read and changed before. */
export type VisitorText = Static<typeof visitorTextSchema>;

export const visitorDraftSchema = Type.Object(
  {
    milestone: oneOf(visitorMilestones),
    partners: Type.Array(partyIdSchema, { minItems: 1, maxItems: riskLimits.partners, uniqueItems: true }),
    language: languageSchema,
    title: Type.String({ minLength: 1, maxLength: 300 }),
    summary: Type.String({ minLength: 1, maxLength: 20_000 }),
    /** Puts each before a contact point at once; else they stay drafts. */
    propose: Type.Boolean(),
  },
  strict,
);
/** Partners are asked at once. */
export type VisitorDraft = Static<typeof visitorDraftSchema>;
