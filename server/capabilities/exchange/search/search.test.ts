/**
 * Search as officers use it, on a real node over HTTP: three languages, phrases, filters, exclusion,
 * removal.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  compose,
  draftWith,
  entriesOf,
  faultOf,
  items,
  markingWith,
  nodeOf,
  ok,
} from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let world: World;
let node: WorldNode;
const ids = new Map<string, string>();

const at = '2026-07-01T09:00:00.000Z';
const object = (type: string, rest: JsonObject): JsonObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${crypto.randomUUID()}`,
  created: at,
  modified: at,
  ...rest,
});

const texts: Readonly<Record<string, JsonObject>> = {
  officers: {
    title: 'وصول ضباط الاتصال المغاربة إلى باريس',
    summary: 'يصل عشرة ضباط متخصصين في تفكيك المتفجرات يوم ٢٢ يوليوز، ويرافقهم مدربو الكلاب.',
    language: 'ar',
  },
  van: {
    title: 'Camionnette signalée près du Stade de France',
    summary:
      'Une camionnette blanche immatriculée AB-123-CD a été vue à trois reprises aux abords de l’hôtel Élysée à Saint-Denis.',
    language: 'fr',
  },
  drone: {
    title: 'Drone sightings over the training venue',
    summary:
      'Stewards reported small drones flying above the venue on two evenings; the operators were not identified.',
    language: 'en',
  },
  mixed: {
    title: 'طلب معلومات حول Jean-Pierre Moreau',
    summary: 'المعني بالأمر مسؤول عن شركة Atlas Logistique ويستعمل الهاتف +212 6 61 23 45 67 في اتصالاته.',
    language: 'ar',
  },
  officer: {
    title: 'تعيين عبد الرحمن الفاسي',
    summary: 'ينسق العميد عمل الفرق في نيس.',
    language: 'ar',
  },
  courier: {
    title: 'Passage d’Abd el-Krim Tazi à Irun',
    summary: 'Vu le matin.',
    language: 'fr',
  },
  network: {
    title: 'Infrastructure de hameçonnage visant la billetterie',
    summary: 'Plusieurs domaines imitent la billetterie officielle.',
    language: 'fr',
    objects: [
      object('indicator', {
        name: 'Serveur de commande',
        pattern: "[ipv4-addr:value = '198.51.100.7']",
        pattern_type: 'stix',
        valid_from: at,
      }),
      object('identity', {
        name: 'كريم العلوي',
        identity_class: 'individual',
        description: 'Organisateur présumé de la vente de faux billets.',
        contact_information: 'k.alaoui@example.org',
      }),
      object('note', {
        content: 'Les <script>alert(1)</script> & liens sont bloqués.',
        object_refs: ['identity--1d8c3b0a-7a63-4c7c-8b3e-0f6a1c1d2e3f'],
      }),
    ],
  },
  older: { title: 'Billetterie : point de situation', summary: 'Situation calme.', language: 'fr' },
  body: {
    title: 'Point de situation du matin',
    summary: 'Rien à signaler, sauf la billetterie.',
    language: 'fr',
  },
  drugs: {
    title: 'حجز شحنة من المخدرات في ميناء طنجة',
    summary: 'ضُبطت وثائق مزورة مع السائق.',
    language: 'ar',
    marking: markingWith({ tlp: 'green' }),
  },
};

beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false });
  node = nodeOf(world, 'fr');
  // Without a reason nothing of the items that hold personal data answers.
  const reason = { reason: 'Relecture avant la cérémonie', purpose: 'prevention' };
  for (const role of ['analyst', 'contact-point'] as const)
    await ok(node.call(role, 'POST', '/api/parties/context', reason));
  for (const [name, text] of Object.entries(texts)) ids.set(name, await compose(node, draftWith(null, text)));
});
afterAll(() => world.close());

const search = (q: string, role: Role = 'analyst', more = ''): Promise<JsonObject> =>
  ok(node.call(role, 'GET', `/api/exchange/search?q=${encodeURIComponent(q)}${more}`));

const nameOf = (id: unknown): string => [...ids].find(([, one]) => one === id)?.[0] ?? String(id);
const foundIn = (answer: JsonObject): JsonObject[] =>
  Array.isArray(answer.found) ? answer.found.filter(isObject) : [];
const names = (answer: JsonObject): string[] =>
  foundIn(answer).map(({ item }) => nameOf(isObject(item) ? item.id : null));

test.each([
  ['ضابط', ['officers'], 'a singular finds its broken plural'],
  ['الضُّبَّاط', ['officers'], 'with article and harakat'],
  ['باريس', ['officers'], 'a word of the title'],
  ['متفجرات كلب', ['officers'], 'two words, one a broken plural'],
  ['22 يوليوز', ['officers'], 'digits of either script'],
  ['وثيقة', ['drugs'], 'taa marbuta and a broken plural'],
  ['مخدّر', ['drugs'], 'a singular of a sound plural'],
  ['مسئول', ['mixed'], 'a hamza on another seat'],
  ['camionnettes', ['van'], 'a French plural finds the singular'],
  ['ELYSEE', ['van'], 'without accents, in capitals'],
  ['hotel saint-denis', ['van'], 'a joined name'],
  ['AB123CD', ['van'], 'a plate without its hyphens'],
  ['ab 123 cd', ['van'], 'a plate with spaces'],
  ['drone sighting', ['drone'], 'English plurals'],
  ['reporting', ['drone'], 'an English verb form'],
  ['moreau', ['mixed'], 'a French name within an Arabic text'],
  ['شركة atlas', ['mixed'], 'both scripts at once'],
  ['06 61 23 45 67', ['mixed'], 'a phone in its national form'],
  ['00212661234567', ['mixed'], 'a phone in its international form'],
  ['198.51.100.7', ['network'], 'an address inside a pattern'],
  ['198.51.100', [], 'a part of an address is another address'],
  ['k.alaoui@example.org', ['network'], 'an e-mail'],
  ['العلوى', ['network'], 'a name in an object, with alef maqsura'],
  ['hameçonnage كريم', ['network'], 'a word of the title and one of an object'],
  ['"stade de france"', ['van'], 'a phrase with a common word in it'],
  ['"france stade"', [], 'a phrase has an order'],
  ['titre:camionnette', ['van'], 'the title alone, in French'],
  ['العنوان:المخدرات', ['drugs'], 'the title alone, in Arabic'],
  ['title:elysee', [], 'a word of the summary is not in the title'],
  ['type:indicator serveur', ['network'], 'a type'],
  ['نوع:مؤشر', ['network'], 'a type in Arabic and nothing else'],
  ['tlp:green', ['drugs'], 'a label'],
  ['وسم:أخضر مخدرات', ['drugs'], 'a label in Arabic'],
  ['état:brouillon drone', ['drone'], 'a state in French'],
  ['box:inbox drone', [], 'no draft is in the inbox'],
  ['service:france drone', ['drone'], 'a service by its name'],
  ['billetterie -domaines', ['older', 'body'], 'an exclusion'],
  ['billetterie -"point de situation"', ['network'], 'an excluded phrase'],
  ['camionete', ['van'], 'a misspelt word'],
  ['ogistiq', ['mixed'], 'the middle of a word'],
  ['camion*', ['van'], 'the beginning of a word'],
  ['كريم alaoui', ['network'], 'a name in the other script'],
  ['مورو', ['mixed'], 'a French name in Arabic letters'],
  ['karim elalaoui', ['network'], 'an Arabic name in Latin letters, its article joined'],
  ['abderrahmane', ['officer'], 'a name of two Arabic words in one Latin word'],
  ['عبد الرحمان الفاسي', ['officer'], 'such a name in another spelling'],
  ['abdel rahman', ['officer'], 'such a name in two Latin words'],
  ['عبدالكريم', ['courier'], 'a name of three Latin words in one Arabic word'],
  ['عبد الكريم', ['courier'], 'a name of three Latin words in two Arabic ones'],
  ['عبد', ['officer', 'courier'], 'its first word alone, in either script'],
  ['"karim alaoui"', [], 'in quotes as it is written alone'],
])('%s finds %j (%s)', async (q, wanted) => {
  expect(names(await search(q))).toEqual(wanted.length > 1 ? expect.arrayContaining(wanted) : wanted);
});

test('a word of the title counts before one of the body, and the newer before the older', async () => {
  expect(names(await search('billetterie'))).toEqual(['older', 'network', 'body']);
  expect(names(await search('situation'))).toEqual(['body', 'older']);
});

interface Shown {
  readonly place: string;
  readonly path: string;
  readonly text: string;
}

/** What is shown of the first item, the marks in «». */
const shownIn = (answer: JsonObject): readonly Shown[] => {
  const [first] = foundIn(answer);
  const marked = (pieces: unknown): string =>
    Array.isArray(pieces)
      ? pieces
          .filter(isObject)
          .map(({ text, mark }) => (mark === true ? `«${String(text)}»` : String(text)))
          .join('')
      : '';
  const hits = Array.isArray(first?.hits) ? first.hits.filter(isObject) : [];
  return [
    { place: 'title', path: '', text: marked(first?.title) },
    ...hits.map(({ place, path, pieces }) => ({
      place: String(place),
      path: String(path ?? ''),
      text: marked(pieces),
    })),
  ];
};

test.each([
  ['الضُبّاط', 'title', '', 'وصول «ضباط» الاتصال المغاربة إلى باريس'],
  ['elysee', 'summary', '', 'aux abords de l’hôtel «Élysée» à Saint-Denis'],
  ['ab123cd', 'summary', '', 'immatriculée «AB-123-CD» a été vue'],
  ['"stade de france"', 'title', '', 'Camionnette signalée près du «Stade de France»'],
  ['0661234567', 'summary', '', 'الهاتف «+212 6 61 23 45 67» في'],
  ['198.51.100.7', 'object', 'pattern', '«198.51.100.7»'],
  ['العلوى', 'object', 'name', 'كريم «العلوي»'],
  ['karim', 'object', 'name', '«كريم» العلوي'],
  ['liens bloqués', 'object', 'content', '<script>alert(1)</script> & «liens» sont «bloqués»'],
])('%s is shown in the %s, spelt as in the item', async (q, place, path, text) => {
  const shown = shownIn(await search(q)).find((one) => one.place === place && one.text.includes('«'));
  expect(shown).toMatchObject({ path, text: expect.stringContaining(text) });
});

test('it is said which spellings were looked for, of those alone that he may see', async () => {
  expect(await search('karim')).toMatchObject({ near: false, spellings: [{ word: 'karim', as: ['كريم'] }] });
  // An observer without a stated reason sees nothing of persons.
  expect(await search('karim', 'observer')).toMatchObject({ total: 0, spellings: [] });
});

test('where nothing is found, parts of the query that find something are offered', async () => {
  const answer = await search('camionnette مخدرات zzyzx');
  expect(answer).toMatchObject({ total: 0, found: [], suggestions: ['camionnette', 'مخدرات'] });
  expect(await search('"venue training"')).toMatchObject({ total: 0, suggestions: ['venue training'] });
  expect(await search('de la')).toMatchObject({ total: 0, asked: false });
  expect(await search('drone tlp:purple')).toMatchObject({ total: 1, notUnderstood: ['tlp:purple'] });
});

test('pages follow one another without loss, and a cursor of another query is refused', async () => {
  const first = await search('billetterie', 'analyst', '&limit=2');
  const next = encodeURIComponent(String(first.next));
  const second = await search('billetterie', 'analyst', `&limit=2&cursor=${next}`);
  expect([...names(first), ...names(second)]).toEqual(['older', 'network', 'body']);
  expect(second.next).toBeNull();
  const other = `/api/exchange/search?q=drone&cursor=${next}`;
  expect(await faultOf(node.call('analyst', 'GET', other))).toBe('400 input/invalid');
});

test('a search is journalled with fingerprints that tell who looked for a name, and no word', async () => {
  await search('Moreau');
  const [entry] = await entriesOf(node, { verb: 'exchange.search' });
  expect(JSON.stringify(entry).toLowerCase()).not.toContain('moreau');
  const traced = await ok(
    node.call('data-protection-officer', 'POST', '/api/exchange/search/trace', { words: 'MOREAU' }),
  );
  const [word] = Array.isArray(traced.words) ? traced.words.filter(isObject) : [];
  expect(entry?.details).toMatchObject({ found: 1, words: [word?.fingerprint] });
  const refused = node.call('analyst', 'POST', '/api/exchange/search/trace', { words: 'moreau' });
  expect(await faultOf(refused)).toBe('403 access/refused');
  expect(await faultOf(node.call('administrator', 'GET', '/api/exchange/search?q=moreau'))).toBe(
    '403 access/refused',
  );
});

test('what is edited, discarded or returned to another state is found as it now is', async () => {
  const id = await compose(node, draftWith(null, { title: 'Quetzal aperçu', summary: 'Volière municipale' }));
  ids.set('bird', id);
  expect(names(await search('quetzal'))).toEqual(['bird']);
  const edited = draftWith(null, { title: 'Perroquet aperçu', summary: 'Volière municipale' });
  await ok(node.call('analyst', 'PUT', `${items}/${id}?version=1`, edited));
  expect(await search('quetzal')).toMatchObject({ total: 0 });
  expect(names(await search('perroqet'))).toEqual(['bird']);
  expect(await faultOf(node.call('analyst', 'DELETE', `${items}/${id}?version=2`))).toBe('204');
  expect(await search('perroquet')).toMatchObject({ total: 0, suggestions: [] });
  const left = await node.database.transact({ kind: 'system', name: 'test', party: node.party }, (unit) =>
    sql<{
      word: string;
    }>`select word from exchange_search_word where word in ('quetzal', 'perroquet', 'voliere')`.execute(
      unit.tables<object>(),
    ),
  );
  expect(left.rows).toEqual([]);
});
