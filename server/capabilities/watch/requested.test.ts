/**
 * What the watch tells of requests, on three real nodes under one clock: the handover note names what is
 * open, due or past its time; two circles get different lines on the same requests.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recall } from '../../../testing/control-story.ts';
import {
  editOf,
  openSitrepWorld,
  paragraphsIn,
  type SitrepWorld,
  sitrepActs,
  textsIn,
} from '../../../testing/sitrep-story.ts';
import { act, arrived, draftWith, faultOf, markingWith, newcomer, ok } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import type { WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const hours = (count: number): number => count * 3_600_000;
const path = '/api/requests';

let place: SitrepWorld;
let acts: ReturnType<typeof sitrepActs>;
let officer: Awaited<ReturnType<typeof newcomer>>;
const ids = { french: '', moroccan: '' };

const stateAt = async (node: WorldNode, id: string, addressee: WorldNode): Promise<unknown> => {
  const { status, body } = await node.call('liaison-officer', 'GET', `${path}/${id}`);
  const strands = status === 200 && isObject(body) && Array.isArray(body.strands) ? body.strands : [];
  return strands.filter(isObject).find((one) => one.addressee === addressee.party)?.state;
};
const untilState = (node: WorldNode, id: string, addressee: WorldNode, state: string): Promise<unknown> =>
  until(async () => (await stateAt(node, id, addressee)) === state);

/** Asked by a liaison officer, urgent: eight hours. */
const ask = async (from: WorldNode, to: readonly WorldNode[], title: string): Promise<string> => {
  const recipients = to.map(({ party }) => party);
  const item = { ...draftWith(place.agreement, { title, recipients }), language: 'fr' };
  const words = { urgency: 'urgent', urgencyReason: 'Ce soir', known: '', knownGrading: null };
  const asked = { item, ask: { ...words, answerLanguages: ['fr'] } };
  const id = String((await ok(from.call('liaison-officer', 'POST', path, asked))).id);
  await ok(act(from, 'liaison-officer', id, 'propose'));
  await ok(act(from, 'contact-point', id, 'release'));
  for (const node of to) {
    await arrived(node, id);
    await untilState(from, id, node, 'received');
  }
  return id;
};
const step = (node: WorldNode, id: string, addressee: WorldNode, said: JsonObject) =>
  ok(node.call('liaison-officer', 'POST', `${path}/${id}/strands/${addressee.party}/steps`, said));

/** A shift of this officer that runs since so long. */
const planShift = async (sinceHours: number): Promise<string> => {
  const { fr } = place;
  const house = { kind: 'system', name: 'test', party: fr.party } as const;
  const desk = (await fr.parties.desks(house))[0]?.id;
  const { person } = await ok(officer('GET', '/api/session'));
  const wall = (ms: number): string =>
    new Date(Date.parse(clock.now()) + ms).toLocaleString('sv', { timeZone: 'Europe/Paris' });
  const [from, to] = [wall(-hours(sinceHours)), wall(hours(1))];
  const shift = { desk, officers: [person], day: from.slice(0, 10), from: from.slice(11, 16) };
  const plan = { ...shift, to: to.slice(11, 16) };
  const rota = await ok(fr.call('centre-head', 'POST', '/api/watch/shifts', plan));
  const [made] = Array.isArray(rota.shifts) ? rota.shifts.filter(isObject) : [];
  return `/api/watch/shifts/${String(made?.id)}`;
};
const requestsIn = (note: JsonObject): readonly JsonObject[] =>
  Array.isArray(note.requests) ? note.requests.filter(isObject) : [];
const headings = { situation: 'Calme', open: '', expected: '', means: '' };

beforeAll(async () => {
  place = await openSitrepWorld({ clock });
  acts = sitrepActs(place);
  const { fr, ma, es } = place;
  const house = { kind: 'system', name: 'test', party: fr.party } as const;
  const desks = (await fr.parties.desks(house)).map(({ id }) => id);
  officer = await newcomer(fr, { email: 'night@fr.example', roles: ['watch-officer'], desks });
  ids.french = await ask(fr, [ma, es], 'Deux camions signalés');
  ids.moroccan = await ask(ma, [fr], 'Un passeport perdu');
  await step(ma, ids.french, ma, { kind: 'no-record', text: '' });
  await untilState(fr, ids.french, ma, 'no-record');
});
afterAll(() => place.world.close());

test('what is open stands in the note, what is past its time is marked, once it ended too', async () => {
  const { fr, ma, es } = place;
  const early = requestsIn(await ok(officer('GET', `${await planShift(1)}/handover`)));
  const found = early.map(({ title, addressee, breachedAt }) => [title, addressee, breachedAt]);
  // What Morocco has answered is owed by nobody any more.
  expect(found).toEqual(
    expect.arrayContaining([
      ['Un passeport perdu', fr.party, null],
      ['Deux camions signalés', es.party, null],
    ]),
  );
  expect(found).toHaveLength(2);
  ahead += hours(9);
  const shift = await planShift(2);
  const late = requestsIn(await ok(officer('GET', `${shift}/handover`)));
  expect(late.map(({ breachedAt }) => breachedAt)).toEqual([expect.any(String), expect.any(String)]);
  await step(fr, ids.moroccan, fr, { kind: 'refused', ground: 'legal-basis', text: '' });
  await untilState(ma, ids.moroccan, fr, 'refused');
  const written = await ok(officer('PUT', `${shift}/handover`, { headings, tlp: 'green', version: 0 }));
  // It ran over within this shift, and is told though it has ended; by the next shift it is over.
  const ended = { item: ids.moroccan, waitsFor: null, dueAt: null, breachedAt: expect.any(String) };
  expect(requestsIn(written)).toContainEqual(expect.objectContaining(ended));
  const next = requestsIn(await ok(officer('GET', `${await planShift(0.5)}/handover`)));
  expect(next.map(({ item }) => item)).toEqual([ids.french]);
  const signed = await ok(officer('POST', `${shift}/sign-out`, { version: 1 }));
  expect(requestsIn(signed).map(({ title }) => title)).toContain('Deux camions signalés');
  const cleared = { email: 'green@fr.example', roles: ['analyst'], clearance: 'green' } as const;
  const reader = await newcomer(fr, { ...cleared, roles: ['analyst'] });
  const read = await ok(reader('GET', `${shift}/handover`));
  expect(read).toMatchObject({ hash: signed.hash, headings, requests: [] });
});

test('each circle gets the lines that its members know of, and no other', async () => {
  const { circles } = place;
  const [south, north, all] = [
    await acts.assemble({ product: 'general', circle: circles.south }),
    await acts.assemble({ product: 'general', circle: circles.north }),
    await acts.assemble({ product: 'general', circle: circles.all }),
  ];
  const asked = 'Demande adressée — Maroc et Espagne : « Deux camions signalés »';
  expect(textsIn(south.sections)).toEqual([
    asked,
    'Demande reçue — Maroc : « Un passeport perdu »',
    'Réponse reçue, néant — Maroc : « Deux camions signalés »',
    'Délai de notre réponse dépassé — Maroc : « Un passeport perdu »',
    'Refus opposé — Maroc : « Un passeport perdu »',
  ]);
  expect(textsIn(north.sections)).toEqual([
    asked,
    'Délai dépassé sans réponse du partenaire — Espagne : « Deux camions signalés »',
  ]);
  expect(textsIn(all.sections)).toEqual([asked]);
  expect(all.leftOut).toEqual([{ reason: 'other-parties', count: 5 }]);
  const intelligence = await acts.assemble({ product: 'intelligence', circle: circles.south });
  expect(textsIn(intelligence.sections)).toEqual([]);
});

test('a line on a request is kept by its editor, and goes when the request is recalled', async () => {
  const { circles, fr, ma } = place;
  const made = await acts.assemble({ product: 'daily', circle: circles.south });
  expect(made.marking).toMatchObject({ eraseOn: markingWith().eraseOn });
  const edited = await ok(
    acts.put(
      made.id,
      editOf(made, (one) => ({ ...one, text: `${one.text}.` })),
    ),
  );
  expect(paragraphsIn(edited.sections)).toHaveLength(5);
  const foreign = editOf(edited, (one) => ({ ...one, request: `${ids.french}/breached/${fr.party}` }));
  expect(await faultOf(acts.put(made.id, foreign))).toBe('422 watch/sitrep-unknown-source');
  await ok(recall(fr, ids.french));
  await arrived(ma, ids.french).catch(() => null);
  const read = await acts.read(made.id);
  expect(textsIn(read.sections).join(' ')).not.toContain('camions');
  expect(paragraphsIn(read.sections)).toHaveLength(3);
});

test('what ran past its time and then stood still for a clarification is told as late, once', async () => {
  const { fr, es, circles } = place;
  const id = await ask(fr, [es], 'Une barque volée');
  const shift = await planShift(10);
  ahead += hours(9);
  await step(es, id, es, { kind: 'clarification-asked', text: 'Quelle barque ?' });
  await untilState(fr, id, es, 'clarification');
  const note = requestsIn(await ok(officer('GET', `${shift}/handover`)));
  const told = note.filter(({ item }) => item === id);
  expect(told).toMatchObject([{ waitsFor: 'us', dueAt: null, breachedAt: expect.any(String) }]);
  const { sections } = await acts.assemble({ product: 'general', circle: circles.north });
  const late = textsIn(sections).filter((text) => text.includes('barque') && text.includes('Délai'));
  expect(late).toEqual(['Délai dépassé sans réponse du partenaire — Espagne : « Une barque volée »']);
});
