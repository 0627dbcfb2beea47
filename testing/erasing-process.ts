/**
 * A node in a process of its own that does what comes round, once: for tests that kill it in the middle.
 * Its one argument is JSON: where its data lies, and how far its clock is ahead.
 */
import { startNode } from '../server/main.ts';
import type { NodeSettings } from '../server/plumbing/config/index.ts';

/** What the process is told. */
export interface Errand {
  readonly settings: NodeSettings;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly aheadMs: number;
}

const isErrand = (value: unknown): value is Errand =>
  typeof value === 'object' && value !== null && 'aheadMs' in value && 'databaseUrl' in value;

const errand: unknown = JSON.parse(process.argv[2] ?? 'null');
if (!isErrand(errand)) throw new Error('no errand was given');
const { aheadMs, ...where } = errand;
const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() };
const node = await startNode({ ...where, clock, logLevel: 'error' });
await node.runJobs();
await node.stop();
