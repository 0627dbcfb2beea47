/**
 * A night on three real nodes under one clock: a shift writes, hands over with two signatures; an alert is
 * acknowledged by one country, by another after its node was down, and escalated for who does not answer.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  entriesOf,
  faultOf,
  historyOf,
  journalFindings,
  newcomer,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { asId, newId, type PersonId } from '../../kernel/ids.ts';

/** The clock of all three nodes: it runs, and can be turned forward. */
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const minutes = (count: number): number => count * 60_000;

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let es: WorldNode;
let agreement = '';
type Person = Awaited<ReturnType<typeof newcomer>>;
let outgoing: Person;
let incoming: Person;
const ids: Record<string, PersonId> = {};

const meOf = async (person: Person): Promise<PersonId> => {
  const { person: id } = await ok(person('GET', '/api/session'));
  return asId('person', String(id));
};
const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'test', party: node.party }) as const;

beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es'], { clock });
  [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  agreement = await agree([fr, ma, es]);
  const desks = (await fr.parties.desks(houseOf(fr))).map(({ id }) => id);
  outgoing = await newcomer(fr, { email: 'night@fr.example', roles: ['watch-officer'], desks });
  incoming = await newcomer(fr, { email: 'day@fr.example', roles: ['watch-officer'], desks });
  ids.outgoing = await meOf(outgoing);
  ids.incoming = await meOf(incoming);
});
afterAll(() => world.close());

const shifts = '/api/watch/shifts';
const alerts = '/api/watch/alerts';
const wall = (at: string) => ({ day: at.slice(0, 10), time: at.slice(11, 16) });

const plan = async (officer: PersonId, fromMs: number, toMs: number): Promise<string> => {
  const desk = (await fr.parties.desks(houseOf(fr)))[0]?.id;
  // The node's zone is Paris: its wall clock, asked of the platform.
  const paris = (ms: number) => {
    const at = new Date(Date.parse(clock.now()) + ms);
    const text = at.toLocaleString('sv', { timeZone: 'Europe/Paris' });
    return wall(text.replace(' ', 'T'));
  };
  const [from, to] = [paris(fromMs), paris(toMs)];
  const rota = await ok(
    fr.call('centre-head', 'POST', shifts, {
      desk,
      officers: [officer],
      day: from.day,
      from: from.time,
      to: to.time,
    }),
  );
  const [made] = Array.isArray(rota.shifts) ? rota.shifts.filter(isObject) : [];
  return String(made?.id);
};

const stateOf = async (id: string): Promise<unknown> => {
  const rota = await ok(fr.call('analyst', 'GET', shifts));
  return (Array.isArray(rota.shifts) ? rota.shifts.filter(isObject) : []).find((one) => one.id === id)?.state;
};

const headings = { situation: 'Calme. البوابة الرابعة مغلقة', open: 'Porte 4', expected: '', means: '' };

test('a night shift writes and hands over, the day takes over: two persons, one hash', async () => {
  const night = await plan(ids.outgoing ?? asId('person', ''), -minutes(480), minutes(1));
  const day = await plan(ids.incoming ?? asId('person', ''), minutes(1), minutes(480));
  expect(await stateOf(night)).toBe('running');
  const entry = await ok(
    outgoing('POST', '/api/watch/log', { line: '/pin Renfort demandé', language: 'fr' }),
  );
  const path = `${shifts}/${night}/handover`;
  const written = await ok(outgoing('PUT', path, { headings, tlp: 'amber', version: 0 }));
  expect(written).toMatchObject({
    pinned: [{ entry: entry.id, text: 'Renfort demandé' }],
    hash: null,
    version: 1,
    requests: [],
  });
  // Nobody signs for another: neither the one who comes, nor a colleague of the desk.
  expect(await faultOf(incoming('POST', `${shifts}/${night}/sign-out`, { version: 1 }))).toBe(
    '403 access/refused',
  );
  expect(await faultOf(outgoing('POST', `${shifts}/${night}/sign-out`, { version: 7 }))).toBe(
    '409 state/changed',
  );
  const signed = await ok(outgoing('POST', `${shifts}/${night}/sign-out`, { version: 1 }));
  const hash = String(signed.hash);
  expect(await stateOf(night)).toBe('signed-out');
  expect(await faultOf(outgoing('PUT', path, { headings, tlp: 'amber', version: 1 }))).toBe(
    '409 watch/shift-state',
  );
  expect(await faultOf(outgoing('POST', `${shifts}/${night}/sign-in`, { hash }))).toBe(
    '403 watch/own-handover',
  );
  expect(await faultOf(fr.call('watch-officer', 'POST', `${shifts}/${night}/sign-in`, { hash }))).toBe(
    '403 access/refused',
  );
  expect(await faultOf(incoming('POST', `${shifts}/${night}/sign-in`, { hash: '0'.repeat(64) }))).toBe(
    '409 watch/other-note',
  );
  expect(await ok(incoming('POST', `${shifts}/${night}/sign-in`, { hash }))).toMatchObject({
    shift: { state: 'handed-over' },
  });
  const entries = await entriesOf(fr, { subject: night });
  const hashes = entries.filter(({ verb, outcome }) => outcome === 'done' && verb.startsWith('watch.sign-'));
  expect(hashes.map(({ verb, details }) => [verb, details.hash])).toEqual([
    ['watch.sign-in', hash],
    ['watch.sign-out', hash],
  ]);
  expect(await stateOf(day)).toBe('planned');
});

test('what was signed the database lets nobody alter, not even the house', async () => {
  const change = (statement: ReturnType<typeof sql>) =>
    fr.database.transact(houseOf(fr), (unit) => statement.execute(unit.tables<object>()));
  await expect(change(sql`update watch_handover set tlp_rank = 0`)).rejects.toThrow('not changed');
  await expect(change(sql`update watch_handover set in_by = 'x', in_at = now()`)).rejects.toThrow(
    'not changed',
  );
  await expect(change(sql`update watch_handover_note set note = '{}'`)).rejects.toThrow('not changed');
  await expect(change(sql`delete from watch_handover`)).rejects.toThrow('append-only');
  await expect(change(sql`delete from watch_shift`)).rejects.toThrow('append-only');
});

test('a shift that ends without a handover is seen by all of the service, and by no guest', async () => {
  const night = await plan(ids.outgoing ?? asId('person', ''), -minutes(60), minutes(2));
  ahead += minutes(5);
  expect(await stateOf(night)).toBe('without-handover');
  const guest = await newcomer(fr, {
    email: 'guest@es.example',
    roles: ['liaison-officer'],
    party: es.party,
  });
  expect(await faultOf(guest('GET', shifts))).toBe('404 access/absent');
  expect(await faultOf(guest('GET', `${shifts}/${night}/handover`))).toBe('404 access/absent');
  expect(await faultOf(fr.call('data-protection-officer', 'GET', `${shifts}/${night}/handover`))).toBe(
    '404 access/absent',
  );
});

const alertText = (changes: JsonObject = {}) => ({
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  language: 'fr',
  headline: 'Fumée sous la tribune nord',
  description: '',
  agreement,
  circle: null,
  recipients: [ma.party, es.party],
  ...changes,
});

const alertOn = async (node: WorldNode, id: unknown): Promise<JsonObject | null> =>
  (await okList(node.call('watch-officer', 'GET', alerts))).find((one) => one.id === id) ?? null;
const countryOf = async (party: string, id: unknown): Promise<JsonObject | undefined> => {
  const alert = await alertOn(fr, id);
  return (Array.isArray(alert?.countries) ? alert.countries.filter(isObject) : []).find(
    (one) => one.party === party,
  );
};

test('an alert is acknowledged by one country, late by another, for which it is escalated', async () => {
  const draft = await ok(fr.call('watch-officer', 'POST', alerts, alertText({ acknowledgeMinutes: 15 })));
  const id = String(draft.id);
  await ok(fr.call('watch-officer', 'POST', `${alerts}/${id}/send`));
  await until(async () => (await alertOn(ma, id)) !== null && (await alertOn(es, id)) !== null);
  await ok(ma.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, { contact: 'Poste 12' }));
  await until(async () => (await countryOf(ma.party, id))?.acknowledgedAt !== null);
  expect(await countryOf(ma.party, id)).toMatchObject({
    role: 'watch-officer',
    contact: 'Poste 12',
    late: false,
  });
  // Before its time nothing is escalated.
  await fr.runJobs();
  expect(await countryOf(es.party, id)).toMatchObject({ level: 0, late: false });
  ahead += minutes(16);
  await fr.runJobs();
  await fr.runJobs();
  expect(await countryOf(es.party, id)).toMatchObject({ level: 1, late: true });
  // This node is down when the second step falls due; it finds it at its start, once.
  await world.restart('fr');
  fr = nodeOf(world, 'fr');
  ahead += minutes(16);
  await fr.runJobs();
  await fr.runJobs();
  expect(await countryOf(es.party, id)).toMatchObject({ level: 2 });
  const steps = (await historyOf(fr, id)).filter((line) => line.startsWith('watch.escalate'));
  expect(steps).toEqual(['watch.escalate done watch/house', 'watch.escalate done watch/house']);
  await ok(es.call('contact-point', 'POST', `${alerts}/${id}/acknowledge`, {}));
  await until(async () => (await countryOf(es.party, id))?.acknowledgedAt !== null);
  expect(await countryOf(es.party, id)).toMatchObject({ role: 'contact-point', late: true });
  expect(await faultOf(es.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, {}))).toBe(
    '409 watch/alert-state',
  );
});

test('the receiver escalates in its own house what it has not acknowledged', async () => {
  const draft = await ok(fr.call('watch-officer', 'POST', alerts, alertText({ acknowledgeMinutes: 5 })));
  await ok(fr.call('watch-officer', 'POST', `${alerts}/${String(draft.id)}/send`));
  await until(async () => (await alertOn(es, draft.id)) !== null);
  ahead += minutes(6);
  await es.runJobs();
  expect(await alertOn(es, draft.id)).toMatchObject({
    countries: [{ party: es.party, level: 1, late: true }],
  });
});

test('what is not immediate is sent by a second person, under an agreement that covers it', async () => {
  const draft = await ok(fr.call('watch-officer', 'POST', alerts, alertText({ urgency: 'Expected' })));
  const path = `${alerts}/${String(draft.id)}/send`;
  expect(await faultOf(fr.call('watch-officer', 'POST', path))).toBe('403 watch/own-alert');
  expect(await faultOf(fr.call('analyst', 'POST', path))).toBe('403 access/refused');
  await ok(fr.call('contact-point', 'POST', path));
  expect(await faultOf(fr.call('centre-head', 'POST', path))).toBe('409 watch/alert-state');
  // Told while it is written, not when it is wanted in a hurry; nothing of it is kept.
  const before = (await okList(fr.call('watch-officer', 'GET', alerts))).length;
  const drugs = fr.call('watch-officer', 'POST', alerts, alertText({ marking: { field: 'drugs' } }));
  const refused = await refusalOf(drugs);
  expect(refused).toMatchObject({
    code: 'watch/alert-not-covered',
    details: { gap: 'field', parties: [ma.party, es.party] },
  });
  const unknown = fr.call('watch-officer', 'POST', alerts, alertText({ agreement: newId('agreement') }));
  expect(await refusalOf(unknown)).toMatchObject({ details: { gap: 'no-agreement' } });
  expect(await okList(fr.call('watch-officer', 'GET', alerts))).toHaveLength(before);
});

test.each([
  ['a telephone', { headline: 'Appeler le +33 6 12 34 56 78' }, '422 watch/alert-names-person'],
  ['a text turned round', { headline: 'x\u202ey' }, '422 input/hidden-characters'],
  ['nobody to receive it', { recipients: [] }, '422 watch/alert-no-recipient'],
  ['words that CAP does not know', { urgency: 'Urgent' }, '400 input/invalid'],
])('%s is refused', async (_what, changes, fault) => {
  expect(await faultOf(fr.call('watch-officer', 'POST', alerts, alertText(changes)))).toBe(fault);
});

test('an entry becomes an alert, and says so', async () => {
  const entry = await ok(
    fr.call('watch-officer', 'POST', '/api/watch/log', { line: 'Explosion entendue', language: 'fr' }),
  );
  const draft = await ok(fr.call('watch-officer', 'POST', alerts, alertText({ entry: String(entry.id) })));
  expect(await ok(fr.call('watch-officer', 'GET', `/api/watch/log/${String(entry.id)}`))).toMatchObject({
    promotedTo: [{ kind: 'alert', target: draft.id }],
  });
  const source = { id: entry.id, number: entry.number, files: 0 };
  expect(draft.entry).toEqual(source);
  expect((await alertOn(fr, draft.id))?.entry).toEqual(source);
  const line = '/person suspect Contrôle de Karim Benali';
  const named = await ok(fr.call('watch-officer', 'POST', '/api/watch/log', { line, language: 'fr' }));
  const refused = fr.call('watch-officer', 'POST', alerts, alertText({ entry: String(named.id) }));
  expect(await faultOf(refused)).toBe('422 watch/alert-names-person');
});

test('the open alerts stand in the handover note, those past their time marked', async () => {
  const night = await plan(ids.outgoing ?? asId('person', ''), -minutes(60), minutes(60));
  const note = await ok(outgoing('GET', `${shifts}/${night}/handover`));
  const open = Array.isArray(note.alerts) ? note.alerts.filter(isObject) : [];
  expect(open.length).toBeGreaterThan(0);
  expect(open.some(({ breached }) => breached === true)).toBe(true);
});

test('after the night every journal verifies', async () => {
  expect(await journalFindings(world)).toEqual([]);
});
