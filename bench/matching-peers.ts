/** Other private set intersections: of npm (WebAssembly) and of the Python registry (native). */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { houseFolder } from '../server/node-database.ts';
import { pythonWith, runPython } from '../testing/python.ts';
import type { Round, Sizes } from './matching-rounds.ts';

const execute = promisify(execFile);

/** What is asked of them: false hits of 2 to the minus `bits`, for all that is asked together. */
export interface PeerTask extends Sizes {
  readonly bits: number;
}

const isRound = (value: unknown): value is Round =>
  typeof value === 'object' && value !== null && 'prepareSeconds' in value && 'askSeconds' in value;

const orNull = async (name: string, work: () => Promise<unknown>): Promise<Round | null> => {
  try {
    const round = await work();
    return isRound(round) ? round : null;
  } catch (error) {
    process.stderr.write(`${name} does not run here: ${String(error).slice(0, 300)}\n`);
    return null;
  }
};

/** psi.js writes records × queries × 2^bits as a number below 2^63 and fails beyond. */
export const bitsOfNpm = ({ records, queries }: Sizes): number =>
  Math.min(40, Math.floor(63 - Math.log2(records * queries)));

export const ofNpm = (task: PeerTask): Promise<Round | null> =>
  orNull('@openmined/psi.js', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tansiq-psi-'));
    try {
      const fixed = ['install', '--ignore-scripts', '--no-save', '--prefix', folder];
      await execute('npm', [...fixed, '@openmined/psi.js@2.0.6']);
      const given = [folder, task.records, task.queries, task.bits].map(String);
      const program = join(houseFolder(), 'bench/matching-peer.cjs');
      const { stdout } = await execute(process.execPath, [program, ...given]);
      return JSON.parse(stdout);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

export const ofPython = (task: PeerTask): Promise<Round | null> =>
  orNull('openmined-psi', async () => {
    const python = await pythonWith('bench/matching-peers.txt', 'matching-peers');
    return runPython(python, 'bench/matching-peer.py', task);
  });
