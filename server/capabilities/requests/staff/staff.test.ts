/** Work changes hands in one service: who heads a desk, who is away, handed over and taken back. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  draftWith,
  entriesOf,
  faultOf,
  newcomer,
  nodeOf,
  ok,
  okList,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';
import { asId } from '../../../kernel/ids.ts';
import { later } from '../../../kernel/time.ts';
import { hourMs } from '../clock.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let now = new Date().toISOString();
const turn = (hours: number): void => {
  now = later(now, hours * hourMs);
};
let world: World;
let agreement: string;
const path = '/api/requests';
const nodes = () => ({ ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr') });
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

type Caller = Awaited<ReturnType<typeof newcomer>>;
/** Two more officers of the French desk, and who they are. */
let dupont: { call: Caller; id: string };
let martin: { call: Caller; id: string };
let desk: string;

const personOf = (role: Role): string => String(nodes().fr.accounts.get(role)?.person);
const officer = async (email: string, desks: readonly string[]) => {
  const { fr } = nodes();
  const call = await newcomer(fr, {
    email,
    roles: ['liaison-officer'],
    desks: desks.map((id) => asId('desk', id)),
  });
  const people = await okList(fr.call('administrator', 'GET', '/api/parties/people'));
  return { call, id: String(people.find((one) => one.email === email)?.id) };
};

beforeAll(async () => {
  world = await openWorld(['ma', 'fr'], { clock: { now: () => now } });
  const { ma, fr } = nodes();
  agreement = await agree([ma, fr]);
  desk = String((await okList(fr.call('analyst', 'GET', '/api/parties/desks')))[0]?.id);
  dupont = await officer('dupont@fr.example', [desk]);
  martin = await officer('martin@fr.example', [desk]);
});
afterAll(() => world.close());

const asked = async (changes: JsonObject = {}): Promise<string> => {
  const { ma, fr } = nodes();
  const request = {
    item: draftWith(agreement, { recipients: [fr.party], ...changes }),
    ask: { urgency: 'urgent', urgencyReason: 'x', known: '', knownGrading: null, answerLanguages: ['fr'] },
  };
  const id = String((await ok(ma.call('liaison-officer', 'POST', path, request))).id);
  await ok(act(ma, 'liaison-officer', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  await arrived(fr, id);
  return id;
};
const strandOf = async (id: string, node: WorldNode = nodes().fr): Promise<JsonObject> => {
  const [strand] = listIn(await ok(node.call('contact-point', 'GET', `${path}/${id}`)), 'strands');
  return strand ?? {};
};
const handOver = (ids: readonly string[], to: JsonObject) => ({
  strands: ids.map((item) => ({ item, addressee: nodes().fr.party })),
  note: 'الملف كله على المكتب',
  ...to,
});
const mineOf = async (call: Caller): Promise<readonly string[]> =>
  listIn(await ok(call('GET', `${path}?view=mine`)), 'items').map(({ item }) => String(item));
const absent = (person: string, standIn: string, hours: number) => ({
  person,
  standIn,
  from: now,
  until: later(now, hours * hourMs),
});
const nameHead = (person: string | null) =>
  nodes().fr.call('administrator', 'PUT', `${path}/staff/desks/${desk}/head`, { person });

test('what is late goes to the head of the desk, to his stand-in, and then to the centre', async () => {
  const { fr } = nodes();
  expect((await nameHead(dupont.id)).status).toBe(204);
  const id = await asked();
  await until(async () => (await strandOf(id, nodes().ma)).state === 'received');
  turn(8.1);
  await fr.runJobs();
  expect(await strandOf(id)).toMatchObject({ level: 3, escalatedTo: dupont.id });
  // The head goes away: whoever stands in for him has it on his board, and the next one at once.
  const absence = await ok(dupont.call('POST', `${path}/staff/absences`, absent(dupont.id, martin.id, 48)));
  const next = await asked();
  turn(8.1);
  await fr.runJobs();
  expect(await strandOf(next)).toMatchObject({ level: 3, escalatedTo: martin.id });
  expect(await mineOf(martin.call)).toEqual(expect.arrayContaining([id, next]));
  const warned = (await entriesOf(fr, { subject: next })).find(({ verb }) => verb === 'requests.warn');
  expect(warned?.details).toMatchObject({ level: 'breach', escalatedTo: martin.id });
  expect((await dupont.call('DELETE', `${path}/staff/absences/${String(absence.id)}`)).status).toBe(204);
  // Where nobody heads the desk, the head of the centre has it as soon as its time is up.
  await nameHead(null);
  const headless = await asked();
  turn(8.1);
  await fr.runJobs();
  expect(await strandOf(headless)).toMatchObject({ level: 3, escalatedTo: null });
  const centre = await mineOf((method, at) => fr.call('centre-head', method, at));
  expect(centre).toContain(headless);
});

test('several are handed over with a word, journalled each, and given back where they were', async () => {
  const { fr, ma } = nodes();
  const [one, two] = [await asked(), await asked()];
  const given = await ok(
    dupont.call('POST', `${path}/hand-overs`, handOver([one, two], { assignee: martin.id })),
  );
  expect(given).toMatchObject({ changed: 2, kept: 0 });
  for (const id of [one, two]) {
    expect(await strandOf(id)).toMatchObject({ assignee: martin.id });
    const entries = (await entriesOf(fr, { subject: id })).filter(
      ({ verb }) => verb === 'requests.hand-over',
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.details).toMatchObject({ handOver: given.id });
  }
  expect(listIn(await ok(martin.call('GET', `${path}/${one}`)), 'handOvers')).toMatchObject([
    { id: given.id, note: 'الملف كله على المكتب', person: dupont.id, after: { assignee: martin.id } },
  ]);
  // Nothing of it is anybody else's business: not the requester's, and not a bystander's to take back.
  expect(listIn(await ok(ma.call('liaison-officer', 'GET', `${path}/${one}`)), 'handOvers')).toEqual([]);
  const undo = `${path}/hand-overs/${String(given.id)}/undo`;
  expect(await faultOf(martin.call('POST', undo))).toBe('403 access/refused');
  // What was given on since stays where it is.
  await ok(martin.call('POST', `${path}/hand-overs`, handOver([two], { assignee: null })));
  expect(await ok(dupont.call('POST', undo))).toMatchObject({ changed: 1, kept: 1 });
  expect([(await strandOf(one)).assignee, (await strandOf(two)).assignee]).toEqual([null, null]);
  expect(await faultOf(dupont.call('POST', undo))).toBe('409 requests/hand-over-undone');
});

test('all of them change hands or none, and never to somebody who is away', async () => {
  const [one, two] = [await asked(), await asked()];
  const stranger = 'grouping--00000000-0000-4000-8000-00000000dead';
  const call = (to: JsonObject, ids: readonly string[] = [one, two]) =>
    faultOf(dupont.call('POST', `${path}/hand-overs`, handOver(ids, to)));
  expect(await call({ assignee: martin.id }, [one, stranger])).toBe('404 access/absent');
  expect((await strandOf(one)).assignee).toBeNull();
  const absence = await ok(martin.call('POST', `${path}/staff/absences`, absent(martin.id, dupont.id, 5)));
  expect(await call({ assignee: martin.id })).toBe('409 requests/officer-absent');
  const single = `${path}/${one}/strands/${nodes().fr.party}/assign`;
  expect(await faultOf(dupont.call('POST', single, { assignee: martin.id }))).toBe(
    '409 requests/officer-absent',
  );
  expect([(await strandOf(one)).assignee, (await strandOf(two)).assignee]).toEqual([null, null]);
  turn(5);
  expect(await call({ assignee: martin.id })).toBe('201');
  expect((await martin.call('DELETE', `${path}/staff/absences/${String(absence.id)}`)).status).toBe(404);
  // Nobody hands over what is done, and nobody off the desk hands over at all.
  await ok(
    dupont.call('POST', `${path}/${one}/strands/${nodes().fr.party}/steps`, { kind: 'no-record', text: '' }),
  );
  expect(await call({ assignee: dupont.id }, [one])).toBe('409 requests/nothing-to-hand-over');
  const bystander = await officer('off-desk@fr.example', []);
  expect(
    await faultOf(bystander.call('POST', `${path}/hand-overs`, handOver([two], { assignee: null }))),
  ).toBe('403 access/refused');
  expect(
    await faultOf(bystander.call('POST', `${path}/staff/absences`, absent(martin.id, dupont.id, 5))),
  ).toBe('403 access/refused');
});

test('a desk of which everybody is away takes nothing in while another of its kind does', async () => {
  const { fr } = nodes();
  const made = async (name: string): Promise<string> => {
    const words = { ar: name, fr: name, en: name };
    const given = { name: words, partner: null, fields: ['terrorism'] };
    return String((await ok(fr.call('administrator', 'POST', '/api/parties/desks', given))).id);
  };
  const [first, second] = [await made('First'), await made('Second')];
  const [alone, other] = [
    await officer('alone@fr.example', [first]),
    await officer('other@fr.example', [second]),
  ];
  const marking = { marking: { ...draftWith(null).marking, field: 'terrorism', purpose: 'prevention' } };
  const deskOf = async (): Promise<string> => String((await strandOf(await asked(marking))).desk);
  await ok(alone.call('POST', `${path}/staff/absences`, absent(alone.id, other.id, 24)));
  // The second has more in hand each time, and gets it all the same.
  expect([await deskOf(), await deskOf(), await deskOf()]).toEqual([second, second, second]);
  turn(24);
  expect(await deskOf()).toBe(first);
});

test('an absence that is not sound is refused and nothing of it is kept', async () => {
  const { fr } = nodes();
  const mark = (draft: JsonObject) => faultOf(dupont.call('POST', `${path}/staff/absences`, draft));
  const sound = absent(dupont.id, martin.id, 5);
  expect(await mark({ ...sound, standIn: dupont.id })).toBe('422 requests/absence-unsound');
  expect(await mark({ ...sound, until: later(now, -hourMs) })).toBe('422 requests/absence-unsound');
  expect(await mark({ ...sound, from: '2027-13-45T99:99:99Z' })).toBe('400 input/invalid');
  expect(await mark({ ...sound, standIn: personOf('administrator') })).toBe('422 requests/unknown-officer');
  expect(await mark({ ...sound, why: 'x' })).toBe('400 input/invalid');
  const staff = await ok(dupont.call('GET', `${path}/staff`));
  expect(listIn(staff, 'absences').filter(({ person }) => person === dupont.id)).toEqual([]);
  expect(
    await faultOf(
      fr.call('administrator', 'PUT', `${path}/staff/desks/${desk}/head`, {
        person: personOf('administrator'),
      }),
    ),
  ).toBe('422 requests/not-of-desk');
  expect(await faultOf(dupont.call('PUT', `${path}/staff/desks/${desk}/head`, { person: dupont.id }))).toBe(
    '403 access/refused',
  );
});

test('what is hostile in giving work away is refused, and the note is kept as written', async () => {
  const { ma, fr } = nodes();
  const id = await asked();
  const over = (draft: JsonObject, call: Caller = dupont.call) =>
    faultOf(call('POST', `${path}/hand-overs`, { ...handOver([id], { assignee: martin.id }), ...draft }));
  const contact: Caller = (method, at, body) => fr.call('contact-point', method, at, body);
  const strangeDesk = 'desk--00000000-0000-4000-8000-00000000dead';
  expect(await over({ note: 'a'.repeat(1_000_000) })).toBe('400 input/invalid');
  expect(await over({ strands: [] })).toBe('400 input/invalid');
  expect(await over({ strands: [{ item: id, addressee: ma.party }] })).toBe('404 access/absent');
  expect(await over({ assignee: 'person--00000000-0000-4000-8000-00000000dead' })).toBe(
    '422 requests/unknown-officer',
  );
  expect(await over({ desk: strangeDesk }, contact)).toBe('422 exchange/unknown-desk');
  expect(await over({}, (method, at, body) => ma.call('liaison-officer', method, at, body))).toBe(
    '422 requests/unknown-officer',
  );
  // Who cannot read it, or cannot write, is no officer to give it to: it would lie where nobody answers.
  for (const role of ['observer', 'administrator', 'data-protection-officer', 'service-head'] as const) {
    expect([role, await over({ assignee: personOf(role) })]).toEqual([role, '422 requests/unknown-officer']);
    const strand = `${path}/${id}/strands/${fr.party}/assign`;
    const assigned = dupont.call('POST', strand, { assignee: personOf(role) });
    expect([role, await faultOf(assigned)]).toEqual([role, '422 requests/unknown-officer']);
  }
  expect((await strandOf(id)).assignee).toBeNull();
  // What would turn the direction of reading is refused; marks of one letter's direction are text.
  expect(await over({ note: 'قبل \u202eeno\u202c بعد' })).toBe('422 input/hidden-characters');
  const turned = 'قبل \u200fone\u200f بعد';
  expect(await over({ note: turned })).toBe('201');
  const [handed] = listIn(await ok(martin.call('GET', `${path}/${id}`)), 'handOvers');
  expect(handed?.note).toBe(turned);
  const undo = `${path}/hand-overs/hand-over--00000000-0000-4000-8000-00000000dead/undo`;
  expect(await faultOf(dupont.call('POST', undo))).toBe('404 access/absent');
  // To who may not see the request, that it was handed over is as absent as the request itself.
  const theirs = `${path}/hand-overs/${String(handed?.id)}/undo`;
  for (const role of ['observer', 'administrator', 'data-protection-officer'] as const)
    expect([role, await faultOf(fr.call(role, 'POST', theirs))]).toEqual([role, '404 access/absent']);
  expect(await faultOf(fr.call('analyst', 'POST', theirs))).toBe('403 access/refused');
  expect(await faultOf(fr.call('observer', 'GET', `${path}/staff`))).toBe('200');
});

test('a template is written, changed by who saw it last, retired and brought back', async () => {
  const { fr } = nodes();
  const at = `${path}/templates`;
  const text = { name: 'Quai 9', title: 'Navire au quai 9', question: 'Qui ?', urgencyReason: '' };
  const draft = {
    ...{ field: 'drugs', purpose: 'investigation', urgency: 'ordinary', answerLanguages: ['fr'] },
    ...{ subjects: ['vessel'], texts: { fr: text } },
  };
  const owner = (method: string, to: string, body?: unknown) => fr.call('contact-point', method, to, body);
  const made = await ok(owner('POST', at, draft));
  const one = `${at}/${String(made.id)}`;
  const seenBy = async (call: Caller): Promise<boolean> =>
    listIn(await ok(call('GET', at)), 'templates').some(({ id }) => id === made.id);
  expect(await seenBy(dupont.call)).toBe(true);
  expect(await faultOf(dupont.call('POST', at, draft))).toBe('403 access/refused');
  const changed = { ...draft, urgency: 'urgent-indirect' };
  expect(await ok(owner('PUT', `${one}?version=1`, changed))).toMatchObject({
    version: 2,
    urgency: 'urgent-indirect',
  });
  expect(await faultOf(owner('PUT', `${one}?version=1`, draft))).toBe('409 state/changed');
  await ok(owner('POST', `${one}/retire`, { version: 2 }));
  expect([await seenBy(dupont.call), await seenBy(owner)]).toEqual([false, true]);
  await ok(owner('POST', `${one}/restore`, { version: 3 }));
  expect(await seenBy(dupont.call)).toBe(true);
  // One of the program is not the service's to change.
  expect(await faultOf(owner('PUT', `${at}/template--drugs?version=1`, draft))).toBe('404 access/absent');
  const strange = { ...draft, texts: { fr: { ...text, question: '\u202e \u2066' } } };
  expect(await faultOf(owner('POST', at, strange))).toBe('400 input/nothing-visible');
  expect(await faultOf(owner('POST', at, { ...draft, texts: {} }))).toBe('400 input/invalid');
});
