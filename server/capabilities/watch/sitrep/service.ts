/** The room of situation reports put together. */
import { createAssembling } from './assembling-service.ts';
import { createEditing } from './editing-service.ts';
import { createSitrepErasing } from './erasing-service.ts';
import { createSitrepReading } from './reading-service.ts';
import type { SitrepService } from './routes.ts';
import { createSending } from './sending-service.ts';
import type { SitrepNeeds } from './sitrep-service.ts';

/** Makes the verbs. Each throws the faults of its policy and of faults.ts. */
export const createSitreps = (needs: SitrepNeeds) => {
  const editing = createEditing(needs);
  const erase = createSitrepErasing(needs);
  const service: SitrepService = {
    ...createAssembling(needs),
    ...editing,
    ...createSending(needs),
    ...createSitrepReading(needs),
  };
  return {
    service,
    /** What comes round: content on its date, and what was erased in the log out of drafts. */
    eraseDue: async (): Promise<void> => {
      await erase();
      await editing.cleanDrafts();
    },
  };
};
