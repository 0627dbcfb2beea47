/** The verbs of the board. */
import type { Actor } from '../../kernel/decision.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { ItemNeeds } from './asking-service.ts';
import { countBoard, listBoard } from './board-store.ts';
import {
  type BoardCounts,
  type BoardFilter,
  type BoardPage,
  type BoardRow,
  type StepKind,
  type StrandState,
  strandStates,
} from './contract.ts';
import { mayBoard, offeredTo } from './policy.ts';
import { placesOf } from './staff/absence.ts';
import { listAbsences } from './staff/staff-store.ts';

const isStrandState = (state: string): state is StrandState => strandStates.some((one) => one === state);

export const createBoard = (needs: ItemNeeds) => {
  const { verbs, clock, self, exchange } = needs;
  /** On whose board what stands in `mine`. */
  const placeOf = async (unit: Unit, actor: Actor) => {
    const now = clock.now();
    if (actor.kind !== 'person') return { now, desks: [], persons: [], escalated: true };
    const persons = placesOf(await listAbsences(unit, now), actor.person, now);
    return { now, desks: actor.desks, persons, escalated: actor.role === 'centre-head' };
  };
  const offered = (actor: Actor, row: BoardRow): StepKind[] => {
    const { addressee, state } = row;
    if (addressee === null || !isStrandState(state)) return [];
    return [...offeredTo(actor, { ...row, addressee, state }, self)];
  };
  return {
    list: (actor: Actor, { view = 'waiting-us', ...filter }: BoardFilter): Promise<BoardPage> =>
      verbs.read({ actor, verb: 'requests.list', subject: null }, async (work) => {
        work.permit(mayBoard(actor, self));
        const page = await listBoard(work.unit, { view, filter, ...(await placeOf(work.unit, actor)) });
        const shown = page.items.map(({ item }) => item);
        await exchange.held.noteShown(work, actor, [...new Set(shown)]);
        return { ...page, items: page.items.map((row) => ({ ...row, offered: offered(actor, row) })) };
      }),

    counts: (actor: Actor): Promise<BoardCounts> =>
      verbs.read({ actor, verb: 'requests.count', subject: null }, async ({ unit, permit }) => {
        permit(mayBoard(actor, self));
        return countBoard(unit, await placeOf(unit, actor));
      }),
  };
};
