/** Brings the requests of the scenario as far as it says, by the same verbs as its people's. */
import { isObject } from '../server/kernel/canonical.ts';
import type { PartyId } from '../server/kernel/ids.ts';
import { dayOf, systemClock } from '../server/kernel/time.ts';
import { type DemoClient, waitFor } from './client.ts';
import { type NodeKey, requests, resolveMarking, type ScenarioRequest } from './scenario/index.ts';

interface Seeding {
  readonly call: DemoClient;
  readonly parties: Readonly<Record<NodeKey, PartyId>>;
  readonly agreement: string;
}

const path = '/api/requests';
const author = 'liaison-officer';

const compose = async ({ call, parties, agreement }: Seeding, request: ScenarioRequest): Promise<string> => {
  const { releasableTo: _all, ...marking } = resolveMarking(
    request.marking,
    parties,
    dayOf(systemClock.now()),
  );
  const written = await call(request.from, author, 'POST', path, {
    item: {
      title: request.title,
      summary: request.question,
      language: request.language,
      marking,
      agreement,
      circle: null,
      recipients: request.to.map((node) => parties[node]),
      objects: request.objects,
      withheld: [],
    },
    ask: request.ask,
  });
  if (!isObject(written) || typeof written.id !== 'string') throw new Error('bug: no request was written');
  return written.id;
};

const takeSteps = async ({ call, parties }: Seeding, request: ScenarioRequest, id: string): Promise<void> => {
  for (const { addressee, by, role, when, said } of request.steps) {
    const node = by === 'requester' ? request.from : addressee;
    await waitFor(`${request.key} ${when} on ${node}`, async () => {
      const shown = await call(node, role, 'GET', `${path}/${id}`).catch(() => null);
      const strands = isObject(shown) && Array.isArray(shown.strands) ? shown.strands.filter(isObject) : [];
      return strands.find((one) => one.addressee === parties[addressee] && one.state === when) ?? null;
    });
    await call(node, role, 'POST', `${path}/${id}/strands/${parties[addressee]}/steps`, said);
  }
};

/** Seeds the requests; the agreement of all three is in force by then. */
export const seedRequests = async (seeding: Seeding): Promise<void> => {
  for (const request of requests) {
    const id = await compose(seeding, request);
    const item = `/api/exchange/items/${id}`;
    if (request.until !== 'draft')
      await seeding.call(request.from, author, 'POST', `${item}/propose`, { version: 1 });
    if (request.until === 'released')
      await seeding.call(request.from, 'contact-point', 'POST', `${item}/release`, { version: 1 });
    await takeSteps(seeding, request, id);
  }
};
