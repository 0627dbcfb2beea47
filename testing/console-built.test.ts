/** The console as a node serves it, also where the tests built it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, root } from './journeys/built.ts';

test('the console is built for those who use it, not for those who write it', async () => {
  await build();
  const folder = join(root, 'dist/console/assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')));
  // React's build for developers has this, and takes three times as long to draw a screen.
  expect(scripts.filter((_, at) => texts[at]?.includes('jsxDEV'))).toEqual([]);
}, 180_000);
