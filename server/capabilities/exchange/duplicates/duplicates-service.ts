/**
 * The verbs on likely duplicates: look, confirm, dismiss, take back, tell partners. A person decides,
 * always.
 */
import { canonical, isObject, readJson } from '../../../kernel/canonical.ts';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { assert, Fault } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { type Day, dayOf, type Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { gapOf } from '../../agreements/index.ts';
import { noteShown, permitReason } from '../consultation/consultation-service.ts';
import type { Item, ItemDraft } from '../contract.ts';
import { mayExplore } from '../graph/policy.ts';
import type { StoredItem } from '../item.ts';
import { type ExchangeNeeds, presentRow, viewOf } from '../item-service.ts';
import type { ExchangeService } from '../items-service.ts';
import * as itemStore from '../store.ts';
import type {
  Duplicate,
  DuplicateGroups,
  DuplicatePage,
  DuplicateQuery,
  Pair,
  Seen,
  Telling,
} from './contract.ts';
import * as store from './duplicate-store.ts';
import './faults.ts';
import { mayDecide, mayTell, strictestOf } from './policy.ts';
import { groupsOf } from './score.ts';

export interface DuplicateNeeds extends ExchangeNeeds {
  readonly items: Pick<ExchangeService, 'compose'>;
}

/** `duplicate-of` (STIX 2.1 §5.1.1): the later one points at the earlier. */
const relationshipOf = ([first, second]: readonly [StoredItem, StoredItem], self: PartyId, at: Instant) => {
  const [earlier, later] = first.createdAt <= second.createdAt ? [first, second] : [second, first];
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: `relationship--${crypto.randomUUID()}`,
    created_by_ref: self,
    created: at,
    modified: at,
    relationship_type: 'duplicate-of',
    source_ref: later.id,
    target_ref: earlier.id,
  };
};

const laterDay = (one: Day, other: Day): Day => [one, other].sort()[1] ?? one;

export const createDuplicates = (needs: DuplicateNeeds) => {
  const { verbs, clock, self, items } = needs;

  const loadItem = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await itemStore.findItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  const loadPair = async (work: Pick<Work, 'unit' | 'permit'>, pair: Pair) => {
    const { unit, permit } = work;
    const both = [await loadItem(unit, pair.first), await loadItem(unit, pair.second)] as const;
    // Whether the two are alike is asked once he may know what they say.
    for (const item of both) if (item.needsReason === true) permitReason({ permit }, unit.reader, true);
    const found = await store.lockDuplicate(unit, pair);
    if (found === null) throw new Fault('access/absent');
    return { found, both };
  };

  const requireSeen = (seen: Seen, [first, second]: readonly [StoredItem, StoredItem]): void => {
    if (seen.firstVersion !== first.version || seen.secondVersion !== second.version)
      throw new Fault('state/changed');
  };

  const present = async (unit: Unit, pair: store.StoredDuplicate): Promise<Duplicate> => {
    const row = async (id: ItemId) => presentRow(await loadItem(unit, id), self, unit.reader.party);
    const { firstVersion: _f, secondVersion: _s, relationship: _r, ...shown } = pair;
    return {
      ...shown,
      reasons: [...pair.reasons],
      first: await row(pair.first),
      second: await row(pair.second),
    };
  };

  const decided = (actor: PersonActor, both: readonly [StoredItem, StoredItem]) => ({
    decidedAt: clock.now(),
    decidedBy: actor.person,
    firstVersion: both[0].version,
    secondVersion: both[1].version,
  });

  /** Those who may have both, under the agreement of the first, over active links. */
  const reachable = async (unit: Unit, item: StoredItem, marking: Marking): Promise<PartyId[]> => {
    const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
    const parties: PartyId[] = [];
    for (const party of marking.releasableTo.filter((one) => one !== self))
      if (
        agreement !== null &&
        gapOf(agreement, marking, party) === null &&
        (await needs.isLinked(unit, party))
      )
        parties.push(party);
    return parties;
  };

  const draftOf = async (
    unit: Unit,
    relationship: string,
    [first, second]: readonly [StoredItem, StoredItem],
    told: Telling,
  ): Promise<ItemDraft> => {
    const object = readJson(relationship)?.value;
    assert(isObject(object), 'a kept relationship is not JSON');
    const whole = strictestOf(first.marking, second.marking);
    const { releasableTo: _those, ...marking } = whole;
    const { id, type } = object;
    assert(typeof id === 'string' && typeof type === 'string', 'a kept relationship has no id');
    return {
      title: told.title,
      summary: '',
      language: told.language,
      marking: {
        ...marking,
        handling: [...marking.handling],
        personCategories: [...marking.personCategories],
        reviewOn: laterDay(marking.reviewOn, dayOf(clock.now())),
      },
      agreement: first.agreement,
      circle: null,
      recipients: told.recipients ?? (await reachable(unit, first, whole)),
      objects: [{ ...object, id, type }],
      withheld: [],
      about: first.id,
    };
  };

  return {
    /** Which pairs he looked at is journalled. */
    duplicates: (actor: Actor, query: DuplicateQuery): Promise<DuplicatePage> =>
      verbs.run({ actor, verb: 'exchange.list-duplicates', subject: null }, async (work) => {
        const { unit, permit, note } = work;
        permit(mayExplore(actor, self));
        const { pairs, next } = await store.listDuplicates(unit, query);
        note({ pairs: pairs.map(({ first, second }) => `${first} ${second}`) });
        await noteShown(
          work,
          actor,
          pairs.flatMap(({ first, second }) => [first, second]),
        );
        const shown: Duplicate[] = [];
        for (const pair of pairs) shown.push(await present(unit, pair));
        return { pairs: shown, next, counts: await store.countDuplicates(unit) };
      }),

    /** What was confirmed, as groups; every item stays as it is. */
    groups: (actor: Actor): Promise<DuplicateGroups> =>
      verbs.read({ actor, verb: 'exchange.list-duplicates', subject: null }, async (work) => {
        const { unit, permit } = work;
        permit(mayExplore(actor, self));
        const confirmed = await store.listConfirmed(unit);
        await noteShown(work, actor, [...new Set(confirmed.flatMap(({ first, second }) => [first, second]))]);
        const groups: DuplicateGroups = [];
        for (const ids of groupsOf(confirmed)) {
          const rows = [];
          for (const id of ids) rows.push(presentRow(await loadItem(unit, id), self, actor.party));
          const pairs = confirmed.filter(({ first }) => ids.includes(first));
          groups.push({ items: rows, pairs: pairs.map(({ first, second }) => ({ first, second })) });
        }
        return groups;
      }),

    /** They are the same: says so in a relationship of this service, which stays here until it is told. */
    confirm: (actor: PersonActor, pair: Pair, seen: Seen): Promise<Duplicate> =>
      verbs.run({ actor, verb: 'exchange.confirm-duplicate', subject: pair.first }, async (work) => {
        const { found, both } = await loadPair(work, pair);
        work.permit(mayDecide(actor, self, both.map(viewOf)));
        if (found.state !== 'open') throw new Fault('exchange/pair-decided');
        requireSeen(seen, both);
        const relationship = relationshipOf(both, self, clock.now());
        const confirmed: store.StoredDuplicate = {
          ...found,
          ...decided(actor, both),
          state: 'confirmed',
          relationship: canonical(relationship),
        };
        work.note({ second: pair.second, relationship: relationship.id });
        await store.putDecision(work.unit, confirmed);
        return present(work.unit, confirmed);
      }),

    /** They are not: not proposed again until one of them changes. */
    dismiss: (actor: PersonActor, pair: Pair, seen: Seen & { readonly why: string }): Promise<Duplicate> =>
      verbs.run({ actor, verb: 'exchange.dismiss-duplicate', subject: pair.first }, async (work) => {
        const { found, both } = await loadPair(work, pair);
        work.permit(mayDecide(actor, self, both.map(viewOf)));
        if (found.state !== 'open') throw new Fault('exchange/pair-decided');
        requireSeen(seen, both);
        const dismissed: store.StoredDuplicate = {
          ...found,
          ...decided(actor, both),
          state: 'dismissed',
          why: seen.why,
        };
        work.note({ second: pair.second });
        await store.putDecision(work.unit, dismissed);
        return present(work.unit, dismissed);
      }),

    /** Takes a decision back; the pair is open again. What partners were told stays told. */
    reopen: (actor: PersonActor, pair: Pair): Promise<Duplicate> =>
      verbs.run({ actor, verb: 'exchange.reopen-duplicate', subject: pair.first }, async (work) => {
        const { found, both } = await loadPair(work, pair);
        work.permit(mayDecide(actor, self, both.map(viewOf)));
        const open: store.StoredDuplicate = {
          ...found,
          state: 'open',
          decidedAt: null,
          decidedBy: null,
          why: null,
          relationship: null,
        };
        work.note({ second: pair.second, from: found.state });
        await store.putDecision(work.unit, open);
        return present(work.unit, open);
      }),

    /** The relationship as a contribution: a draft, for those alone who may have both. */
    tell: async (actor: PersonActor, pair: Pair, told: Telling): Promise<Item> => {
      const draft = await verbs.read(
        { actor, verb: 'exchange.tell-duplicate', subject: pair.first },
        async (work) => {
          const { unit, permit } = work;
          const { found, both } = await loadPair(work, pair);
          permit(mayTell(actor, self, both.map(viewOf)));
          if (found.relationship === null) throw new Fault('exchange/pair-not-confirmed');
          return draftOf(unit, found.relationship, both, told);
        },
      );
      return items.compose(actor, draft);
    },
  };
};

/** The verbs on likely duplicates. */
export type DuplicateService = ReturnType<typeof createDuplicates>;
