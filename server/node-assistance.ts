/** Assistance as a node opens it: what is asked of partners, and what they answer. */
import { type Assistance, createAssistance } from './capabilities/assistance/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import type { Federation } from './federation/index.ts';
import type { Plumbing } from './node-plumbing.ts';

/** Asks partners for officers, and answers what they ask. */
export const openAssistance = (
  needs: Omit<Parameters<typeof createAssistance>[0], 'names'> &
    Pick<Plumbing, 'settings'> & { readonly federation: Federation },
  parties: Pick<Parties, 'services'>,
): Assistance => {
  const [language = 'en'] = needs.settings.languages;
  const assistance = createAssistance({
    ...needs,
    names: async () =>
      new Map((await parties.services(needs.house)).map(({ id, name }) => [id, name[language]])),
  });
  assistance.registerMessages(needs.federation);
  return assistance;
};
