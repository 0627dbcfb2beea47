/** What has to stand before an item can travel, set up over the API: an agreement that all have signed. */
import { dayMs, dayOf, later, systemClock } from '../../server/kernel/time.ts';
import { until } from '../until.ts';
import type { WorldNode } from '../world.ts';

/** Three messages between two nodes. */
const agreedWithinMs = 20_000;

const inDays = (days: number): string => dayOf(later(systemClock.now(), days * dayMs));

const answerOf = async (answer: ReturnType<WorldNode['call']>): Promise<unknown> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

const idOf = (body: unknown): string => {
  if (typeof body !== 'object' || body === null || !('id' in body))
    throw new Error('an answer without an id');
  return String(body.id);
};

/**
 * Proposes an agreement on one node and signs it on the other; returns its id once it is in force on both.
 */
export const agree = async (proposer: WorldNode, other: WorldNode): Promise<string> => {
  const id = idOf(
    await answerOf(
      proposer.call('service-head', 'POST', '/api/agreements', {
        title: { ar: 'اتفاق أمني', fr: 'Accord de sécurité', en: 'Security agreement' },
        legalBasis: 'الاتفاق الثنائي، المادة 4',
        parties: [proposer.party, other.party],
        fields: ['event-security'],
        purposes: ['event-protection'],
        validFrom: inDays(-1),
        validUntil: inDays(365),
        defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
      }),
    ),
  );
  const path = `/api/agreements/${id}`;
  const isIn = (node: WorldNode, state: string) =>
    until(
      async () => {
        const { body } = await node.call('service-head', 'GET', '/api/agreements');
        return Array.isArray(body) && body.some((entry) => entry.id === id && entry.state === state);
      },
      { withinMs: agreedWithinMs },
    );
  await answerOf(proposer.call('service-head', 'POST', `${path}/propose`));
  await isIn(other, 'proposed');
  await answerOf(other.call('service-head', 'POST', `${path}/sign`));
  for (const node of [proposer, other]) await isIn(node, 'in-force');
  return id;
};

/** An item by the analyst of one node for the other, proposed and waiting for release; returns its id. */
export const propose = async (
  node: WorldNode,
  to: WorldNode,
  given: { agreement: string; title: string },
) => {
  const draft = {
    ...given,
    summary: '',
    language: 'ar',
    marking: {
      tlp: 'amber',
      pap: 'amber',
      handling: ['H1'],
      field: 'event-security',
      purpose: 'event-protection',
      legalBasis: 'الاتفاق الثنائي، المادة 4',
      personCategories: [],
      reviewOn: inDays(30),
      eraseOn: inDays(90),
    },
    circle: null,
    recipients: [to.party],
    objects: [],
    withheld: [],
  };
  const id = idOf(await answerOf(node.call('analyst', 'POST', '/api/exchange/items', draft)));
  await answerOf(node.call('analyst', 'POST', `/api/exchange/items/${id}/propose`, { version: 1 }));
  return id;
};
