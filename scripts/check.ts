/**
 * What CI holds against a change, one verdict each: `npm run check`, or `npm run check -- --only tidy`.
 * All are run even when one fails, so that one look shows everything that is wrong.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readImports } from './boundaries.ts';
import { describeProblem } from './tidy/problem.ts';
import { readFiles, tidyHouse } from './tidy.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is wrong, as lines to read; empty when nothing is. */
type Check = () => Promise<readonly string[]>;

/** Runs a tool of node_modules; its output is the finding when it fails. */
const tool =
  (name: string, ...parameters: string[]): Check =>
  () =>
    new Promise((resolve, reject) => {
      const child = spawn(join(root, 'node_modules', '.bin', name), parameters, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          output += part;
        });
      child.on('error', () => reject(new Error(`${name} is not installed: run npm ci first`)));
      child.on('close', (code) => resolve(code === 0 ? [] : [output.trim() || `${name} ended with ${code}`]));
    });

const boundaries: Check = async () => {
  const { breaches } = await readImports(root);
  return breaches.map(({ rule, files, to, advice }) => {
    const way = files.at(0) === to ? files : [...files, to];
    return `${rule}  ${way.join(' → ')}\n    ${advice}`;
  });
};

const tidy: Check = async () => tidyHouse(readFiles(root)).map(describeProblem);

const checks: Readonly<Record<string, Check>> = {
  tidy,
  boundaries,
  format: tool('biome', 'ci', '--colors=off', '--max-diagnostics=200', '.'),
  unused: tool('knip', '--no-progress'),
  types: tool('tsc', '--noEmit', '--pretty', 'false'),
};

const run = async (name: string, check: Check): Promise<boolean> => {
  const start = performance.now();
  const findings = await check().catch((error: unknown) => [String(error)]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const finding of findings) console.log(`  ${finding}`);
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(6)} s`);
  return findings.length === 0;
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const unknown = values.only?.filter((name) => !(name in checks)) ?? [];
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}

const wanted = Object.entries(checks).filter(([name]) => values.only?.includes(name) ?? true);
// The compiler takes one core for as long as all others take the second.
const lanes = [wanted.filter(([name]) => name === 'types'), wanted.filter(([name]) => name !== 'types')];
const failed: string[] = [];
await Promise.all(
  lanes.map(async (lane) => {
    for (const [name, check] of lane) if (!(await run(name, check))) failed.push(name);
  }),
);

if (failed.length > 0) console.error(`\nNot yet: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
