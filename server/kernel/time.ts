/** Time. The clock is a need passed by name, so that a test can turn it; nothing else reads the time. */

/** A moment, RFC 3339 in UTC with milliseconds and `Z` (STIX 2.1 §3.2): `2024-07-26T17:30:00.000Z`. */
export type Instant = string;
/** A calendar day, `2024-07-26`. */
export type Day = string;

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

export const dayMs = 86_400_000;

/** The moment `ms` milliseconds after `at` (before, when negative). */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** The UTC day of a moment. */
export const dayOf = (at: Instant): Day => at.slice(0, 10);

/** A calendar day that exists, from 1000 to 2999, as a pattern: `2024-02-30` does not. */
export const dayPattern =
  '(?:[12]\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|' +
  '02-(?:0[1-9]|1\\d|2[0-8]))|(?:[12]\\d(?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)-02-29)';
export const isDay = (text: string): boolean => new RegExp(`^${dayPattern}$`).test(text);
