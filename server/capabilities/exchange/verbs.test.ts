/** No verb is journalled that the one list does not know, and the list names none that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exchangeVerbs } from './verbs.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'verbs.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Names that stand where a verb is told: after `verb`, on one line, both sides of a choice. */
const told = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\bverb\b[^\n]*/g)].flatMap(([line]) =>
      [...line.matchAll(/'(exchange\.[a-z-]+)'/g)].map(([, verb]) => verb ?? ''),
    ),
  ),
);

test('every verb that is told to the journal is in the list', () => {
  expect(told.size).toBeGreaterThan(60);
  const known = Object.keys(exchangeVerbs);
  expect([...told].filter((verb) => !known.includes(verb))).toEqual([]);
});

test('the list names no verb that is not there', () => {
  const gone = Object.keys(exchangeVerbs).filter(
    (verb) => !sources.some((source) => source.includes(`'${verb}'`)),
  );
  expect(gone).toEqual([]);
});
