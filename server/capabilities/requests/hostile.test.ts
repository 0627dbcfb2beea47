/**
 * What a partner's node may say of a request that it should not: of others' strands, twice, in the wrong
 * order, of another time, too much. A clear answer or no effect, and nothing lost.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  journalFindings,
  nodeOf,
  ok,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { asId } from '../../kernel/ids.ts';
import { mintReleased } from '../../kernel/released.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { StepKind } from './contract.ts';
import { newStepId, stepMessageKind, stepToWire, type Told } from './wire.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let agreement: string;
const path = '/api/requests';
const nodes = () => ({ ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr'), es: nodeOf(world, 'es') });
beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es']);
  const { ma, fr, es } = nodes();
  agreement = await agree([ma, fr, es]);
});
afterAll(() => world.close());

const draft = (to: readonly WorldNode[], changes: JsonObject = {}) => ({
  item: draftWith(agreement, { recipients: to.map(({ party }) => party), ...changes }),
  ask: { urgency: 'ordinary', urgencyReason: '', known: '', knownGrading: null, answerLanguages: ['fr'] },
});
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};
const strandAt = async (node: WorldNode, id: string, addressee: WorldNode): Promise<JsonObject> =>
  listIn(await ok(node.call('liaison-officer', 'GET', `${path}/${id}`)), 'strands').find(
    (strand) => strand.addressee === addressee.party,
  ) ?? {};
const stepsAt = async (node: WorldNode, id: string) =>
  listIn(await ok(node.call('liaison-officer', 'GET', `${path}/${id}`)), 'steps');

const asked = async (to: readonly WorldNode[]): Promise<string> => {
  const { ma } = nodes();
  const id = String((await ok(ma.call('liaison-officer', 'POST', path, draft(to)))).id);
  await ok(act(ma, 'liaison-officer', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  for (const node of to) {
    await arrived(node, id);
    await until(async () => (await strandAt(ma, id, node)).state === 'received');
  }
  return id;
};

const told = (
  id: string,
  by: WorldNode,
  addressee: WorldNode,
  kind: StepKind,
  more: Partial<Told> = {},
): Told => ({
  id: newStepId(),
  item: asId('item', id),
  addressee: addressee.party,
  by: by.party,
  kind,
  text: '',
  ground: null,
  answers: [],
  usefulness: null,
  followUps: [],
  dueAt: null,
  saidAt: new Date().toISOString(),
  ...more,
});

const receiptOf = (node: WorldNode, envelope: Parameters<WorldNode['federation']['deliveries']>[1][number]) =>
  until(async () =>
    node.database.transact({ kind: 'system', name: 'hostile', party: node.party }, async (unit) => {
      const [delivery] = await node.federation.deliveries(unit, [envelope]);
      return delivery?.outcome ? delivery : null;
    }),
  );

/** Sends a step past all rules of the sender's node; gives what the receiver's node answered. */
const sendRaw = async (from: WorldNode, to: WorldNode, object: JsonObject): Promise<string> => {
  const house = { kind: 'system', name: 'hostile', party: from.party } as const;
  const content = {
    kind: stepMessageKind,
    body: toBundle([{ ...object, id: String(object.id), type: String(object.type) }]),
  };
  const envelope = await from.database.transact(house, (unit) =>
    from.federation.send(unit, mintReleased(content, to.party, 'hostile')),
  );
  const { outcome, fault } = await receiptOf(from, envelope);
  return fault === null ? String(outcome) : `${String(outcome)} ${fault}`;
};
const send = (from: WorldNode, to: WorldNode, step: Told): Promise<string> =>
  sendRaw(from, to, { ...stepToWire(step) });

test('the same step again, and one that does not follow, change nothing and are journalled', async () => {
  const { ma, fr } = nodes();
  const id = await asked([fr]);
  const accepted = told(id, fr, fr, 'accepted');
  expect(await send(fr, ma, accepted)).toBe('accepted');
  const after = await strandAt(ma, id, fr);
  expect(after.state).toBe('accepted');
  expect(await send(fr, ma, accepted)).toBe('accepted');
  expect(await send(fr, ma, told(id, fr, fr, 'received'))).toBe('accepted');
  expect(await strandAt(ma, id, fr)).toEqual(after);
  expect(
    (await stepsAt(ma, id)).map(({ kind, effective }) => `${String(kind)} ${String(effective)}`),
  ).toEqual([...['received true', 'accepted true', 'received false']]);
  expect(await historyOf(ma, id)).toEqual(
    expect.arrayContaining([
      'requests.hear-accepted done requests/step-heard-before',
      'requests.hear-received done requests/step-without-effect',
    ]),
  );
});

test('who was not asked, and who speaks for another, is refused', async () => {
  const { ma, fr, es } = nodes();
  const id = await asked([fr]);
  // Spain was not asked: it has no strand. Then it says that France refused, and Morocco hears the lie.
  expect(await send(es, ma, told(id, es, es, 'accepted'))).toBe('refused requests/unknown');
  expect(await send(es, ma, told(id, fr, fr, 'answered', { answers: [asId('item', id)] }))).toBe(
    'refused requests/message-unsound',
  );
  expect(await send(es, ma, told(id, es, fr, 'no-record'))).toBe('refused requests/not-a-party');
  // The requester's steps are not the addressee's, nor the other way round.
  expect(await send(fr, ma, told(id, fr, fr, 'closed'))).toBe('refused requests/not-a-party');
  expect(await send(ma, fr, told(id, ma, fr, 'accepted'))).toBe('refused requests/not-a-party');
  expect((await strandAt(ma, id, fr)).state).toBe('received');
  expect((await strandAt(fr, id, fr)).state).toBe('received');
});

test('a time that the other side makes up moves no clock here; one that cannot be is refused', async () => {
  const { ma, fr } = nodes();
  const id = await asked([fr]);
  const before = await strandAt(ma, id, fr);
  const far = '2099-01-01T00:00:00.000Z';
  expect(await send(fr, ma, told(id, fr, fr, 'clarification-asked', { text: '?', saidAt: far }))).toBe(
    'accepted',
  );
  const paused = await strandAt(ma, id, fr);
  expect(String(paused.pausedAt) < far).toBe(true);
  expect(paused.startedAt).toBe(before.startedAt);
  expect((await stepsAt(ma, id)).at(-1)).toMatchObject({ kind: 'clarification-asked', saidAt: far });
  for (const saidAt of ['2026-02-30T10:00:00.000Z', '0000-01-01T00:00:00.000Z'])
    expect(await send(fr, ma, told(id, fr, fr, 'accepted', { saidAt }))).toBe(
      'refused requests/message-unsound',
    );
});

test('a reply to what is closed is kept as it was said, without effect', async () => {
  const { ma, fr } = nodes();
  const id = await asked([fr]);
  await ok(
    ma.call('liaison-officer', 'POST', `${path}/${id}/strands/${fr.party}/steps`, {
      kind: 'withdrawn',
      text: '',
    }),
  );
  expect(await send(fr, ma, told(id, fr, fr, 'refused', { ground: 'legal-basis', text: 'late' }))).toBe(
    'accepted',
  );
  const strand = await strandAt(ma, id, fr);
  expect(strand).toMatchObject({ state: 'withdrawn', ground: null });
  expect((await stepsAt(ma, id)).at(-1)).toMatchObject({ kind: 'refused', text: 'late', effective: false });
});

test('a step that says less than it must, or cannot be kept, is refused whole', async () => {
  const { ma, fr } = nodes();
  const id = await asked([fr]);
  const unsound = 'refused requests/message-unsound';
  const wire = stepToWire(told(id, fr, fr, 'accepted'));
  expect(await sendRaw(fr, ma, { ...wire, step: 'refused' })).toBe(unsound);
  expect(await sendRaw(fr, ma, { ...wire, step: 'answered' })).toBe(unsound);
  expect(await sendRaw(fr, ma, { ...wire, step: 'clarification-asked' })).toBe(unsound);
  expect(await sendRaw(fr, ma, { ...wire, text: 'x'.repeat(1_000_000) })).toBe(unsound);
  expect(await sendRaw(fr, ma, { ...wire, text: 'nul\u0000' })).toBe(unsound);
  expect(await sendRaw(fr, ma, { ...wire, request_ref: 'grouping--x' })).toBe(unsound);
  expect((await stepsAt(ma, id)).map(({ kind }) => kind)).toEqual(['received']);
  // The link goes on: what is sound afterwards is taken.
  expect(await send(fr, ma, told(id, fr, fr, 'accepted'))).toBe('accepted');
});

test('1 MB of text, and a text that hides something, get a clear error', async () => {
  const { ma, fr } = nodes();
  const ask = (item: JsonObject) => ma.call('liaison-officer', 'POST', path, draft([fr], item));
  expect(await faultOf(ask({ summary: 'x'.repeat(1_000_000) }))).toBe('400 input/invalid');
  expect(await faultOf(ask({ title: '\u202E\u202C \u200F' }))).toMatch(/^400 input/);
  for (const sign of ['\u202E', '\u2066', '\u200B', '\u00AD', '\uFEFF'])
    expect(await refusalOf(ask({ title: `Plaque${sign}`, summary: `السؤال ${sign}عن` }))).toEqual({
      code: 'input/hidden-characters',
      details: { fields: ['item/title', 'item/summary'] },
    });
  // What people type is taken as it is: marks of direction, joiners, lines.
  const typed = 'السؤال \u200F(0600)\u200E می\u200Cخواهم\r\nشكراً';
  const written = await ok(ask({ summary: typed }));
  const shown = await ok(ma.call('liaison-officer', 'GET', `${path}/${String(written.id)}`));
  expect(isObject(shown.item) && shown.item.summary).toBe(typed);
  const tooLong = { kind: 'clarification-asked', text: 'x'.repeat(10_001) };
  const id = await asked([fr]);
  const said = fr.call('liaison-officer', 'POST', `${path}/${id}/strands/${fr.party}/steps`, tooLong);
  expect(await faultOf(said)).toBe('400 input/invalid');
  const step = { kind: 'clarification-asked', text: 'Quelle\u200B plaque ?' };
  const hidden = fr.call('liaison-officer', 'POST', `${path}/${id}/strands/${fr.party}/steps`, step);
  expect(await faultOf(hidden)).toBe('422 input/hidden-characters');
  const answer = { item: draftWith(agreement, { title: 'Ré\u00ADponse' }), outcome: 'answered' };
  const answered = fr.call('analyst', 'POST', `${path}/${id}/answers`, answer);
  expect(await faultOf(answered)).toBe('422 input/hidden-characters');
});

test('a draft edited as any item is, and a template, hide nothing either', async () => {
  const { ma, fr } = nodes();
  const edit = async (node: WorldNode, role: 'liaison-officer' | 'analyst', id: string, more: JsonObject) => {
    const items = `/api/exchange/items/${id}`;
    const { version, objects } = await ok(node.call(role, 'GET', items));
    const changed = draftWith(agreement, { recipients: [fr.party], objects: objects ?? [], ...more });
    return node.call(role, 'PUT', `${items}?version=${String(version)}`, changed);
  };
  const written = await ok(ma.call('liaison-officer', 'POST', path, draft([fr])));
  const hidden = { title: 'Pla\u200Bque' };
  expect(await refusalOf(edit(ma, 'liaison-officer', String(written.id), hidden))).toEqual({
    code: 'input/hidden-characters',
    details: { fields: ['title'] },
  });
  expect((await edit(ma, 'liaison-officer', String(written.id), { title: 'Plaque' })).status).toBe(200);
  const id = await asked([fr]);
  const answer = { item: draftWith(agreement, { title: 'Réponse' }), outcome: 'answered' };
  const answered = await ok(fr.call('analyst', 'POST', `${path}/${id}/answers`, answer));
  const toAsker = { ...hidden, recipients: [ma.party], about: id };
  expect(await faultOf(edit(fr, 'analyst', String(answered.id), toAsker))).toBe(
    '422 input/hidden-characters',
  );
  const text = {
    name: 'Pla\u2066que',
    title: 'Plaque',
    question: 'Quelle\u00AD plaque ?',
    urgencyReason: '',
  };
  const template = { field: 'terrorism', purpose: 'prevention', urgency: 'ordinary' };
  const rest = { answerLanguages: ['fr'], subjects: [], texts: { fr: text } };
  const added = ma.call('centre-head', 'POST', `${path}/templates`, { ...template, ...rest });
  expect(await refusalOf(added)).toEqual({
    code: 'input/hidden-characters',
    details: { fields: ['texts/fr/name', 'texts/fr/question'] },
  });
});

test('a circle is asked whole: who is outside it is not asked beside it, and hears nothing', async () => {
  const { ma, fr, es } = nodes();
  const named = { ar: 'دائرة', fr: 'Cercle', en: 'Circle' };
  const made = { name: named, kind: 'event', members: [ma.party, fr.party] };
  const circle = String((await ok(ma.call('service-head', 'POST', '/api/circles', made))).id);
  const beside = ma.call('liaison-officer', 'POST', path, draft([es], { circle }));
  expect(await faultOf(beside)).toBe('422 exchange/recipients-beside-circle');
  const alone = draft([fr], { circle });
  const id = String((await ok(ma.call('liaison-officer', 'POST', path, alone))).id);
  await ok(act(ma, 'liaison-officer', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  await arrived(fr, id);
  const strands = listIn(await ok(ma.call('liaison-officer', 'GET', `${path}/${id}`)), 'strands');
  expect(strands.map(({ addressee }) => addressee)).toEqual([fr.party]);
  // Nor may he answer what he was not asked, by whatever name of it he knows.
  expect(await send(es, ma, told(id, es, es, 'no-record'))).toBe('refused requests/unknown');
  expect((await es.call('liaison-officer', 'GET', `${path}/${id}`)).status).toBe(404);
});

test('an addressee outside the agreement is not asked', async () => {
  const { ma, fr, es } = nodes();
  const narrow = await agree([ma, fr]);
  const id = String(
    (await ok(ma.call('liaison-officer', 'POST', path, draft([fr, es], { agreement: narrow })))).id,
  );
  expect(await faultOf(act(ma, 'liaison-officer', id, 'propose'))).toBe('409 exchange/not-covered');
  expect(listIn(await ok(ma.call('liaison-officer', 'GET', `${path}/${id}`)), 'strands')).toEqual([]);
});

test('after all of it every journal verifies, and no envelope was left without an answer', async () => {
  expect(await journalFindings(world)).toEqual([]);
  const refused = (await entriesOf(nodes().ma, {})).filter(({ outcome }) => outcome === 'refused');
  expect(refused.length).toBeGreaterThan(8);
});
