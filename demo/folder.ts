/**
 * The folder of the demo world: held by one supervisor at a time, and cleared only when it is a demo
 * world's.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../cli/output.ts';
import { startEmbedded } from '../server/plumbing/database/index.ts';
import { nodeKeys } from './scenario/index.ts';

/** Says that the folder is a demo world, which may be deleted. */
const sign = 'demo-world.json';
const holderFile = 'supervisor.pid';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
};

const readHolder = async (path: string): Promise<number | null> => {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 1 && pid !== process.pid && isAlive(pid) ? pid : null;
};

/** A folder of somebody's own, named by mistake, must not be cleared. */
const refuseForeignFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(sign))
    throw new CommandError(
      `${folder} is not empty and holds no demo world. Name another folder with --data, or delete it yourself.`,
    );
};

/**
 * Makes and takes the folder; returns what gives it back. Throws CommandError when it is in use or not
 * ours.
 */
export const holdWorld = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await refuseForeignFolder(folder);
  await writeFile(join(folder, sign), `${JSON.stringify({ what: 'the demo world of Tansiq' })}\n`);
  const path = join(folder, holderFile);
  const holder = await readHolder(path);
  if (holder === null) await rm(path, { force: true });
  const taken = await writeFile(path, `${process.pid}\n`, { flag: 'wx' }).then(
    () => true,
    () => false,
  );
  if (!taken)
    throw new CommandError(
      `The demo world in ${folder} runs already${holder === null ? '' : ` (process ${holder})`}. Use it, or stop it first.`,
    );
  return () => rm(path, { force: true });
};

/** Ends a database server that outlived its node, and deletes all that the world holds. */
export const clearWorld = async (folder: string): Promise<void> => {
  for (const node of nodeKeys) {
    const database = join(folder, node, 'postgres');
    const left = await readFile(join(database, 'cluster/data/postmaster.pid')).catch(() => null);
    if (left !== null) await (await startEmbedded({ folder: database })).stop();
  }
  for (const name of await readdir(folder))
    if (name !== sign && name !== holderFile) await rm(join(folder, name), { recursive: true, force: true });
};
