/** The log on a real node: written in one line, read by those who may, corrected, erased, promoted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  entriesOf,
  faultOf,
  historyOf,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  refusalOf,
} from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';

let world: World;
let fr: WorldNode;
let guest: Awaited<ReturnType<typeof newcomer>>;
let circle = '';
const log = '/api/watch/log';

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  fr = nodeOf(world, 'fr');
  const ma = nodeOf(world, 'ma');
  await agree([fr, ma]);
  const made = await ok(
    fr.call('service-head', 'POST', '/api/circles', {
      name: { ar: 'دائرة الألعاب', fr: 'Cercle des Jeux', en: 'Games circle' },
      kind: 'event',
      members: [fr.party, ma.party],
    }),
  );
  circle = String(made.id);
  guest = await newcomer(fr, { email: 'guest@ma.example', roles: ['liaison-officer'], party: ma.party });
});
afterAll(() => world.close());

const write = (line: string, more: JsonObject = {}, role: Role = 'watch-officer') =>
  fr.call(role, 'POST', log, { line, language: 'fr', ...more });
const wrote = async (line: string, more: JsonObject = {}, role: Role = 'watch-officer') =>
  ok(write(line, more, role));
const pageAs = async (role: Role, query = ''): Promise<readonly JsonObject[]> => {
  const { items } = await ok(fr.call(role, 'GET', `${log}${query}`));
  return Array.isArray(items) ? items.filter(isObject) : [];
};
const textsAs = async (role: Role, query = '') => (await pageAs(role, query)).map(({ text }) => text);
const guestTexts = async (query = '') => {
  const { items } = await ok(guest('GET', `${log}${query}`));
  return Array.isArray(items) ? items.filter(isObject).map(({ text }) => text) : [];
};

test('one line is an entry; what it does not say is filled in, and the node says when', async () => {
  const before = Date.now();
  const entry = await wrote('/at -20 /place « Porte 4 » /incident Mouvement de foule');
  expect(entry).toMatchObject({
    text: 'Mouvement de foule',
    place: 'Porte 4',
    kind: 'incident',
    circle: null,
    content: 'shown',
    marking: { tlp: 'amber', releasableTo: [fr.party], legalBasis: 'Main courante de permanence du service' },
  });
  const told = Date.parse(String(entry.happenedAt));
  expect(Math.abs(told - (before - 20 * 60_000))).toBeLessThan(60_000);
  expect(Date.parse(String(entry.recordedAt))).toBeGreaterThanOrEqual(before - 1_000);
  expect(await historyOf(fr, String(entry.id))).toEqual(['watch.write done watch/writers']);
});

test('the next entry takes circle, event and label from the last, unless it says otherwise', async () => {
  await wrote('/circle cercle /event JO /tlp green Relève assurée', {}, 'liaison-officer');
  const next = await wrote('Rien à signaler', {}, 'liaison-officer');
  expect(next).toMatchObject({ circle, event: 'JO', marking: { tlp: 'green' } });
  const alone = await wrote('/circle - Note interne', {}, 'liaison-officer');
  expect(alone).toMatchObject({ circle: null, marking: { releasableTo: [fr.party] } });
});

test('a guest reads what his circle may, and neither who wrote it nor what this service keeps', async () => {
  await wrote('Visible du cercle', { circle });
  await wrote('Interne au service', { circle: null });
  await wrote('Rouge du cercle', { circle, marking: { tlp: 'red' } });
  const { items } = await ok(guest('GET', log));
  const seen = Array.isArray(items) ? items.filter(isObject) : [];
  expect(seen.map(({ text }) => text)).toContain('Visible du cercle');
  expect(seen.map(({ text }) => text)).not.toContain('Interne au service');
  expect(seen.map(({ text }) => text)).not.toContain('Rouge du cercle');
  expect(seen.every(({ author, desk }) => author === null && desk === null)).toBe(true);
  const internal = (await pageAs('watch-officer')).find(({ text }) => text === 'Interne au service');
  expect(await faultOf(guest('GET', `${log}/${String(internal?.id)}`))).toBe('404 access/absent');
  expect(await faultOf(guest('POST', log, { line: 'x', language: 'fr' }))).toBe('403 access/refused');
});

test('a correction is an entry of its own; both stay, and both say so', async () => {
  const wrong = await wrote('/tlp amber La porte 4 est fermée', { circle });
  const right = await wrote(`/corriger ${String(wrong.number)} C’est la porte 5`);
  expect(right).toMatchObject({ kind: 'correction', circle, corrects: { number: wrong.number } });
  const page = await pageAs('analyst');
  expect(page.find(({ id }) => id === wrong.id)).toMatchObject({
    text: 'La porte 4 est fermée',
    correctedBy: { id: right.id },
  });
  expect(await guestTexts()).toEqual(expect.arrayContaining(['La porte 4 est fermée', 'C’est la porte 5']));
});

test('a correction can widen nothing', async () => {
  const inner = await wrote('Interne', { circle: null });
  const asked = await refusalOf(write(`/correct ${String(inner.number)} /circle cercle /tlp clear Ouvert`));
  expect(asked).toEqual({ code: 'watch/correction-keeps-marking', details: { fields: ['tlp', 'circle'] } });
  expect(await wrote(`/correct ${String(inner.number)} Précisé`, { circle })).toMatchObject({ circle: null });
});

test('what one may not see, one cannot correct: its number is that of no entry', async () => {
  const red = await wrote('Rouge', { marking: { tlp: 'red' }, circle: null }, 'centre-head');
  const nobody = await newcomer(fr, { email: 'off@fr.example', roles: ['analyst'], desks: [] });
  const line = `/correct ${String(red.number)} x`;
  expect(await faultOf(nobody('POST', log, { line, language: 'fr' }))).toBe('422 watch/unknown-entry');
});

test.each([
  ['a command that nobody knows', '/foo text', '422 watch/line-unsound'],
  ['commands alone', '/pin', '422 watch/nothing-written'],
  ['a time that is none', '/at 25:00 x', '422 watch/line-unsound'],
  ['a time long past', '/at -9999 /at -9999 x', '422 watch/line-unsound'],
  ['a circle of nobody', '/circle nobody x', '422 watch/unknown-circle'],
  ['a correction of nothing', '/correct 1 x', '422 watch/unknown-entry'],
  ['a text turned round', 'turned \u202egnorw', '422 input/hidden-characters'],
  ['a text shut in', 'isolated \u2066x', '422 input/hidden-characters'],
  ['a control', 'bell \u0007', '422 input/hidden-characters'],
  ['what nobody sees', '\u200e \u200f', '422 watch/nothing-written'],
  ['a long text', 'x'.repeat(4_001), '413 watch/too-long'],
  ['a longer one', 'x'.repeat(7_000), '400 input/invalid'],
  ['a megabyte', 'x'.repeat(1_048_576), '413 input/too-large'],
])('%s is refused and nothing is written', async (_what, line, fault) => {
  const before = (await pageAs('watch-officer')).length;
  expect(await faultOf(write(line, { marking: markingWith() }))).toBe(fault);
  expect((await pageAs('watch-officer')).length).toBe(before);
});

test('a time that is told moves no entry, and none is told from the future', async () => {
  const ahead = new Date(Date.now() + 30 * 60_000);
  const zone = String((await ok(fr.call('watch-officer', 'GET', '/api/watch/sitreps'))).timeZone);
  const told = ahead.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  expect(await faultOf(write(`/at ${told} Demain`))).toBe('422 watch/time-ahead');
  const first = await wrote('/at -5 Premier');
  const second = await wrote('/at -90 Second, arrivé avant');
  expect(String(second.happenedAt) < String(first.happenedAt)).toBe(true);
  expect(String(second.recordedAt) > String(first.recordedAt)).toBe(true);
  expect((await textsAs('watch-officer')).slice(0, 2)).toEqual(['Second, arrivé avant', 'Premier']);
  // The node's own clock is nobody's to tell.
  const spoofed = { recordedAt: '2001-01-01T00:00:00.000Z', happenedAt: '2099-01-01T00:00:00.000Z' };
  expect(await faultOf(write('Daté', spoofed))).toBe('400 input/invalid');
});

test('pinning is an act of its own, found by filter, and undone', async () => {
  const entry = await wrote('À garder en vue');
  const path = `${log}/${String(entry.id)}/pin`;
  await ok(fr.call('analyst', 'PUT', path));
  expect(await textsAs('analyst', '?pinned=true')).toContain('À garder en vue');
  await ok(fr.call('analyst', 'DELETE', path));
  expect(await textsAs('analyst', '?pinned=true')).not.toContain('À garder en vue');
  expect(await historyOf(fr, String(entry.id))).toEqual([
    'watch.write done watch/writers',
    'watch.pin done watch/writers',
    'watch.unpin done watch/writers',
  ]);
});

test('the log is searched in three languages, by any form of a word, and by phrase', async () => {
  await wrote('وصل ضباط الاتصال إلى القاعة', { language: 'ar' });
  await wrote('Les véhicules suspects sont repartis', {});
  await wrote('Two stolen passports were found', { language: 'en' });
  const find = (q: string) => textsAs('analyst', `?q=${encodeURIComponent(q)}`);
  expect(await find('ضابط')).toEqual(['وصل ضباط الاتصال إلى القاعة']);
  expect(await find('vehicule')).toEqual(['Les véhicules suspects sont repartis']);
  expect(await find('passport')).toEqual(['Two stolen passports were found']);
  expect(await find('"stolen passports"')).toEqual(['Two stolen passports were found']);
  expect(await find('"passports stolen"')).toEqual([]);
  expect(await guestTexts('?q=passport')).toEqual([]);
});

test('personal data is closed in the list, and opened for a stated reason alone', async () => {
  const entry = await wrote('/person suspect Contrôle de Karim Benali');
  const phone = await wrote('Rappeler le +33 6 12 34 56 78');
  expect(phone).toMatchObject({ personal: true });
  const listed = (await pageAs('analyst')).find(({ id }) => id === entry.id);
  expect(listed).toMatchObject({ personal: true, content: 'reason-needed', text: '' });
  const path = `${log}/${String(entry.id)}`;
  expect(await faultOf(fr.call('analyst', 'GET', path))).toBe('428 parties/reason-needed');
  expect(await textsAs('analyst', '?q=Benali')).toEqual([]);
  await ok(fr.call('analyst', 'POST', '/api/parties/context', { reason: 'Enquête 12' }));
  expect(await ok(fr.call('analyst', 'GET', path))).toMatchObject({ text: 'Contrôle de Karim Benali' });
  expect((await pageAs('analyst', '?q=Benali')).map(({ id }) => id)).toEqual([entry.id]);
});

test('erasure takes the content and its words, and leaves an entry that says so', async () => {
  const entry = await wrote('Phrase à effacer zibeline');
  const path = `${log}/${String(entry.id)}`;
  expect(await textsAs('analyst', '?q=zibeline')).toHaveLength(1);
  await ok(fr.call('centre-head', 'POST', `${path}/erase`, { reason: 'Saisi par erreur' }));
  expect(await textsAs('analyst', '?q=zibeline')).toEqual([]);
  const tomb = await ok(fr.call('analyst', 'GET', path));
  expect(tomb).toMatchObject({ content: 'erased', text: '', number: entry.number });
  expect(await faultOf(fr.call('centre-head', 'POST', `${path}/erase`, { reason: 'x' }))).toBe(
    '409 watch/erased',
  );
  expect(await faultOf(fr.call('analyst', 'POST', `${path}/promote-to-item`))).toBe('409 watch/erased');
});

test('an entry becomes a draft item without being typed again', async () => {
  const entry = await wrote('Drone au-dessus du stade', { circle });
  const made = await ok(fr.call('watch-officer', 'POST', `${log}/${String(entry.id)}/promote-to-item`));
  const item = await ok(fr.call('watch-officer', 'GET', `/api/exchange/items/${String(made.item)}`));
  expect(item).toMatchObject({ state: 'draft', title: 'Drone au-dessus du stade', circle });
  const listed = (await pageAs('watch-officer')).find(({ id }) => id === entry.id);
  expect(listed).toMatchObject({ promotedTo: [{ kind: 'item', target: made.item }] });
});

test('an entry becomes a draft request: each names the other, and the journal both', async () => {
  const entry = await wrote('Fourgon blanc devant la gare', { circle });
  const promote = `${log}/${String(entry.id)}/promote-to-request`;
  expect(await faultOf(guest('POST', promote))).toBe('403 access/refused');
  const { item } = await ok(fr.call('watch-officer', 'POST', promote));
  const request = await ok(fr.call('watch-officer', 'GET', `/api/requests/${String(item)}`));
  expect(request).toMatchObject({
    item: {
      state: 'draft',
      title: 'Fourgon blanc devant la gare',
      summary: 'Fourgon blanc devant la gare',
      circle,
    },
    ask: { urgency: 'ordinary', answerLanguages: ['fr'] },
  });
  const listed = (await pageAs('watch-officer')).find(({ id }) => id === entry.id);
  expect(listed).toMatchObject({ promotedTo: [{ kind: 'request', target: item }] });
  const origin = `/api/watch/origins/${String(item)}`;
  expect(await ok(fr.call('watch-officer', 'GET', origin))).toEqual({
    entry: { id: entry.id, number: entry.number },
  });
  // What an entry became is its own service's affair, and who sees no log learns of no entry.
  expect(await ok(guest('GET', origin))).toEqual({ entry: null });
  expect(await faultOf(fr.call('administrator', 'GET', origin))).toBe('403 access/refused');
  const journalled = await entriesOf(fr, { subject: String(item) });
  const composed = journalled.find(({ verb }) => verb === 'exchange.compose');
  expect(composed?.details).toMatchObject({ request: 'ordinary', entry: entry.id });
});

test('pages follow one another without a gap or a repetition, and a foreign cursor is refused', async () => {
  for (let number = 0; number < 7; number += 1) await wrote(`Ligne ${number}`);
  const all = await pageAs('centre-head', '?limit=200');
  const read: JsonObject[] = [];
  for (let cursor = ''; ; ) {
    const page = await ok(fr.call('centre-head', 'GET', `${log}?limit=3&cursor=${cursor}`));
    if (Array.isArray(page.items)) read.push(...page.items.filter(isObject));
    if (typeof page.next !== 'string') break;
    cursor = page.next;
  }
  expect(read.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(await faultOf(fr.call('analyst', 'GET', `${log}?cursor=2026~x`))).toBe('400 input/invalid');
});

test('those who see no content see no log', async () => {
  expect(await faultOf(fr.call('administrator', 'GET', log))).toBe('403 access/refused');
  expect(await faultOf(fr.call('data-protection-officer', 'GET', log))).toBe('403 access/refused');
});

test('a label above one’s clearance is refused with what to do, and nothing is written', async () => {
  const observer = await newcomer(fr, { email: 'low@fr.example', roles: ['analyst'], clearance: 'green' });
  const line = { line: '/tlp red Source protégée', language: 'fr', circle: null };
  expect(await faultOf(observer('POST', log, line))).toBe('403 watch/above-clearance');
  expect(await faultOf(observer('POST', log, { ...line, line: '/tlp green Rien' }))).toBe('201');
});

test('an entry of which only the trace remains is not corrected', async () => {
  const entry = await wrote('Saisi par erreur');
  await ok(fr.call('centre-head', 'POST', `${log}/${String(entry.id)}/erase`, { reason: 'Erreur' }));
  expect(await faultOf(write(`/correct ${String(entry.number)} Autrement`))).toBe('409 watch/erased');
});

test.each(['\u200B', '\u00AD', '\uFEFF', '\u202E', '\u2066'])('%j in a line is refused', async (sign) => {
  expect(await faultOf(write(`Por${sign}te 4`))).toBe('422 input/hidden-characters');
});
