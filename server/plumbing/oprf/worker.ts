/** One thread of the pool: opens the group once, then does what it is asked, one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { openGroup } from './opening.ts';
import { perform, type Task } from './task.ts';

const group = await openGroup(workerData.only);
parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    parentPort?.postMessage({ id, done: perform(group, task) });
  } catch (failure) {
    parentPort?.postMessage({ id, failure: String(failure) });
  }
});
