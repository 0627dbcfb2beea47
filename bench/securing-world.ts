/** The world of the bench: forty services, each on its own node, by a clock of May 2024; who acts in it. */

import type { JsonObject } from '../server/kernel/canonical.ts';
import { testServer } from '../testing/database.ts';
import { agreementState, agreementText, nodeOf, ok } from '../testing/story.ts';
import { until } from '../testing/until.ts';
import { openWorld, pairAll, type World, type WorldNode } from '../testing/world.ts';

/** When the host asks its partners: the posts are drafted, ten weeks are left. */
const startsAt = '2024-05-13T08:00:00.000Z';
const began = Date.now();

/** The nodes' clock. */
export const storyClock = {
  now: (): string => new Date(Date.parse(startsAt) + (Date.now() - began)).toISOString(),
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

/** How many of the forty do something at the same time: each has people of its own. */
const atOnce = 8;
/** Eight at once on a busy machine. */
const withinMs = 300_000;

/** Does the work for each, several at once; what came of it in the order of the list. */
export const several = async <One, Result>(
  list: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let from = 0; from < list.length; from += atOnce)
    results.push(...(await Promise.all(list.slice(from, from + atOnce).map(work))));
  return results;
};

/** Every two of so many, in rounds in which nobody has more than one other. */
const roundsOf = (count: number): readonly (readonly (readonly [number, number])[])[] => {
  const even = count + (count % 2);
  return Array.from({ length: even - 1 }, (_, round) =>
    Array.from({ length: even / 2 }, (__, at): readonly [number, number] => {
      const one = at === 0 ? even - 1 : (round + at) % (even - 1);
      return [one, (round + even - 1 - at) % (even - 1)];
    }).filter((pair) => pair.every((one) => one < count)),
  );
};

const agreeAll = async (host: WorldNode, partners: readonly WorldNode[]): Promise<string> => {
  const text: JsonObject = agreementText([host, ...partners], {
    validFrom: '2024-05-01',
    validUntil: '2025-05-01',
  });
  const { id } = await said(host, 'service-head', 'POST', '/api/agreements', text);
  const path = `/api/agreements/${String(id)}`;
  const stands = (node: WorldNode, state: string) =>
    until(async () => (await agreementState(node, String(id))) === state, { withinMs, everyMs: 100 });
  await said(host, 'service-head', 'POST', `${path}/propose`);
  await several(partners, async (node) => {
    await stands(node, 'proposed');
    await said(node, 'service-head', 'POST', `${path}/sign`);
  });
  await several([host, ...partners], (node) => stands(node, 'in-force'));
  return String(id);
};

const opened = (world: World | undefined, name: string): WorldNode => {
  if (world === undefined) throw new Error(`bug: ${name} was not opened`);
  return nodeOf(world, name);
};

/** Opens the host and its partners, each linked with each, under one agreement. */
export const openSecuring = async (countries: readonly string[]): Promise<SecuringWorld> => {
  const server = await testServer();
  const names = ['fr', ...countries];
  const worlds = await several(names, (name) =>
    openWorld([name], { clock: storyClock, pair: false, server }),
  );
  const nodes = names.map((name, at) => opened(worlds[at], name));
  // An agreement of all is signed where each is linked with each.
  for (const round of roundsOf(nodes.length))
    await several(round, (pair) =>
      pairAll(
        pair.flatMap((at) => nodes[at] ?? []),
        { withinMs },
      ),
    );
  const [host, ...partners] = nodes;
  if (host === undefined) throw new Error('bug: no host');
  const agreement = await agreeAll(host, partners);
  return {
    host,
    partners: new Map(countries.map((country, at) => [country, opened(worlds[at + 1], country)])),
    agreement,
    close: async () => {
      await several(worlds, (world) => world.close());
      await server.stop();
    },
  };
};
