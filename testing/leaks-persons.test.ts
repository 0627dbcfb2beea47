/**
 * Personal data without a stated reason: whatever the node can be asked, by a person who has not said why he
 * looks, no answer says a word of an item that holds personal data, and no search finds it by one. With a
 * reason he sees it, and the journal names him, the reason and the items.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { boxes } from '../server/capabilities/exchange/contract.ts';
import type { JsonObject } from '../server/kernel/canonical.ts';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import { askAs, crawlTaxii, questionsOf } from './leak-questions.ts';
import type { Reader } from './leak-world.ts';
import { everyRow } from './leak-world.ts';
import { openPersonsWorld, type PersonsWorld } from './persons-world.ts';
import { entriesOf } from './story.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/** Of what was sown, what each question is filled with: every kind of it is among the first. */
const itemsFilled = 5;
const wordsAsked = 4;
const roles = ['analyst', 'contact-point', 'administrator', 'data-protection-officer', 'connector', 'guest'];

let persons: PersonsWorld;
beforeAll(async () => {
  persons = await openPersonsWorld();
});
afterAll(() => persons.world.close());

const ask = (reader: Reader, method: string, path: string, body?: JsonObject) =>
  askAs(persons.node, reader, method, path, body);

const saidIn = (text: string, words: readonly string[]): readonly string[] => {
  const told = text.toLowerCase();
  return words.filter((word) => told.includes(word));
};

const readerNamed = (wanted: string): Reader => {
  const reader = persons.readers.find(({ name }) => name === wanted);
  if (reader === undefined) throw new Error(`bug: no reader ${wanted}`);
  return reader;
};

const totalOf = (text: string): unknown => {
  const value = readJson(text)?.value;
  return isObject(value) ? value.total : null;
};

/** A path with its places filled by what was sown: an item of each kind, an object, a pair. */
const filled = (path: string): readonly string[] => {
  const [first, ...rest] = [...path.matchAll(/\{\w+\}/g)].map(([place]) => place);
  if (first === undefined) return [path];
  if (path.includes('duplicates')) {
    const [, draft, , , , twin] = persons.items.map(({ id }) => id);
    const [one = '', other = ''] = [draft, twin].sort();
    return [path.replace(first, one).replace(rest[0] ?? '', other)];
  }
  const [released] = persons.items;
  return persons.items
    .slice(0, itemsFilled)
    .map(({ id }) =>
      rest.reduce(
        (filling, place) => filling.replace(place, released?.objects.at(-1) ?? ''),
        path.replace(first, id),
      ),
    );
};

/** Queries of the lists that only answer when asked for something. */
const asked = (path: string): readonly string[] => {
  switch (path) {
    case '/api/exchange/items':
      return boxes.map((box) => `${path}?box=${box}&limit=200`);
    case '/api/exchange/search':
      return [...persons.words.slice(0, wordsAsked), 'state:released', 'field:terrorism'].flatMap((word) => [
        `${path}?q=${encodeURIComponent(word)}`,
        `${path}?q=${encodeURIComponent(word.slice(1))}&near=true`,
      ]);
    case '/api/exchange/graph':
      return persons.items
        .flatMap(({ id, objects }) => [id, ...objects])
        .map((node) => `${path}?node=${node}`);
    case '/api/exchange/duplicates':
      return ['open', 'confirmed', 'dismissed'].map((state) => `${path}?state=${state}`);
    case '/api/exchange/due':
    case '/api/oversight/due':
      return [`${path}?days=366`];
    default:
      return [path];
  }
};

const table = Buffer.from(`Nom,Prénom\n`).toString('base64');

test('no answer to a person without a reason says a word of what is personal', async () => {
  const questions = await questionsOf(persons.node);
  const leaves = (path: string) => path.includes('/session') || path.includes('/context');
  let put = 0;
  for (const reader of persons.readers.filter(({ name }) => roles.includes(name)))
    for (const { method, path } of questions.filter((one) => !leaves(one.path)))
      for (const filling of filled(path).flatMap(asked)) {
        // A version that is none: what would change the item is asked, and changes nothing.
        const hasBody = method !== 'GET' && method !== 'DELETE';
        const body = hasBody ? { version: 99, reason: 'a reason' } : undefined;
        const { text, status } = await ask(reader, method, filling, body);
        const said = saidIn(text, [...persons.words, ...persons.asides]);
        const which = { reader: reader.name, method, filling };
        expect({ ...which, fails: status >= 500, said }).toEqual({ ...which, fails: false, said: [] });
        put += 1;
      }
  expect(put).toBeGreaterThan(500);
});

test('the database alone shows him no word of it, and no collection gives him one', async () => {
  for (const reader of persons.readers) {
    for (const [name, text] of await everyRow(persons.node, reader))
      expect({ reader: reader.name, name, said: saidIn(text, persons.words) }).toMatchObject({ said: [] });
    const text = await crawlTaxii(persons.node, reader);
    expect({ reader: reader.name, said: saidIn(text, persons.words) }).toMatchObject({ said: [] });
  }
});

test('what names an item is answered with the way out, and its list says why it is bare', async () => {
  const analyst = readerNamed('analyst');
  const [one] = persons.items;
  for (const way of ['', '/export', '/preview', '/attachments', '/thread', '/cautions']) {
    const { status, text } = await ask(analyst, 'GET', `/api/exchange/items/${one?.id}${way}`);
    expect({ way, status, text }).toMatchObject({
      status: 428,
      text: expect.stringContaining('reason-needed'),
    });
  }
  const chart = await ask(analyst, 'GET', `/api/exchange/graph?node=${one?.id}`);
  expect(chart.status).toBe(428);
  const { text } = await ask(analyst, 'GET', '/api/exchange/items?box=sent');
  expect(text).toContain(`"title":"","needsReason":true`);
  const guessed = { encoding: null, separator: null, header: null, mapping: null };
  const csv = { file: { kind: 'persons', content: table, ...guessed } };
  expect((await ask(analyst, 'POST', '/api/exchange/csv/preview', csv)).status).toBe(428);
});

test('with a reason it is found and listed, and the journal says who, why and which', async () => {
  const analyst = readerNamed('analyst');
  const reason = { reason: 'Vérification avant la cérémonie', purpose: 'prevention' };
  const stated = await ask(analyst, 'POST', '/api/parties/context', reason);
  const context = readJson(stated.text)?.value;
  const [one] = persons.items;
  const [title = ''] = one?.words ?? [];
  const found = await ask(analyst, 'GET', `/api/exchange/search?q=${title}`);
  expect(totalOf(found.text)).toBe(1);
  const listed = await ask(analyst, 'GET', '/api/exchange/items?box=sent');
  expect(listed.text).toContain(title);
  const chart = await ask(analyst, 'GET', `/api/exchange/graph?node=${one?.id}`);
  expect(saidIn(chart.text, one?.words ?? [])).toContain(title);
  for (const verb of ['exchange.search', 'exchange.list', 'exchange.explore']) {
    const [entry] = await entriesOf(persons.node, { verb });
    expect(entry).toMatchObject({
      actor: analyst.actor.person,
      details: {
        personal: true,
        context: isObject(context) ? context.id : null,
        items: expect.arrayContaining([one?.id]),
      },
    });
  }
  await ask(analyst, 'DELETE', '/api/parties/context');
  expect(totalOf((await ask(analyst, 'GET', `/api/exchange/search?q=${title}`)).text)).toBe(0);
});
