/** The solving thread as the node sees it: one task after the other, each of which can be broken off. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Roster } from '../roster.ts';
import type { Asked, Task, Told } from './task.ts';

/** Megabytes that the thread may hold; a larger plan ends with an error, not with the node. */
const threadMemoryMb = 2_048;

export interface Solver {
  /** Solves a plan that was read by `readPlan`; `progress` hears how far it is. */
  solve(task: Task, progress?: (iterations: number, covered: number) => void): Promise<Roster>;
  /** Breaks off what is being solved; whoever waits for it gets an error. */
  close(): Promise<void>;
}

/** In a thread Node 20 reads TypeScript by this call alone. */
const readsTypeScript = `const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.source, workerData.source));`;

const launch = (house: string): Worker => {
  const source = pathToFileURL(join(house, 'server/capabilities/roster/solving/worker.ts')).href;
  const resourceLimits = { maxOldGenerationSizeMb: threadMemoryMb };
  return import.meta.url.endsWith('.ts')
    ? new Worker(readsTypeScript, { eval: true, workerData: { source }, resourceLimits })
    : new Worker(join(house, 'dist/roster.mjs'), { resourceLimits });
};

interface Waiting {
  resolve(roster: Roster): void;
  reject(failure: Error): void;
  progress(iterations: number, covered: number): void;
}

/** `house` is the folder of the house; the thread starts with the first task. */
export const createSolver = (house: string): Solver => {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let asked = 0;
  const fail = (failure: Error): void => {
    for (const one of waiting.values()) one.reject(failure);
    waiting.clear();
    thread = null;
  };
  const hear = (told: Told): void => {
    const one = waiting.get(told.id);
    if (one === undefined) return;
    if ('progress' in told) return one.progress(told.progress.iterations, told.progress.covered);
    waiting.delete(told.id);
    if ('done' in told) one.resolve(told.done);
    else one.reject(new Error(told.failure));
  };
  const open = (): Worker => {
    const worker = launch(house);
    worker.on('message', hear).on('error', fail);
    worker.on('exit', (code) => {
      if (thread === worker) fail(new Error(`the solving thread ended with ${code}`));
    });
    return worker;
  };
  return {
    solve: (task, progress = () => undefined) =>
      new Promise((resolve, reject) => {
        thread ??= open();
        asked += 1;
        waiting.set(asked, { resolve, reject, progress });
        const message: Asked = { id: asked, task };
        thread.postMessage(message);
      }),
    close: async () => {
      const worker = thread;
      fail(new Error('the solver was closed'));
      await worker?.terminate();
    },
  };
};
