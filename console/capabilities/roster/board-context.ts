/** What the parts of one draft's screen share: the board, who may edit, and what is chosen. */
import { createContext, useContext } from 'react';
import type { Draft, Edit } from '../../../server/capabilities/roster/contract.ts';
import type { Bar, Board } from './board.ts';

export interface BoardUse {
  readonly board: Board;
  readonly draft: Draft;
  readonly mayEdit: boolean;
  readonly chosen: Bar | null;
  choose(bar: Bar | null): void;
  /** The duty that another is to be swapped with. */
  readonly swapping: Bar | null;
  beginSwap(bar: Bar | null): void;
  /** Does it, asking for a reason where a rule stands in the way. */
  edit(edit: Edit): void;
}

export const BoardContext = createContext<BoardUse | null>(null);

export const useBoard = (): BoardUse => {
  const use = useContext(BoardContext);
  if (use === null) throw new Error('bug: a part of a board stands outside of one');
  return use;
};
