import { afterEach, expect, test } from 'vitest';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { canonical } from '../../kernel/canonical.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const nodeOf = (name: string): WorldNode => {
  const node = world?.nodes[name];
  if (node === undefined) throw new Error(`no node ${name}`);
  return node;
};

const inDays = (days: number): string => dayOf(later(new Date().toISOString(), days * dayMs));

const ok = async (answer: Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
};

const agree = async (proposer: WorldNode, others: readonly WorldNode[]): Promise<string> => {
  const draft = {
    title: { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' },
    legalBasis: 'Bilateral agreement on internal security, article 4',
    parties: [proposer, ...others].map(({ party }) => party),
    fields: ['event-security', 'terrorism'],
    purposes: ['event-protection', 'prevention'],
    validFrom: inDays(-1),
    validUntil: inDays(365),
    defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
  };
  const { id } = await ok(proposer.call('service-head', 'POST', '/api/agreements', draft));
  await ok(proposer.call('service-head', 'POST', `/api/agreements/${id}/propose`));
  for (const other of others) {
    await until(async () => (await stateOf(other, String(id))) === 'proposed');
    await ok(other.call('service-head', 'POST', `/api/agreements/${id}/sign`));
  }
  for (const node of [proposer, ...others])
    await until(async () => (await stateOf(node, String(id))) === 'in-force');
  return String(id);
};

const stateOf = async (node: WorldNode, id: string): Promise<string | undefined> => {
  const { body } = await node.call('contact-point', 'GET', '/api/agreements');
  return (body as { id: string; state: string }[]).find((agreement) => agreement.id === id)?.state;
};

const draftFor = (agreement: string, recipients: readonly string[], objects: unknown[] = []) => ({
  title: 'مخطط حفل الافتتاح',
  summary: 'ملخص',
  language: 'ar',
  marking: {
    tlp: 'amber',
    pap: 'amber',
    handling: ['H1'],
    grading: { scheme: 'admiralty', source: 'B', information: '2' },
    field: 'event-security',
    purpose: 'event-protection',
    legalBasis: 'Article 4',
    personCategories: [],
    reviewOn: inDays(30),
    eraseOn: inDays(90),
  },
  agreement,
  circle: null,
  recipients,
  objects,
  withheld: [],
});

test('an item written in Rabat and released by a second person is read in Paris, and Rabat is told', async () => {
  world = await openWorld(['ma', 'fr']);
  const [ma, fr] = [nodeOf('ma'), nodeOf('fr')];
  const agreement = await agree(ma, [fr]);
  const item = await ok(ma.call('analyst', 'POST', '/api/exchange/items', draftFor(agreement, [fr.party])));
  await ok(ma.call('analyst', 'POST', `/api/exchange/items/${item.id}/propose`, { version: 1 }));
  const refused = await ma.call('analyst', 'POST', `/api/exchange/items/${item.id}/release`, { version: 1 });
  expect(refused.status).toBe(403);
  const preview = await ok(ma.call('contact-point', 'GET', `/api/exchange/items/${item.id}/preview`));
  expect(preview).toMatchObject([{ recipient: fr.party, refused: null, withheld: [] }]);
  await ok(ma.call('contact-point', 'POST', `/api/exchange/items/${item.id}/release`, { version: 1 }));
  await until(async () => (await fr.call('analyst', 'GET', `/api/exchange/items/${item.id}`)).status === 200);
  const received = await ok(fr.call('analyst', 'GET', `/api/exchange/items/${item.id}`));
  expect(received).toMatchObject({ title: 'مخطط حفل الافتتاح', state: 'received', originator: ma.party });
  const sent = await ok(ma.call('analyst', 'GET', `/api/exchange/items/${item.id}`));
  expect(canonical(received.objects)).toBe(canonical(sent.objects));
  await ok(fr.call('analyst', 'POST', `/api/exchange/items/${item.id}/read`));
  await until(async () => {
    const deliveries = await ok(ma.call('analyst', 'GET', `/api/exchange/items/${item.id}/deliveries`));
    return Array.isArray(deliveries) && deliveries[0]?.state === 'read';
  });
});
