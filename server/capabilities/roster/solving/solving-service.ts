/** The solving thread as the node sees it: one task after the other, each of which can be broken off. */
import type { Worker } from 'node:worker_threads';
import { launchThread } from '../../../plumbing/threads/index.ts';
import type { Roster } from '../roster.ts';
import type { Replan } from './replan.ts';
import type { Asked, Explained, ExplainTask, ReplanTask, SolveTask, Task, Told } from './task.ts';

/** Megabytes that the thread may hold; a larger plan ends with an error, not with the node. */
const threadMemoryMb = 2_048;

type Progress = (iterations: number, covered: number) => void;

/** Solves plans that were read by `readPlan`. */
export interface Solver {
  solve(task: Omit<SolveTask, 'kind'>, progress?: Progress): Promise<Roster>;
  replan(task: Omit<ReplanTask, 'kind'>): Promise<Replan>;
  explain(task: Omit<ExplainTask, 'kind'>): Promise<Explained>;
  /** Breaks off what is being done; whoever waits for it gets an error. The next task opens a new thread. */
  close(): Promise<void>;
}

const launch = (house: string): Worker =>
  launchThread({
    house,
    source: 'server/capabilities/roster/solving/thread-service.ts',
    bundle: 'roster',
    memoryMb: threadMemoryMb,
  });

interface Waiting {
  hear(told: Told): void;
  fail(failure: Error): void;
}

/** `house` is the folder of the house; the thread starts with the first task. */
export const createSolver = (house: string): Solver => {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let asked = 0;
  const fail = (failure: Error): void => {
    thread = null;
    for (const one of waiting.values()) one.fail(failure);
    waiting.clear();
  };
  const open = (): Worker => {
    const worker = launch(house);
    worker.on('message', (told: Told) => waiting.get(told.id)?.hear(told));
    worker.on('error', fail);
    worker.on('exit', (code) => {
      if (thread === worker) fail(new Error(`the solving thread ended with ${code}`));
    });
    return worker;
  };
  const ask = <Result>(
    task: Task,
    take: (told: Told) => Result | null,
    progress: Progress = () => undefined,
  ): Promise<Result> =>
    new Promise((resolve, reject) => {
      thread ??= open();
      asked += 1;
      const id = asked;
      const hear = (told: Told): void => {
        if (told.kind === 'progress') {
          progress(told.iterations, told.covered);
          return;
        }
        waiting.delete(id);
        const result = take(told);
        if (result === null)
          reject(new Error(told.kind === 'failure' ? told.failure : `bug: the thread told ${told.kind}`));
        else resolve(result);
      };
      waiting.set(id, { hear, fail: reject });
      const message: Asked = { id, task };
      thread.postMessage(message);
    });
  return {
    solve: (task, progress) =>
      ask({ kind: 'solve', ...task }, (told) => (told.kind === 'solve' ? told.done : null), progress),
    replan: (task) => ask({ kind: 'replan', ...task }, (told) => (told.kind === 'replan' ? told.done : null)),
    explain: (task) =>
      ask({ kind: 'explain', ...task }, (told) => (told.kind === 'explain' ? told.done : null)),
    close: async () => {
      const worker = thread;
      fail(new Error('the solver was closed'));
      await worker?.terminate();
    },
  };
};
