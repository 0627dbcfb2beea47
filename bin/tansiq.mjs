#!/usr/bin/env node
/** Runs the built command; builds it first where a source is newer than the build, or there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/tansiq.mjs');
const sources = [
  'server',
  'cli',
  'demo',
  'console',
  'scripts/build.ts',
  'package-lock.json',
  'vite.config.ts',
];

/** A folder counts too: its time changes when a file is taken away. */
const isNewer = (path, than) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.mtimeMs > than) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), than));
};

/** Installed without what builds it, the package runs the build that it came with. */
const canBuild = ['tsx', 'esbuild', 'vite'].every((name) => existsSync(join(root, 'node_modules', name)));
const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (canBuild && sources.some((source) => isNewer(join(root, source), builtAt))) {
  process.stderr.write('Building…\n');
  const build = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) {
    process.stderr.write('tansiq: the build failed; its lines above say where.\n');
    process.exit(1);
  }
}
if (!existsSync(built)) {
  process.stderr.write('tansiq: there is no build and nothing to build it with. Run: npm ci\n');
  process.exit(1);
}
// The processes that the command starts run the build itself: it is fresh.
process.argv[1] = built;
await import(built);
