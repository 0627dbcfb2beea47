/**
 * Whatever a node can be asked, by whom it may be asked: no answer says a word of what the reader's marking
 * withholds. The questions are read from the node itself, so that a route added tomorrow is asked too.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { boxes } from '../server/capabilities/exchange/contract.ts';
import { boardViews } from '../server/capabilities/requests/contract.ts';
import { isObject, type JsonObject, readJson } from '../server/kernel/canonical.ts';
import { askAs, crawlTaxii, listen, type Question, questionsOf } from './leak-questions.ts';
import { type Canary, everyRow, type LeakWorld, nowhere, openLeakWorld, type Reader } from './leak-world.ts';
import { act, compose, draftWith, markingWith, ok } from './story.ts';
import { until } from './until.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let leaks: LeakWorld;
beforeAll(async () => {
  leaks = await openLeakWorld();
});
afterAll(() => leaks.world.close());

const ask = (reader: Reader, method: string, path: string, body?: JsonObject) =>
  askAs(leaks.node, reader, method, path, body);

/** Lists that answer without naming an item; the boxes are asked one by one. */
const lists = async (): Promise<readonly string[]> => {
  const open = (await questionsOf(leaks.node)).filter(
    ({ method, path }) => method === 'GET' && !path.includes('{'),
  );
  return open.flatMap(({ path }) => {
    if (path === '/api/exchange/items') return boxes.map((box) => `${path}?box=${box}&limit=200`);
    if (path === '/api/requests') return boardViews.map((view) => `${path}?view=${view}&limit=200`);
    return [path];
  });
};

const wordsIn = (text: string, words: readonly string[]): readonly string[] => {
  const told = text.toLowerCase();
  return words.filter((word) => told.includes(word));
};

const readerNamed = (wanted: string): Reader => {
  const reader = leaks.readers.find(({ name }) => name === wanted);
  if (reader === undefined) throw new Error(`bug: no reader ${wanted}`);
  return reader;
};

/** Some of what is hidden from a reader, spread over states and labels. */
const someHidden = (reader: Reader): readonly Canary[] =>
  leaks.hidden(reader).filter((_, index) => index % 9 === 0);

const mayBeRead = (reader: Reader): readonly Canary[] => {
  const hidden = new Set(leaks.hidden(reader).map(({ item }) => item.id));
  return leaks.canaries.filter(({ item }) => !hidden.has(item.id));
};

test('the canaries are seen by those who may, and all but those of the desk are kept from some', async () => {
  const seesAll = leaks.readers.filter((reader) => leaks.hidden(reader).length === 0);
  expect(seesAll.every(({ actor }) => actor.desks.length > 0 && actor.clearance === 'red')).toBe(true);
  expect(leaks.readers.length - seesAll.length).toBeGreaterThan(7);
  const analyst = readerNamed('analyst');
  const seen = mayBeRead(analyst);
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

/** The data protection officer is told of every item as metadata, never what it says. */
const isOversight = (reader: Reader, { path }: Question): boolean =>
  reader.actor.role === 'data-protection-officer' && path.startsWith('/api/oversight/');

test('to name an item that is withheld gets the answer of one that does not exist', async () => {
  const named = (await questionsOf(leaks.node)).filter(({ namesItem }) => namesItem);
  expect(named.length).toBeGreaterThan(8);
  const bodies: readonly (JsonObject | undefined)[] = [undefined, { version: 1, reason: 'a reason' }];
  for (const reader of leaks.readers)
    for (const { item } of someHidden(reader))
      for (const question of named.filter((one) => !isOversight(reader, one)))
        for (const body of question.method === 'GET' ? [undefined] : bodies) {
          const { method, path } = question;
          const absent = nowhere();
          const of = (id: string) => ask(reader, method, path.replace(/\{\w+\}/, id), body);
          const [there, nothing] = [await of(item.id), await of(absent)];
          const told = there.text.replaceAll(item.id, absent);
          const asked = { reader: reader.name, method, path };
          expect({ ...asked, status: there.status, told }).toEqual({
            ...asked,
            status: nothing.status,
            told: nothing.text,
          });
        }
});

test('an item that may be read says nothing of what was withheld from its reader', async () => {
  for (const reader of leaks.readers) {
    const forbidden = leaks.forbidden(reader);
    for (const { item } of mayBeRead(reader))
      for (const path of ['', '/export', '/preview', '/deliveries']) {
        const { text } = await ask(reader, 'GET', `/api/exchange/items/${item.id}${path}`);
        expect({ reader: reader.name, path, said: wordsIn(text, forbidden) }).toMatchObject({ said: [] });
      }
  }
});

test('TAXII gives no one a word that is withheld from him, and those who may read all the rest', async () => {
  for (const reader of leaks.readers) {
    const said = wordsIn(await crawlTaxii(leaks.node, reader), leaks.forbidden(reader));
    expect({ reader: reader.name, said }).toEqual({ reader: reader.name, said: [] });
  }
  const text = await crawlTaxii(leaks.node, readerNamed('contact-point'));
  const shared = leaks.canaries.filter(({ item }) => ['released', 'received'].includes(item.state));
  for (const { words } of shared) expect(wordsIn(text, words.slice(2))).toEqual(words.slice(2));
});

test('a search for the very word of a withheld item finds, counts and suggests nothing', async () => {
  const search = async (reader: Reader, word: string) => {
    const { text, status } = await ask(reader, 'GET', `/api/exchange/search?q=${word}`);
    const value = readJson(text)?.value;
    return { status, text, total: isObject(value) ? (value.total ?? null) : null };
  };
  for (const reader of leaks.readers)
    for (const { item, words, withheld } of someHidden(reader))
      for (const word of [...words, withheld]) {
        const { text, total } = await search(reader, word);
        expect({ reader: reader.name, total: total === null || total === 0 }).toMatchObject({ total: true });
        expect(text).not.toContain(item.id);
      }
  const analyst = readerNamed('analyst');
  for (const { words } of mayBeRead(analyst).slice(0, 5))
    for (const word of words) expect(await search(analyst, word)).toMatchObject({ status: 200, total: 1 });
});

test('the live stream tells of an item only those who may read it', async () => {
  const names = ['contact-point', 'observer', 'administrator', 'guest analyst', 'analyst off the desk'];
  const hearings = await Promise.all(names.map((name) => listen(leaks.node, readerNamed(name))));
  const id = await compose(leaks.node, draftWith(null, { marking: markingWith({ tlp: 'red' }) }));
  const agreement = leaks.canaries[0]?.item.agreement ?? null;
  const draft = draftWith(agreement, {
    recipients: [leaks.node.party],
    marking: markingWith({ tlp: 'red', field: 'terrorism', purpose: 'prevention' }),
  });
  await ok(leaks.node.call('analyst', 'PUT', `/api/exchange/items/${id}?version=1`, draft));
  // What follows is heard by the contact point after all that came before.
  const other = leaks.canaries.find(({ item }) => item.state === 'proposed');
  await ok(act(leaks.node, 'contact-point', other?.item.id ?? '', 'return', { version: 1, reason: 'again' }));
  await until(async () => hearings[0]?.heard().includes(other?.item.id ?? '-') === true);
  // The contact point is on the desk of the draft; the others are not.
  for (const [index, hearing] of hearings.entries()) {
    const heard = hearing.heard().includes(id);
    expect({ who: names[index], heard }).toEqual({ who: names[index], heard: index === 0 });
    hearing.close();
  }
});

test('the database alone, with no filter of ours, shows no one a word of what is withheld', async () => {
  for (const reader of leaks.readers) {
    const forbidden = leaks.forbidden(reader);
    for (const [table, text] of await everyRow(leaks.node, reader))
      expect({ reader: reader.name, table, said: wordsIn(text, forbidden) }).toMatchObject({ said: [] });
  }
});
