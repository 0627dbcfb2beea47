/**
 * Finds items that seem to tell of the same thing. Their keys are kept with their content; what came is
 * compared a moment later by work that comes round by itself, with the few that share a rare key. It only
 * proposes.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { SystemActor } from '../../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { objectName } from '../graph/references.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import * as itemStore from '../store.ts';
import { duplicateLimits, type Reason, type ReasonKind, reasonKinds } from './contract.ts';
import { dropPairs, type Finding, forgetFindings, putFinding } from './duplicate-store.ts';
import * as keyStore from './key-store.ts';
import { keysOf } from './keys.ts';
import { type NameMatcher, writtenAlike } from './likeness.ts';
import { leastLikeness, scoreOf } from './score.ts';

interface MatchingNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly matcher: NameMatcher;
}

/** Keeps the keys of items beside their content, and notes that they are to be compared. */
export const createKeyFollower = (needs: Pick<MatchingNeeds, 'clock' | 'matcher'>): ItemFollower => ({
  kept: async (unit, item, objects) => {
    if (objects === null) return;
    const keys = keysOf(item, objects, needs.matcher);
    // Pairs are the business of those who read both: whoever writes this item may read neither.
    await unit.asHouse('duplicates', async (house) => {
      await keyStore.putKeys(house, item.id, keys);
      await forgetFindings(house, item.id);
      await keyStore.queueItem(house, item.id, needs.clock.now());
    });
  },
  // A recalled item stays as a tombstone: its keys, and what was found or decided by them, do not.
  dropped: (unit, item) =>
    unit.asHouse('duplicates', async (house) => {
      await keyStore.dropKeys(house, item.id);
      await dropPairs(house, item.id);
    }),
});

/** Meetings of one pair whose objects are read for their names. */
const looked = duplicateLimits.names * reasonKinds.length;

const kindOf = (key: string): ReasonKind =>
  reasonKinds.find((kind) => key.startsWith(`${kind}:`)) ?? 'object';

/** An answer and what it answers, and two answers to one item, have much in common by their nature. */
const areOneThread = (one: StoredItem, other: StoredItem): boolean =>
  one.about === other.id || other.about === one.id || (one.about !== undefined && one.about === other.about);

const typeOf = (id: string): string => id.split('--')[0] ?? '';

type Names = ReadonlyMap<string, string | null>;

const namesOf = (objects: readonly (JsonObject & { readonly id: string })[]): Names =>
  new Map(objects.map((object) => [object.id, objectName(object)]));
const patternsOf = (objects: readonly (JsonObject & { readonly id: string })[]): Names =>
  new Map(objects.map(({ id, pattern }) => [id, typeof pattern === 'string' ? pattern : null]));

/** One reason for each object that they share, whichever of its keys have met. */
const reasonsOf = (
  meetings: readonly keyStore.Meeting[],
  titles: readonly [string, string],
  names: { readonly mine: Names; readonly theirs: Names; readonly patterns: Names },
  matcher: NameMatcher,
): readonly Reason[] => {
  const reasons = new Map<string, Reason>();
  for (const { key, object, otherObject } of meetings) {
    const kind = kindOf(key);
    const mine = kind === 'title' ? titles[0] : (names.mine.get(object) ?? '');
    const theirs = kind === 'title' ? titles[1] : (names.theirs.get(otherObject) ?? '');
    const isWords = kind === 'title' || kind === 'name';
    const likeness = !isWords ? 1 : (kind === 'title' ? writtenAlike : matcher).likeness(mine, theirs);
    if (likeness < leastLikeness) continue;
    const value = (kind === 'pattern' && names.patterns.get(object)) || mine || theirs;
    reasons.set(`${kind} ${object}`, { kind, type: typeOf(object), value, likeness });
  }
  return [...reasons.values()].sort((a, b) => reasonKinds.indexOf(a.kind) - reasonKinds.indexOf(b.kind));
};

export const createMatching = (needs: MatchingNeeds) => {
  const house: SystemActor = { kind: 'system', name: 'duplicates', party: needs.self };

  /** What two items have in common, where it is enough to be looked at. */
  const findingOf = (
    [item, other]: readonly [StoredItem, StoredItem],
    meetings: readonly keyStore.Meeting[],
    held: readonly [readonly StoredObject[], readonly StoredObject[]],
  ): Finding | null => {
    const names = { mine: namesOf(held[0]), theirs: namesOf(held[1]), patterns: patternsOf(held[0]) };
    const reasons = reasonsOf(meetings, [item.title, other.title], names, needs.matcher);
    const score = scoreOf({ reasons, smaller: Math.min(item.objectCount, other.objectCount) });
    if (score < duplicateLimits.leastScore) return null;
    const [first, second] = item.id < other.id ? [item, other] : [other, item];
    return {
      first: first.id,
      second: second.id,
      firstVersion: first.version,
      secondVersion: second.version,
      score,
      reasons: reasons.slice(0, duplicateLimits.reasons),
      foundAt: needs.clock.now(),
    };
  };

  const compareAll = async (unit: Unit, id: ItemId): Promise<void> => {
    const item = await itemStore.findItem(unit, id);
    if (item === null) return;
    const byOther = new Map<ItemId, keyStore.Meeting[]>();
    for (const meeting of await keyStore.meetingsOf(unit, id))
      byOther.set(meeting.other, [...(byOther.get(meeting.other) ?? []), meeting]);
    const others = await itemStore.findItems(unit, [...byOther.keys()]);
    const met = [...byOther.values()].flatMap((meetings) => meetings.slice(0, looked));
    const mine = await keyStore.objectsIn(
      unit,
      met.map(({ object }) => ({ item: id, object })),
    );
    const theirs = await keyStore.objectsIn(
      unit,
      met.map(({ other, otherObject }) => ({ item: other, object: otherObject })),
    );
    for (const [otherId, meetings] of byOther) {
      const other = others.get(otherId);
      if (other === undefined || areOneThread(item, other)) continue;
      const held = [mine.get(id) ?? [], theirs.get(otherId) ?? []] as const;
      const finding = findingOf([item, other], meetings, held);
      if (finding !== null) await putFinding(unit, finding);
    }
  };

  const round = (): Promise<number> =>
    needs.database.transact(house, async (unit) => {
      const taken = await keyStore.takeQueued(unit);
      for (const id of taken) await compareAll(unit, id);
      return taken.length;
    });

  return {
    /** Compares what came since the last time, a few items to a transaction. */
    match: async (): Promise<void> => {
      for (let done = 0; done < duplicateLimits.round; ) {
        const taken = await round();
        if (taken === 0) return;
        done += taken;
      }
    },
  };
};
