/** Builds what runs: the console into dist/console, the command and its typesetting thread into dist. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { build as buildConsole } from 'vite';
import { commandBuild } from './command-build.ts';

const root = join(import.meta.dirname, '..');
const marker = join(root, 'dist/console/.inputs');

/**
 * What the console is made from: its own files, what it reads of the server, and the versions of its parts.
 */
const consoleInputs = ['console', 'server/kernel', 'vite.config.ts', 'package-lock.json'];

const filesUnder = (path: string): readonly string[] => {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  const entries = readdirSync(whole, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const hashInputs = (): string => {
  const hash = createHash('sha256');
  for (const input of consoleInputs) {
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

const buildConsoleWhenChanged = async (): Promise<void> => {
  const inputs = hashInputs();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === inputs) {
    console.log('console: unchanged');
    return;
  }
  await buildConsole({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  precompress(join(root, 'dist/console'));
  writeFileSync(marker, inputs);
  console.log('console: built into dist/console');
};

const buildCommand = async (): Promise<void> => {
  await bundle(commandBuild);
  console.log('command: built into dist/tansiq.mjs');
};

await buildConsoleWhenChanged();
await buildCommand();
