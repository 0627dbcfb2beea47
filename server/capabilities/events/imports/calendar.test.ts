/** Calendars as people export them: zones that are not described, times called off, broken entries. */
import { expect, test } from 'vitest';
import { memoryEvent } from '../../../../testing/events-import.ts';

const entry = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n');
const plan = (zone: string, ...entries: readonly string[]) =>
  memoryEvent(zone).plan(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//trial//EN\r\n${entries.join('')}END:VCALENDAR\r\n`,
    'x.ics',
  );
const starts = ({ sessions }: ReturnType<typeof plan>) =>
  sessions.map(({ after }) => after.startsAt.slice(5, 16));
const casablanca = (day: string, hour = '20') => `TZID=Africa/Casablanca:202901${day}T${hour}0000`;
const evening = (...more: readonly string[]) =>
  entry('UID:r', 'SUMMARY:R', `DTSTART;${casablanca('10')}`, `DTEND;${casablanca('10', '21')}`, ...more);

test('a series in Casablanca follows its clock into Ramadan, up to an end that stands in UTC', () => {
  // Ramadan begins on 16 January 2029: Morocco goes back by an hour on the Sunday before.
  expect(starts(plan('Africa/Casablanca', evening('RRULE:FREQ=WEEKLY;UNTIL=20290117T200000Z')))).toEqual([
    '01-10T19:00',
    '01-17T20:00',
  ]);
  const daily = evening('RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20290111T190000Z');
  expect(starts(plan('Africa/Casablanca', daily))).toEqual(['01-10T19:00', '01-12T19:00']);
});

test('what one time of a series has of its own is taken: its state, its place, its words', () => {
  const changed = entry(
    ...['UID:r', `RECURRENCE-ID;${casablanca('11')}`, 'SUMMARY:Ailleurs', 'STATUS:CANCELLED'],
    ...['LOCATION:Nord', `DTSTART;${casablanca('11', '22')}`, `DTEND;${casablanca('11', '23')}`],
  );
  const { sessions } = plan('Africa/Casablanca', evening('RRULE:FREQ=DAILY;COUNT=2'), changed);
  expect(sessions.map(({ after: { title, state, venue } }) => [title, state, venue !== null])).toEqual([
    ['R', 'planned', false],
    ['Ailleurs', 'cancelled', true],
  ]);
});

test('an entry without an end is given one, and a floating time is of no unknown zone', () => {
  const { report, sessions } = plan('Europe/Paris', entry('UID:a', 'SUMMARY:A', 'DTSTART:20290310T200000'));
  expect(sessions[0]?.after).toMatchObject({
    startsAt: '2029-03-10T19:00:00.000Z',
    endsAt: '2029-03-10T21:00:00.000Z',
  });
  expect(report.rows.flatMap(({ says }) => says.map(({ en }) => en.slice(0, 22)))).not.toContain(
    'Unknown time zone «flo',
  );
});

test('an entry that cannot be read, or has no name of its own, costs the others nothing', () => {
  const { report, sessions } = plan(
    'Europe/Paris',
    entry('UID:bad', 'SUMMARY:Bad', 'DTSTART:demain'),
    entry('SUMMARY:Sans UID', 'DTSTART:20290310T200000', 'DTEND:20290310T210000'),
  );
  expect(sessions.map(({ after }) => after.code)).toEqual(['sans-uid']);
  expect(report.rows.find(({ act }) => act === 'refused')).toMatchObject({ code: 'bad', row: 1 });
});
