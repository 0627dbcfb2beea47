/** Identifiers and timestamps of STIX 2.1, as plain tests on text. */

// The UUID may be in capitals, the type may not.
const hex = '[0-9a-fA-F]';
const identifier = new RegExp(
  `^[a-z][a-z0-9-]{1,248}[a-z0-9]--${hex}{8}-${hex}{4}-[1-8]${hex}{3}-[89abAB]${hex}{3}-${hex}{12}$`,
);

/** STIX 2.1 §2.9: `type--uuid`, the UUID of RFC 9562's variant. */
export const isIdentifier = (value: string): boolean => identifier.test(value);

/** The type that an identifier names. */
export const typeOfId = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('--')));

/** The version digit of an identifier's UUID. */
export const uuidVersionOf = (id: string): string => id.charAt(id.lastIndexOf('--') + 16);

const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,32})?';
const stamp = new RegExp(`^${day}T${clock}Z$`);
/** Every month has these. */
const daysOfAll = 28;

/** STIX 2.1 §3.2: RFC 3339 in UTC with `Z`, any sub-second precision, a day that exists. */
export const isStixTime = (value: string): boolean => {
  if (!stamp.test(value)) return false;
  const dayOfMonth = Number(value.slice(8, 10));
  if (dayOfMonth <= daysOfAll) return true;
  const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(5, 7))];
  return dayOfMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate();
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
