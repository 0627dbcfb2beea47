/** Entries of a calendar (iCalendar, RFC 5545) as rows; grammar and repetitions are ical.js's. Pure. */
import ICAL from 'ical.js';
import { isZone, momentOf } from '../../../kernel/zone.ts';
import { putOnClock } from './calendar-clock.ts';
import { importLimits } from './contract.ts';
import { cellOf, type Found, type SourceRow } from './source-rows.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A zone that neither the platform nor the file itself describes. */
const isUnknown = ({ zone, isDate }: ICAL.Time): boolean => {
  if (isDate || zone === null || zone === undefined || zone.tzid === 'floating') return false;
  return zone.component === null && !isZone(zone.tzid);
};

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

/** Where and when an entry takes place once. */
interface Occurrence {
  /** The entry; of one that repeats, what was changed of this time alone. */
  readonly component: ICAL.Component;
  readonly from: ICAL.Time;
  /** Null where the file says neither an end nor how long it lasts. */
  readonly to: ICAL.Time | null;
  readonly code: string;
}

const isEnded = (component: ICAL.Component): boolean =>
  component.hasProperty('dtend') || component.hasProperty('duration');

const occurrenceOf = (
  { component }: ICAL.Event,
  times: { readonly startDate: ICAL.Time; readonly endDate: ICAL.Time },
  code: string,
): readonly Occurrence[] => {
  const from = zoned(component, 'dtstart', times.startDate);
  const to = isEnded(component) ? zoned(component, 'dtend', times.endDate) : null;
  return from === null ? [] : [{ component, from, to, code }];
};

/** Each time that an entry takes place; of one that repeats, no more than the limit. */
const occurrencesOf = (event: ICAL.Event): readonly Occurrence[] => {
  // RFC 5545 §3.6.1 wants one; who leaves it out gets a code made of the words.
  const uid = textOf(event.component, 'uid');
  if (!event.isRecurring()) return event.startDate === null ? [] : occurrenceOf(event, event, uid);
  const iterator = event.iterator();
  const found: Occurrence[] = [];
  while (found.length < importLimits.occurrences) {
    const next = iterator.next();
    if (!next) break;
    const details = event.getOccurrenceDetails(next);
    const code = uid === '' ? '' : `${uid}/${spell(details.recurrenceId)}`;
    found.push(...occurrenceOf(details.item, details, code));
  }
  return found;
};

/** How often an entry that repeats is taken, for its note. */
const cut = String(importLimits.occurrences);

/** The rows of one entry, numbered on from so many. */
const rowsOf = (event: ICAL.Event, before: number): readonly SourceRow[] => {
  const occurrences = occurrencesOf(event);
  const isCut = occurrences.length >= importLimits.occurrences;
  return occurrences.map(({ component, from, to, code }, at): SourceRow => {
    const notes = [
      ...(isUnknown(from) ? [['zone-unknown', from.zone?.tzid ?? ''] as const] : []),
      ...(isCut && at === occurrences.length - 1 ? [['repeats-cut', cut] as const] : []),
    ];
    const cells = cellsOf(component, [from, to], code);
    return { number: before + at + 1, cells, geometry: null, notes };
  });
};

/** What ical.js stumbles on costs the entry, which is told, and not the file. */
const rowsOrFlaw = (event: ICAL.Event, before: number): readonly SourceRow[] => {
  try {
    return rowsOf(event, before);
  } catch {
    const named = [
      ['UID', cellOf(textOf(event.component, 'uid'))],
      ['SUMMARY', cellOf(textOf(event.component, 'summary'))],
    ] as const;
    return [{ number: before + 1, cells: new Map(named), geometry: null, flaw: ['bad-entry', ''] as const }];
  }
};

const settleClock = (component: ICAL.Component): void => {
  try {
    putOnClock(component);
  } catch {
    // A value that cannot be read is told with its entry.
  }
};

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
  for (const component of components) settleClock(component);
  const events = components.map((component) => new ICAL.Event(component));
  const exceptions = new Map<string, ICAL.Event[]>();
  for (const event of events.filter((one) => one.isRecurrenceException()))
    exceptions.set(event.uid, [...(exceptions.get(event.uid) ?? []), event]);
  const rows: SourceRow[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const exception of exceptions.get(event.uid) ?? []) event.relateException(exception);
    if (rows.length > importLimits.rows) break;
    for (const row of rowsOrFlaw(event, rows.length)) rows.push(row);
  }
  return { rows: rows.slice(0, importLimits.rows + 1), problems: [] };
};
