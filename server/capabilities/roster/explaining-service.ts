import type { RosterNeeds } from './needs-service.ts';
import type { Plans } from './plans-service.ts';

export const createExplaining = (_needs: RosterNeeds, _plans: Plans) => ({});
