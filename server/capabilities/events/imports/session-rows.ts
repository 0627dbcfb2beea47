/** Rows of a programme as sessions, or as units of sessions. Pure. */
import { dayMs, later } from '../../../kernel/time.ts';
import { momentOf } from '../../../kernel/zone.ts';
import { eventsLimits } from '../contract.ts';
import { isSpan } from '../session.ts';
import type { SessionDraft } from '../session-contract.ts';
import { readState } from './kinds.ts';
import { readNation } from './nations.ts';
import { type Drafted, type OpenRow, openRow, type RowReading, slug } from './row.ts';
import type { SourceRow } from './source-rows.ts';
import { readClock, readCount, readDay, readMoment } from './values.ts';

/** How long a session lasts whose end the file does not give. */
export const assumedMinutes = 120;

/** What a programme says of one line of it; the venue is as it is called there. */
export type Programmed = Pick<
  SessionDraft,
  'title' | 'discipline' | 'phase' | 'startsAt' | 'endsAt' | 'nations' | 'spectators' | 'state'
> & {
  readonly venueText: string | null;
  /** The code of the venue where the file gives one, else null. */
  readonly venueName: string | null;
};

/** Sides by their countries; who is not known yet («Winner SF-1») is none. */
export type Sides = (text: string) => string | null;

/** «A - B», «A; B»; blanks are one each, else long rows of them are looked at again and again. */
const sidesIn = (cell: string): readonly string[] =>
  cell.replaceAll(/\s+/g, ' ').split(/ ?[;|/] ?| (?:vs?\.?|-|–) /);

const nationsOf = (row: OpenRow, sides: Sides): string[] => {
  const named = row.all('nation').flatMap((cell) => sidesIn(cell));
  return [...new Set(named.flatMap((text) => sides(text) ?? readNation(text) ?? []))].slice(
    0,
    eventsLimits.nations,
  );
};

const timesOf = (row: OpenRow, timeZone: string): { startsAt: string; endsAt: string } | null => {
  const moment = (text: string): string | null => readMoment(text, timeZone);
  const day = row.read('day', readDay, 'bad-day');
  const clockAt = (field: 'startTime' | 'endTime'): string | null => {
    const time = row.read(field, readClock, 'bad-time');
    return day === null || time === null ? null : momentOf(timeZone, { day, time });
  };
  const startsAt = row.read('startsAt', moment, 'bad-time') ?? clockAt('startTime');
  if (startsAt === null) return row.refused.length > 0 ? null : row.refuse('no-start');
  const clock = clockAt('endTime');
  // It ends after midnight.
  const past = clock !== null && Date.parse(clock) < Date.parse(startsAt) ? later(clock, dayMs) : clock;
  const given = row.read('endsAt', moment, 'bad-time') ?? past;
  if (given === null) {
    if (!isSpan(startsAt, startsAt)) return row.refuse('too-long', startsAt);
    row.note('end-assumed', String(assumedMinutes));
    return { startsAt, endsAt: later(startsAt, assumedMinutes * 60_000) };
  }
  if (Date.parse(given) < Date.parse(startsAt)) return row.refuse('end-first');
  return isSpan(startsAt, given) ? { startsAt, endsAt: given } : row.refuse('too-long', given);
};

/** A title of what the row says: a phase that repeats the event stands for it. */
const titleOf = (row: OpenRow): string => {
  const sides = row.all('nation');
  const [name, phase] = [row.all('name').join(' · '), row.one('phase')];
  if (sides.length === 2 && name === '') return sides.join(' – ');
  if (name !== '' && phase !== null && phase.includes(name)) return phase;
  return name || (phase ?? row.one('discipline') ?? sides.join(', '));
};

/** One line of a programme, as far as the row says. */
export const programmedOf = (
  source: SourceRow,
  reading: RowReading,
  sides: Sides,
): Drafted<Programmed | null> => {
  const row = openRow(source, reading);
  const title = titleOf(row);
  const times = timesOf(row, reading.timeZone);
  if (title === '') row.refuse('no-name');
  if (title.length > eventsLimits.name) row.refuse('limit-cell', 'name');
  const [discipline, phase] = [
    row.text('discipline', eventsLimits.name),
    row.text('phase', eventsLimits.name),
  ];
  const [venueCode, venueName] = [row.one('venueCode'), row.one('venueName')];
  const given = row.all('code').join('-');
  if (given.length > eventsLimits.code * 4) row.refuse('limit-cell', 'code');
  const made = slug([venueCode ?? venueName ?? '', discipline ?? '', title, phase ?? ''].join(' '));
  if (given === '') row.note('code-made');
  const state = readState(row.one('state') ?? '');
  const spectators = row.read('spectators', readCount, 'bad-number');
  const told = {
    row: source.number,
    label: title.slice(0, eventsLimits.name),
    notes: row.notes,
    refused: row.refused,
  };
  const code = given === '' ? made : given.slice(-eventsLimits.code);
  if (times === null) return { ...told, code, fields: null };
  const nations = nationsOf(row, sides);
  const said = { title, discipline, phase, nations, spectators, state, ...times };
  return { ...told, code, fields: { ...said, venueText: venueCode ?? venueName, venueName } };
};

/** Codes that come again are numbered in the order of time; the first stays as it is. */
export const numbered = (
  rows: readonly Drafted<Programmed | null>[],
  note: (row: Drafted<Programmed | null>, code: string) => Drafted<Programmed | null>,
): readonly Drafted<Programmed | null>[] => {
  const inTime = [...rows].sort((one, other) =>
    (one.fields?.startsAt ?? '').localeCompare(other.fields?.startsAt ?? ''),
  );
  const seen = new Map<string, number>();
  const codes = new Map<Drafted<Programmed | null>, string>();
  for (const row of inTime) {
    const times = (seen.get(row.code) ?? 0) + 1;
    seen.set(row.code, times);
    if (times > 1) codes.set(row, `${row.code.slice(0, eventsLimits.code - 6)}#${times}`);
  }
  return rows.map((row) => {
    const code = codes.get(row);
    return code === undefined ? row : note(row, code);
  });
};
