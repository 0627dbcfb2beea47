/**
 * What a roster is solved from: places, units, posts, and what people have been told or have settled by hand.
 * Published as `protocol/roster/plan.json`. Pure; instants are UTC, days are of the plan's zone.
 */
import Type, { type Static } from 'typebox';
import { instantSchema, oneOf, visibleText } from '../../kernel/schemas.ts';
import {
  languageCodeSchema,
  powers,
  requirementLimits,
  requirementSchema,
  specialties,
} from '../../plumbing/specialties/index.ts';
import { rules } from './rule.ts';

export { neverSetAside, type Rule, rules } from './rule.ts';

/** Limits of a plan; a larger one is refused with the name of its limit. */
export const planLimits = {
  places: 1_000,
  units: 5_000,
  posts: 20_000,
  windows: 60,
  holds: 20_000,
  told: 200_000,
  days: 62,
  identifier: 80,
  reason: 500,
  /** Minutes on the way between two places, or to one that is never reached in time. */
  travel: 100_000,
  iterations: 4_000_000_000,
} as const;

const strict = { additionalProperties: false } as const;
const identifier = Type.String({ minLength: 1, maxLength: planLimits.identifier });
const minutes = (maximum: number) => Type.Integer({ minimum: 0, maximum });
const reason = Type.String({ maxLength: planLimits.reason });

const dayMinutes = 1_440;
/** What holds where a unit says nothing else. */
export const usualRules = {
  maxMinutesPerDay: 600,
  maxMinutesPer7Days: 2_880,
  maxDutySpanMinutes: 780,
  minRestMinutes: 660,
} as const;

/** Half open: `to` is the first moment that is no longer in it. */
export const periodSchema = Type.Object({ from: instantSchema, to: instantSchema }, strict);
/** From a moment to another. */
export type Period = Static<typeof periodSchema>;

const engagedSchema = Type.Object(
  {
    ...periodSchema.properties,
    /** The other event. */
    event: Type.Optional(identifier),
  },
  strict,
);

const pairPeriodSchema = Type.Object(
  {
    ...periodSchema.properties,
    /** The host officer, often a unit of the plan: he and his visitors are at one place at one time. */
    host: Type.Optional(identifier),
  },
  strict,
);

export const placeSchema = Type.Object(
  {
    id: identifier,
    name: Type.Optional(visibleText(200)),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    lon: Type.Number({ minimum: -180, maximum: 180 }),
  },
  strict,
);
/** A venue, a station, a home base. */
export type Place = Static<typeof placeSchema>;

/** Minutes from place to place: each said, or from the distance in the air. */
export const travelSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('matrix'),
      /** `minutes[from][to]`, in the order of `places`. */
      minutes: Type.Array(Type.Array(minutes(planLimits.travel))),
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('speed'),
      kmPerHour: Type.Number({ exclusiveMinimum: 0, maximum: 2_000 }),
      /** Road kilometres for one in the air; 1.3 where left out. */
      detour: Type.Optional(Type.Number({ minimum: 1, maximum: 10 })),
      /** Added to each way between two places; 10 where left out. */
      plusMinutes: Type.Optional(minutes(dayMinutes)),
      /** What is farther than so many road kilometres is driven on larger roads, at this speed. */
      far: Type.Optional(
        Type.Object(
          {
            beyondKm: Type.Number({ minimum: 0, maximum: 20_000 }),
            kmPerHour: Type.Number({ exclusiveMinimum: 0, maximum: 2_000 }),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
]);
/** How long it takes from place to place. */
export type Travel = Static<typeof travelSchema>;

/** Whether a unit can be given a post at all; a visiting one can only beside officers of the host. */
export const hostPairSchema = Type.Union([
  /** The host's own. */
  Type.Object({ kind: Type.Literal('not-needed') }, strict),
  /** Needs one and has none: it is given no post. */
  Type.Object({ kind: Type.Literal('missing') }, strict),
  /** Has one of its own in these periods, and is given posts that one officer's periods hold. */
  Type.Object(
    { kind: Type.Literal('paired'), periods: Type.Array(pairPeriodSchema, { maxItems: planLimits.windows }) },
    strict,
  ),
  /** Stands where enough units that escort the group stand at the same time. */
  Type.Object({ kind: Type.Literal('escorted'), group: identifier }, strict),
]);
/** How a unit stands to an officer of the host. */
export type HostPair = Static<typeof hostPairSchema>;

/** So many units of a group may stand at a place for each unit there that escorts it. */
export const escortGroupSchema = Type.Object(
  { id: identifier, perHost: Type.Integer({ minimum: 1, maximum: 100 }) },
  strict,
);
/** A group of visiting units that share escorts. */
export type EscortGroup = Static<typeof escortGroupSchema>;

export const unitSchema = Type.Object(
  {
    id: identifier,
    name: Type.Optional(visibleText(200)),
    /** The service whose unit it is, as the plan's `host` is written. */
    party: identifier,
    /** Officers of the team; 1 for a single one. */
    size: Type.Integer({ minimum: 1, maximum: 200 }),
    specialties: Type.Array(oneOf(specialties), { minItems: 1, uniqueItems: true }),
    skills: Type.Array(visibleText(requirementLimits.skill), { maxItems: 30, uniqueItems: true }),
    languages: Type.Array(languageCodeSchema, { maxItems: 30, uniqueItems: true }),
    powers: Type.Array(oneOf(powers), { maxItems: powers.length, uniqueItems: true }),
    /** A place of the plan. */
    home: Type.Optional(identifier),
    /** It is given no post that is farther than this from home; no bound where left out. */
    maxMinutesFromHome: Type.Optional(minutes(planLimits.travel)),
    available: Type.Array(periodSchema, { maxItems: planLimits.windows }),
    /** Why `available` has gaps: duties in other events, with the rest around each. */
    engaged: Type.Optional(Type.Array(engagedSchema, { maxItems: planLimits.windows })),
    /** Of duty between two rests: a night is not cut at midnight. */
    maxMinutesPerDay: Type.Optional(minutes(dayMinutes)),
    /** Of duty on any seven calendar days that follow each other. */
    maxMinutesPer7Days: Type.Optional(minutes(7 * dayMinutes)),
    /** From the first duty's beginning to the last one's end, between two rests. */
    maxDutySpanMinutes: Type.Optional(minutes(7 * dayMinutes)),
    /** A shorter pause is part of the duty's span. */
    minRestMinutes: Type.Optional(minutes(7 * dayMinutes)),
    hostPair: hostPairSchema,
    /** Groups that it escorts, where it is the host's. */
    escorts: Type.Optional(Type.Array(identifier, { maxItems: 20, uniqueItems: true })),
    /** Why it is given no post: «vetting is not done», «certificate expired on 3 August». */
    notTaskable: Type.Optional(reason),
  },
  strict,
);
/** An officer or a team that can be given posts. */
export type Unit = Static<typeof unitSchema>;

export const postSchema = Type.Object(
  {
    id: identifier,
    name: Type.Optional(visibleText(200)),
    place: identifier,
    requirement: requirementSchema,
    /** Units wanted, each on a seat of its own, numbered from 0. */
    quantity: Type.Integer({ minimum: 1, maximum: requirementLimits.quantity }),
    from: instantSchema,
    to: instantSchema,
    /** 1 comes first, 5 last. */
    priority: Type.Integer({ minimum: 1, maximum: 5 }),
    /** The least size of a unit on it; 1 where left out. */
    minSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** A visiting unit on it has a host pair of its own: an escort is not enough. */
    needsHostPair: Type.Boolean(),
    /** Multiplies what a minute of it counts; 1 where left out. */
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
  },
  strict,
);
/** What has to be done somewhere from a moment to another. */
export type Post = Static<typeof postSchema>;

const decided = { by: Type.String({ maxLength: 200 }), reason };
/** What people have settled, and why. */
export const holdSchema = Type.Union([
  /** This unit has this post, as long as no rule forbids it. */
  Type.Object({ kind: Type.Literal('pin'), unit: identifier, post: identifier, ...decided }, strict),
  /** The same though it breaks these rules. */
  Type.Object(
    {
      kind: Type.Literal('override'),
      unit: identifier,
      post: identifier,
      rules: Type.Array(oneOf(rules), { minItems: 1, uniqueItems: true }),
      ...decided,
    },
    strict,
  ),
  /** This unit never has this post; none at all where no post is named. */
  Type.Object(
    { kind: Type.Literal('forbid'), unit: identifier, post: Type.Optional(identifier), ...decided },
    strict,
  ),
  /** What was told of duties that begin before `until` stays: of this unit, or of all. */
  Type.Object(
    { kind: Type.Literal('lock'), unit: Type.Optional(identifier), until: instantSchema, ...decided },
    strict,
  ),
]);
/** A decision of a person that the search keeps to. */
export type Hold = Static<typeof holdSchema>;

export const assignmentSchema = Type.Object(
  {
    post: identifier,
    seat: Type.Integer({ minimum: 0, maximum: requirementLimits.quantity }),
    unit: identifier,
    /** Where the unit is there for a part of the post only; set by hand alone. */
    from: Type.Optional(instantSchema),
    to: Type.Optional(instantSchema),
  },
  strict,
);
/** A unit on a seat of a post. */
export type Assignment = Static<typeof assignmentSchema>;

export const settingsSchema = Type.Object(
  {
    /** What a covered minute counts by priority, from 1 to 5. */
    weights: Type.Optional(
      Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }), { minItems: 5, maxItems: 5 }),
    ),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
    /** The same number with the same seed gives the same roster. */
    iterations: Type.Optional(Type.Integer({ minimum: 0, maximum: planLimits.iterations })),
    /** How many were done, where time ran out before, or was left after them. */
    stopAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: planLimits.iterations })),
  },
  strict,
);
/** How the search goes about it. */
export type Settings = Static<typeof settingsSchema>;

/** Strong enough that no number of posts of one priority that stand in its way outweighs the next but one. */
export const usualWeights: readonly number[] = [81, 27, 9, 3, 1];

/** A plan as it is read and published: references between its parts are checked by `readPlan`. */
export const planSchema = Type.Object(
  {
    version: Type.Literal(1),
    /** IANA: `Europe/Paris`. */
    zone: Type.String({ minLength: 1, maxLength: 60 }),
    from: instantSchema,
    to: instantSchema,
    /** The party whose own units need no host pair. */
    host: identifier,
    places: Type.Array(placeSchema, { maxItems: planLimits.places }),
    travel: travelSchema,
    escortGroups: Type.Optional(Type.Array(escortGroupSchema, { maxItems: 500 })),
    units: Type.Array(unitSchema, { maxItems: planLimits.units }),
    posts: Type.Array(postSchema, { maxItems: planLimits.posts }),
    holds: Type.Array(holdSchema, { maxItems: planLimits.holds }),
    /** What was published before: a re-plan changes as little of it as it can. */
    told: Type.Array(assignmentSchema, { maxItems: planLimits.told }),
    settings: settingsSchema,
  },
  strict,
);
/** All that a roster is solved from. */
export type Plan = Static<typeof planSchema>;
