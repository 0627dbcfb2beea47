/** Which view of the board is shown, as it stands in the address. */
import { type BoardView, boardViews } from '../../../server/capabilities/requests/contract.ts';

export const readView = (search: Record<string, unknown>): { view?: BoardView } => {
  const view = boardViews.find((name) => name === search.view);
  return view === undefined ? {} : { view };
};
