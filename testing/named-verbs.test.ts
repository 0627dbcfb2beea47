/** The officer for data protection reads what was done in his own language: no verb is shown as a code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { namedVerbs } from '../console/capabilities/oversight/named-verbs.ts';
import { exchangeVerbs } from '../server/capabilities/exchange/verbs.ts';
import { requestVerbs } from '../server/capabilities/requests/verbs.ts';
import { watchActs } from '../server/capabilities/watch/verbs.ts';

const server = join(import.meta.dirname, '../server');

/** Verbs as the sources of the server write them where they call one. */
const written = (): readonly string[] =>
  readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(join(server, path), 'utf8').matchAll(/verb: '([a-z]+\.[a-z-]+)'/g)])
    .flatMap(([, verb]) => verb ?? []);

it('names every verb that the journal can hold', () => {
  const listed = [exchangeVerbs, requestVerbs, watchActs].flatMap((verbs) => Object.keys(verbs));
  const verbs = new Set([...written(), ...listed]);
  expect(verbs.size).toBeGreaterThan(150);
  expect([...verbs].filter((verb) => !Object.hasOwn(namedVerbs, verb))).toEqual([]);
});
