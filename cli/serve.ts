/** `tansiq serve`: one node, until it is told to stop. */
import { resolve } from 'node:path';
import { type RunningNode, startNode } from '../server/main.ts';
import { defaultLogLevel, readEnvironment, readSettings } from '../server/plumbing/config/index.ts';

/** The folder named by the flag, by TANSIQ_DATA, or `.tansiq/node` here. */
export const dataFolder = (flag: string | undefined): string =>
  resolve(flag ?? readEnvironment().dataFolder ?? '.tansiq/node');

/** Starts the node of a data folder with the environment's settings. */
export const startFromFolder = async (folder: string, say: (line: string) => void): Promise<RunningNode> => {
  const environment = readEnvironment();
  return startNode({
    settings: await readSettings(folder),
    folder,
    databaseUrl: environment.databaseUrl,
    logLevel: environment.logLevel ?? defaultLogLevel,
    say,
  });
};

/** Resolves at Ctrl-C, at a termination, or when the process that started this one is gone. */
export const untilToldToStop = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (process.send === undefined) return;
    process.on('disconnect', () => resolve('disconnect'));
    // It may have gone while this one was being loaded.
    if (!process.connected) resolve('disconnect');
  });
