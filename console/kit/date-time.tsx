import { createContext, useContext } from 'react';
import type { Day, Instant } from '../../server/kernel/time.ts';
import { hijriLocaleOf, useReading, useWords } from './language.tsx';
import { usePreferences } from './preferences.ts';
import { kitWords } from './words.ts';
import { zoneWords } from './zone-words.ts';

const isKnownZone = (zone: string): zone is keyof typeof zoneWords => Object.hasOwn(zoneWords, zone);

/** A time zone as people say it: its city. */
export const useZoneName = (): ((zone: string) => string) => {
  const say = useWords(zoneWords);
  return (zone) => {
    if (zone === 'Etc/UTC') return say('UTC');
    return isKnownZone(zone) ? say(zone) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  };
};

// Spelt out, never in digits alone: 05/06 is read in two ways, and reordered in Arabic.
const dateParts = {
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
} as const;
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** By whose clock a part of the console shows its times; null for the reader's own preference. */
export const ClockZone = createContext<string | null>(null);

/** Formats moments and days for the reader: Gregorian, with the Hijri date beside it when wanted. */
export const useDates = () => {
  const { language, locale } = useReading();
  const { hijri, timeZone: ownZone, digits } = usePreferences();
  const timeZone = useContext(ClockZone) ?? ownZone;
  const say = useWords(kitWords);
  const zoneName = useZoneName();
  /** Led by a mark of its direction, which the isolates in it hide: else it is set from left to right. */
  const led = (text: string): string => (language === 'ar' ? `\u200f${text}` : text);
  const dateOf = (date: Date, length: keyof typeof dateParts, zone: string): string => {
    const parts = { ...dateParts[length], timeZone: zone };
    const formatted = new Intl.DateTimeFormat(locale, parts).format(date);
    const gregorian = language === 'fr' ? formatted.replace(/^1 /, '1er ') : formatted;
    if (!hijri) return gregorian;
    const beside = new Intl.DateTimeFormat(hijriLocaleOf(language, digits), parts);
    return led(say('withHijri', { gregorian, hijri: beside.format(date) }));
  };
  /** Date and time without the zone: where a heading names it once for a whole list. */
  const brief = (at: Instant): string => {
    const time = new Intl.DateTimeFormat(locale, { ...timeParts, timeZone }).format(new Date(at));
    return led(say('dateAndTime', { date: dateOf(new Date(at), 'medium', timeZone), time }));
  };
  return {
    brief,
    /** The time of day alone: where a heading names the day. */
    clock: (at: Instant): string =>
      new Intl.DateTimeFormat(locale, { ...timeParts, timeZone }).format(new Date(at)),
    /** The day of a moment by the reader's clock, to head a part of a list. */
    dayOf: (at: Instant): string => dateOf(new Date(at), 'long', timeZone),
    moment: (at: Instant): string => say('inZone', { moment: brief(at), zone: zoneName(timeZone) }),
    /** A calendar day has no zone: it is the same day everywhere. */
    day: (day: Day): string => dateOf(new Date(`${day}T00:00:00Z`), 'long', 'UTC'),
    /** The heading of a list's column of times: what happened then, and by the clock of which city. */
    heading: (name: string): string => say('inZone', { moment: name, zone: zoneName(timeZone) }),
  };
};

/** A moment with the city whose clock shows it; `brief` where a heading already says which. */
export const Moment = ({ at, brief }: { at: Instant; brief?: boolean }) => {
  const dates = useDates();
  return (
    <time dateTime={at}>
      <bdi>{brief ? dates.brief(at) : dates.moment(at)}</bdi>
    </time>
  );
};

export const DayText = ({ day }: { day: Day }) => (
  <time dateTime={day}>
    <bdi>{useDates().day(day)}</bdi>
  </time>
);
