/** The verbs on requests, one transaction each: of who asks, of who answers, of the board. */
import { createAsking } from './asking-service.ts';
import { createBoard } from './board-service.ts';
import { createEarlier } from './earlier-service.ts';
import { createExport, type ExportNeeds } from './export/export-service.ts';
import { createScratch } from './scratch-service.ts';
import { createHandOver, type HandOverNeeds } from './staff/hand-over-service.ts';
import { createStaff, type StaffNeeds } from './staff/staff-service.ts';
import { createStepping } from './stepping-service.ts';
import { createTemplates } from './templates/templates-service.ts';

/** What all of them need, by name. */
export type RequestVerbNeeds = HandOverNeeds & StaffNeeds & ExportNeeds;

/** Makes the verbs. Each throws the faults of its policy and of faults.ts. */
export const createRequestVerbs = (needs: RequestVerbNeeds) => {
  const stepping = createStepping(needs);
  return {
    ...createAsking(needs),
    ...stepping,
    ...createExport(needs, stepping.show),
    ...createBoard(needs),
    ...createScratch(needs),
    ...createEarlier(needs),
    ...createStaff(needs),
    ...createHandOver(needs),
    ...createTemplates(needs),
  };
};

/** The verbs on requests. */
export type RequestService = ReturnType<typeof createRequestVerbs>;
