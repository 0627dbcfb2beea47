/** Moments in microseconds since 1970, as TAXII tells them (TAXII 2.1 §2): UTC, `Z`, six digits. */
import type { Instant } from '../../kernel/time.ts';

const form = /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,32})?Z$/;
const microsInMs = 1_000;
const microsInSecond = 1_000_000;

/** The microseconds of a house instant. */
export const microsOf = (at: Instant): number => Date.parse(at) * microsInMs;

/** `2024-07-26T17:30:00.123456Z`. */
export const writeMicros = (micros: number): string => {
  const second = Math.floor(micros / microsInSecond);
  const fraction = String(micros - second * microsInSecond).padStart(6, '0');
  return `${new Date(second * 1_000).toISOString().slice(0, 19)}.${fraction}Z`;
};

/** What a number holds exactly: moments before 1685 and after 2255 are as these are. */
const within = (micros: number): number =>
  Math.max(Number.MIN_SAFE_INTEGER, Math.min(micros, Number.MAX_SAFE_INTEGER));

/** Microseconds of a timestamp at any precision, rounded down; null for anything else. */
export const readMicros = (text: string): number | null => {
  if (!form.test(text)) return null;
  const leap = text.slice(17, 19) === '60';
  const whole = leap ? `${text.slice(0, 17)}59Z` : `${text.slice(0, 19)}Z`;
  const seconds = Date.parse(whole);
  if (Number.isNaN(seconds) || !new Date(seconds).toISOString().startsWith(whole.slice(0, 19))) return null;
  const fraction = text.slice(20, -1).slice(0, 6).padEnd(6, '0');
  return within(seconds * microsInMs + (leap ? microsInSecond : 0) + Number(fraction));
};

/** A timestamp in the one form in which equal moments are equal texts and earlier ones sort before. */
export const sortableTime = (text: string): string => {
  const fraction = text.slice(20, -1).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, 19) : `${text.slice(0, 19)}.${fraction}`;
};
