/**
 * Languages in which spectators of a nation are mostly spoken to: to place officers who speak them, never
 * to say anything of a person. Administrative languages by country (CLDR's «official», the most spoken
 * first), two at most. Pure.
 */

/**
 * ISO 639-1 by ISO 3166-1 alpha-2, one language a line: the countries in which it is spoken to
 * the public.
 */
const spokenIn: Readonly<Record<string, string>> = {
  ar: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE',
  en:
    'AG AU BB BS BW BZ CA CM DM ER FJ FM GB GD GH GM GY IE IN JM KE KI KN LC LR LS MH MT MU MW NA NG NZ PG ' +
    'PH PK PW RW SB SC SG SL SS SZ TO TT TV TZ UG US VC VU WS ZA ZM ZW',
  fr: 'BE BF BI BJ CA CD CF CG CH CI CM DJ DZ FR GA GN HT KM LU MA MC MG ML MR NE SC SN TD TG TN VU',
  es: 'AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE',
  pt: 'AO BR CV GW MZ PT ST TL',
  de: 'AT CH DE LI LU',
  it: 'CH IT SM VA',
  nl: 'BE NL SR',
  ru: 'BY KG KZ RU TJ',
  zh: 'CN SG TW HK MO',
  fa: 'AF IR TJ',
  ms: 'BN MY',
  el: 'CY GR',
  tr: 'TR',
  ro: 'MD RO',
  sr: 'RS ME',
  hr: 'HR',
  bs: 'BA',
  sq: 'AL XK',
  ko: 'KP KR',
  sw: 'KE TZ UG',
  sv: 'SE FI',
  ...{ bg: 'BG', cs: 'CZ', da: 'DK', et: 'EE', fi: 'FI', hu: 'HU', is: 'IS', lt: 'LT', lv: 'LV', mk: 'MK' },
  ...{ nb: 'NO', pl: 'PL', sk: 'SK', sl: 'SI', uk: 'UA', be: 'BY', ka: 'GE', hy: 'AM', az: 'AZ', he: 'IL' },
  ...{ hi: 'IN', bn: 'BD', ur: 'PK', si: 'LK', ne: 'NP', dz: 'BT', my: 'MM', th: 'TH', lo: 'LA', km: 'KH' },
  ...{ vi: 'VN', id: 'ID', ja: 'JP', mn: 'MN', kk: 'KZ', ky: 'KG', uz: 'UZ', tk: 'TM', tg: 'TJ', am: 'ET' },
  ...{ so: 'SO', ti: 'ER', mt: 'MT', ga: 'IE', dv: 'MV', mg: 'MG' },
};

/** Where the language most spoken to the public is not the first that the table above would give. */
const first: Readonly<Record<string, string>> = {
  ...{ BE: 'nl', BY: 'ru', CH: 'de', CM: 'fr', CY: 'el', DJ: 'fr', ER: 'ti', FI: 'fi', IN: 'hi', KE: 'sw' },
  ...{ KG: 'ky', KZ: 'kk', LU: 'fr', MG: 'mg', MT: 'mt', PK: 'ur', SG: 'en', SO: 'so', TD: 'fr', TJ: 'tg' },
  ...{ TZ: 'sw', UG: 'en', SN: 'fr', KM: 'fr', SC: 'en', VU: 'en', IE: 'en', MR: 'ar', ME: 'sr' },
};

const languagesByCountry: ReadonlyMap<string, readonly string[]> = (() => {
  const byCountry = new Map<string, string[]>();
  for (const [language, countries] of Object.entries(spokenIn))
    for (const country of countries.split(' '))
      byCountry.set(country, [...(byCountry.get(country) ?? []), language]);
  for (const [country, language] of Object.entries(first)) {
    const others = (byCountry.get(country) ?? []).filter((one) => one !== language);
    byCountry.set(country, [language, ...others]);
  }
  return byCountry;
})();

const languagesAtMost = 2;

/** The languages of a nation's spectators, the first most spoken; none where the nation is not known. */
export const languagesOf = (nation: string): readonly string[] =>
  (languagesByCountry.get(nation.toUpperCase()) ?? []).slice(0, languagesAtMost);
