/** Identifiers and timestamps of STIX 2.1, as plain tests on text. */

// The UUID may be in capitals, the type may not.
const identifier =
  /^[a-z][a-z0-9-]{1,248}[a-z0-9]--[\da-fA-F]{8}-[\da-fA-F]{4}-[1-8][\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}$/;

/** STIX 2.1 §2.9: `type--uuid`, the UUID of RFC 9562's variant. */
export const isIdentifier = (value: string): boolean => identifier.test(value);

/** The type that an identifier names. */
export const typeOfId = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('--')));

/** The version digit of an identifier's UUID. */
export const uuidVersionOf = (id: string): string => id.charAt(id.lastIndexOf('--') + 16);

const stamp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,32})?Z$/;
/** Every month has these. */
const daysOfAll = 28;

/** STIX 2.1 §3.2: RFC 3339 in UTC with `Z`, any sub-second precision, a day that exists. */
export const isStixTime = (value: string): boolean => {
  if (!stamp.test(value)) return false;
  const day = Number(value.slice(8, 10));
  if (day <= daysOfAll) return true;
  const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(5, 7))];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

/** Orders two valid timestamps at any precision: negative, zero or positive. */
export const compareTimes = (a: string, b: string): number => {
  const [one, two] = [timeKey(a), timeKey(b)];
  return one < two ? -1 : one > two ? 1 : 0;
};

/** Equal for equal times: `…:27` sorts before `…:27.1`, a fraction without trailing zeros as its number. */
export const timeKey = (value: string): string => {
  const whole = value.slice(0, 19);
  const fraction = value.slice(20, -1).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
};
