/** Values as files write them: numbers with a decimal comma, moments with an offset, days. Pure. */
import { isDay } from '../../../kernel/time.ts';
import { momentOf } from '../../../kernel/zone.ts';
import { inFigures } from './months.ts';

/** Digits of Arabic and Persian keyboards as Latin ones, and their signs. */
export const latin = (text: string): string =>
  text
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${(digit.codePointAt(0) ?? 0) & 0xf}`)
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
    .trim();

/** A decimal with a point or a comma: `48,8637`; null where it is none. */
export const readDecimal = (text: string): number | null => {
  const plain = latin(text).replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** A whole number, its thousands parted by spaces, points or commas or not at all; null where it is none. */
export const readCount = (text: string): number | null => {
  const plain = latin(text).replaceAll(/[\s\u00A0\u202F]/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(plain)) return Number(plain.replaceAll(/[.,]/g, ''));
  if (/^\d+([.,]0+)?$/.test(plain)) return Number.parseInt(plain, 10);
  return null;
};

interface Read {
  readonly day: string;
  /** `15:00`; null where there is a day alone. */
  readonly time: string | null;
  /** `Z`, `+02:00`; null where it leaves the zone open. */
  readonly offset: string | null;
}

const yearFirst = String.raw`(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})`;
const yearLast = String.raw`(?<d2>\d{1,2})[-/.](?<m2>\d{1,2})[-/.](?<y2>\d{4})`;
const half = String.raw`(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?`;
const clock = String.raw`(?<h>\d{1,2})(?:\s?[:hH]\s?(?<i>\d{2})?)(?::\d{2}(?:[.,]\d+)?)?${half}`;
const moment = new RegExp(
  `^(?:${yearFirst}|${yearLast})(?:(?:[T ]|\\s+à\\s+|,\\s*)${clock}\\s*(?<z>Z|[+-]\\d{2}(?::?\\d{2})?)?)?$`,
);

/** By the clock of 24 hours: `9:00 PM` is `21:00`. */
const timeOf = ({ h = '', i = '00', half }: Readonly<Record<string, string | undefined>>): string => {
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (/p/i.test(half) ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${i}`;
};

/** The day comes before the month where the year comes last. */
const read = (text: string): Read | null => {
  const parts = moment.exec(inFigures(latin(text)))?.groups;
  if (parts === undefined) return null;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const day = `${parts.y ?? parts.y2}-${two(parts.m ?? parts.m2)}-${two(parts.d ?? parts.d2)}`;
  if (!isDay(day)) return null;
  const time = parts.h === undefined ? null : timeOf(parts);
  const offset = parts.z?.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, rest) => `${hours}:${rest ?? '00'}`);
  return { day, time, offset: offset ?? null };
};

/** A moment: with its own offset, else by the clock of the zone; null where it is none, or a day alone. */
export const readMoment = (text: string, timeZone: string): string | null => {
  const found = read(text);
  if (found === null || found.time === null) return null;
  if (found.offset === null) return momentOf(timeZone, { day: found.day, time: found.time });
  const at = new Date(`${found.day}T${found.time}:00${found.offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/** A day, as the file's own clock has it; null where it is none. */
export const readDay = (text: string): string | null => read(text)?.day ?? null;

/** A time of day, `21:00` or `21h00`; null where it is none. */
export const readClock = (text: string): string | null => {
  const parts = new RegExp(`^${clock}$`).exec(latin(text))?.groups;
  const time = timeOf(parts ?? {});
  return parts !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
};
