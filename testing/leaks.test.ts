/**
 * Whatever a node can be asked, by whom it may be asked: no answer says a word of what the reader's marking
 * withholds. The questions are read from the node itself, so that a route added tomorrow is asked too.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { boxes } from '../server/capabilities/exchange/contract.ts';
import { isObject, type Json, type JsonObject } from '../server/kernel/canonical.ts';
import { idPattern } from '../server/kernel/ids.ts';
import { everyRow, type LeakWorld, nowhere, openLeakWorld, type Reader } from './leak-world.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let leaks: LeakWorld;
beforeAll(async () => {
  leaks = await openLeakWorld();
});
afterAll(() => leaks.world.close());

interface Question {
  readonly method: string;
  /** With `{id}` where an item is named. */
  readonly path: string;
  readonly namesItem: boolean;
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const ask = async (reader: Reader, method: string, path: string, body?: JsonObject) => {
  const response = await fetch(`${leaks.node.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${reader.token}`,
      ...(path.startsWith('/taxii2/') ? { accept: 'application/taxii+json;version=2.1' } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
};

/** What the node's own description says can be asked. */
const questions = async (): Promise<readonly Question[]> => {
  const document: Json = await (await fetch(`${leaks.node.address}/openapi.json`)).json();
  return Object.entries(objectOf(objectOf(document).paths)).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, operation]) => {
      const parameters = listOf(objectOf(operation).parameters).map(objectOf);
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      const namesItem = inPath.some(({ schema }) => objectOf(schema).pattern === idPattern('item'));
      return { method: method.toUpperCase(), path, namesItem };
    }),
  );
};

/** Lists that answer without naming an item; the boxes are asked one by one. */
const lists = async (): Promise<readonly string[]> => {
  const open = (await questions()).filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  return open.flatMap(({ path }) =>
    path === '/api/exchange/items' ? boxes.map((box) => `${path}?box=${box}&limit=200`) : [path],
  );
};

const wordsIn = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => text.toLowerCase().includes(word));

test('the canaries are seen by those who may, and all but those of the desk are kept from some', async () => {
  const seesAll = leaks.readers.filter((reader) => leaks.hidden(reader).length === 0);
  expect(seesAll.every(({ actor }) => actor.desks.length > 0 && actor.clearance === 'red')).toBe(true);
  expect(leaks.readers.length - seesAll.length).toBeGreaterThan(7);
  const analyst = leaks.readers.find(({ name }) => name === 'analyst');
  if (analyst === undefined) throw new Error('bug: no analyst');
  const hidden = new Set(leaks.hidden(analyst).map(({ item }) => item.id));
  const seen = leaks.canaries.filter(({ item }) => !hidden.has(item.id));
  expect(seen.length).toBeGreaterThan(10);
  for (const { item, words } of seen) {
    const { text } = await ask(analyst, 'GET', `/api/exchange/items/${item.id}`);
    expect(wordsIn(text, words)).toEqual(words);
  }
});

test('no list, count or journal page says a word of an item that is withheld from its reader', async () => {
  const paths = await lists();
  expect(paths.length).toBeGreaterThan(8);
  for (const reader of leaks.readers) {
    const forbidden = leaks.forbidden(reader);
    for (const path of paths) {
      const { text, status } = await ask(reader, 'GET', path);
      expect({ reader: reader.name, path, said: wordsIn(text, forbidden) }).toMatchObject({ said: [] });
      expect({ path, status: status < 500 }).toMatchObject({ status: true });
    }
  }
});

test('to name an item that is withheld gets the answer of one that does not exist', async () => {
  const named = (await questions()).filter(({ namesItem }) => namesItem);
  expect(named.length).toBeGreaterThan(8);
  const bodies: readonly (JsonObject | undefined)[] = [
    undefined,
    { version: 1 },
    { version: 1, reason: 'a reason' },
  ];
  for (const reader of leaks.readers)
    for (const { item } of leaks.hidden(reader).filter((_, index) => index % 4 === 0))
      for (const { method, path } of named)
        for (const body of method === 'GET' ? [undefined] : bodies) {
          const absent = nowhere();
          const of = (id: string) => ask(reader, method, path.replace(/\{\w+\}/, id), body);
          const [there, nothing] = [await of(item.id), await of(absent)];
          const told = there.text.replaceAll(item.id, absent);
          expect({ reader: reader.name, method, path, status: there.status, told }).toEqual({
            reader: reader.name,
            method,
            path,
            status: nothing.status,
            told: nothing.text,
          });
        }
});

test('an item that may be read says nothing of what was withheld from its reader', async () => {
  for (const reader of leaks.readers) {
    const hidden = new Set(leaks.hidden(reader).map(({ item }) => item.id));
    const forbidden = leaks.forbidden(reader);
    for (const { item } of leaks.canaries) {
      if (hidden.has(item.id)) continue;
      for (const path of ['', '/export', '/preview', '/deliveries']) {
        const { text } = await ask(reader, 'GET', `/api/exchange/items/${item.id}${path}`);
        expect({ reader: reader.name, path, said: wordsIn(text, forbidden) }).toMatchObject({ said: [] });
      }
    }
  }
});

test('the database alone, with no filter of ours, shows no one a word of what is withheld', async () => {
  for (const reader of leaks.readers) {
    const forbidden = leaks.forbidden(reader);
    for (const [table, text] of await everyRow(leaks.node, reader))
      expect({ reader: reader.name, table, said: wordsIn(text, forbidden) }).toMatchObject({ said: [] });
  }
});
