import type { Day, Instant } from '../../server/kernel/time.ts';
import { useReading } from './language.tsx';
import { usePreferences } from './preferences.ts';

const calendarOf = (locale: string): string =>
  locale.includes('-u-')
    ? locale.replace('-u-', '-u-ca-islamic-umalqura-')
    : `${locale}-u-ca-islamic-umalqura`;

const hijriLocale = (locale: string): string =>
  locale.startsWith('ar') ? 'ar-SA-u-ca-islamic-umalqura-nu-latn' : calendarOf(locale);

/** Formats moments and days for the reader: Gregorian, Hijri beside it when wanted, the zone always named. */
export const useDates = () => {
  const { locale } = useReading();
  const { hijri, timeZone } = usePreferences();
  const withHijri = (date: Date, gregorian: string, zone: string): string =>
    hijri
      ? `${gregorian} (${new Intl.DateTimeFormat(hijriLocale(locale), { dateStyle: 'medium', timeZone: zone }).format(date)})`
      : gregorian;
  return {
    moment: (at: Instant): string => {
      const date = new Date(at);
      const format = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
        timeZoneName: 'short',
      });
      return withHijri(date, format.format(date), timeZone);
    },
    /** A calendar day has no zone: it is the same day everywhere. */
    day: (day: Day): string => {
      const date = new Date(`${day}T00:00:00Z`);
      const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      return withHijri(date, format.format(date), 'UTC');
    },
  };
};

export const Moment = ({ at }: { at: Instant }) => (
  <time dateTime={at}>
    <bdi>{useDates().moment(at)}</bdi>
  </time>
);

export const DayText = ({ day }: { day: Day }) => (
  <time dateTime={day}>
    <bdi>{useDates().day(day)}</bdi>
  </time>
);
