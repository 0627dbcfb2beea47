/** The demo world as three processes, seeded, and a browser: what the journeys are played on. */
import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { demoPassword } from '../../demo/accounts.ts';
import type { NodeKey } from '../../demo/scenario/index.ts';
import { startDemo } from '../../demo/world.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { swiftFolder } from '../swift-folder.ts';
import { build, command } from './built.ts';
import { openRoom, type Room, type Seat } from './seat.ts';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const [leastOffset, mostOffset, offsetStep] = [3_000, 23_000, 10];
const tries = 200;

/**
 * Three consoles from 7001, their links at + 300: shifted to where all six ports are free. Any such place:
 * two stages that open at the same moment would find the same first one.
 */
const findOffset = async (): Promise<number> => {
  for (let tried = 0; tried < tries; tried += 1) {
    const offset = leastOffset + offsetStep * randomInt((mostOffset - leastOffset) / offsetStep);
    const ports = [1, 2, 3, 301, 302, 303].map((port) => 7_000 + offset + port);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('no free ports for a demo world');
};

export interface Stage extends Room {
  /** Someone of the demo world, signed in, with the inbox open. */
  enter(node: NodeKey, role: string, language: Language): Promise<Seat>;
  account(node: NodeKey, role: string): { email: string; password: string; address: string };
  /** The data folder of a node. */
  folder(node: NodeKey): string;
}

export const openStage = async (): Promise<Stage> => {
  await build();
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-journey-'));
  // The databases may run as another user than root, who must be able to pass through.
  await chmod(folder, 0o755);
  // Nobody interrupts the start; a run that is killed takes the nodes' channel with it, and they end.
  const stopping = new Promise<string>(() => undefined);
  const needs = {
    stopping,
    folder: join(folder, 'demo'),
    fresh: true,
    program: command,
    say: () => undefined,
  };
  const world = await startDemo({ ...needs, portOffset: await findOffset() });
  const browser = await launchBrowser();
  const room = openRoom(browser);
  const account: Stage['account'] = (key, role) => {
    const node = world.nodes.find((one) => one.node === key);
    const email = node?.accounts[role]?.email;
    if (!node || !email) throw new Error(`no ${role} in ${key}`);
    return { email, password: demoPassword, address: node.url };
  };
  return {
    ...room,
    account,
    folder: (node) => join(folder, 'demo', node),
    enter: async (node, role, language) => {
      const who = account(node, role);
      const seat = await room.sit({ address: who.address, language });
      await seat.signIn(who);
      return seat;
    },
    close: async () => {
      await room.close();
      await browser.close();
      await world.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
