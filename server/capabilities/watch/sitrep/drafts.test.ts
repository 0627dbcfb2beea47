/** Drafts on real nodes: written in, marked, stale, personal, and sent as nothing but what was approved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  editOf,
  openSitrepWorld,
  type SitrepWorld,
  sitrepActs,
  sitreps,
  textsIn,
} from '../../../../testing/sitrep-story.ts';
import { act, faultOf, items, newcomer, ok } from '../../../../testing/story.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

let place: SitrepWorld;
let acts: ReturnType<typeof sitrepActs>;
beforeAll(async () => {
  place = await openSitrepWorld();
  acts = sitrepActs(place);
});
afterAll(() => place.world.close());

/** Over nothing but these. */
const draftOf = async (...lines: readonly string[]): Promise<JsonObject> => {
  const from = new Date().toISOString();
  for (const line of lines) await acts.write(`/incident ${line}`, { circle: place.circles.south });
  return acts.assemble({ product: 'general', circle: place.circles.south, from });
};

test('a draft is written in by its service: rewritten, added to, put in another order', async () => {
  const made = await draftOf('Premier fait', 'Deuxième fait');
  const edit = editOf(made, (one) => ({ ...one, text: String(one.text).replace('Premier', 'Tout premier') }));
  const [assessment, incidents, ...rest] = Array.isArray(edit.sections) ? edit.sections.filter(isObject) : [];
  const paragraphs = Array.isArray(incidents?.paragraphs) ? incidents.paragraphs : [];
  const free = { id: crypto.randomUUID(), text: 'الوضع مستقر', language: 'ar', entry: null };
  const sections = [
    { ...assessment, paragraphs: [free] },
    { ...incidents, paragraphs: paragraphs.toReversed() },
    ...rest,
  ];
  const kept = await ok(acts.put(made.id, { ...edit, sections }, 'watch-officer'));
  expect(textsIn(kept.sections)).toEqual(['الوضع مستقر', 'Deuxième fait', 'Tout premier fait']);
  expect(kept.editors).toHaveLength(2);
  expect(await faultOf(acts.put(made.id, { ...edit, sections }))).toBe('409 state/changed');
});

const unsound: readonly (readonly [string, JsonObject, string])[] = [
  [
    'an entry that was not assembled',
    { entry: 'entry--00000000-0000-4000-8000-000000000001' },
    '422 watch/sitrep-unknown-source',
  ],
  ['a text turned round', { text: 'turned \u202egnorw' }, '422 input/hidden-characters'],
  ['what nobody sees', { text: '\u200b' }, '400 input/nothing-visible'],
  ['a long text', { text: 'x'.repeat(8_001) }, '400 input/invalid'],
];
test.each(unsound)('a draft does not take %s', async (_what, change, fault) => {
  const made = await draftOf('Un fait');
  expect(
    await faultOf(
      acts.put(
        made.id,
        editOf(made, (one) => ({ ...one, ...change })),
      ),
    ),
  ).toBe(fault);
  expect(await acts.read(made.id)).toMatchObject({ revision: 1, sections: made.sections });
});

test('title and label are its writer’s while it is a draft; nothing stricter stands under it', async () => {
  const made = await draftOf('Un fait sous ambre');
  const title = { ar: 'نشرة الليل', fr: 'Point de nuit', en: 'Night report' };
  const edit = { ...editOf(made), title };
  expect(await faultOf(acts.put(made.id, { ...edit, tlp: 'green' }))).toBe('422 watch/sitrep-label');
  expect(await faultOf(acts.put(made.id, { ...edit, tlp: 'red' }))).toBe('400 input/invalid');
  const path = `${sitreps}/${String(made.id)}`;
  const cleared = { email: 'amber@fr.example', roles: ['analyst'], clearance: 'amber' } as const;
  const writer = await newcomer(place.fr, { ...cleared, roles: ['analyst'] });
  expect(await faultOf(writer('PUT', path, { ...edit, tlp: 'amber+strict' }))).toBe('403 access/refused');
  const strict = await ok(acts.put(made.id, { ...edit, tlp: 'amber+strict' }));
  expect(strict).toMatchObject({ title, marking: { tlp: 'amber+strict' } });
  const without = await ok(acts.put(made.id, { ...editOf(strict, () => null), tlp: 'green' }));
  expect(without).toMatchObject({ title, marking: { tlp: 'green' } });
  // What was taken out does not come back under a label that it may not stand under.
  const back = { ...edit, revision: without.revision ?? 0 };
  expect(await faultOf(acts.put(made.id, back))).toBe('422 watch/sitrep-label');
  const full = await ok(acts.put(made.id, { ...back, tlp: 'amber' }));
  const approved = await ok(acts.approve(full));
  expect(approved).toMatchObject({ title, marking: { tlp: 'amber' } });
  expect(await faultOf(acts.put(made.id, editOf(approved)))).toBe('409 watch/sitrep-state');
});

test('a draft says what was corrected since, is not approved so, and loses what was erased', async () => {
  const from = new Date().toISOString();
  const { south: circle } = place.circles;
  const one = await acts.write('/incident Porte 4 fermée', { circle });
  const two = await acts.write('/incident À effacer', { circle });
  const made = await acts.assemble({ product: 'general', circle, from });
  await acts.write(`/corriger ${String(one.number)} Porte 5 fermée`);
  const erase = `/api/watch/log/${String(two.id)}/erase`;
  await ok(place.fr.call('centre-head', 'POST', erase, { reason: 'Erreur' }));
  const read = await acts.read(made.id);
  expect(textsIn(read.sections)).toEqual(['Porte 4 fermée']);
  expect(read.stale).toEqual([{ entry: one.id, number: one.number, why: 'corrected' }]);
  expect(await faultOf(acts.approve(made))).toBe('409 watch/sitrep-stale');
  await place.fr.runJobs();
  expect(await acts.read(made.id)).toMatchObject({ revision: 2 });
});

test('a draft tells of persons for a stated reason only, and is marked by it', async () => {
  const from = new Date().toISOString();
  const { south: circle } = place.circles;
  await acts.write('/incident /person suspect Contrôle de Samir Idrissi', { circle });
  const officer = await newcomer(place.fr, { email: 'reason@fr.example', roles: ['analyst'] });
  const asked = { product: 'general', circle, from, language: 'fr' };
  expect(textsIn((await ok(officer('POST', sitreps, asked))).sections)).toEqual([]);
  await ok(officer('POST', '/api/parties/context', { reason: 'Point de situation' }));
  const made = await ok(officer('POST', sitreps, asked));
  expect(textsIn(made.sections)).toEqual(['Contrôle de Samir Idrissi']);
  expect(made.marking).toMatchObject({ personCategories: ['suspect'] });
  const path = `${sitreps}/${String(made.id)}`;
  expect(await faultOf(place.fr.call('analyst', 'GET', path))).toBe('428 parties/reason-needed');
  expect((await acts.fetchDocument(made.id, 'format=html')).answer.status).toBe(428);
});

test('a draft is nobody’s but its service’s, and is discarded by it', async () => {
  const { fr, ma, circles } = place;
  const made = await draftOf('Un fait');
  const roles = ['liaison-officer'] as const;
  const guest = await newcomer(fr, { email: 'guest@ma.example', roles: [...roles], party: ma.party });
  const url = `${sitreps}/${String(made.id)}`;
  expect(await faultOf(guest('GET', sitreps))).toBe('403 access/refused');
  expect(await faultOf(guest('GET', url))).toBe('404 access/absent');
  expect(await faultOf(guest('GET', `${url}/document`))).toBe('404 access/absent');
  expect(await faultOf(fr.call('observer', 'GET', url))).toBe('404 access/absent');
  const asked = { product: 'daily', circle: circles.south, language: 'fr' };
  expect(await faultOf(fr.call('administrator', 'POST', sitreps, asked))).toBe('403 access/refused');
  expect((await fr.call('analyst', 'POST', `${url}/discard`, { revision: 1 })).status).toBe(204);
  expect(await faultOf(fr.call('analyst', 'GET', url))).toBe('404 access/absent');
});

test.each([
  ['ends before it begins', { from: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' }],
  ['ends tomorrow', { until: '2999-01-01T00:00:00Z' }],
  ['is a year long', { from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' }],
  ['is of no day', { from: '2026-02-31T99:00:00Z' }, '400 input/invalid'],
])('a report is not made over a period that %s', async (_what, period, fault = '422 watch/sitrep-period') => {
  const asked = { product: 'daily', circle: place.circles.south, language: 'fr', ...period };
  expect(await faultOf(place.fr.call('analyst', 'POST', sitreps, asked))).toBe(fault);
});

test('the item of an approved report takes no other words, and stays once a newer was begun', async () => {
  const { fr, circles, agreement } = place;
  const made = await draftOf('Rien de grave');
  await ok(acts.approve(made));
  const item = String((await acts.send(made)).item);
  await ok(act(fr, 'contact-point', item, 'return', { version: 1, reason: 'À préciser' }));
  const { title, summary, language, objects, circle, ...read } = await ok(
    fr.call('analyst', 'GET', `${items}/${item}`),
  );
  const { releasableTo: _set, ...marking } = isObject(read.marking) ? read.marking : {};
  const draft = {
    title,
    summary,
    language,
    objects,
    circle,
    marking,
    agreement,
    recipients: [],
    withheld: [],
  };
  const put = (change: JsonObject) =>
    fr.call('analyst', 'PUT', `${items}/${item}?version=1`, { ...draft, ...change });
  expect(await faultOf(put({ summary: 'Autre chose' }))).toBe('409 watch/sitrep-item-fixed');
  expect(await faultOf(put({ circle: circles.all }))).toBe('409 watch/sitrep-item-fixed');
  await acts.send(made);
  await ok(acts.beginVersion(made));
  expect(await faultOf(act(fr, 'contact-point', item, 'release', { version: 1 }))).toBe(
    '409 watch/sitrep-state',
  );
});
