/** Assistance as a node opens it: what is asked of partners, what they answer, and whom they send. */
import { type Assistance, createAssistance } from './capabilities/assistance/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import type { Federation } from './federation/index.ts';
import type { Plumbing } from './node-plumbing.ts';
import { zoneOf } from './plumbing/config/index.ts';

/** Asks partners for officers, answers what they ask, and deploys those who come. */
export const openAssistance = (
  needs: Omit<Parameters<typeof createAssistance>[0], 'names' | 'timeZone' | 'service' | 'services'> &
    Pick<Plumbing, 'settings'> & { readonly federation: Federation },
  parties: Pick<Parties, 'services'>,
): Assistance => {
  const { settings, house } = needs;
  const [language = 'en'] = settings.languages;
  const services = () => parties.services(house);
  const assistance = createAssistance({
    ...needs,
    timeZone: zoneOf(settings),
    service: settings,
    services,
    names: async () => new Map((await services()).map(({ id, name }) => [id, name[language]])),
  });
  assistance.registerMessages(needs.federation);
  return assistance;
};
