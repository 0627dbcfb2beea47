/** The people of one demo node as accounts, and the file in which scripts find all of them. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoAccount, DemoPerson, Parties } from '../server/capabilities/parties/index.ts';
import type { SystemActor } from '../server/kernel/decision.ts';
import type { DeskId, PartyId } from '../server/kernel/ids.ts';
import { connectors, type DeskKey, desks, type NodeKey, notice, people } from './scenario/index.ts';

/** Printed, and good on loopback only. */
export const demoPassword = 'demo-paris-2024';

export type DemoNodeAccount = Omit<DemoAccount, 'role'> & {
  /** Of a connected system: the address of the collection that it reads, writes and deletes in. */
  readonly collection?: string;
};

export interface DemoNodeAccounts {
  readonly node: NodeKey;
  readonly country: string;
  readonly party: PartyId;
  readonly url: string;
  readonly federationAddress: string;
  /** Where a TAXII client begins. */
  readonly taxii: string;
  readonly accounts: Readonly<Record<string, DemoNodeAccount>>;
}

const makeDesks = async (
  node: NodeKey,
  parties: Parties,
  house: SystemActor,
): Promise<Map<DeskKey, DeskId>> => {
  const existing = await parties.desks(house);
  const ids = new Map<DeskKey, DeskId>();
  // The desk that is made first takes in what no other is meant for: the watch.
  const ordered = [...desks].sort((a, b) => Number(b.key === 'watch') - Number(a.key === 'watch'));
  for (const { key, name } of ordered.filter((desk) => desk.node === node)) {
    const known = existing.find((desk) => desk.name.en === name.en);
    ids.set(key, (known ?? (await parties.createDesk(house, { name }))).id);
  }
  return ids;
};

/** Makes, or finds again, one account for each role of the node, its connected system included. */
export const makeAccounts = async (
  node: NodeKey,
  parties: Parties,
  self: PartyId,
): Promise<DemoNodeAccounts['accounts']> => {
  const ids = await makeDesks(node, parties, { kind: 'system', name: 'demo', party: self });
  const all: DeskId[] = [...ids.values()];
  const given = [...people, ...connectors]
    .filter((person) => person.node === node)
    .map((person): DemoPerson => {
      const desk = person.desk === null ? undefined : ids.get(person.desk);
      // Who leads the watch reads for every desk.
      const everyDesk = person.role === 'watch-officer' || person.role === 'centre-head';
      return {
        name: person.name.latin,
        nameArabic: person.name.arabic,
        email: person.email,
        languages: [...person.languages],
        roles: [person.role],
        clearance: person.clearance,
        desks: everyDesk ? all : desk === undefined ? [] : [desk],
        password: demoPassword,
      };
    });
  const made = await parties.createDemoAccounts(given);
  return Object.fromEntries(made.map(({ role, ...account }) => [role, account]));
};

/** Writes `demo-accounts.json` into the demo's data folder; returns its path. */
export const writeAccounts = async (folder: string, nodes: readonly DemoNodeAccounts[]): Promise<string> => {
  const path = join(folder, 'demo-accounts.json');
  const byNode = Object.fromEntries(nodes.map((node) => [node.node, node]));
  await writeFile(`${path}.new`, `${JSON.stringify({ notice, nodes: byNode }, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return path;
};
