/** Matching as a node opens it: its secret, its engine, and the way from a hit to a request. */
import type { Exchange } from './capabilities/exchange/index.ts';
import { createMatching, type Matching } from './capabilities/matching/index.ts';
import type { Requests } from './capabilities/requests/index.ts';
import type { Federation } from './federation/index.ts';
import type { Plumbing } from './node-plumbing.ts';
import type { HttpApp } from './plumbing/http/index.ts';

/** Finds out with partners which identifiers both hold. */
export const openMatching = (
  needs: Omit<Parameters<typeof createMatching>[0], 'secret' | 'beginRequest' | 'readItem' | 'replay'> &
    Pick<Plumbing, 'matchingSecret'> & {
      readonly federation: Federation;
      readonly exchange: Pick<Exchange, 'service' | 'replay'>;
      readonly log: HttpApp['log'];
    },
  requests: Requests,
): Matching => {
  const matching = createMatching({
    ...needs,
    secret: needs.matchingSecret,
    replay: needs.exchange.replay,
    readItem: (actor, id) => needs.exchange.service.read(actor, id),
    beginRequest: (actor, item, alongside) => requests.service.begin(actor, item, alongside),
  });
  matching.registerMessages(needs.federation);
  needs.log.info({ engine: needs.oprf.engine }, 'matching computes with this engine');
  return matching;
};
