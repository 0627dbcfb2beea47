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
import type { StoredItem } from '../item.ts';
import { findItem } from '../store.ts';
import * as keyStore from './key-store.ts';
import { type NameMatcher, spelledAlike, writtenAlike } from './likeness.ts';
import { leastLikeness } from './score.ts';

/** In what another item is about the same. */
export type AlikeIn = SubjectKind | 'observable' | 'object' | 'hash' | 'reference' | 'pattern' | 'title';

/** Another item, and in what it is about the same. */
export interface AlikeItem {
  readonly item: ItemId;
  readonly in: readonly AlikeIn[];
}

/** Items that are looked at for one. */
const comparedAtMost = 100;

const exact: readonly AlikeIn[] = ['observable', 'object', 'hash', 'reference', 'pattern'];

const isAlike = (matcher: NameMatcher, one: string | null, other: string | null): boolean =>
  one !== null && other !== null && matcher.likeness(one, other) >= leastLikeness;

type Names = ReadonlyMap<string, string | null>;
const placeOf = (item: ItemId, object: string): string => `${item} ${object}`;

/** What the objects where names met are called, read together. */
const namesAt = async (unit: Unit, item: ItemId, meetings: readonly keyStore.Meeting[]): Promise<Names> => {
  const wanted = meetings
    .filter(({ key }) => key.startsWith('name:'))
    .flatMap(({ object, other, otherObject }) => [
      { item, object },
      { item: other, object: otherObject },
    ]);
  const found = await keyStore.objectsIn(unit, wanted);
  const names = new Map<string, string | null>();
  for (const [of, objects] of found)
    for (const object of objects) names.set(placeOf(of, object.id), objectName(object));
  return names;
};

/** Whether two places where keys met say the same when they are read. */
const confirms = async (
  unit: Unit,
  item: Pick<StoredItem, 'id' | 'title'>,
  meeting: keyStore.Meeting,
  names: Names,
): Promise<AlikeIn | null> => {
  const kind = meeting.key.split(':')[0] ?? '';
  const same = exact.find((one) => one === kind);
  if (same !== undefined) return same;
  if (kind === 'title') {
    const other = await findItem(unit, meeting.other);
    return isAlike(writtenAlike, item.title, other?.title ?? null) ? 'title' : null;
  }
  const here = names.get(placeOf(item.id, meeting.object)) ?? null;
  const there = names.get(placeOf(meeting.other, meeting.otherObject)) ?? null;
  return isAlike(spelledAlike, here, there) ? 'name' : null;
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
  const meetings = await keyStore.meetingsOf(unit, item);
  const names = await namesAt(unit, item, meetings);
  for (const meeting of meetings) {
    const place = `${meeting.key.split(':')[0]} ${meeting.object} ${meeting.other} ${meeting.otherObject}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const what = await confirms(unit, stored, meeting, names);
    if (what !== null) add(meeting.other, what);
    if (found.size >= comparedAtMost) break;
  }
  return [...found].map(([other, what]) => ({ item: other, in: [...what].sort() }));
};
