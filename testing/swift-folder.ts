/** Where tests put what lives as long as they do: clusters, keys, the folders of nodes. */
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';
/** Clusters of three files beside each other, with their logs, and attachments of some hundred megabytes. */
const leastBytes = 4 * 2 ** 30;

let isMeasured = false;

/** From now on folders lie on the disk: for benches, in which a commit costs what it costs in life. */
export const measureOnDisk = (): void => {
  isMeasured = true;
};

/**
 * A folder in memory where the system has a roomy one, else that for temporary files. What a server writes
 * durably costs nothing there; only a power cut, which no test makes, would show a difference. Programs
 * cannot be relied on to start from it.
 */
export const swiftFolder = (): string => {
  if (isMeasured) return tmpdir();
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= leastBytes ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
};
