/** The morning product on three real nodes: two circles get different things, and nothing that is not theirs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  act,
  agree,
  arrived,
  entriesOf,
  faultOf,
  historyOf,
  items,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type Json, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let es: WorldNode;
let agreement = '';
const circles: Record<string, string> = {};
const path = '/api/watch/sitreps';

const circleOf = async (name: string, members: readonly WorldNode[]): Promise<string> => {
  const names = { ar: `دائرة ${name}`, fr: `Cercle ${name}`, en: `Circle ${name}` };
  const draft = { name: names, kind: 'event', members: members.map(({ party }) => party) };
  return String((await ok(fr.call('service-head', 'POST', '/api/circles', draft))).id);
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es']);
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
  es = nodeOf(world, 'es');
  agreement = await agree([fr, ma, es]);
  circles.south = await circleOf('sud', [fr, ma]);
  circles.north = await circleOf('nord', [fr, es]);
  circles.all = await circleOf('tous', [fr, ma, es]);
});
afterAll(() => world.close());

/** Under its own label: the log would suggest that of the writer's last entry. */
const write = async (line: string, more: JsonObject = {}) => {
  const picked = isObject(more.marking) ? more.marking : {};
  const marking = line.startsWith('/corriger') ? {} : { marking: { tlp: 'amber', ...picked } };
  return ok(
    fr.call('watch-officer', 'POST', '/api/watch/log', { line, language: 'fr', ...more, ...marking }),
  );
};

const assemble = async (asked: JsonObject, role: Role = 'analyst') =>
  ok(fr.call(role, 'POST', path, { language: 'fr', ...asked }));

const textsIn = (sections: Json | undefined): readonly string[] =>
  (Array.isArray(sections) ? sections.filter(isObject) : []).flatMap(({ paragraphs }) =>
    (Array.isArray(paragraphs) ? paragraphs.filter(isObject) : []).map(({ text }) => String(text)),
  );

const approve = (sitrep: JsonObject): Promise<JsonObject> =>
  ok(
    fr.call('centre-head', 'POST', `${path}/${String(sitrep.id)}/approve`, {
      revision: sitrep.revision ?? 1,
    }),
  );
const send = (sitrep: JsonObject): Promise<JsonObject> =>
  ok(fr.call('analyst', 'POST', `${path}/${String(sitrep.id)}/send`, { agreement, language: 'fr' }));
const release = (item: Json | undefined): Promise<JsonObject> =>
  ok(act(fr, 'contact-point', String(item), 'release', { version: 1 }));

const bytesOf = async (id: Json | undefined, query: string, role: Role = 'analyst') => {
  const token = fr.accounts.get(role)?.token ?? '';
  const answer = await fetch(`${fr.address}${path}/${String(id)}/document?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

/** What a draft became, edited: its sections as an editor sends them back. */
const editOf = (sitrep: JsonObject, change: (text: string) => string | null): JsonObject => ({
  revision: sitrep.revision ?? 1,
  title: sitrep.title ?? null,
  sections: (Array.isArray(sitrep.sections) ? sitrep.sections.filter(isObject) : []).map((section) => ({
    key: section.key ?? '',
    paragraphs: (Array.isArray(section.paragraphs) ? section.paragraphs.filter(isObject) : []).flatMap(
      (one) => {
        const text = change(String(one.text));
        const entry = isObject(one.source) ? (one.source.entry ?? null) : null;
        return text === null ? [] : [{ id: one.id ?? '', language: one.language ?? 'fr', text, entry }];
      },
    ),
  })),
});

describe('the 09:30 product goes out to two circles', () => {
  const sent: Record<string, JsonObject> = {};

  beforeAll(async () => {
    const graded = { marking: { grading: markingWith().grading, field: 'terrorism' } };
    await write('Menace visant le nord', { ...graded, circle: circles.north });
    await write('Menace visant le sud', { ...graded, circle: circles.south });
    await write('Menace visant tous', { ...graded, circle: circles.all });
    await write('Rumeur sans cotation', { circle: circles.south, marking: { field: 'terrorism' } });
    await write('/tlp red Secret rouge du sud', { ...graded, circle: circles.south });
    await write('/tlp amber+strict Trop strict', { ...graded, circle: circles.south });
    await write('Interne au service', { ...graded, circle: null });
    const wrong = await write('Le colis est rouge', { ...graded, circle: circles.all });
    await write(`/corriger ${String(wrong.number)} Le colis est bleu`);
    const gone = await write('Phrase effacée', { ...graded, circle: circles.all });
    await ok(fr.call('centre-head', 'POST', `/api/watch/log/${String(gone.id)}/erase`, { reason: 'Erreur' }));
    await write('/person suspect Contrôle de Karim Benali', { ...graded, circle: circles.all });
  });

  test('each draft holds what all of its circle may have, and counts for its own service what it lacks', async () => {
    const south = await assemble({ product: 'intelligence', circle: circles.south });
    const north = await assemble({ product: 'intelligence', circle: circles.north });
    expect(textsIn(south.sections)).toEqual([
      'Menace visant le sud',
      'Menace visant tous',
      'Le colis est bleu',
    ]);
    expect(textsIn(north.sections)).toEqual([
      'Menace visant le nord',
      'Menace visant tous',
      'Le colis est bleu',
    ]);
    expect(south.leftOut).toEqual([
      { reason: 'other-parties', count: 2 },
      { reason: 'above-label', count: 2 },
      { reason: 'corrected', count: 1 },
      { reason: 'erased', count: 1 },
      { reason: 'reason-needed', count: 1 },
      { reason: 'not-graded', count: 1 },
    ]);
    expect(south.marking).toMatchObject({ tlp: 'amber', releasableTo: [fr.party, ma.party] });
    Object.assign(sent, { south, north });
  });

  test('who assembled it does not approve it; an approved one is not altered', async () => {
    const { south = {} } = sent;
    const own = await assemble({ product: 'daily', circle: circles.south }, 'centre-head');
    const asked = fr.call('centre-head', 'POST', `${path}/${String(own.id)}/approve`, { revision: 1 });
    expect(await faultOf(asked)).toBe('403 watch/sitrep-four-eyes');
    expect(
      await faultOf(fr.call('analyst', 'POST', `${path}/${String(south.id)}/approve`, { revision: 1 })),
    ).toBe('403 access/refused');
    for (const name of ['south', 'north']) sent[name] = await approve(sent[name] ?? {});
    const edit = editOf(south, (text) => `${text}!`);
    expect(await faultOf(fr.call('analyst', 'PUT', `${path}/${String(south.id)}`, edit))).toBe(
      '409 watch/sitrep-state',
    );
    expect(await faultOf(fr.call('analyst', 'POST', `${path}/${String(own.id)}/versions`))).toBe(
      '409 watch/sitrep-state',
    );
  });

  test('it goes out as an item, released by the contact point; its state follows', async () => {
    for (const name of ['south', 'north']) {
      const waiting = await send(sent[name] ?? {});
      expect(waiting).toMatchObject({ state: 'approved' });
      await release(waiting.item);
      const after = await ok(fr.call('analyst', 'GET', `${path}/${String(waiting.id)}`));
      expect(after).toMatchObject({ state: 'sent', item: waiting.item });
      sent[name] = after;
    }
    const south = await arrived(ma, String(sent.south?.item));
    const north = await arrived(es, String(sent.north?.item));
    const saidTo = (item: JsonObject): string => JSON.stringify(item);
    expect(saidTo(south)).toContain('Menace visant le sud');
    expect(saidTo(north)).toContain('Menace visant le nord');
    for (const secret of [
      'visant le nord',
      'Secret rouge',
      'Trop strict',
      'Interne',
      'est rouge',
      'effacée',
      'Benali',
    ])
      expect(saidTo(south)).not.toContain(secret);
    expect(saidTo(north)).not.toContain('visant le sud');
    expect((await ma.call('analyst', 'GET', `${items}/${String(sent.north?.item)}`)).status).toBe(404);
    const types = isObject(south.types) ? south.types : {};
    expect(types).toMatchObject({ report: 1, note: 3 });
    expect(await historyOf(fr, String(sent.south?.id))).toEqual(
      expect.arrayContaining([
        'watch.assemble done watch/sitrep-assemblers',
        'watch.approve-sitrep refused watch/centre-head-approves',
        'watch.approve-sitrep done watch/centre-head-approves',
        'watch.sitrep-sent done watch/sitrep-follows-its-item',
      ]),
    );
  });

  test('its page and its PDF hold it in three languages, and nothing of another circle', async () => {
    for (const language of ['ar', 'fr', 'en']) {
      const { answer, bytes } = await bytesOf(sent.south?.id, `language=${language}&format=html`);
      const page = bytes.toString('utf8');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(page).toContain('<p class="text" lang="fr" dir="ltr">Menace visant le sud</p>');
      for (const secret of ['visant le nord', 'Secret rouge', 'Trop strict', 'Interne', 'Benali'])
        expect(page).not.toContain(secret);
      const pdf = await bytesOf(sent.south?.id, `language=${language}&format=pdf`);
      expect(pdf.answer.headers.get('content-type')).toBe('application/pdf');
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  test('a new version corrects the one that went out, and says so; what changed is shown by words', async () => {
    const first = sent.south ?? {};
    const next = await ok(fr.call('analyst', 'POST', `${path}/${String(first.id)}/versions`));
    expect(next).toMatchObject({ version: 2, corrects: first.id, state: 'draft' });
    const again = fr.call('watch-officer', 'POST', `${path}/${String(first.id)}/versions`);
    expect(await refusalOf(again)).toMatchObject({ code: 'watch/sitrep-state' });
    const edit = editOf(next, (text) =>
      text === 'Menace visant tous' ? null : text.replace('bleu', 'vert'),
    );
    const edited = await ok(fr.call('analyst', 'PUT', `${path}/${String(next.id)}`, edit));
    const diff = await ok(fr.call('analyst', 'GET', `${path}/${String(next.id)}/diff`));
    expect(diff.against).toMatchObject({ id: first.id, version: 1, same: true });
    const shown = (Array.isArray(diff.sections) ? diff.sections.filter(isObject) : []).flatMap(
      ({ paragraphs }) =>
        (Array.isArray(paragraphs) ? paragraphs.filter(isObject) : []).map(
          ({ change, paragraph }) => `${String(change)} ${isObject(paragraph) ? String(paragraph.text) : ''}`,
        ),
    );
    expect(shown).toEqual([
      'same Menace visant le sud',
      'removed Menace visant tous',
      'changed Le colis est vert',
    ]);
    expect(JSON.stringify(diff)).toContain('{"text":"bleu","change":"removed"}');
    const approved = await approve(edited);
    const { bytes } = await bytesOf(approved.id, 'language=fr&format=html');
    expect(bytes.toString()).toContain('Cette version corrige et remplace la version 1.');
    const waiting = await send(approved);
    await release(waiting.item);
    const item = await arrived(ma, String(waiting.item));
    expect(item).toMatchObject({ title: 'Point de renseignement de 9 h 30 · Version 2' });
    sent.second = await ok(fr.call('analyst', 'GET', `${path}/${String(approved.id)}`));
  });

  test('what stood only in a product for another circle does not come back as something removed', async () => {
    const wide = await assemble({ product: 'intelligence', circle: circles.all });
    const diff = await ok(fr.call('analyst', 'GET', `${path}/${String(wide.id)}/diff`));
    expect(diff).toEqual({ against: null, sections: [] });
  });

  test('its item stays as it was approved, and takes its content along when it is recalled', async () => {
    const id = String(sent.second?.id);
    const item = String(sent.second?.item);
    await ok(act(fr, 'contact-point', item, 'recall', { reason: 'Erreur de diffusion', version: 1 }));
    const after = await ok(fr.call('analyst', 'GET', `${path}/${id}`));
    expect(after).toMatchObject({ state: 'recalled', sections: null, title: null });
    expect((await bytesOf(id, 'format=html')).answer.status).toBe(409);
    expect(await historyOf(fr, id)).toContain('watch.sitrep-recalled done watch/sitrep-follows-its-item');
  });
});

describe('a draft', () => {
  const draft = async (texts: readonly string[]) => {
    const from = new Date().toISOString();
    for (const text of texts) await write(`/incident ${text}`, { circle: circles.south });
    return assemble({ product: 'general', circle: circles.south, from });
  };

  test('is written in by its service: rewritten, added to, put in another order', async () => {
    const made = await draft(['Premier fait', 'Deuxième fait']);
    const edit = editOf(made, (text) => text.replace('Premier', 'Tout premier'));
    const sections = Array.isArray(edit.sections) ? edit.sections.filter(isObject) : [];
    const [assessment, incidents, ...rest] = sections;
    const paragraphs = incidents && Array.isArray(incidents.paragraphs) ? incidents.paragraphs : [];
    const free = { id: crypto.randomUUID(), text: 'الوضع مستقر', language: 'ar', entry: null };
    const written = {
      ...edit,
      sections: [
        { ...assessment, paragraphs: [free] },
        { ...incidents, paragraphs: [...paragraphs].reverse() },
        ...rest,
      ],
    };
    const url = `${path}/${String(made.id)}`;
    const kept = await ok(fr.call('watch-officer', 'PUT', url, written));
    expect(textsIn(kept.sections)).toEqual(['الوضع مستقر', 'Deuxième fait', 'Tout premier fait']);
    expect(kept.editors).toHaveLength(2);
    expect(await faultOf(fr.call('watch-officer', 'PUT', url, written))).toBe('409 state/changed');
  });

  test.each([
    [
      'an entry that was not assembled',
      (one: JsonObject) => ({ ...one, entry: `entry--${crypto.randomUUID()}` }),
      '422 watch/sitrep-unknown-source',
    ],
    [
      'a text turned round',
      (one: JsonObject) => ({ ...one, text: 'turned \u202egnorw' }),
      '422 watch/hidden-characters',
    ],
    ['what nobody sees', (one: JsonObject) => ({ ...one, text: '\u200b' }), '400 input/nothing-visible'],
    ['a long text', (one: JsonObject) => ({ ...one, text: 'x'.repeat(8_001) }), '400 input/invalid'],
  ])('takes no %s', async (_what, change, fault) => {
    const made = await draft(['Un fait']);
    const edit = editOf(made, (text) => text);
    const sections = (Array.isArray(edit.sections) ? edit.sections.filter(isObject) : []).map((section) => ({
      ...section,
      paragraphs: (Array.isArray(section.paragraphs) ? section.paragraphs.filter(isObject) : []).map(change),
    }));
    const url = `${path}/${String(made.id)}`;
    expect(await faultOf(fr.call('analyst', 'PUT', url, { ...edit, sections }))).toBe(fault);
    expect(await ok(fr.call('analyst', 'GET', url))).toMatchObject({ revision: 1, sections: made.sections });
  });

  test('says what was corrected since, is not approved so, and loses what was erased', async () => {
    const from = new Date().toISOString();
    const one = await write('/incident Porte 4 fermée', { circle: circles.south });
    const two = await write('/incident À effacer', { circle: circles.south });
    const made = await assemble({ product: 'general', circle: circles.south, from });
    await write(`/corriger ${String(one.number)} Porte 5 fermée`);
    await ok(fr.call('centre-head', 'POST', `/api/watch/log/${String(two.id)}/erase`, { reason: 'Erreur' }));
    const read = await ok(fr.call('analyst', 'GET', `${path}/${String(made.id)}`));
    expect(textsIn(read.sections)).toEqual(['Porte 4 fermée']);
    expect(read.stale).toEqual([{ entry: one.id, number: one.number, why: 'corrected' }]);
    const asked = fr.call('centre-head', 'POST', `${path}/${String(made.id)}/approve`, { revision: 1 });
    expect(await faultOf(asked)).toBe('409 watch/sitrep-stale');
    await fr.runJobs();
    const cleaned = await ok(fr.call('analyst', 'GET', `${path}/${String(made.id)}`));
    expect(cleaned).toMatchObject({ revision: 2 });
  });

  test('tells of persons for a stated reason only, and is marked by it', async () => {
    const from = new Date().toISOString();
    await write('/incident /person suspect Contrôle de Samir Idrissi', { circle: circles.south });
    const officer = await newcomer(fr, { email: 'reason@fr.example', roles: ['analyst'] });
    const asked = { product: 'general', circle: circles.south, from, language: 'fr' };
    const without = await ok(officer('POST', path, asked));
    expect(textsIn(without.sections)).toEqual([]);
    await ok(officer('POST', '/api/parties/context', { reason: 'Point de situation' }));
    const made = await ok(officer('POST', path, asked));
    expect(textsIn(made.sections)).toEqual(['Contrôle de Samir Idrissi']);
    expect(made.marking).toMatchObject({ personCategories: ['suspect'] });
    expect(await faultOf(fr.call('analyst', 'GET', `${path}/${String(made.id)}`))).toBe(
      '428 parties/reason-needed',
    );
    expect((await bytesOf(made.id, 'format=html')).answer.status).toBe(428);
  });

  test('is nobody’s but its service’s, and is discarded by it', async () => {
    const made = await draft(['Un fait']);
    const guest = await newcomer(fr, {
      email: 'guest@ma.example',
      roles: ['liaison-officer'],
      party: ma.party,
    });
    const url = `${path}/${String(made.id)}`;
    expect(await faultOf(guest('GET', path))).toBe('403 access/refused');
    expect(await faultOf(guest('GET', url))).toBe('404 access/absent');
    expect(await faultOf(guest('GET', `${url}/document`))).toBe('404 access/absent');
    expect(await faultOf(fr.call('observer', 'GET', url))).toBe('404 access/absent');
    expect(
      await faultOf(
        fr.call('administrator', 'POST', path, { product: 'daily', circle: circles.south, language: 'fr' }),
      ),
    ).toBe('403 access/refused');
    const gone = await fr.call('analyst', 'POST', `${url}/discard`, { revision: 1 });
    expect(gone.status).toBe(204);
    expect(await faultOf(fr.call('analyst', 'GET', url))).toBe('404 access/absent');
  });

  test.each([
    ['ends before it begins', { from: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' }],
    ['ends tomorrow', { until: '2999-01-01T00:00:00Z' }],
    ['is a year long', { from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' }],
    ['is of no day', { from: '2026-02-31T99:00:00Z' }],
  ])('is not made over a period that %s', async (_what, period) => {
    const asked = { product: 'daily', circle: circles.south, language: 'fr', ...period };
    expect(await faultOf(fr.call('analyst', 'POST', path, asked))).toBe('422 watch/sitrep-period');
  });
});

test('an item of an approved report takes no other words, and is not released once a newer version was begun', async () => {
  const from = new Date().toISOString();
  await write('/incident Rien de grave', { circle: circles.south });
  const made = await assemble({ product: 'general', circle: circles.south, from });
  await approve(made);
  const waiting = await send(made);
  const item = String(waiting.item);
  await ok(act(fr, 'contact-point', item, 'return', { version: 1, reason: 'À préciser' }));
  const read = await ok(fr.call('analyst', 'GET', `${items}/${item}`));
  const { releasableTo: _set, ...marking } = isObject(read.marking) ? read.marking : {};
  const { title, summary, language, objects, circle } = read;
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
  await send(made);
  await ok(fr.call('analyst', 'POST', `${path}/${String(made.id)}/versions`));
  expect(await faultOf(act(fr, 'contact-point', item, 'release', { version: 1 }))).toBe(
    '409 watch/sitrep-state',
  );
});

test('products due today are listed by the centre’s clock, and the journal tells no content', async () => {
  const due = await okList(fr.call('analyst', 'GET', '/api/watch/sitreps-due'));
  expect(due.map(({ product }) => product)).toEqual(['intelligence', 'general']);
  const page = await ok(fr.call('analyst', 'GET', `${path}?state=sent&limit=1`));
  expect(page.items).toHaveLength(1);
  const told = JSON.stringify(await entriesOf(fr, {}));
  for (const secret of ['Menace visant', 'Le colis', 'Samir']) expect(told).not.toContain(secret);
});
