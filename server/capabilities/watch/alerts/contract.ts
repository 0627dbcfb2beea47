/** What an alert looks like to a console and a script. */
import Type, { type Static } from 'typebox';
import {
  agreementIdSchema,
  alertIdSchema,
  circleIdSchema,
  entryIdSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../../kernel/schemas.ts';

/** OASIS CAP 1.2 §3.2.2, by its own words. */
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

export const alertLimits = {
  description: 4_000,
  recipients: 99,
  /** Items that one alert names. */
  items: 10,
  /** Minutes in which every country is to acknowledge, where nobody says otherwise. */
  acknowledgeMinutes: { Immediate: 15, Expected: 60, Future: 240, Past: 240, Unknown: 60 },
  acknowledgeMinutesAtMost: 10_080,
  expiresHours: 12,
  expiresHoursAtMost: 720,
  /** Alerts listed at once. */
  listed: 200,
} as const;

const closed = { additionalProperties: false } as const;
const { releasableTo: _set, personCategories: _none, ...writtenMarking } = markingSchema.properties;

/** What an officer writes; the marking's rest is that of the log's next entry. */
export const alertDraftSchema = Type.Object(
  {
    urgency: oneOf(urgencies),
    severity: oneOf(severities),
    certainty: oneOf(certainties),
    language: languageSchema,
    headline: visibleText(textLimits.title),
    description: Type.String({ maxLength: alertLimits.description }),
    area: Type.Optional(Type.String({ maxLength: textLimits.title })),
    agreement: agreementIdSchema,
    circle: nullable(circleIdSchema),
    recipients: Type.Array(partyIdSchema, { maxItems: alertLimits.recipients, uniqueItems: true }),
    marking: Type.Optional(Type.Partial(Type.Object(writtenMarking, closed), closed)),
    acknowledgeMinutes: Type.Optional(
      Type.Integer({ minimum: 1, maximum: alertLimits.acknowledgeMinutesAtMost }),
    ),
    expiresHours: Type.Optional(Type.Integer({ minimum: 1, maximum: alertLimits.expiresHoursAtMost })),
    /** The entry of the log that it was made of. */
    entry: Type.Optional(entryIdSchema),
  },
  closed,
);
export type AlertDraft = Static<typeof alertDraftSchema>;

/** Why an alert is called off or updated; the recipients read it. */
const alertReason = visibleText(textLimits.line);

/** An update: what is new. To whom it goes and under which marking is that of the alert that it updates. */
export const alertUpdateSchema = Type.Object(
  {
    ...Type.Pick(alertDraftSchema, [
      'urgency',
      'severity',
      'certainty',
      'language',
      'headline',
      'description',
      'area',
      'acknowledgeMinutes',
      'expiresHours',
    ]).properties,
    reason: alertReason,
  },
  closed,
);
export type AlertUpdate = Static<typeof alertUpdateSchema>;
export const alertCancelSchema = Type.Object({ reason: alertReason }, closed);

export const countrySchema = Type.Object({
  party: partyIdSchema,
  acknowledgedAt: nullable(instantSchema),
  /** Of the officer who acknowledged; his name stays with his service. */
  role: nullable(Type.String()),
  contact: nullable(Type.String()),
  /** Past its time, or acknowledged after it. */
  late: Type.Boolean(),
  /** 1: the desk was called; 2: the head of the centre. */
  level: Type.Integer(),
});

export const alertStates = ['draft', 'sent', 'received'] as const;

export const alertSchema = Type.Object({
  id: alertIdSchema,
  originator: partyIdSchema,
  own: Type.Boolean(),
  state: oneOf(alertStates),
  urgency: oneOf(urgencies),
  severity: oneOf(severities),
  certainty: oneOf(certainties),
  language: languageSchema,
  headline: Type.String(),
  description: Type.String(),
  area: nullable(Type.String()),
  marking: markingSchema,
  agreement: agreementIdSchema,
  circle: nullable(circleIdSchema),
  author: nullable(personIdSchema),
  createdAt: instantSchema,
  sentAt: nullable(instantSchema),
  acknowledgeBy: nullable(instantSchema),
  expiresAt: instantSchema,
  /** The alert that this one updates, and why. */
  replaces: nullable(alertIdSchema),
  reason: nullable(Type.String()),
  /** Called off, or replaced by another: nobody has to acknowledge it any more. */
  ended: nullable(
    Type.Object({
      at: instantSchema,
      how: oneOf(['cancelled', 'updated']),
      reason: nullable(Type.String()),
      replacedBy: nullable(alertIdSchema),
    }),
  ),
  /** The entry of the log that it was made of, where the reader may see it, and how many files it has. */
  entry: nullable(Type.Object({ id: entryIdSchema, number: Type.Integer(), files: Type.Integer() })),
  /** Items that bring the files of that entry; `here` where this reader may open it already. */
  items: Type.Array(Type.Object({ id: itemIdSchema, here: Type.Boolean() })),
  /** On the sender's node each country; on a receiver's its own; none for a guest. */
  countries: Type.Array(countrySchema),
});
/** An alert as a reader sees it. */
export type Alert = Static<typeof alertSchema>;
export const alertListSchema = Type.Array(alertSchema);
export const alertParamsSchema = Type.Object({ id: alertIdSchema });
export const acknowledgeSchema = Type.Object(
  { contact: Type.Optional(Type.String({ maxLength: textLimits.title })) },
  closed,
);
