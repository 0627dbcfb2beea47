/** Time zones as people say them; the screens say the same (scripts/shared-words.test.ts). */
import type { Words } from '../../kernel/faults.ts';

/** Cities that name a time zone (IANA); officers say the city, not an offset. */
export const zoneWords = {
  'Africa/Casablanca': { ar: 'الدار البيضاء', fr: 'Casablanca', en: 'Casablanca' },
  'Europe/Paris': { ar: 'باريس', fr: 'Paris', en: 'Paris' },
  'Europe/Madrid': { ar: 'مدريد', fr: 'Madrid', en: 'Madrid' },
  'Europe/Lisbon': { ar: 'لشبونة', fr: 'Lisbonne', en: 'Lisbon' },
  'Europe/Rome': { ar: 'روما', fr: 'Rome', en: 'Rome' },
  'Europe/Berlin': { ar: 'برلين', fr: 'Berlin', en: 'Berlin' },
  'Europe/London': { ar: 'لندن', fr: 'Londres', en: 'London' },
  'Europe/Brussels': { ar: 'بروكسيل', fr: 'Bruxelles', en: 'Brussels' },
  'Africa/Algiers': { ar: 'الجزائر', fr: 'Alger', en: 'Algiers' },
  'Africa/Tunis': { ar: 'تونس', fr: 'Tunis', en: 'Tunis' },
  'Africa/Nouakchott': { ar: 'نواكشوط', fr: 'Nouakchott', en: 'Nouakchott' },
  'Africa/Bamako': { ar: 'باماكو', fr: 'Bamako', en: 'Bamako' },
  'Africa/Niamey': { ar: 'نيامي', fr: 'Niamey', en: 'Niamey' },
  'Africa/Dakar': { ar: 'داكار', fr: 'Dakar', en: 'Dakar' },
  'Africa/Cairo': { ar: 'القاهرة', fr: 'Le Caire', en: 'Cairo' },
  'America/New_York': { ar: 'نيويورك', fr: 'New York', en: 'New York' },
  UTC: { ar: 'التوقيت العالمي UTC', fr: 'UTC', en: 'UTC' },
} as const satisfies Readonly<Record<string, Words>>;

const isKnownZone = (zone: string): zone is keyof typeof zoneWords => Object.hasOwn(zoneWords, zone);

/** Of a zone without words: the last part of its name. */
const unnamed = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** A zone by its city, in each language. */
export const zoneNames = (zone: string): Words => {
  if (zone === 'Etc/UTC') return zoneWords.UTC;
  const name = unnamed(zone);
  return isKnownZone(zone) ? zoneWords[zone] : { ar: name, fr: name, en: name };
};
