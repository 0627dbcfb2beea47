/**
 * Items about the same as this one, by what is kept with their content: the hashed names and identifiers of
 * persons, observables, hashes of files, and titles or names written alike. For the house: whoever asks shows
 * of them only what his reader may read.
 */
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { sharingSubjects } from '../consultation/consultation-store.ts';
import type { SubjectKind } from '../consultation/personal-data.ts';
import { objectName } from '../graph/references.ts';
import { findItem } from '../store.ts';
import * as keyStore from './key-store.ts';
import { writtenAlike } from './likeness.ts';
import { leastLikeness } from './score.ts';

/** In what another item is about the same. */
export type AlikeIn = SubjectKind | 'observable' | 'object' | 'hash' | 'reference' | 'pattern' | 'title';

export interface AlikeItem {
  readonly item: ItemId;
  readonly in: readonly AlikeIn[];
}

/** Items that are looked at for one. */
const comparedAtMost = 100;

const exact: readonly AlikeIn[] = ['observable', 'object', 'hash', 'reference', 'pattern'];

const isAlike = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && writtenAlike.likeness(one, other) >= leastLikeness;

const nameIn = async (unit: Unit, item: ItemId, object: string): Promise<string | null> => {
  const [found] = await keyStore.objectsIn(unit, item, [object]);
  return found === undefined ? null : objectName(found);
};

/** Whether two places where keys met say the same when they are read. */
const confirms = async (
  unit: Unit,
  item: ItemId,
  title: string,
  meeting: keyStore.Meeting,
): Promise<AlikeIn | null> => {
  const kind = meeting.key.split(':')[0] ?? '';
  const same = exact.find((one) => one === kind);
  if (same !== undefined) return same;
  if (kind === 'title') {
    const other = await findItem(unit, meeting.other);
    return isAlike(title, other?.title ?? null) ? 'title' : null;
  }
  const names = [
    await nameIn(unit, item, meeting.object),
    await nameIn(unit, meeting.other, meeting.otherObject),
  ] as const;
  return isAlike(...names) ? 'name' : null;
};

/** The unit is the house's. */
export const alikeTo = async (unit: Unit, item: ItemId): Promise<readonly AlikeItem[]> => {
  const stored = await findItem(unit, item);
  if (stored === null) return [];
  const found = new Map<ItemId, Set<AlikeIn>>();
  const add = (other: ItemId, what: AlikeIn): void => {
    found.set(other, (found.get(other) ?? new Set()).add(what));
  };
  for (const { item: other, kinds } of await sharingSubjects(unit, item, comparedAtMost))
    for (const kind of kinds) add(other, kind);
  const seen = new Set<string>();
  for (const meeting of await keyStore.meetingsOf(unit, item)) {
    const place = `${meeting.key.split(':')[0]} ${meeting.object} ${meeting.other} ${meeting.otherObject}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const what = await confirms(unit, item, stored.title, meeting);
    if (what !== null) add(meeting.other, what);
    if (found.size >= comparedAtMost) break;
  }
  return [...found].map(([other, what]) => ({ item: other, in: [...what].sort() }));
};
