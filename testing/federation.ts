/** Nodes of the federation alone: real databases, real keys, real TLS on loopback. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createFederation,
  type Federation,
  type FederationNeeds,
  type Log,
} from '../server/federation/index.ts';
import type { SystemActor } from '../server/kernel/decision.ts';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { type Clock, systemClock } from '../server/kernel/time.ts';
import { type Database, migrate, openDatabase, type Unit } from '../server/plumbing/database/index.ts';
import { createJournal, type Journal } from '../server/plumbing/journal/index.ts';
import { createKeys, type Keys } from '../server/plumbing/keys/index.ts';
import { createLive } from '../server/plumbing/live/index.ts';
import { freshDatabase, type TestServer } from './database.ts';
import { swiftFolder } from './swift-folder.ts';
import { until } from './until.ts';

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const federationMigrations = [
  { name: 'journal', folder: join(import.meta.dirname, '../server/plumbing/journal/migrations') },
  { name: 'federation', folder: join(import.meta.dirname, '../server/federation/migrations') },
] as const;

/** What outlives a process: the database, the keys, who the party is. */
export interface Ground {
  readonly party: PartyId;
  readonly actor: SystemActor;
  readonly database: Database;
  readonly journal: Journal;
  readonly keys: Keys;
  readonly needs: FederationNeeds;
  remove(): Promise<void>;
}

export interface Node extends Ground {
  readonly federation: Federation;
  /** Runs in a transaction of the house. */
  act<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface GroundChoice {
  readonly port: number;
  readonly server?: TestServer;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Migrations of capabilities, after those of the federation. */
  readonly modules?: readonly { readonly name: string; readonly folder: string }[];
  /** Other keys than those in files, made from them. */
  wrapKeys?(keys: Keys): Keys;
}

/** Makes a party with its own database and keys, listening nowhere yet. */
export const makeGround = async (choice: GroundChoice): Promise<Ground> => {
  const { clock = systemClock, log = silentLog, port, wrapKeys = (keys) => keys } = choice;
  const { url, drop } = await freshDatabase(choice.server);
  await migrate({ url, folders: [...federationMigrations, ...(choice.modules ?? [])] });
  const database = await openDatabase({ url });
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-keys-'));
  const keys = wrapKeys(await createKeys({ folder, commonName: 'node of a test' }));
  const party = newId('party');
  const journal = createJournal({ party, clock, keys });
  const live = await createLive({ database });
  const name = { ar: 'جهاز', fr: 'Service', en: 'Service' };
  const needs: FederationNeeds = {
    database,
    journal,
    keys,
    live,
    clock,
    log,
    self: { party, name, country: 'MA', languages: ['ar', 'fr'] },
    address: `https://127.0.0.1:${port}`,
    listen: { host: '127.0.0.1', port },
  };
  return {
    party,
    actor: { kind: 'system', name: 'test', party },
    database,
    journal,
    keys,
    needs,
    remove: async () => {
      await live.close();
      await database.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Starts a node on its ground; `prepare` registers handlers before anything can arrive. */
export const startNode = async (
  ground: Ground,
  prepare: (federation: Federation) => void = () => undefined,
): Promise<Node> => {
  const federation = await createFederation(ground.needs);
  prepare(federation);
  await federation.start();
  return {
    ...ground,
    federation,
    act: (work) => ground.database.transact(ground.actor, work),
    stop: () => federation.stop(),
  };
};

/** Proposes, compares nothing, accepts on both sides; returns when both sides call the link active. */
export const pairNodes = async (a: Node, b: Node): Promise<void> => {
  const found = await a.federation.inspect(b.needs.address);
  await a.act((unit) => a.federation.propose(unit, found));
  await until(() => b.act(async (unit) => (await b.federation.linkState(unit, a.party)) === 'offered'));
  await a.act((unit) => a.federation.accept(unit, b.party));
  await b.act((unit) => b.federation.accept(unit, a.party));
  for (const [here, there] of [
    [a, b],
    [b, a],
  ] as const)
    await until(() =>
      here.act(async (unit) => (await here.federation.linkState(unit, there.party)) === 'active'),
    );
};
