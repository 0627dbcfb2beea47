/** Starting the threads of a node, built or run from its sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Which thread is meant, and what it is given. */
export interface ThreadNeeds {
  /** The folder of the house. */
  readonly house: string;
  /** Its source, from there; and its bundle beside the program's. */
  readonly source: string;
  readonly bundle: string;
  /** What it finds as its `workerData`. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Megabytes that it may hold: beyond, it ends with an error, and the node goes on. */
  readonly memoryMb?: number;
}

/** In a thread Node 20 reads TypeScript by this call alone. */
const readsTypeScript = `const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.source, workerData.source));`;

/** Starts the thread. Who starts it hears its errors and ends it. */
export const launchThread = ({ house, source, bundle, data, memoryMb }: ThreadNeeds): Worker => {
  const options = {
    workerData: { ...data, source: pathToFileURL(join(house, source)).href },
    ...(memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
  };
  return import.meta.url.endsWith('.ts')
    ? new Worker(readsTypeScript, { eval: true, ...options })
    : new Worker(join(house, 'dist', `${bundle}.mjs`), options);
};
