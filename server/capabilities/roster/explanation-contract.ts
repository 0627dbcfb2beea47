/** Why a post is open and what would help, and why those who stand on it do. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf } from '../../kernel/schemas.ts';
import { planLimits, rules } from './plan.ts';

const identifier = Type.String({ minLength: 1, maxLength: planLimits.identifier });
const ruleSchema = oneOf(rules);
/** A service that could be asked, by what this node knows of it. */
const partnerSchema = Type.Object({
  party: Type.String(),
  /** Its units of the specialty in the plan, and of those, the ones that meet all of what is required. */
  units: Type.Integer(),
  able: Type.Integer(),
  /** What it said when it was last asked for the specialty, or that its answer is awaited. */
  answer: nullable(
    Type.Object({
      ask: Type.String(),
      /** Units that it was asked for and has not answered about; 0 where it has. */
      awaited: Type.Integer(),
      offered: Type.Integer(),
      accepted: Type.Integer(),
      declined: Type.Boolean(),
      at: instantSchema,
    }),
  ),
});
/** A partner as a remedy names it. */
export type RemedyPartner = Static<typeof partnerSchema>;

export const explanationSchema = Type.Object({
  /** Null where nobody is wanting. */
  open: nullable(
    Type.Object({
      /** Seats that are open. */
      open: Type.Integer(),
      /** Units that are left after each rule was asked, in turn. */
      remaining: Type.Array(Type.Object({ rule: ruleSchema, left: Type.Integer() })),
      binding: ruleSchema,
      /** Units that could be put there now. */
      free: Type.Array(identifier),
      /** Units that one rule alone keeps away, and the duty that it clashes with. */
      nearMisses: Type.Array(
        Type.Object({ unit: identifier, rule: ruleSchema, beside: nullable(identifier) }),
      ),
      /** Units that could hold a part of it. */
      parts: Type.Array(
        /** Minutes left out at the beginning of the post and at its end. */
        Type.Object({ unit: identifier, late: Type.Number(), early: Type.Number() }),
      ),
      remedies: Type.Array(
        Type.Union([
          /** Units of the plan that would cover so much once people of the node let them come. */
          Type.Object({
            kind: Type.Literal('prepare'),
            units: Type.Array(identifier),
            minutes: Type.Number(),
          }),
          Type.Object({
            kind: Type.Literal('ask'),
            quantity: Type.Integer(),
            minutes: Type.Number(),
            /** Minutes that the first of them would cover, the first two, and so on. */
            covers: Type.Array(Type.Number()),
            partners: Type.Array(partnerSchema),
          }),
          Type.Object({ kind: Type.Literal('move'), minutes: Type.Integer(), unit: identifier }),
        ]),
      ),
    }),
  ),
  why: Type.Array(
    Type.Object({
      unit: identifier,
      able: Type.Integer(),
      free: Type.Integer(),
      /** Its place among those who were free: 1 is the best. */
      rank: Type.Integer(),
      others: Type.Array(Type.Object({ unit: identifier, rule: nullable(ruleSchema) })),
      settled: nullable(Type.String()),
    }),
  ),
});
/** Why a post is open, and why those who stand on it do. */
export type Explanation = Static<typeof explanationSchema>;
