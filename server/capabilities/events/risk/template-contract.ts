/** Templates of risk: which posts a level of a hazard asks for at a kind of place. */
import Type, { type Static } from 'typebox';
import { instantSchema, languageSchema, nullable, oneOf, wordsSchema } from '../../../kernel/schemas.ts';
import { requirementSchema } from '../../../plumbing/specialties/index.ts';
import { strict } from '../contract.ts';
import { objectKinds } from '../place-contract.ts';
import { postDraftSchema } from '../post-contract.ts';
import { hazards } from './hazards.ts';
import { levels } from './level.ts';
import { riskLimits } from './limits.ts';
import { targetKinds, targetPattern } from './target.ts';
import { namesSchema } from './view-contract.ts';

export const placeKinds = ['venue', ...objectKinds] as const;

const quantity = Type.Integer({ minimum: 0, maximum: riskLimits.quantity });
const minutes = Type.Integer({ minimum: 0, maximum: riskLimits.minutes });
const clockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

export const templateLineSchema = Type.Object(
  {
    /** Who is wanted. With `visitors` their languages come beside those named here. */
    requirement: requirementSchema,
    /** How many at each level, of one measure of people. */
    count: Type.Object({ low: quantity, moderate: quantity, high: quantity, critical: quantity }, strict),
    /** The measure: so many spectators make one; null where the number of people does not matter. */
    perSpectators: nullable(Type.Integer({ minimum: 100, maximum: riskLimits.spectators })),
    atMost: Type.Integer({ minimum: 1, maximum: riskLimits.quantity }),
    /** Minutes before the first beginning and after the last end. */
    beforeMinutes: minutes,
    afterMinutes: minutes,
    /** Leaves when it begins: what searches before the doors open. */
    untilBegin: Type.Boolean(),
    /** A longer time is shared by shifts of equal length, none of more hours than this. */
    shiftHours: Type.Integer({ minimum: riskLimits.shiftHours.least, maximum: riskLimits.shiftHours.most }),
    /** 1 is filled first. */
    priority: Type.Integer({ minimum: 1, maximum: riskLimits.priorities }),
    needsHostPair: Type.Boolean(),
    /** One post for each nation of which at least so many spectators are expected; null for one for all. */
    visitors: nullable(
      Type.Object({ from: Type.Integer({ minimum: 1, maximum: riskLimits.spectators }) }, strict),
    ),
  },
  strict,
);
/** One line of a template: one kind of post. */
export type TemplateLine = Static<typeof templateLineSchema>;

export const templateDraftSchema = Type.Object(
  {
    name: wordsSchema,
    /** Why it is so; stands with each post that comes of it. */
    why: wordsSchema,
    hazard: oneOf(hazards),
    target: oneOf(targetKinds),
    places: Type.Array(oneOf(placeKinds), { minItems: 1, maxItems: placeKinds.length, uniqueItems: true }),
    /**
     * Places of so many people, up to fewer than so many; where the number is not known it counts as
     * the least.
     */
    fromSpectators: Type.Integer({ minimum: 0, maximum: riskLimits.spectators }),
    toSpectators: nullable(Type.Integer({ minimum: 1, maximum: riskLimits.spectators })),
    /** At an object that is protected for more than a day: by the node's clock; null for day and night. */
    daily: nullable(Type.Object({ from: clockTime, to: clockTime }, strict)),
    lines: Type.Array(templateLineSchema, { minItems: 1, maxItems: riskLimits.lines }),
  },
  strict,
);
/** A template as it is written. */
export type TemplateDraft = Static<typeof templateDraftSchema>;

export const templateIdSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' });
export const templateSchema = Type.Object({
  ...templateDraftSchema.properties,
  id: templateIdSchema,
  /** One that came with the program; `changed` where the service has made it its own. */
  builtIn: Type.Boolean(),
  changed: Type.Boolean(),
  /** 0 for one that nobody changed. */
  version: Type.Integer(),
  retiredAt: nullable(instantSchema),
});
/** A template as planners see it. */
export type Template = Static<typeof templateSchema>;
export const templateListSchema = Type.Object({
  items: Type.Array(templateSchema),
  mayManage: Type.Boolean(),
});
export const templateParamsSchema = Type.Object({ template: templateIdSchema });
const seen = Type.Integer({ minimum: 0 });
export const templateSeenSchema = Type.Object({ version: seen }, strict);

/** What generation would do with one post. */
export const fates = [
  /** It is not there yet. */
  'made',
  /** It is there as it would be made. */
  'same',
  /** Nobody touched it since it was made, and it would be another now. */
  'changed',
  /** Nobody touched it, and it is wanted no more. */
  'withdrawn',
  /** Changed by hand; what the templates say has not changed, so it stays. */
  'edited',
  /** Changed by hand, and the templates now say something else. It stays unless one says otherwise. */
  'edited-differs',
  /** Changed by hand, and wanted no more. It stays unless one says otherwise. */
  'edited-unwanted',
  /** Taken away by hand; it stays away unless one says otherwise. */
  'removed',
] as const;
export type Fate = (typeof fates)[number];
/** Fates in which a person's hand would be overruled: only where he says so, post by post. */
export const handFates = ['edited-differs', 'edited-unwanted', 'removed'] as const satisfies readonly Fate[];

export const plannedSchema = Type.Object({
  key: Type.String(),
  fate: oneOf(fates),
  target: Type.String({ pattern: targetPattern }),
  hazard: oneOf(hazards),
  level: oneOf(levels),
  template: templateIdSchema,
  /** As the templates would have it; null where it is wanted no more. */
  wanted: nullable(postDraftSchema),
  /** As it stands; null where it is not there. */
  present: nullable(postDraftSchema),
});
/** What would come of one post. */
export type Planned = Static<typeof plannedSchema>;

export const previewSchema = Type.Object({
  /** How many of each fate. */
  fates: Type.Record(Type.String(), Type.Integer()),
  /** Officers or teams wanted by specialty, once it is done. */
  specialties: Type.Record(Type.String(), Type.Object({ posts: Type.Integer(), wanted: Type.Integer() })),
  /** Those that change something, hand-made changes first; not all where there are many. */
  items: Type.Array(plannedSchema),
  cut: Type.Boolean(),
  names: namesSchema,
  /** Stands for all of it: what is made is what was seen, or nothing. */
  digest: Type.String(),
});
/** What generation would do. */
export type Preview = Static<typeof previewSchema>;

const scope = {
  language: languageSchema,
  /** One venue or object alone. */
  place: Type.Optional(Type.String({ format: 'uuid' })),
} as const;
export const previewQuerySchema = Type.Object({ ...scope, fate: Type.Optional(oneOf(fates)) }, strict);
export type PreviewQuery = Static<typeof previewQuerySchema>;
export const generationSchema = Type.Object(
  {
    ...scope,
    digest: Type.String({ maxLength: 64 }),
    /** Posts, by key, where the templates go before what was done by hand. */
    overrule: Type.Array(Type.String({ maxLength: 300 }), { maxItems: riskLimits.shown, uniqueItems: true }),
  },
  strict,
);
export type Generation = Static<typeof generationSchema>;
export const generatedSchema = Type.Object({
  made: Type.Integer(),
  changed: Type.Integer(),
  withdrawn: Type.Integer(),
  overruled: Type.Integer(),
  /** Left as a person made them. */
  left: Type.Integer(),
});
/** What generation did. */
export type Generated = Static<typeof generatedSchema>;
