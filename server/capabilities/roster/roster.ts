/** What solving a plan gives, published as `protocol/roster/roster.json`, and how it was judged. Pure. */
import Type, { type Static } from 'typebox';
import { daySchema, nullable, oneOf } from '../../kernel/schemas.ts';
import { assignmentSchema, planLimits, rules } from './plan.ts';

const strict = { additionalProperties: false } as const;
const amount = Type.Number({ minimum: 0 });

export const coverageSchema = Type.Object(
  {
    /** Seats × minutes that are wanted, and that somebody stands on. */
    wantedMinutes: amount,
    coveredMinutes: amount,
    wantedSeats: amount,
    coveredSeats: amount,
    /** The same minutes, each times the weight of its post: what the search makes as large as it can. */
    wanted: amount,
    covered: amount,
    /** By priority, from 1 to 5. */
    byPriority: Type.Array(Type.Object({ wantedMinutes: amount, coveredMinutes: amount }, strict), {
      minItems: 5,
      maxItems: 5,
    }),
  },
  strict,
);
/** How much of what is wanted somebody stands on. */
export type Coverage = Static<typeof coverageSchema>;

export const boundSchema = Type.Object(
  {
    /** No roster covers more than this, in weighted minutes: proven. */
    covered: amount,
    /** `1 - covered / bound`, of the roster beside it. */
    gap: Type.Number(),
    days: Type.Array(Type.Object({ day: daySchema, covered: amount }, strict)),
  },
  strict,
);
/** What no roster can surpass. */
export type Bound = Static<typeof boundSchema>;

export const fairnessSchema = Type.Object(
  {
    /** Standard deviation of the share of its hours that each unit serves, over the mean of the shares. */
    units: amount,
    /** The same of services. */
    parties: amount,
    /** Minutes on the way of all units: from home, between posts, and back. */
    travelMinutes: amount,
  },
  strict,
);
/** How evenly duties are spread, and how much time is spent on the way. */
export type Fairness = Static<typeof fairnessSchema>;

/** What cannot be done at all, or was left out, said once for a whole group of posts or units. */
export const noteSchema = Type.Object(
  {
    kind: oneOf([
      'no-unit',
      'no-post',
      'no-unit-can',
      'hold-broken',
      'told-broken',
      'stopped',
      'bound-missing',
    ]),
    text: Type.String(),
    posts: Type.Optional(Type.Array(Type.String())),
    units: Type.Optional(Type.Array(Type.String())),
    rule: Type.Optional(oneOf(rules)),
  },
  strict,
);
/** A remark on a roster. */
export type Note = Static<typeof noteSchema>;

/** A roster as it is published; its rules are checked by the checker. */
export const rosterSchema = Type.Object(
  {
    version: Type.Literal(1),
    assignments: Type.Array(assignmentSchema, { maxItems: planLimits.told }),
    coverage: coverageSchema,
    bound: nullable(boundSchema),
    seed: Type.Integer({ minimum: 0 }),
    /** Given as the plan's `settings.iterations`, with the seed, it gives the same roster again. */
    iterations: Type.Integer({ minimum: 0 }),
    /** Given as `settings.stopAfter` too: where time ran out before all iterations, or was left after them. */
    stopAfter: Type.Optional(Type.Integer({ minimum: 0 })),
    fairness: fairnessSchema,
    notes: Type.Array(noteSchema),
  },
  strict,
);
/** Who stands on which post when. */
export type Roster = Static<typeof rosterSchema>;

export const violationSchema = Type.Object(
  {
    rule: oneOf([...rules, 'unknown-post', 'unknown-unit', 'seat', 'period']),
    unit: Type.String(),
    post: Type.String(),
    /** The other duty of the unit that it clashes with. */
    other: Type.Optional(Type.String()),
    /** Where a person has overridden the rule, why. */
    overridden: Type.Optional(Type.String()),
    text: Type.String(),
  },
  strict,
);
/** A hard rule that a roster breaks. */
export type Violation = Static<typeof violationSchema>;

export const verdictSchema = Type.Object(
  {
    violations: Type.Array(violationSchema),
    coverage: coverageSchema,
    /** Pins and locks that the roster does not keep to. */
    brokenHolds: Type.Array(Type.Object({ unit: Type.String(), post: Type.String(), kind: Type.String() })),
  },
  strict,
);
/** What the checker finds in a roster. */
export type Verdict = Static<typeof verdictSchema>;
