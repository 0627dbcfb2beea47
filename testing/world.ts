/**
 * Several real nodes in one process: real SQL, real TLS between them, their HTTP answered without a socket
 * or by one.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DemoAccount, DemoPerson } from '../server/capabilities/parties/index.ts';
import type { Role } from '../server/kernel/decision.ts';
import type { Words } from '../server/kernel/faults.ts';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { type Clock, systemClock } from '../server/kernel/time.ts';
import { type RunningNode, startNode } from '../server/main.ts';
import type { NodeSettings } from '../server/plumbing/config/index.ts';
import type { TestServer } from './database.ts';
import { migratedDatabase } from './migrated-database.ts';
import { swiftFolder } from './swift-folder.ts';
import { until } from './until.ts';

/** Below the ports that the system gives to outgoing connections, which could take one meanwhile. */
const [portsFrom, portsTo] = [20_000, 32_000];

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port of the loopback that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = portsFrom + randomInt(portsTo - portsFrom);
    if (await isFree(port)) return port;
  }
};

export interface WorldNode extends RunningNode {
  readonly party: PartyId;
  readonly folder: string;
  readonly accounts: ReadonlyMap<Role, DemoAccount>;
  readonly databaseUrl: string;
  /** Sends a request as someone with this role; the answer's JSON, or null where there is none. */
  call(role: Role, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

export interface World {
  readonly nodes: Readonly<Record<string, WorldNode>>;
  /** Stops one node and starts it again on the same data. */
  restart(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Roles that a test's node has people for, one each. */
export const worldRoles: readonly Role[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'contact-point',
  'service-head',
  'centre-head',
  'event-planner',
  'administrator',
  'data-protection-officer',
  'observer',
];

const names: Readonly<Record<string, Words>> = {
  fr: { ar: 'فرنسا', fr: 'France', en: 'France' },
  ma: { ar: 'المغرب', fr: 'Maroc', en: 'Morocco' },
  es: { ar: 'إسبانيا', fr: 'Espagne', en: 'Spain' },
};

const password = 'a long invented passphrase';

const personOf = (node: string, role: Role, desk: DemoPerson['desks']): DemoPerson => ({
  name: `${node} ${role}`,
  nameArabic: `${node} ${role}`,
  email: `${role}@${node}.example`,
  languages: ['fr', 'en', 'ar'],
  roles: [role],
  clearance: role === 'observer' ? 'green' : 'red',
  desks: role === 'observer' ? [] : (desk ?? []),
  password,
});

const settingsOf = async (name: string, party: PartyId): Promise<NodeSettings> => {
  const [port, federationPort] = [await freePort(), await freePort()];
  return {
    party,
    name: names[name] ?? { ar: name, fr: name, en: name },
    country: name.toUpperCase(),
    languages: ['fr', 'en', 'ar'],
    console: { host: '127.0.0.1', port },
    publicAddress: `http://127.0.0.1:${port}`,
    federation: { host: '127.0.0.1', port: federationPort },
    federationAddress: `https://127.0.0.1:${federationPort}`,
    databaseUrl: null,
    demo: true,
    oidc: null,
  };
};

/** Sends requests to a node as the account of a role. */
export const callAs =
  (address: string, accounts: ReadonlyMap<Role, DemoAccount>): WorldNode['call'] =>
  async (role, method, path, body) => {
    const account = accounts.get(role);
    if (account === undefined) throw new Error(`no one here is ${role}`);
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${account.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };

const openNode = async (
  settings: NodeSettings,
  given: { folder: string; databaseUrl: string; clock: Clock; name: string },
): Promise<WorldNode> => {
  const node = await startNode({ settings, ...given, logLevel: 'error' });
  const house = { kind: 'system', name: 'world', party: settings.party } as const;
  const existing = await node.parties.desks(house);
  const desk =
    existing[0] ??
    (await node.parties.createDesk(house, { name: { ar: 'المكتب', fr: 'Bureau', en: 'Desk' } }));
  const made = await node.parties.createDemoAccounts(
    worldRoles.map((role) => personOf(given.name, role, [desk.id])),
  );
  const accounts = new Map(made.map((account) => [account.role, account]));
  return {
    ...node,
    party: settings.party,
    folder: given.folder,
    databaseUrl: given.databaseUrl,
    accounts,
    call: callAs(node.address, accounts),
  };
};

/** Pairs every two nodes: proposed by one, accepted by both, active on both; each within a time. */
export const pairAll = async (
  nodes: readonly WorldNode[],
  within: { readonly withinMs?: number } = {},
): Promise<void> => {
  const stateAt = async (node: WorldNode, party: PartyId): Promise<string | null> =>
    node.database.transact({ kind: 'system', name: 'world', party: node.party }, (unit) =>
      node.federation.linkState(unit, party),
    );
  for (const [index, one] of nodes.entries())
    for (const other of nodes.slice(index + 1)) {
      const proposed = await one.call('contact-point', 'POST', '/api/parties/links', {
        address: other.federationAddress,
      });
      if (proposed.status >= 300) throw new Error(`pairing: ${JSON.stringify(proposed.body)}`);
      await until(async () => (await stateAt(other, one.party)) !== null, within);
      for (const [node, party] of [
        [one, other.party],
        [other, one.party],
      ] as const) {
        const accepted = await node.call('contact-point', 'POST', `/api/parties/links/${party}/accept`);
        if (accepted.status >= 300) throw new Error(`accept: ${JSON.stringify(accepted.body)}`);
      }
      await until(async () => (await stateAt(one, other.party)) === 'active', within);
      await until(async () => (await stateAt(other, one.party)) === 'active', within);
    }
};

/** Opens one node per name, paired with each other. */
export const openWorld = async (
  wanted: readonly string[],
  given: { clock?: Clock; pair?: boolean; settings?: Partial<NodeSettings>; server?: TestServer } = {},
): Promise<World> => {
  const { clock = systemClock, pair = true } = given;
  const nodes: Record<string, WorldNode> = {};
  const drops: (() => Promise<void>)[] = [];
  for (const name of wanted) {
    const settings = { ...(await settingsOf(name, newId('party'))), ...given.settings };
    const database = await migratedDatabase(given.server);
    const folder = await mkdtemp(join(swiftFolder(), `tansiq-world-${name}-`));
    drops.push(database.drop, () => rm(folder, { recursive: true, force: true }));
    nodes[name] = await openNode(settings, { folder, databaseUrl: database.url, clock, name });
  }
  if (pair) await pairAll(Object.values(nodes));
  return {
    nodes,
    restart: async (name) => {
      const node = nodes[name];
      if (node === undefined) throw new Error(`no node ${name}`);
      await node.stop();
      nodes[name] = await openNode(node.settings, { ...node, clock, name });
    },
    close: async () => {
      for (const node of Object.values(nodes)) await node.stop();
      for (const drop of drops) await drop();
    },
  };
};
