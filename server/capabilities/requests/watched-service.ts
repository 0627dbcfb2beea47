/** What the watch is told of requests: what stands open when a shift ends, and by which title. */
import type { Actor } from '../../kernel/decision.ts';
import type { DeskId, ItemId, PartyId } from '../../kernel/ids.ts';
import { type Instant, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { ItemNeeds } from './asking-service.ts';
import { named, titlesOf } from './board-store.ts';
import { hourMs } from './clock.ts';
import { requestLimits } from './contract.ts';
import {
  type AskingItem,
  itemsOf,
  listNews,
  listStanding,
  type Span,
  type StrandNews,
} from './watched-store.ts';

/** What is asked of several is one thing; what is said to each other, or not in time, one for each. */
const refOf = ({ item, news, addressee, word }: StrandNews): string =>
  news === 'asked' ? `${item}/asked` : `${item}/${news}/${word ?? addressee}`;

const present = (of: readonly StrandNews[], item: AskingItem, self: PartyId) =>
  of.slice(0, 1).map((first) => {
    const isOurs = first.requester === self;
    const { item: id, news, outcome, at } = first;
    const { marking, personal, recalled: gone, title } = item;
    return {
      ...{ ref: refOf(first), item: id, news, outcome, isOurs, at, personal, gone, marking },
      others: isOurs ? of.map(({ addressee }) => addressee) : [first.requester],
      title: title === '' ? null : title,
      parties: news === 'asked' ? marking.releasableTo : [first.requester, first.addressee],
    };
  });

/** Opens what is told. Each is read as the reader of the unit: no more than his board shows him. */
export const createWatched = ({ clock, exchange, self }: Pick<ItemNeeds, 'clock' | 'exchange' | 'self'>) => ({
  standing: (
    unit: Unit,
    asked: { readonly desk: DeskId; readonly since: Instant; readonly limit: number },
  ) => {
    const now = clock.now();
    return listStanding(unit, { ...asked, now, soon: later(now, requestLimits.soonHours * hourMs) });
  },

  titles: async (
    work: Pick<Work, 'unit' | 'note'>,
    actor: Actor,
    items: readonly ItemId[],
  ): Promise<ReadonlyMap<ItemId, string | null>> => {
    const titles = await titlesOf(work.unit, items);
    await exchange.held.noteShown(work, actor, [...titles.keys()]);
    return new Map(
      [...titles].map(([item, one]) => [item, named(one).needsReason ? null : named(one).title]),
    );
  },

  /** What came of requests in a period, the oldest first. */
  told: async (unit: Unit, span: Span) => {
    const news = await listNews(unit, span);
    const items = await itemsOf(unit, [...new Set(news.map(({ item }) => item))]);
    const byRef = new Map<string, StrandNews[]>();
    for (const one of news) byRef.set(refOf(one), [...(byRef.get(refOf(one)) ?? []), one]);
    const told = [...byRef.values()].flatMap((of) => {
      const item = of[0] && items.get(of[0].item);
      return item === undefined ? [] : present(of, item, self);
    });
    return told.toSorted((one, other) => one.at.localeCompare(other.at)).slice(0, span.limit);
  },

  /** Those that are here no more, or were recalled. */
  gone: async (unit: Unit, items: readonly ItemId[]): Promise<ReadonlySet<ItemId>> => {
    if (items.length === 0) return new Set();
    const found = await itemsOf(unit, items);
    return new Set(items.filter((id) => found.get(id)?.recalled !== false));
  },
});

/** What the watch is told. */
export type Watched = ReturnType<typeof createWatched>;
