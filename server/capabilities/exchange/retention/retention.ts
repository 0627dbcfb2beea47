/** Review dates and the tombstone of what was erased. Pure. */
import { canonical, type JsonObject, sha256 } from '../../../kernel/canonical.ts';
import { type Day, dayMs, dayOf, type Instant, isDay, later } from '../../../kernel/time.ts';
import { exchangeLimits } from '../contract.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { retentionLimits } from './contract.ts';

const addDays = (at: Instant, days: number): Day => dayOf(later(at, days * dayMs));

/** The last day on which a kept item must be looked at again: before erasure, within the agreement's term. */
export const lastReview = (
  item: Pick<StoredItem, 'createdAt' | 'marking'>,
  reviewAfterDays: number | null,
  now: Instant,
): Day => {
  const ends = [item.marking.eraseOn, addDays(item.createdAt, exchangeLimits.keptDays)];
  if (reviewAfterDays !== null) ends.push(addDays(now, reviewAfterDays));
  return ends.sort()[0] ?? item.marking.eraseOn;
};

/** True for a review date that lies ahead and not beyond the last. */
export const isReviewDay = (day: Day, now: Instant, last: Day): boolean =>
  isDay(day) && day > dayOf(now) && day <= last;

/** SHA-256 of what was erased: title, summary and content in canonical form (RFC 8785), hexadecimal. */
export const contentHash = (
  item: Pick<StoredItem, 'title' | 'summary'>,
  objects: readonly StoredObject[],
): string =>
  sha256(canonical({ title: item.title, summary: item.summary, objects: [...objects] })).toString('hex');

/** What the journal keeps of an erased item: that it was, under what, until when; nothing that it said. */
export const tombstoneOf = (item: StoredItem, objects: readonly StoredObject[]): JsonObject => ({
  version: item.version,
  state: item.state,
  originator: item.originator,
  hash: contentHash(item, objects),
  objectCount: item.objectCount,
  createdAt: item.createdAt,
  reviewOn: item.marking.reviewOn,
  eraseOn: item.marking.eraseOn,
  field: item.marking.field,
  purpose: item.marking.purpose,
  agreement: item.agreement,
  legalBasis: [...item.marking.legalBasis].slice(0, retentionLimits.tombstoneBasis).join(''),
});
