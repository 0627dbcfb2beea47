/** The demo world: starts its three nodes as separate processes, seeds them once, and ends them together. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoNodeAccounts, writeAccounts } from './accounts.ts';
import { type DemoPlace, layOut } from './layout.ts';
import type { DemoNews } from './node.ts';
import { seed } from './seed.ts';

export interface DemoNeeds {
  readonly folder: string;
  /** Begins anew: what the demo world held is deleted. */
  readonly fresh: boolean;
  /** Added to every port. */
  readonly portOffset: number;
  /** The program that runs one node: the built command. */
  readonly program: string;
  readonly say: (line: string) => void;
}

export interface DemoWorld {
  readonly nodes: readonly DemoNodeAccounts[];
  readonly accountsFile: string;
  /** Resolves with a sentence when a node ends by itself. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

/** A node that does not end by itself after this long is killed. */
const stopWithinMs = 20_000;
const marker = 'seeded.json';

interface Running {
  readonly child: ChildProcess;
  readonly place: DemoPlace;
  readonly ended: Promise<number | null>;
  readonly ready: Promise<DemoNodeAccounts>;
}

const isNews = (value: unknown): value is DemoNews =>
  typeof value === 'object' && value !== null && 'kind' in value;

const startOne = (place: DemoPlace, needs: DemoNeeds): Running => {
  const child = fork(needs.program, ['demo-node', place.node, '--data', place.folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches the supervisor alone, which ends its nodes in order.
    detached: true,
  });
  const { node, settings } = place;
  const began = Date.now();
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const ready = new Promise<DemoNodeAccounts>((resolve, reject) => {
    void ended.then((code) =>
      reject(new Error(`The node ${node} ended with code ${code} before it was ready.`)),
    );
    child.on('message', (news) => {
      if (!isNews(news) || news.kind !== 'ready') return;
      needs.say(`  ${settings.name.en}: ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
      resolve({
        node,
        country: settings.country,
        party: settings.party,
        baseUrl: `http://${settings.console.host}:${settings.console.port}`,
        federationAddress: settings.federationAddress,
        accounts: news.accounts,
      });
    });
  });
  return { child, place, ended, ready };
};

const stopOne = async ({ child, ended }: Running): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
};

const isSeeded = (folder: string): Promise<boolean> =>
  readFile(join(folder, marker)).then(
    () => true,
    () => false,
  );

/** Starts the demo world and, the first time, seeds it. Throws when a node does not start. */
export const startDemo = async (needs: DemoNeeds): Promise<DemoWorld> => {
  const { folder, say } = needs;
  // A world whose seeding was cut short is no world: it begins anew.
  if (needs.fresh || !(await isSeeded(folder))) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const places = await layOut(folder, needs.portOffset);
  say(`Starting ${places.length} nodes in ${folder}`);
  const running = places.map((place) => startOne(place, needs));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(stopOne));
  };
  try {
    const nodes = await Promise.all(running.map(({ ready }) => ready));
    const accountsFile = await writeAccounts(folder, nodes);
    if (!(await isSeeded(folder))) {
      await seed(nodes, (line) => say(`  ${line}`));
      await writeFile(join(folder, marker), `${JSON.stringify({ seeded: true })}\n`);
    }
    const broken = Promise.race(
      running.map(async ({ ended, place }) => `The node ${place.node} ended with code ${await ended}.`),
    );
    return { nodes, accountsFile, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
