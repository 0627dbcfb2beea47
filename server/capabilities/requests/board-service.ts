/** The verbs of the board. */
import type { Actor } from '../../kernel/decision.ts';
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
import type { RequestNeeds } from './telling-service.ts';

const isStrandState = (state: string): state is StrandState => strandStates.some((one) => one === state);

export const createBoard = (needs: RequestNeeds) => {
  const { verbs, clock, self } = needs;
  /** On whose board what stands in `mine`. */
  const placeOf = (actor: Actor) => ({
    now: clock.now(),
    desks: actor.kind === 'person' ? actor.desks : [],
    escalated: actor.kind === 'person' && actor.role === 'centre-head',
  });
  const offered = (actor: Actor, row: BoardRow): StepKind[] => {
    const { addressee, state } = row;
    if (addressee === null || !isStrandState(state)) return [];
    return [...offeredTo(actor, { ...row, addressee, state }, self)];
  };
  return {
    list: (actor: Actor, { view = 'waiting-us', ...filter }: BoardFilter): Promise<BoardPage> =>
      verbs.read({ actor, verb: 'requests.list', subject: null }, async ({ unit, permit }) => {
        permit(mayBoard(actor, self));
        const page = await listBoard(unit, { view, filter, ...placeOf(actor) });
        return { ...page, items: page.items.map((row) => ({ ...row, offered: offered(actor, row) })) };
      }),

    counts: (actor: Actor): Promise<BoardCounts> =>
      verbs.read({ actor, verb: 'requests.count', subject: null }, async ({ unit, permit }) => {
        permit(mayBoard(actor, self));
        return countBoard(unit, placeOf(actor));
      }),
  };
};
