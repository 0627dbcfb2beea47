/** Duties as iCalendar (RFC 5545), for the calendar of a telephone. */
import ICAL from 'ical.js';
import type { Instant } from '../../kernel/time.ts';

/** One duty as a calendar shows it. */
export interface CalendarDuty {
  /** Never another's; the same for the life of the duty (§3.8.4.7). */
  readonly uid: string;
  readonly sequence: number;
  /** What is suspended is not confirmed (§3.8.1.11). */
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** When its unit was told this. */
  readonly toldAt: Instant;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

const product = '-//Tansiq//Roster//EN';

/** `20240726T173000Z`: a moment in UTC needs no zone beside it (§3.3.5). */
const timeOf = (at: Instant) => ICAL.Time.fromJSDate(new Date(at), true);

const eventOf = (duty: CalendarDuty) => {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', duty.uid);
  event.addPropertyWithValue('dtstamp', timeOf(duty.toldAt));
  event.addPropertyWithValue('dtstart', timeOf(duty.startsAt));
  event.addPropertyWithValue('dtend', timeOf(duty.endsAt));
  event.addPropertyWithValue('sequence', duty.sequence);
  event.addPropertyWithValue('status', duty.status);
  event.addPropertyWithValue('summary', duty.summary);
  event.addPropertyWithValue('location', duty.location);
  if (duty.description !== '') event.addPropertyWithValue('description', duty.description);
  // Whoever sees the calendar over a shoulder sees that its owner is busy, no more.
  event.addPropertyWithValue('class', 'PRIVATE');
  return event;
};

/**
 * All duties of a unit as one iCalendar object; what was cancelled says so, with a later SEQUENCE, so that a
 * calendar that had it takes it out (RFC 5546 §3.2.1). Lines end in CRLF, folded at 75 octets (§3.1).
 */
export const writeCalendar = (name: string, duties: readonly CalendarDuty[]): string => {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', product);
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  for (const duty of duties) calendar.addSubcomponent(eventOf(duty));
  return `${calendar.toString()}\r\n`;
};
