/**
 * The solving thread: it computes for seconds without a pause, and the node must go on answering
 * meanwhile.
 */
import { parentPort } from 'node:worker_threads';
import { type Asked, perform, type Told } from './task.ts';

const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on('message', async ({ id, task }: Asked) => {
  try {
    const progress = (iterations: number, covered: number) =>
      tell({ id, kind: 'progress', iterations, covered });
    tell({ id, ...(await perform(task, progress)) });
  } catch (failure) {
    const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    tell({ id, kind: 'failure', failure: text });
  }
});
