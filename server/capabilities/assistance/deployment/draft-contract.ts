/** What is written of officers and teams: names, steps, pairs, tasks, costs. Browsers import it. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  nullable,
  oneOf,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../../kernel/schemas.ts';
import { chargePattern } from '../answer-contract.ts';
import { bearers, costKinds } from '../ask-contract.ts';
import { badgeLimits } from './badge-code.ts';
import { closed, groundsSchema, periodSchema, profileSchema, unitLimits, uuid } from './contract.ts';
import { certificateKinds, taskingReasons, vettingGrounds } from './vocabulary.ts';

/** Officers named against a line of an accepted offer: drafts until the contact point releases them. */
export const namingSchema = Type.Object(
  {
    /** The ask whose offer was accepted, and the line of it that they fill. */
    ask: uuid,
    line: uuid,
    grounds: groundsSchema,
    profiles: Type.Array(profileSchema, { minItems: 1, maxItems: unitLimits.atOnce }),
    /** The unit that the first of them takes the place of. */
    replaces: Type.Optional(uuid),
  },
  closed,
);
export type Naming = Static<typeof namingSchema>;

/** The names that were kept, and what the host will miss of their papers. */
export const namedSchema = Type.Object({
  named: Type.Array(uuid),
  notes: Type.Array(
    Type.Object({
      row: Type.Integer(),
      nameLatin: Type.String(),
      nameArabic: Type.String(),
      missing: Type.Array(oneOf(certificateKinds)),
      expired: Type.Array(oneOf(certificateKinds)),
    }),
  ),
});
export type NamedAnswer = Static<typeof namedSchema>;

/** Officers of this service's own, entered by hand. */
export const ownUnitSchema = Type.Object(
  { grounds: groundsSchema, profile: profileSchema, person: nullable(personIdSchema) },
  closed,
);
export type OwnUnit = Static<typeof ownUnitSchema>;
export const ownChangeSchema = Type.Object(
  {
    profile: profileSchema,
    person: nullable(personIdSchema),
    /** Of the unit as it was read: of two who change it, the second is told. */
    version: Type.Integer({ minimum: 1 }),
  },
  closed,
);

export type OwnChange = Static<typeof ownChangeSchema>;

/** A table of own officers as someone exported it; `dryRun` stores nothing. */
export const unitImportSchema = Type.Object(
  {
    /** The bytes of the file, base64. */
    content: Type.String({ maxLength: 7_000_000, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
    /** Needed for what is kept; null for what is only read. */
    grounds: nullable(groundsSchema),
    dryRun: Type.Boolean(),
    /** Imports the sound rows and leaves out the others. */
    leaveOut: Type.Boolean(),
  },
  closed,
);
export type UnitImport = Static<typeof unitImportSchema>;
const problemSchema = Type.Object({
  row: nullable(Type.Integer()),
  column: nullable(Type.String()),
  rule: Type.String(),
  says: Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
});
export const unitImportReportSchema = Type.Object({
  stored: Type.Integer(),
  rows: Type.Integer(),
  sound: Type.Integer(),
  columns: Type.Array(Type.Object({ title: Type.String(), field: nullable(Type.String()) })),
  shown: Type.Array(profileSchema),
  problems: Type.Array(problemSchema),
  /** Of the register already, by name, service, specialty and period: left out. */
  already: Type.Array(Type.String()),
});
export type UnitImportReport = Static<typeof unitImportReportSchema>;

/** A step as its taker writes it. */
export const stepDraftSchema = Type.Union([
  Type.Object({ kind: Type.Literal('vet'), ground: nullable(oneOf(vettingGrounds)) }, closed),
  Type.Object(
    {
      kind: Type.Literal('accredit'),
      until: daySchema,
      zones: Type.Array(visibleText(badgeLimits.zone), { maxItems: badgeLimits.zones, uniqueItems: true }),
      armed: Type.Boolean(),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('revoke-badge'), reason: visibleText(textLimits.title) }, closed),
  Type.Object(
    { kind: Type.Literal('arrive'), lodging: Type.String({ maxLength: textLimits.title }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('brief'), language: Type.String({ pattern: '^[a-z]{2}$' }) }, closed),
  Type.Object(
    {
      kind: Type.Union([Type.Literal('propose-extension'), Type.Literal('agree-extension')]),
      until: instantSchema,
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('release') }, closed),
  Type.Object({ kind: Type.Literal('debrief'), text: visibleText(4_000) }, closed),
  Type.Object({ kind: Type.Literal('withdraw'), reason: visibleText(textLimits.title) }, closed),
]);
export type StepDraft = Static<typeof stepDraftSchema>;

/** Pairs a visiting officer with a host officer of the register. */
export const pairDraftSchema = Type.Object({ host: uuid, period: periodSchema }, closed);
/** The time for which a host officer is looked for: all that is left unless it is said. */
export const suggestionQuerySchema = Type.Partial(periodSchema, closed);
export const suggestionListSchema = Type.Array(
  Type.Object({
    host: uuid,
    nameLatin: Type.String(),
    nameArabic: Type.String(),
    rank: Type.String(),
    sameSpecialty: Type.Boolean(),
    languages: Type.Array(Type.String()),
    withHim: Type.Integer(),
  }),
);
export type SuggestionList = Static<typeof suggestionListSchema>;
export const taskDraftSchema = Type.Object(
  { text: visibleText(unitLimits.task), period: periodSchema },
  closed,
);
export type TaskDraft = Static<typeof taskDraftSchema>;
/** Tasks for many: each is asked the same rule; one that may not refuses all of them. */
export const taskImportSchema = Type.Object(
  {
    tasks: Type.Array(
      Type.Object({ unit: uuid, text: visibleText(unitLimits.task), period: periodSchema }, closed),
      { minItems: 1, maxItems: 5_000 },
    ),
    dryRun: Type.Boolean(),
  },
  closed,
);
export type TaskImport = Static<typeof taskImportSchema>;
export const taskImportReportSchema = Type.Object({
  stored: Type.Integer(),
  refused: Type.Array(
    Type.Object({ row: Type.Integer(), unit: uuid, reasons: Type.Array(oneOf(taskingReasons)) }),
  ),
});

export type TaskImportReport = Static<typeof taskImportReportSchema>;

export const costDraftSchema = Type.Object(
  {
    kind: oneOf(costKinds),
    bearer: oneOf(bearers),
    amount: Type.String({ pattern: chargePattern }),
    /** ISO 4217. */
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  closed,
);
export type CostDraft = Static<typeof costDraftSchema>;
export const idParamsSchema = Type.Object({ id: uuid });
export const stepParamsSchema = Type.Object({ id: uuid, step: uuid });
export const pairParamsSchema = Type.Object({ id: uuid, pair: uuid });
