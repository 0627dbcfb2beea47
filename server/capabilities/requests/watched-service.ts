/** What the watch is told of requests: what stands open when a shift ends, and by which title. */
import type { Actor } from '../../kernel/decision.ts';
import type { DeskId, ItemId } from '../../kernel/ids.ts';
import { type Instant, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { ItemNeeds } from './asking-service.ts';
import { named, titlesOf } from './board-store.ts';
import { hourMs } from './clock.ts';
import { requestLimits } from './contract.ts';
import { listStanding } from './watched-store.ts';

/** Opens what is told. Each is read as the reader of the unit: no more than his board shows him. */
export const createWatched = ({ clock, exchange }: Pick<ItemNeeds, 'clock' | 'exchange'>) => ({
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
});

/** What the watch is told. */
export type Watched = ReturnType<typeof createWatched>;
