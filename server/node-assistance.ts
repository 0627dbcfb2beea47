/** Assistance as a node opens it: what is asked of partners, and what they answer. */
import { type Assistance, createAssistance } from './capabilities/assistance/index.ts';
import type { Federation } from './federation/index.ts';

/** Asks partners for officers, and answers what they ask. */
export const openAssistance = (
  needs: Parameters<typeof createAssistance>[0] & { readonly federation: Federation },
): Assistance => {
  const assistance = createAssistance(needs);
  assistance.registerMessages(needs.federation);
  return assistance;
};
