/** Officers and teams as a console and a script see them. Browsers import it. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../../kernel/schemas.ts';
import { requirementSchema } from '../../../plumbing/specialties/index.ts';
import { bearers, costKinds } from '../ask-contract.ts';
import {
  certificateKinds,
  stepKinds,
  taskingReasons,
  unitKinds,
  unitStates,
  vettingGrounds,
} from './vocabulary.ts';

export { powerWords, specialtyWords } from '../../../plumbing/specialties/index.ts';
export * from './vocabulary.ts';

export const unitLimits = {
  name: 80,
  rank: 80,
  serial: 60,
  arms: 10,
  certificates: 20,
  phone: 40,
  teamSize: 500,
  /** Officers named or entered at once. */
  atOnce: 500,
  /** Rows of one table of own officers. */
  importRows: 5_000,
  /** Units listed at once. */
  page: 100,
  task: 300,
} as const;

export const closed = { additionalProperties: false } as const;
export const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const periodSchema = Type.Object({ from: instantSchema, until: instantSchema }, closed);

const armSchema = Type.Object(
  { type: visibleText(unitLimits.serial), serial: visibleText(unitLimits.serial) },
  closed,
);
const certificateSchema = Type.Object(
  {
    kind: oneOf(certificateKinds),
    number: visibleText(unitLimits.serial),
    issued: daySchema,
    expires: daySchema,
  },
  closed,
);
const { specialty, skills, languages, powers } = requirementSchema.properties;

/** Who an officer or a team is, what it can do and brings. It goes on the date of the unit. */
export const profileSchema = Type.Object(
  {
    nameLatin: visibleText(unitLimits.name),
    nameArabic: Type.String({ maxLength: unitLimits.name }),
    service: visibleText(unitLimits.rank),
    rank: visibleText(unitLimits.rank),
    specialty,
    skills,
    languages,
    powers,
    arms: Type.Array(armSchema, { maxItems: unitLimits.arms }),
    /** The dog of a dog team: its name and the number of its chip. */
    dog: nullable(
      Type.Object({ name: visibleText(unitLimits.name), chip: visibleText(unitLimits.serial) }, closed),
    ),
    certificates: Type.Array(certificateSchema, { maxItems: unitLimits.certificates }),
    phone: Type.String({ maxLength: unitLimits.phone, pattern: '^[+0-9 ().-]*$' }),
    home: nullable(
      Type.Object(
        {
          name: visibleText(unitLimits.rank),
          lat: Type.Number({ minimum: -90, maximum: 90 }),
          lon: Type.Number({ minimum: -180, maximum: 180 }),
        },
        closed,
      ),
    ),
    available: periodSchema,
    hoursPerDay: Type.Integer({ minimum: 1, maximum: 24 }),
    hoursPer7Days: Type.Integer({ minimum: 1, maximum: 168 }),
    teamSize: Type.Integer({ minimum: 1, maximum: unitLimits.teamSize }),
  },
  closed,
);
/** An officer or a team, in words and figures. */
export type Profile = Static<typeof profileSchema>;

/** Why data on officers is held, and until when. */
export const groundsSchema = Type.Object(
  {
    purpose: visibleText(textLimits.line),
    legalBasis: visibleText(textLimits.line),
    reviewOn: daySchema,
    eraseOn: daySchema,
  },
  closed,
);
export type Grounds = Static<typeof groundsSchema>;

const pairSchema = Type.Object({
  id: uuid,
  visitor: uuid,
  host: uuid,
  /** The other of the two, as the reader of this unit sees him. */
  nameLatin: Type.String(),
  nameArabic: Type.String(),
  from: instantSchema,
  until: instantSchema,
  endedAt: nullable(instantSchema),
});
export const badgeViewSchema = Type.Object({
  number: Type.String(),
  from: daySchema,
  until: daySchema,
  zones: Type.Array(Type.String()),
  armed: Type.Boolean(),
  issuedAt: instantSchema,
  revokedAt: nullable(instantSchema),
});

/** A unit as a list shows it: nothing that is told for a stated reason only. */
export const unitRowSchema = Type.Object({
  id: uuid,
  kind: oneOf(unitKinds),
  party: partyIdSchema,
  host: partyIdSchema,
  state: oneOf(unitStates),
  nameLatin: Type.String(),
  nameArabic: Type.String(),
  rank: Type.String(),
  service: Type.String(),
  specialty,
  languages,
  available: periodSchema,
  teamSize: Type.Integer(),
  /** The unit whose place it takes. */
  replaces: nullable(uuid),
  /** Something of it waits for the contact point: a name, or what mends one. */
  unsent: Type.Boolean(),
});
export type UnitRow = Static<typeof unitRowSchema>;
export const unitListSchema = Type.Object({
  units: Type.Array(unitRowSchema),
  /** Of the first unit that was left out; null at the end. */
  next: nullable(Type.String()),
});
export const unitQuerySchema = Type.Object(
  {
    kind: Type.Optional(oneOf(unitKinds)),
    ask: Type.Optional(uuid),
    after: Type.Optional(Type.String({ maxLength: 36 })),
  },
  closed,
);

export type UnitQuery = Static<typeof unitQuerySchema>;

/** What the other node would not have, and why, in its words. */
export const refusalSchema = Type.Object({
  at: instantSchema,
  says: Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
});

/** A unit whole: shown for a stated reason, and the journal says to whom. */
export const unitSchema = Type.Object({
  ...unitRowSchema.properties,
  ask: nullable(uuid),
  line: nullable(uuid),
  event: nullable(uuid),
  /** Null once it was erased. */
  profile: nullable(profileSchema),
  grounds: groundsSchema,
  /** As it is changed: a change names the version that it was made of. */
  version: Type.Integer(),
  /** Why the other node would not have the name, or what mends it. */
  refusal: nullable(refusalSchema),
  /** What is to mend the name that was sent: it waits for its release, or for the host. */
  amendment: nullable(Type.Object({ profile: profileSchema, isSent: Type.Boolean() })),
  person: nullable(personIdSchema),
  vetting: nullable(Type.Object({ ground: nullable(oneOf(vettingGrounds)), at: instantSchema })),
  arrivedAt: nullable(instantSchema),
  lodging: Type.String(),
  briefed: nullable(Type.Object({ language: Type.String(), at: instantSchema })),
  /** The briefing in a language of his; null where there is none, which is to be mended. */
  briefing: nullable(Type.Object({ language: Type.String(), text: Type.String() })),
  proposal: nullable(Type.Object({ by: partyIdSchema, until: instantSchema })),
  /** Why he could not be tasked now; empty where he could. */
  reasons: Type.Array(oneOf(taskingReasons)),
  /** Papers that are wanting until his last day here: not among his, or over before it. */
  wanting: Type.Object({
    missing: Type.Array(oneOf(certificateKinds)),
    expired: Type.Array(oneOf(certificateKinds)),
  }),
  pairs: Type.Array(pairSchema),
  tasks: Type.Array(
    Type.Object({ id: uuid, text: Type.String(), from: instantSchema, until: instantSchema }),
  ),
  badges: Type.Array(badgeViewSchema),
  steps: Type.Array(
    Type.Object({
      kind: oneOf(stepKinds),
      by: partyIdSchema,
      at: instantSchema,
      words: nullable(Type.String()),
      /** Why a vetting refused him. */
      ground: nullable(oneOf(vettingGrounds)),
      /** Until when he is to stay, as an extension says. */
      until: nullable(instantSchema),
      id: uuid,
      refusal: nullable(refusalSchema),
      /** The reader may send it again. */
      resends: Type.Boolean(),
    }),
  ),
  /** Steps that the reader may take now. */
  acts: Type.Array(oneOf(stepKinds)),
  /** The reader may pair and task it and say what it costs. */
  tends: Type.Boolean(),
  /** He may change what is held of it: an own officer, or a name that was not released. */
  changes: Type.Boolean(),
  /** He may name another in its place. */
  replaceable: Type.Boolean(),
  costs: Type.Array(
    Type.Object({
      id: uuid,
      kind: oneOf(costKinds),
      bearer: oneOf(bearers),
      amount: Type.String(),
      currency: Type.String(),
    }),
  ),
});
export type UnitView = Static<typeof unitSchema>;
