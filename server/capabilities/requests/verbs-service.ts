/** The verbs on requests, one transaction each: of who asks, of who answers, of the board. */
import { createAsking } from './asking-service.ts';
import { createBoard } from './board-service.ts';
import { createEarlier } from './earlier-service.ts';
import { createScratch } from './scratch-service.ts';
import { createStepping, type SteppingNeeds } from './stepping-service.ts';

/** Makes the verbs. Each throws the faults of its policy and of faults.ts. */
export const createRequestVerbs = (needs: SteppingNeeds) => ({
  ...createAsking(needs),
  ...createStepping(needs),
  ...createBoard(needs),
  ...createScratch(needs),
  ...createEarlier(needs),
});

/** The verbs on requests. */
export type RequestService = ReturnType<typeof createRequestVerbs>;
