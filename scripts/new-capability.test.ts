/** The slice that npm run new-capability writes is green: it compiles, keeps every rule, passes its tests. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImports } from './boundaries.ts';
import { nameError, writeSlice } from './capability-slice.ts';
import { tidyFile } from './tidy.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const slice = { names: 'travel-orders', name: 'travel-order' };
const folder = 'server/capabilities/travel-orders';
const copied = ['server', 'testing', 'architecture.mjs', 'architecture.d.mts', 'package.json', 'biome.json'];
const slowMs = 120_000;

let house = '';
let written: readonly string[] = [];

/** Runs a tool of node_modules in the copied house; answers its output, and whether it succeeded. */
const tool = (name: string, ...parameters: string[]): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const environment = Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST'));
    const options = { cwd: house, env: { ...Object.fromEntries(environment), NO_COLOR: '1' } };
    execFile(join(root, 'node_modules', '.bin', name), parameters, options, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });

/** What the compiler says of these files of the copied house; the rest is read, and not judged again. */
const typeErrors = (paths: readonly string[]): readonly string[] => {
  const configFile = join(house, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, house);
  const rootNames = paths.map((path) => join(house, path));
  const program = ts.createProgram({ rootNames, options: { ...options, noEmit: true } });
  const found = [...errors, ...program.getGlobalDiagnostics(), ...program.getOptionsDiagnostics()];
  for (const name of rootNames) {
    const source = program.getSourceFile(name);
    if (source === undefined) throw new Error(`the compiler does not read ${name}`);
    found.push(...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source));
  }
  return found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
};

beforeAll(async () => {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'tansiq-slice-')));
  for (const place of [...copied, 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(root, place), join(house, place), { recursive: true });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(house, 'node_modules'));
  written = writeSlice(house, slice);
  await tool('biome', 'check', '--write', '--vcs-enabled=false', folder);
}, slowMs);

afterAll(() => rmSync(house, { recursive: true, force: true }));

test('the slice has every part of a capability, and is listed', () => {
  const parts = ['README.md', 'index.ts', 'contract.ts', 'travel-order.ts', 'policy.ts', 'policy.test.ts'];
  const edges = ['service.ts', 'store.ts', 'routes.ts', 'travel-orders.test.ts', 'faults.ts'];
  for (const part of [...parts, ...edges, 'migrations/001-create-travel-orders.sql'])
    expect(written).toContain(`${folder}/${part}`);
  expect(readFileSync(join(house, 'architecture.mjs'), 'utf8')).toMatch(
    /'oversight',\s*'travel-orders',?\s*\]/,
  );
});

test('the slice is tidy, and no word was left to fill in', () => {
  for (const path of written) {
    const text = readFileSync(join(house, path), 'utf8');
    expect(text).not.toContain('{{');
    expect(tidyFile(path, text)).toEqual([]);
  }
});

test('the slice keeps the boundaries', async () => {
  const { breaches } = await readImports(house);
  const own = breaches.filter(
    ({ files, rule }) => files[0]?.startsWith(folder) && rule !== 'capability-is-listed',
  );
  expect(own).toEqual([]);
});

test('the slice is formatted and compiles', { timeout: slowMs }, async () => {
  const format = await tool('biome', 'ci', '--vcs-enabled=false', '--error-on-warnings', folder);
  expect(format).toMatchObject({ ok: true });
  expect(typeErrors(written.filter((path) => path.endsWith('.ts')))).toEqual([]);
});

test('the tests of the slice pass, on a real database', { timeout: slowMs }, async () => {
  const run = await tool('vitest', 'run', folder);
  expect(run.output).toMatch(/Tests +10 passed/);
  expect(run.ok).toBe(true);
});

test('a name that will not do is refused with what to do', () => {
  expect(nameError(house, { names: 'TravelOrders', name: 'x' })).toMatch(/small letters/);
  expect(nameError(house, { names: 'staff', name: 'staff' })).toMatch(/one of them/);
  expect(nameError(house, slice)).toMatch(/there already/);
  expect(nameError(house, { names: 'visits', name: 'visit' })).toBeNull();
});
