/**
 * Forty services that secure Paris 2024 together, after what was published of it: Spain 360 officers, Great
 * Britain 245, Germany 161, Qatar 105, some 1,800 from about 40 countries in all, of them dog teams, bomb
 * disposal, counter-drone, spotters, mounted officers. All people are invented.
 */
import type { Specialty } from '../server/plumbing/specialties/index.ts';

/** A partner: how many officers or teams it sends, what they speak, and where their expertise lies. */
export interface SendingService {
  readonly country: string;
  readonly units: number;
  readonly languages: readonly string[];
  readonly arabicName: string;
}

const row = (country: string, units: number, languages: string, arabicName = ''): SendingService => ({
  ...{ country, units, languages: languages.split(' '), arabicName },
});

/** In the order of what they send; 39 partners, with the host forty services. */
export const sendingServices: readonly SendingService[] = [
  row('es', 110, 'es fr'),
  row('gb', 75, 'en fr'),
  row('de', 50, 'de en'),
  row('qa', 32, 'ar en', 'خالد المري'),
  row('it', 30, 'it fr'),
  row('pl', 25, 'pl en'),
  row('us', 20, 'en es'),
  row('be', 20, 'fr nl'),
  row('pt', 18, 'pt fr'),
  row('nl', 16, 'nl en'),
  row('ro', 16, 'ro fr'),
  row('cz', 14, 'cs en'),
  row('ma', 10, 'ar fr', 'يوسف العمراني'),
  row('ch', 10, 'fr de'),
  row('at', 10, 'de en'),
  row('kr', 9, 'ko en'),
  row('jp', 9, 'ja en'),
  row('br', 8, 'pt es'),
  row('ca', 8, 'fr en'),
  row('au', 8, 'en fr'),
  row('se', 8, 'sv en'),
  row('dk', 7, 'da en'),
  row('hu', 7, 'hu en'),
  row('gr', 7, 'el fr'),
  row('ie', 6, 'en fr'),
  row('lu', 6, 'fr de'),
  row('hr', 6, 'hr en'),
  row('si', 5, 'sl en'),
  row('sk', 5, 'sk en'),
  row('bg', 5, 'bg fr'),
  row('lt', 5, 'lt en'),
  row('lv', 4, 'lv en'),
  row('ee', 4, 'et en'),
  row('fi', 4, 'fi en'),
  row('cy', 4, 'el en'),
  row('tr', 4, 'tr fr'),
  row('tn', 3, 'ar fr', 'سامي الجلاصي'),
  row('sn', 3, 'fr wo'),
  row('in', 3, 'hi en'),
];

/** What partners were asked for, with its share of all that is asked. */
export const askedFor: readonly (readonly [Specialty, number])[] = [
  ['explosive-dog', 0.28],
  ['patrol', 0.26],
  ['public-order', 0.12],
  ['document-fraud', 0.08],
  ['bomb-disposal', 0.08],
  ['counter-drone', 0.06],
  ['spotter', 0.06],
  ['mounted', 0.03],
  ['motorcyclist', 0.03],
];
