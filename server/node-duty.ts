/** What the officers on duty live on, as a node opens it: requests and the watch. */
import type { AgreementService } from './capabilities/agreements/index.ts';
import type { Exchange } from './capabilities/exchange/index.ts';
import type { createTightener } from './capabilities/oversight/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import { createRequests, takesWork } from './capabilities/requests/index.ts';
import { createWatch, shiftsPolicy } from './capabilities/watch/index.ts';
import type { Federation } from './federation/index.ts';
import type { DeskId, PartyId, PersonId } from './kernel/ids.ts';
import type { Marking } from './kernel/marking.ts';
import type { Plumbing } from './node-plumbing.ts';
import { zoneOf } from './plumbing/config/index.ts';
import type { Unit } from './plumbing/database/index.ts';

/** Opens them, told what they need of parties, agreements and exchange. */
export const openDuty = (
  needs: Plumbing & {
    readonly agreements: AgreementService;
    readonly federation: Federation;
    readonly exchange: Exchange;
    readonly tighten: ReturnType<typeof createTightener>;
    isLinked(unit: Unit, party: PartyId): Promise<boolean>;
    isDesk(desk: DeskId): Promise<boolean>;
    intakeDesk(unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>): Promise<DeskId | null>;
  },
  parties: Parties,
) => {
  const { settings, self, house, agreements, exchange, federation } = needs;
  const own = async () =>
    (await parties.people(house)).filter(({ party, state }) => party === self && state === 'active');
  const officers = async () => (await own()).filter(({ roles }) => takesWork(roles));
  const requests = createRequests({
    ...needs,
    isOfficer: async (person: PersonId) => (await officers()).some(({ id }) => id === person),
    timeZone: zoneOf(settings),
    service: settings,
    services: () => parties.services(house),
    officers,
  });
  requests.registerMessages(federation);
  const watch = createWatch({
    ...needs,
    timeZone: zoneOf(settings),
    circles: agreements.listCircles,
    items: exchange.service,
    uploads: exchange.uploads,
    service: settings,
    requests: requests.watched,
    beginRequest: requests.service.begin,
    names: async () => new Map((await parties.services(house)).map(({ id, name }) => [id, name])),
    // This service's own people alone stand in its rota, and of them those who can sign a handover.
    colleagues: async () =>
      new Set((await own()).filter(({ roles }) => shiftsPolicy.standsInRota(roles)).map(({ id }) => id)),
    send: federation.send,
  });
  watch.registerMessages(federation);
  return { requests, watch };
};
