/** The morning product on three real nodes: two circles get different things, and nothing of others. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesAt, uploadAs } from '../../../../testing/attachments.ts';
import { recall, withdrawal } from '../../../../testing/control-story.ts';
import {
  editOf,
  openSitrepWorld,
  paragraphsIn,
  type SitrepWorld,
  sitrepActs,
  sitreps,
  textsIn,
} from '../../../../testing/sitrep-story.ts';
import {
  arrived,
  entriesOf,
  faultOf,
  historyOf,
  items,
  markingWith,
  ok,
  okList,
  refusalOf,
} from '../../../../testing/story.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

let place: SitrepWorld;
let acts: ReturnType<typeof sitrepActs>;
/** What only others may have, or nobody. */
const secretsOfSouth = ['visant le nord', 'Secret rouge', 'Trop strict', 'Interne', 'effacée', 'Benali'];
const sent: Record<'south' | 'north' | 'second', JsonObject> = { south: {}, north: {}, second: {} };

const plan = Buffer.from('Un plan');
const planHash = createHash('sha256').update(plan).digest('hex');

const writeMorning = async (): Promise<void> => {
  const { circles, fr } = place;
  const { write } = acts;
  const graded = { marking: { grading: markingWith().grading, field: 'terrorism' } };
  await write('Menace visant le nord', { ...graded, circle: circles.north });
  const { body } = await uploadAs(fr, 'watch-officer', 'plan du sud.txt', plan);
  const attachments = [{ upload: String(body.id) }];
  await write('Menace visant le sud', { ...graded, circle: circles.south, attachments });
  await write('Menace visant tous', { ...graded, circle: circles.all });
  await write('Rumeur sans cotation', { circle: circles.south, marking: { field: 'terrorism' } });
  await write('/tlp red Secret rouge du sud', { ...graded, circle: circles.south });
  await write('/tlp amber+strict Trop strict', { ...graded, circle: circles.south });
  await write('Interne au service', { ...graded, circle: null });
  const wrong = await write('Le colis est rouge', { ...graded, circle: circles.all });
  await write(`/corriger ${String(wrong.number)} Le colis est bleu`);
  const gone = await write('Phrase effacée', { ...graded, circle: circles.all });
  const path = `/api/watch/log/${String(gone.id)}/erase`;
  await ok(fr.call('centre-head', 'POST', path, { reason: 'Erreur' }));
  await write('/person suspect Contrôle de Karim Benali', { ...graded, circle: circles.all });
};

beforeAll(async () => {
  place = await openSitrepWorld();
  acts = sitrepActs(place);
  await writeMorning();
});
afterAll(() => place.world.close());

test('each draft holds what all of its circle may have, and counts what it lacks', async () => {
  const { circles, fr, ma } = place;
  sent.south = await acts.assemble({ product: 'intelligence', circle: circles.south });
  sent.north = await acts.assemble({ product: 'intelligence', circle: circles.north });
  const inBoth = ['Menace visant tous', 'Le colis est bleu'];
  expect(textsIn(sent.south.sections)).toEqual(['Menace visant le sud', ...inBoth]);
  expect(textsIn(sent.north.sections)).toEqual(['Menace visant le nord', ...inBoth]);
  expect(sent.south.leftOut).toEqual([
    { reason: 'other-parties', count: 2 },
    { reason: 'above-label', count: 2 },
    { reason: 'corrected', count: 1 },
    { reason: 'erased', count: 1 },
    { reason: 'reason-needed', count: 1 },
    { reason: 'not-graded', count: 1 },
  ]);
  expect(sent.south.marking).toMatchObject({ tlp: 'amber', releasableTo: [fr.party, ma.party] });
});

test('who assembled it does not approve it; an approved one is not altered', async () => {
  const own = await acts.assemble({ product: 'daily', circle: place.circles.south }, 'centre-head');
  expect(await faultOf(acts.approve(own))).toBe('403 watch/sitrep-four-eyes');
  expect(await faultOf(acts.approve(sent.south, 'analyst'))).toBe('403 access/refused');
  expect(await faultOf(acts.beginVersion(own))).toBe('409 watch/sitrep-state');
  sent.south = await ok(acts.approve(sent.south));
  sent.north = await ok(acts.approve(sent.north));
  const edit = editOf(sent.south, (one) => ({ ...one, text: `${String(one.text)}!` }));
  expect(await faultOf(acts.put(sent.south.id, edit))).toBe('409 watch/sitrep-state');
});

test('it goes out as an item, released by the contact point; its state follows', async () => {
  const { fr, ma, es } = place;
  for (const name of ['south', 'north'] as const) {
    const waiting = await acts.send(sent[name]);
    expect(waiting).toMatchObject({ state: 'approved' });
    await acts.release(waiting.item);
    sent[name] = await acts.read(waiting.id);
    expect(sent[name]).toMatchObject({ state: 'sent', item: waiting.item });
  }
  const south = await arrived(ma, String(sent.south.item));
  const north = JSON.stringify(await arrived(es, String(sent.north.item)));
  expect(JSON.stringify(south)).toContain('Menace visant le sud');
  expect(north).toContain('Menace visant le nord');
  for (const secret of [...secretsOfSouth, 'est rouge']) expect(JSON.stringify(south)).not.toContain(secret);
  expect(north).not.toContain('visant le sud');
  expect((await ma.call('analyst', 'GET', `${items}/${String(sent.north.item)}`)).status).toBe(404);
  expect(south.types).toMatchObject({ report: 1, note: 3 });
  expect(await historyOf(fr, String(sent.south.id))).toEqual(
    expect.arrayContaining([
      'watch.assemble done watch/sitrep-assemblers',
      'watch.approve-sitrep refused watch/centre-head-approves',
      'watch.approve-sitrep done watch/centre-head-approves',
      'watch.sitrep-sent done watch/sitrep-follows-its-item',
    ]),
  );
});

test.each(['ar', 'fr', 'en'])(
  'its page and its PDF hold it in %s, and nothing of another circle',
  async (language) => {
    const { answer, bytes } = await acts.fetchDocument(sent.south.id, `language=${language}&format=html`);
    const page = bytes.toString('utf8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain('<p class="text" lang="fr" dir="ltr">Menace visant le sud</p>');
    for (const secret of secretsOfSouth) expect(page).not.toContain(secret);
    const pdf = await acts.fetchDocument(sent.south.id, `language=${language}&format=pdf`);
    expect(pdf.answer.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  },
);

test('the files of its entries are named by their hashes, and opened in the log by who may', async () => {
  const { fr } = place;
  const [file] = Array.isArray(sent.south.files) ? sent.south.files.filter(isObject) : [];
  expect(sent.north.files).toEqual([]);
  expect(file).toMatchObject({ name: 'plan du sud.txt', hash: planHash, bytes: plan.length });
  const path = `/api/watch/log/${String(file?.entry)}/attachments/${planHash}`;
  expect((await bytesAt(fr, 'analyst', path)).bytes).toEqual(plan);
  expect((await bytesAt(fr, 'administrator', path)).status).toBe(404);
  const pageOf = async (one: JsonObject) =>
    (await acts.fetchDocument(one.id, 'language=fr&format=html')).bytes.toString('utf8');
  const page = await pageOf(sent.south);
  expect(page).toContain('plan du sud.txt');
  expect(page.replaceAll(' ', '')).toContain(planHash);
  expect(await pageOf(sent.north)).not.toContain('plan du sud');
});

test('a new version says that it corrects the one before; what changed is shown by words', async () => {
  const next = await ok(acts.beginVersion(sent.south));
  expect(next).toMatchObject({ version: 2, corrects: sent.south.id, state: 'draft' });
  const again = acts.beginVersion(sent.south, 'watch-officer');
  expect(await refusalOf(again)).toMatchObject({ code: 'watch/sitrep-state' });
  const edit = editOf(next, (one) =>
    one.text === 'Menace visant tous' ? null : { ...one, text: String(one.text).replace('bleu', 'vert') },
  );
  const edited = await ok(acts.put(next.id, edit));
  const diff = await ok(place.fr.call('analyst', 'GET', `${sitreps}/${String(next.id)}/diff`));
  expect(diff.against).toMatchObject({ id: sent.south.id, version: 1, same: true });
  expect(paragraphsIn(diff.sections).map(({ change, paragraph }) => [change, paragraph])).toMatchObject([
    ['same', { text: 'Menace visant le sud' }],
    ['removed', { text: 'Menace visant tous' }],
    ['changed', { text: 'Le colis est vert' }],
  ]);
  expect(JSON.stringify(diff)).toContain('{"text":"bleu","change":"removed"}');
  const approved = await ok(acts.approve(edited));
  const { bytes } = await acts.fetchDocument(approved.id, 'language=fr&format=html&marks=true');
  expect(bytes.toString()).toContain('Cette version corrige et remplace la version 1.');
  expect(bytes.toString()).toContain('class="entry removed"');
  const waiting = await acts.send(approved);
  await acts.release(waiting.item);
  const item = await arrived(place.ma, String(waiting.item));
  expect(item).toMatchObject({ title: 'Point de renseignement de 9 h 30 · Version 2' });
  sent.second = await acts.read(approved.id);
});

test('what stood only in a product for another circle does not come back as something removed', async () => {
  const wide = await acts.assemble({ product: 'intelligence', circle: place.circles.all });
  const diff = await ok(place.fr.call('analyst', 'GET', `${sitreps}/${String(wide.id)}/diff`));
  expect(diff).toEqual({ against: null, sections: [] });
});

test('products due today are listed by the centre’s clock, and the journal tells no content', async () => {
  const due = await okList(place.fr.call('analyst', 'GET', `${sitreps}-due`));
  expect(due.map(({ product }) => product)).toEqual(['intelligence', 'general']);
  const page = await ok(place.fr.call('analyst', 'GET', `${sitreps}?state=sent&limit=1`));
  expect(page.items).toHaveLength(1);
  const told = JSON.stringify(await entriesOf(place.fr, {}));
  for (const secret of ['Menace visant', 'Le colis', 'Benali']) expect(told).not.toContain(secret);
});

test('the contact point marks anew what went out, and the report is marked so as well', async () => {
  const { second } = sent;
  const { fr, ma } = place;
  const approved = isObject(second.marking) ? second.marking : {};
  const { handling = [], reviewOn = '', eraseOn = '' } = approved;
  const releasableTo = [fr.party, ma.party];
  const marking = { tlp: 'amber+strict', pap: 'red', releasableTo, handling, reviewOn, eraseOn };
  await ok(recall(fr, String(second.item), { ...withdrawal, kind: 're-mark', marking }));
  const read = await acts.read(second.id);
  expect(read).toMatchObject({ state: 'sent', marking: { tlp: 'amber+strict', pap: 'red' } });
  const { bytes } = await acts.fetchDocument(second.id, 'format=html');
  expect(bytes.toString()).toContain('TLP:AMBER+STRICT · PAP:RED');
});

test('the report is recalled with its item, and comes back as nothing that was removed', async () => {
  const { second } = sent;
  await ok(recall(place.fr, String(second.item)));
  expect(await acts.read(second.id)).toMatchObject({ state: 'recalled' });
  const next = await acts.assemble({ product: 'intelligence', circle: place.circles.south });
  const diff = await ok(place.fr.call('analyst', 'GET', `${sitreps}/${String(next.id)}/diff`));
  expect(diff).toEqual({ against: null, sections: [] });
  expect(await historyOf(place.fr, String(second.id))).toContain(
    'watch.sitrep-recalled done watch/sitrep-follows-its-item',
  );
});
