/** Codes of countries for telephones (ITU-T E.164), of those whose numbers are seen here most. Pure. */
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MA: '212',
    FR: '33',
    ES: '34',
    PT: '351',
    IT: '39',
    DE: '49',
    BE: '32',
    NL: '31',
    CH: '41',
    GB: '44',
    US: '1',
    CA: '1',
    DZ: '213',
    TN: '216',
    MR: '222',
    SN: '221',
    ML: '223',
    CI: '225',
    EG: '20',
    TR: '90',
    SA: '966',
    AE: '971',
    QA: '974',
  }),
);

/** ISO 3166-1 alpha-2. */
export const callingCountries: readonly string[] = [...codes.keys()];

/** A number as it is written at home, for abroad: its zero falls away, but in Italy belongs to the number. */
export const international = (national: string, country: string): string => {
  const code = codes.get(country);
  if (code === undefined) return national;
  const rest = country === 'IT' ? national : national.replace(/^[0٠۰](?=[\s().-]*\p{Nd})/u, '');
  return `+${code} ${rest.trim()}`;
};
