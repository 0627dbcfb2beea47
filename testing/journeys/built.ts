/** The console and the command as they run: built once before the journeys, and only where they changed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');
export const command = join(root, 'dist/tansiq.mjs');

const buildOnce = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], {
    cwd: root,
  });
};

let built: Promise<void> | null = null;

/**
 * Builds what changed, one build at a time, once for all files of a process. Throws with the build's own
 * words when it fails.
 */
export const build = (): Promise<void> => {
  built ??= buildOnce();
  return built;
};

/** Runs the built command as an operator would; returns what it printed. */
export const runCommand = async (...given: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [command, ...given])).stdout;
