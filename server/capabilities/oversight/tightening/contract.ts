/** Tightenings on the wire. Browsers import it. */
import Type, { type Static } from 'typebox';
import { roles } from '../../../kernel/decision.ts';
import { fields, personCategories, purposes, tlps } from '../../../kernel/marking.ts';
import {
  daySchema,
  deskIdSchema,
  instantSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
} from '../../../kernel/schemas.ts';

/** What can be forbidden; who may not read may do none of the others. The same list as exchange has. */
export const acts = ['read', 'export', 'compose', 'release', 'read-attachments'] as const;
export const whoms = ['everyone', 'own', 'guests'] as const;
export const tighteningStates = [
  'proposed',
  'rejected',
  'in-force',
  'withdrawal-proposed',
  'withdrawn',
] as const;

export const tighteningLimits = {
  /** Rules in force or proposed at once: each is asked of every item that a bound reader lists. */
  live: 50,
  /** Accesses that one dry run evaluates. */
  dryRunEntries: 50_000,
  /** Days that a dry run may look back. */
  dryRunDays: 31,
  minutesOfDay: 1_440,
} as const;

const list = <const Values extends readonly string[]>(values: Values) =>
  Type.Array(oneOf(values), { maxItems: values.length, uniqueItems: true });
const minute = Type.Integer({ minimum: 0, maximum: tighteningLimits.minutesOfDay - 1 });

const ruleProperties = {
  who: oneOf(whoms),
  /** Empty: whatever his role. */
  roles: list(roles),
  acts: Type.Array(oneOf(acts), { minItems: 1, maxItems: acts.length, uniqueItems: true }),
  tlpAtLeast: nullable(oneOf(tlps)),
  fields: list(fields),
  purposes: list(purposes),
  personCategories: list(personCategories),
  /** Who made the item, or may have it. */
  partners: Type.Array(partyIdSchema, { maxItems: 100, uniqueItems: true }),
  /** It does not bind between these minutes of the day, by the clock of the zone. */
  freeHours: nullable(
    Type.Object(
      { from: minute, to: minute, zone: Type.String({ minLength: 1, maxLength: 60 }) },
      { additionalProperties: false },
    ),
  ),
  validFrom: daySchema,
  validUntil: nullable(daySchema),
};
export const ruleSchema = Type.Object(ruleProperties, { additionalProperties: false });
/** What a tightening refuses; each part that is empty or null is not looked at. */
export type Rule = Static<typeof ruleSchema>;

export const newTighteningSchema = Type.Object(
  { ...ruleProperties, reason: Type.String({ minLength: 3, maxLength: textLimits.line, pattern: '\\S' }) },
  { additionalProperties: false },
);
export type NewTightening = Static<typeof newTighteningSchema>;

export const tighteningSchema = Type.Object({
  id: Type.String(),
  ...newTighteningSchema.properties,
  state: oneOf(tighteningStates),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  decidedBy: nullable(personIdSchema),
  decidedAt: nullable(instantSchema),
  withdrawalProposedBy: nullable(personIdSchema),
  withdrawalProposedAt: nullable(instantSchema),
  withdrawnBy: nullable(personIdSchema),
  withdrawnAt: nullable(instantSchema),
});
export type Tightening = Static<typeof tighteningSchema>;
export const tighteningListSchema = Type.Array(tighteningSchema);
export const tighteningParamsSchema = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

/** A rule, and the days of accesses to hold against it: the last 24 hours where none are named. */
export const dryRunSchema = Type.Object(
  {
    rule: ruleSchema,
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: tighteningLimits.dryRunDays })),
  },
  { additionalProperties: false },
);
const count = Type.Integer();
export const dryRunResultSchema = Type.Object({
  from: instantSchema,
  to: instantSchema,
  /** Accesses that were looked at, and those of them that the rule would have refused. */
  looked: count,
  refused: count,
  /** Accesses to items that are no longer here, or of people who are not: the rule cannot tell. */
  unknown: count,
  /** True when there were more than one run looks at. */
  cut: Type.Boolean(),
  byRole: Type.Array(Type.Object({ role: oneOf(roles), looked: count, refused: count })),
  byDesk: Type.Array(Type.Object({ desk: nullable(deskIdSchema), looked: count, refused: count })),
  byAct: Type.Array(Type.Object({ act: oneOf(acts), looked: count, refused: count })),
});
export type DryRunResult = Static<typeof dryRunResultSchema>;
