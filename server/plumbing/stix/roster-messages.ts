/** Duties of a service's own officers in the roster of the service that they were sent to. */
import Type, { type Static } from 'typebox';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

/** Of one message. */
export const dutyMessageLimits = { units: 500, duties: 500 } as const;

const reference = Type.String({ minLength: 1, maxLength: 80 });
const name = part.sentence(300);

/** All duties of these units as they stand now: what was said of them before is replaced. */
export const duties = Type.Object({
  ...part.domainObject('x-tansiq-duties', extensionIds['x-tansiq-duties']),
  event_ref: reference,
  event_name: part.words(300),
  /** As both sides know the officer or the team. */
  unit_refs: Type.Array(reference, { minItems: 1, maxItems: dutyMessageLimits.units, uniqueItems: true }),
  duties: Type.Array(
    Type.Object({
      /** RFC 5545 §3.8.4.7 and §3.8.7.4. */
      uid: Type.String({ minLength: 1, maxLength: 200 }),
      sequence: Type.Integer({ minimum: 0 }),
      state: Type.Enum(['standing', 'cancelled']),
      unit_ref: reference,
      starts_at: part.instant,
      ends_at: part.instant,
      venue: name,
      task: Type.Optional(part.line),
      host_names: Type.Array(name, { maxItems: 20 }),
      /** When the unit said that it read it as it stands. */
      acknowledged_at: Type.Optional(part.instant),
    }),
    { maxItems: dutyMessageLimits.duties },
  ),
});

/** Duties as they travel. */
export type DutiesMessage = Static<typeof duties>;
