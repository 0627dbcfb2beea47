/** Builds what runs: the console into dist/console, the command and its typesetting thread into dist. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { build as buildConsole } from 'vite';
import { whileLocked } from './build-lock.ts';
import { commandBuild } from './command-build.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/**
 * What the console is made from: its own files, what it reads of the server, and the versions of its parts.
 */
const consoleInputs = ['console', 'server/kernel', 'vite.config.ts', 'scripts/build.ts', 'package-lock.json'];
const commandInputs = ['cli', 'demo', 'server', 'protocol', 'scripts/command-build.ts', 'package-lock.json'];

const filesUnder = (path: string): readonly string[] => {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  const entries = readdirSync(whole, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const hashOf = (inputs: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const files = input.includes('.') ? [join(root, input)] : filesUnder(input);
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
};

/** Beside each text file the same in gzip and brotli: the node serves what the browser takes. */
const precompress = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|json)$/.test(entry)) continue;
    const path = join(folder, entry);
    const whole = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(whole, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(whole));
  }
};

/** What is already there is left alone: others may be reading it. */
const whenChanged = async (built: string, inputs: readonly string[], work: () => Promise<unknown>) => {
  const output = join(dist, built);
  const marker = join(dist, `.${built}.inputs`);
  const hash = hashOf(inputs);
  if (existsSync(output) && existsSync(marker) && readFileSync(marker, 'utf8') === hash) {
    // Seen as newer than its sources, so that the command does not ask again.
    utimesSync(output, new Date(), new Date());
    console.log(`${built}: unchanged`);
    return;
  }
  await work();
  mkdirSync(dist, { recursive: true });
  writeFileSync(marker, hash);
  console.log(`${built}: built into dist`);
};

// Whoever builds, the tests too: what is served is never React's build for developers, three times as slow.
process.env.NODE_ENV = 'production';
await whileLocked(join(dist, '.building'), async () => {
  await whenChanged('console', consoleInputs, async () => {
    await buildConsole({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
    precompress(join(dist, 'console'));
  });
  await whenChanged('tansiq.mjs', commandInputs, () => bundle(commandBuild));
});
