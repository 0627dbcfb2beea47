/** The verbs of the board. */
import type { Actor } from '../../kernel/decision.ts';
import { countBoard, listBoard } from './board-store.ts';
import type { BoardCounts, BoardFilter, BoardPage } from './contract.ts';
import { mayBoard } from './policy.ts';
import type { RequestNeeds } from './telling-service.ts';

export const createBoard = (needs: RequestNeeds) => {
  const { verbs, clock, self } = needs;
  const desksOf = (actor: Actor) => (actor.kind === 'person' ? actor.desks : []);
  return {
    list: (actor: Actor, { view = 'waiting-us', ...filter }: BoardFilter): Promise<BoardPage> =>
      verbs.read({ actor, verb: 'requests.list', subject: null }, async ({ unit, permit }) => {
        permit(mayBoard(actor, self));
        return listBoard(unit, { view, filter, now: clock.now(), desks: desksOf(actor) });
      }),

    counts: (actor: Actor): Promise<BoardCounts> =>
      verbs.read({ actor, verb: 'requests.count', subject: null }, async ({ unit, permit }) => {
        permit(mayBoard(actor, self));
        return countBoard(unit, { now: clock.now(), desks: desksOf(actor) });
      }),
  };
};
