/** Days and times as they stand on paper: spelt out, by the clock of one city, which is named. Pure. */
import type { Language } from '../../kernel/faults.ts';
import type { Instant } from '../../kernel/time.ts';
import { zoneNames } from './zone-words.ts';

/** As the console writes dates where nobody chose otherwise. */
const locales: { readonly [Key in Language]: string } = { ar: 'ar-MA-u-nu-latn', fr: 'fr', en: 'en-GB' };

/** How a document says when. */
export interface PrintedDates {
  /** `29 novembre 2026, 09:30`. */
  moment(at: Instant): string;
  /** From one moment to another; a day that is the same is said once. */
  span(from: Instant, until: Instant): string;
  /** `29 novembre 2026`. */
  day(at: Instant): string;
  /** The time of day alone: `09:30 – 17:00`; with its day where the other is on another. */
  times(from: Instant, until: Instant): string;
  /** A moment with the city whose clock shows it: `29 novembre 2026, 09:30 (Paris)`. */
  inZone(at: Instant): string;
}

/** Makes it, for a language and a zone (IANA). */
export const printedDates = (language: Language, timeZone: string): PrintedDates => {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const times = new Intl.DateTimeFormat(locale, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
  });
  const comma = language === 'ar' ? '،' : ',';
  const day = (at: Instant): string => {
    const said = days.format(new Date(at));
    return language === 'fr' ? said.replace(/^1 /, '1er ') : said;
  };
  const time = (at: Instant): string => times.format(new Date(at));
  const moment = (at: Instant): string => `${day(at)}${comma} ${time(at)}`;
  return {
    moment,
    day,
    times: (from, until) => `${time(from)} – ${day(from) === day(until) ? time(until) : moment(until)}`,
    span: (from, until) => `${moment(from)} – ${day(from) === day(until) ? time(until) : moment(until)}`,
    inZone: (at) => `${moment(at)} (${zoneNames(timeZone)[language]})`,
  };
};
