/** The verbs of originator control, one transaction each. */
import type { ControlNeeds } from './control-service.ts';
import { createFollowing } from './following-service.ts';
import { createOnward } from './onward-service.ts';
import { createRecalling } from './recalling-service.ts';

/** Makes the verbs. Each throws the faults of its policy and of faults.ts. */
export const createControlVerbs = (needs: ControlNeeds) => ({
  ...createRecalling(needs),
  ...createFollowing(needs),
  ...createOnward(needs),
});

/** The verbs of originator control. */
export type ControlService = ReturnType<typeof createControlVerbs>;
