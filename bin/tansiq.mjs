#!/usr/bin/env node
/** Runs the built command; builds it first where a source is newer than the build, or there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/tansiq.mjs');
const sources = ['server', 'cli', 'demo', 'console', 'scripts/build.ts', 'package-lock.json'];

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isBuilder = existsSync(join(root, 'node_modules/tsx'));
if (isBuilder && newest(built) < Math.max(...sources.map((source) => newest(join(root, source))))) {
  process.stderr.write('Building…\n');
  const build = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) process.exit(1);
}
await import(built);
