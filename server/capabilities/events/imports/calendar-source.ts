/** Entries of a calendar (iCalendar, RFC 5545) as rows; grammar and repetitions are ical.js's. Pure. */
import ICAL from 'ical.js';
import { isZone, momentOf } from '../../../kernel/zone.ts';
import { importLimits } from './contract.ts';
import { cellOf, type Found, type SourceRow } from './source-rows.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A zone that neither the platform nor the file itself describes. */
const isUnknown = ({ zone, isDate }: ICAL.Time): boolean =>
  !isDate && zone !== null && zone !== undefined && zone.component === null && !isZone(zone.tzid);

/**
 * What the clock of its zone shows, as a moment: with `Z` where that is known, a local time where the file
 * leaves it open, a day where it is one.
 */
const spell = (time: ICAL.Time): string => {
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  if (time.isDate) return day;
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  const zone = time.zone?.tzid ?? 'floating';
  if (zone === 'UTC' || zone === 'Z') return `${day}T${clock}:${two(time.second)}Z`;
  if (zone === 'floating') return `${day}T${clock}`;
  // A zone that nobody knows is no zone: the clock is taken as the node's own, which is told.
  if (isUnknown(time)) return `${day}T${clock}`;
  // The zone by its name where the platform knows it: files often bring rules that are cut short.
  if (isZone(zone)) return momentOf(zone, { day, time: clock }) ?? `${day}T${clock}`;
  return time.toJSDate().toISOString();
};

const textOf = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value).trim();
};

/**
 * A zone that is named but not described is none to ical.js: it is set by its name. An end that is worked out
 * of a duration is in the zone of the beginning.
 */
const zoned = (component: ICAL.Component, name: string, time: ICAL.Time | null): ICAL.Time | null => {
  const property = component.getFirstProperty(name) ?? component.getFirstProperty('dtstart');
  const named = property?.getFirstParameter('tzid');
  if (time === null || time.isDate || named === undefined || named === '') return time;
  if (time.zone !== null && time.zone.tzid !== 'floating') return time;
  const copy = time.clone();
  copy.zone = new ICAL.Timezone({ tzid: named });
  return copy;
};

const cellsOf = (component: ICAL.Component, times: readonly [ICAL.Time, ICAL.Time | null], code: string) => {
  const geo = component.getFirstPropertyValue('geo');
  const cells: readonly (readonly [string, string])[] = [
    ['UID', code],
    ['SUMMARY', textOf(component, 'summary')],
    ['DTSTART', spell(times[0])],
    ['DTEND', times[1] === null ? '' : spell(times[1])],
    ['LOCATION', textOf(component, 'location')],
    ['GEO', Array.isArray(geo) ? geo.join(', ') : ''],
    ['STATUS', textOf(component, 'status')],
    ['CATEGORIES', textOf(component, 'categories')],
    ['DESCRIPTION', textOf(component, 'description')],
  ];
  return new Map(cells.filter(([, text]) => text !== '').map(([name, text]) => [name, cellOf(text)]));
};

/** Each time that an entry takes place; of one that repeats, no more than the limit. */
const occurrencesOf = (event: ICAL.Event): readonly (readonly [ICAL.Time, ICAL.Time | null, string])[] => {
  const { component, uid } = event;
  const start = zoned(component, 'dtstart', event.startDate);
  if (start === null) return [];
  if (!event.isRecurring()) return [[start, zoned(component, 'dtend', event.endDate), uid]];
  const iterator = event.iterator();
  const found: [ICAL.Time, ICAL.Time | null, string][] = [];
  while (found.length < importLimits.occurrences) {
    const next = iterator.next();
    if (!next) break;
    const details = event.getOccurrenceDetails(next);
    const [from, to] = [
      zoned(component, 'dtstart', details.startDate),
      zoned(component, 'dtend', details.endDate),
    ];
    if (from !== null) found.push([from, to, `${uid}/${spell(details.recurrenceId)}`]);
  }
  return found;
};

/** How often an entry that repeats is taken, for its note. */
const cut = String(importLimits.occurrences);

/** Reads a calendar; a text that is none is a problem. */
export const calendarSource = (text: string): Found => {
  let calendar: ICAL.Component;
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return { rows: [], problems: [['no-calendar', '']] };
    calendar = new ICAL.Component(parsed);
  } catch {
    // ical.js throws whatever it stumbles on; the reader is told that it is no calendar.
    return { rows: [], problems: [['no-calendar', '']] };
  }
  const components = calendar.getAllSubcomponents('vevent');
  const events = components.map((component) => new ICAL.Event(component));
  const exceptions = new Map<string, ICAL.Event[]>();
  for (const event of events.filter((one) => one.isRecurrenceException()))
    exceptions.set(event.uid, [...(exceptions.get(event.uid) ?? []), event]);
  const rows: SourceRow[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const exception of exceptions.get(event.uid) ?? []) event.relateException(exception);
    if (rows.length > importLimits.rows) break;
    const occurrences = occurrencesOf(event);
    for (const [from, to, code] of occurrences) {
      if (rows.length > importLimits.rows) break;
      const notes = isUnknown(from) ? [['zone-unknown', from.zone?.tzid ?? ''] as const] : [];
      const cells = cellsOf(event.component, [from, to], code);
      rows.push({ number: rows.length + 1, cells, geometry: null, notes });
    }
    const last = rows.at(-1);
    if (last !== undefined && occurrences.length >= importLimits.occurrences)
      rows.splice(-1, 1, { ...last, notes: [...(last.notes ?? []), ['repeats-cut', cut]] });
  }
  return { rows, problems: [] };
};
