/** Moments of a calendar in UTC, put on the clock of their entry: mends in place what was parsed. */
import ICAL from 'ical.js';
import { isZone, wallTimeOf } from '../../../kernel/zone.ts';

/** What of an entry is held against the times of its beginning. */
const beside = ['exdate', 'rdate', 'recurrence-id'] as const;

const onClock = (time: ICAL.Time, zone: string): ICAL.Time => {
  const wall = wallTimeOf(zone, time.toJSDate().toISOString());
  return ICAL.Time.fromDateTimeString(`${wall.day}T${wall.time}:00`);
};
const isUtc = (value: unknown): value is ICAL.Time =>
  value instanceof ICAL.Time && !value.isDate && value.zone?.tzid === 'UTC';

/**
 * An entry that names its zone without a description of it is read by the bare clock; «until» and exceptions
 * that stand in UTC are put on that clock, else the last time is lost and a day that is called off stands.
 */
export const putOnClock = (component: ICAL.Component): void => {
  const start = component.getFirstProperty('dtstart');
  const zone = start?.getFirstParameter('tzid');
  const value = start?.getFirstValue();
  const isBare =
    value instanceof ICAL.Time && (value.zone ?? ICAL.Timezone.localTimezone).tzid === 'floating';
  if (!isBare || zone === undefined || !isZone(zone)) return;
  for (const rule of component.getAllProperties('rrule')) {
    const recur = rule.getFirstValue();
    if (recur instanceof ICAL.Recur && isUtc(recur.until)) recur.until = onClock(recur.until, zone);
  }
  for (const property of beside.flatMap((name) => component.getAllProperties(name))) {
    const values = property.getValues();
    if (values.every(isUtc)) property.setValues(values.map((one) => onClock(one, zone)));
  }
};
