/** Search as officers use it, on a real node over HTTP: three languages, phrases, filters, exclusion, removal. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compose, draftWith, markingWith, nodeOf, ok } from '../../../../testing/story.ts';
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
])('%s finds %j (%s)', async (q, wanted) => {
  expect(names(await search(q))).toEqual(wanted.length > 1 ? expect.arrayContaining(wanted) : wanted);
});
