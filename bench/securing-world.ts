/** The world of the bench: forty services, each on its own node, by a clock of May 2024; who acts in it. */

import type { JsonObject } from '../server/kernel/canonical.ts';
import { testServer } from '../testing/database.ts';
import { agreementState, agreementText, ok } from '../testing/story.ts';
import { until } from '../testing/until.ts';
import { openWorld, pairAll, type World, type WorldNode } from '../testing/world.ts';

/** When the host asks its partners: the posts are drafted, ten weeks are left. */
const startsAt = '2024-05-13T08:00:00.000Z';
const began = Date.now();

/** The nodes' clock. `ahead` brings it to a later day of the story. */
export const storyClock = {
  ahead: 0,
  now: (): string => new Date(Date.parse(startsAt) + (Date.now() - began) + storyClock.ahead).toISOString(),
};

/** The nodes, and the way to end them. */
export interface SecuringWorld {
  readonly host: WorldNode;
  readonly partners: ReadonlyMap<string, WorldNode>;
  readonly agreement: string;
  close(): Promise<void>;
}

/** Says it as the role, and takes no refusal. */
export const said = (
  node: WorldNode,
  role: Parameters<WorldNode['call']>[0],
  method: string,
  path: string,
  body?: unknown,
) =>
  ok(node.call(role, method, path, body)).catch((error: unknown) => {
    throw new Error(`${role} ${method} ${path}: ${String(error)}`);
  });

const agreeAll = async (host: WorldNode, partners: readonly WorldNode[]): Promise<string> => {
  const text: JsonObject = agreementText([host, ...partners], {
    validFrom: '2024-05-01',
    validUntil: '2025-05-01',
  });
  const { id } = await said(host, 'service-head', 'POST', '/api/agreements', text);
  const path = `/api/agreements/${String(id)}`;
  await said(host, 'service-head', 'POST', `${path}/propose`);
  for (const node of partners) {
    await until(async () => (await agreementState(node, String(id))) === 'proposed', { withinMs: 60_000 });
    await said(node, 'service-head', 'POST', `${path}/sign`);
  }
  await until(async () => (await agreementState(host, String(id))) === 'in-force', { withinMs: 60_000 });
  for (const node of partners)
    await until(async () => (await agreementState(node, String(id))) === 'in-force', { withinMs: 60_000 });
  return String(id);
};

/** Opens the host and its partners, each linked with each, under one agreement. */
export const openSecuring = async (countries: readonly string[]): Promise<SecuringWorld> => {
  const server = await testServer();
  const world: World = await openWorld(['fr', ...countries], { clock: storyClock, pair: false, server });
  const host = world.nodes.fr;
  if (host === undefined) throw new Error('bug: no host');
  const partners = new Map<string, WorldNode>();
  for (const country of countries) {
    const node = world.nodes[country];
    if (node === undefined) throw new Error('bug: a partner is missing');
    partners.set(country, node);
  }
  // An agreement of all is signed where each is linked with each.
  await pairAll([host, ...partners.values()]);
  const agreement = await agreeAll(host, [...partners.values()]);
  const close = async (): Promise<void> => {
    await world.close();
    await server.stop();
  };
  return { host, partners, agreement, close };
};
