import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultCatalogue } from '../server/kernel/faults.ts';
import { faultsPage } from './faults.ts';

const root = join(import.meta.dirname, '..');

const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** Codes that the pattern finds in these files. */
const codesIn = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.flatMap((file) =>
    [...readFileSync(join(root, 'server', file), 'utf8').matchAll(pattern)].map(([, code]) => code ?? ''),
  );

test('docs/faults.md lists every fault with its status and its three texts', () => {
  const page = readFileSync(join(root, 'docs', 'faults.md'), 'utf8');
  expect(page, 'run: npx tsx scripts/faults.ts').toBe(faultsPage());
});

test('every fault that a module declares is in the catalogue of a node that runs', () => {
  const files = sources.filter((file) => file.endsWith('faults.ts'));
  const declared = codesIn(files, /^ {2}'([a-z-]+\/[a-z-]+)': \{$/gm);
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((code) => !faultCatalogue().has(code))).toEqual([]);
});

test('every fault that the code throws is in the catalogue of a node that runs', () => {
  const thrown = codesIn(sources, /new \w*Fault\(\s*'([a-z-]+\/[a-z-]+)'/g);
  expect(thrown.length).toBeGreaterThan(50);
  expect(thrown.filter((code) => !faultCatalogue().has(code))).toEqual([]);
});
