/**
 * Wall clocks. A rota and a log are written by the clock on the wall; the house counts in UTC. The rules of
 * zones (IANA) are those of the platform: daylight saving, and Morocco's return to UTC in Ramadan.
 */
import { type Day, dayMs, dayOf, type Instant, isDay, later } from './time.ts';

const minuteMs = 60_000;

/** True for a zone whose rules are known here: `Africa/Casablanca`. */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
};

/** What a wall clock of the zone shows. */
export interface WallTime {
  readonly day: Day;
  /** `22:05`. */
  readonly time: string;
}

/** The wall time of a moment. */
export const wallTimeOf = (zone: string, at: Instant): WallTime => {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
};

const aheadAt = (zone: string, at: Instant): number => {
  const { day, time } = wallTimeOf(zone, at);
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  return Math.round((wall - Math.floor(Date.parse(at) / minuteMs) * minuteMs) / minuteMs);
};

/**
 * The moment at which the zone's clock shows this: the first of two; where it skips it, the moment that would
 * have been it without the change. Null where day or time is none, or the year is not of four digits.
 */
export const momentOf = (zone: string, { day, time }: WallTime): Instant | null => {
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  if (!isTime || !isDay(day) || day < '1000-01-02' || day > '9999-12-30') return null;
  const asUtc = `${day}T${time}:00.000Z`;
  // No zone is more than a day off: what it is ahead by the day before and the day after bounds the answer.
  const offsets = [later(asUtc, -dayMs), later(asUtc, dayMs)].map((at) => aheadAt(zone, at));
  const candidates = [...new Set(offsets)].map((ahead) => later(asUtc, -ahead * minuteMs)).sort();
  const shown = candidates.find((at) => {
    const wall = wallTimeOf(zone, at);
    return wall.day === day && wall.time === time;
  });
  const [before = 0] = offsets;
  return shown ?? later(asUtc, -before * minuteMs);
};

/** The moments yesterday, today and tomorrow at which the zone's clock shows this time, in order. */
export const momentsAround = (zone: string, time: string, now: Instant): readonly Instant[] => {
  const today = wallTimeOf(zone, now).day;
  const days = [-dayMs, 0, dayMs].map((ms) => dayOf(later(`${today}T12:00:00.000Z`, ms)));
  return days.map((day) => momentOf(zone, { day, time })).filter((at) => at !== null);
};
