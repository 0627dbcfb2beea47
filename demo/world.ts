/** The demo world: starts its three nodes as separate processes, seeds them once, and ends them together. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, exitCodes } from '../cli/output.ts';
import { refuseTakenPorts } from '../cli/ports.ts';
import { taxiiPath } from '../server/plumbing/taxii/index.ts';
import { type DemoNodeAccounts, writeAccounts } from './accounts.ts';

import { clearWorld, holdWorld } from './folder.ts';
import { type DemoPlace, layOut } from './layout.ts';
import type { DemoNews, DemoOrder } from './node.ts';
import { seed } from './seed.ts';
import { withCollection } from './taxii.ts';

export interface DemoNeeds {
  readonly folder: string;
  /** Begins anew: what the demo world held is deleted. */
  readonly fresh: boolean;
  /** Added to every port; null for that of the world that is there, or none. */
  readonly portOffset: number | null;
  /** The program that runs one node: the built command. */
  readonly program: string;
  readonly say: (line: string) => void;
  /** Breaks the start off when it resolves. */
  readonly stopping?: Promise<string>;
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
      reject(new CommandError(`The node ${node} ended with code ${code} before it was ready.`)),
    );
    child.on('message', (news) => {
      if (!isNews(news) || news.kind !== 'ready') return;
      needs.say(`  ${settings.name.en}: ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
      resolve({
        node,
        country: settings.country,
        party: settings.party,
        url: `http://${settings.console.host}:${settings.console.port}`,
        federationAddress: settings.federationAddress,
        taxii: `http://${settings.console.host}:${settings.console.port}${taxiiPath}`,
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

const order = (running: readonly Running[], kind: DemoOrder['kind']): void => {
  for (const { child } of running) if (child.connected) child.send({ kind } satisfies DemoOrder);
};

/** Waits for the nodes, and seeds them the first time. */
const prepare = async (running: readonly Running[], { folder, say }: DemoNeeds) => {
  const nodes = await Promise.all(running.map(async ({ ready }) => withCollection(await ready)));
  const isFilled = await isSeeded(folder);
  // Before anybody finds the accounts: who signs in early reads why his lists are empty.
  if (!isFilled) order(running, 'filling');
  const accountsFile = await writeAccounts(folder, nodes);
  if (!isFilled) {
    await seed(nodes, (line) => say(`  ${line}`));
    await writeFile(join(folder, marker), `${JSON.stringify({ seeded: true })}\n`);
    order(running, 'filled');
  }
  return { nodes, accountsFile };
};

/**
 * Starts the demo world and, the first time, seeds it. Throws when a node does not start, or told to stop.
 */
export const startDemo = async (needs: DemoNeeds): Promise<DemoWorld> => {
  const { folder, say } = needs;
  const letGo = await holdWorld(folder);
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(stopOne));
    await letGo();
  };
  const brokenOff = (needs.stopping ?? new Promise<never>(() => undefined)).then(() => {
    throw new CommandError('Broken off. Start again with: npm start', exitCodes.brokenOff);
  });
  // Told so before anybody waits for it, this is no defect.
  brokenOff.catch(() => undefined);
  try {
    // A world whose seeding was cut short is no world: it begins anew.
    if (needs.fresh || !(await isSeeded(folder))) await clearWorld(folder);
    const places = await layOut(folder, needs.portOffset);
    const advice = 'Stop it, or begin a world on other ports: npm start -- --fresh --port-offset 1000';
    await refuseTakenPorts(
      places.map(({ settings }) => settings),
      advice,
    );
    say(`Starting ${places.length} nodes in ${folder}`);
    running.push(...places.map((place) => startOne(place, needs)));
    const ready = await Promise.race([prepare(running, needs), brokenOff]);
    const broken = Promise.race(
      running.map(async ({ ended, place }) => `The node ${place.node} ended with code ${await ended}.`),
    );
    return { ...ready, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
