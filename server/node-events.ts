/** Events as a node opens them. */

import type { AgreementService } from './capabilities/agreements/index.ts';
import { createEvents, type Events } from './capabilities/events/index.ts';
import type { Exchange } from './capabilities/exchange/index.ts';
import { askedOf, type Requests } from './capabilities/requests/index.ts';
import type { PartyId } from './kernel/ids.ts';
import { houseFolder } from './node-database.ts';
import type { Plumbing } from './node-plumbing.ts';
import { zoneOf } from './plumbing/config/index.ts';
import type { Unit } from './plumbing/database/index.ts';

/** What is planned of major events, by the clock of the node's zone; partners are asked by requests. */
export const openEvents = (
  needs: Plumbing & {
    readonly agreements: AgreementService;
    readonly exchange: Exchange;
    isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  },
  requests: Requests,
): Events =>
  createEvents({
    ...needs,
    program: houseFolder(),
    timeZone: zoneOf(needs.settings),
    items: needs.exchange.held,
    beginRequest: (actor, item, alongside) => requests.service.begin(actor, item, alongside),
    propose: (actor, item, version) => needs.exchange.service.propose(actor, item, version),
    askedOf,
  });
