import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const [running = '', tooling = ''] = read('../docs/decisions/0008-dependencies.md').split(/^## /m).slice(1);
const namesIn = (section: string): readonly string[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) =>
      [...line.slice(0, line.indexOf(': ')).matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    )
    .sort();

const manifest: { dependencies: object; devDependencies: object } = JSON.parse(read('../package.json'));

test('every dependency of a running node has its reason in decision 0008, and no reason is left over', () => {
  expect(namesIn(running)).toEqual(Object.keys(manifest.dependencies).sort());
});

test('every dependency of the tooling has its reason in decision 0008, and no reason is left over', () => {
  expect(namesIn(tooling)).toEqual(Object.keys(manifest.devDependencies).sort());
});

test('every dependency is pinned to one version', () => {
  const versions: readonly string[] = Object.values({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
