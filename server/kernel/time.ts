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

/** True for a calendar day that exists: `2024-02-30` does not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
};
