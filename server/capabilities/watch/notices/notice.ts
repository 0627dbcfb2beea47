/** When a notice is given, tried again, and no longer needed. Pure. */
import type { Language } from '../../../kernel/faults.ts';
import { type Instant, later } from '../../../kernel/time.ts';
import type { Notice } from '../../../plumbing/outward/index.ts';
import { noticeSubject, noticeText } from './words.ts';

/** What calls for a notice: an alert came in, or its time or twice its time is over. */
export type Occasion = 'received' | 'late-1' | 'late-2';

export const noticeLimits = {
  /** The first wait after a failed attempt, doubled each time up to the longest. */
  retryFirstMs: 15_000,
  retryMostMs: 1_800_000,
  /** Tried so many times; about a day. */
  attempts: 50,
  /** How long one process may be busy with an attempt before another takes it up. */
  claimMs: 60_000,
  /** Attempts in one round. */
  atOnce: 20,
} as const;

/** When it is tried again after so many attempts; null where it is given up. */
export const nextAttempt = (attempts: number, now: Instant): Instant | null =>
  attempts >= noticeLimits.attempts
    ? null
    : later(
        now,
        Math.min(noticeLimits.retryMostMs, noticeLimits.retryFirstMs * 2 ** Math.min(attempts - 1, 20)),
      );

/** The pointer, in the languages of the service. */
export const pointerOf = (id: string, languages: readonly Language[], publicAddress: string): Notice => {
  const [first = 'en'] = languages;
  const link = `${publicAddress.replace(/\/$/, '')}/watch/alerts`;
  const text = languages.map((language) => `${noticeText[language]}\n${link}\n`).join('\n');
  return { id, subject: noticeSubject[first], text, link };
};
