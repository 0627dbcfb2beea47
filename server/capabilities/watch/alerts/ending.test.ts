/** Alerts that end before their time, on real nodes; and what a hostile or confused partner makes of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  faultOf,
  historyOf,
  inDays,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { newId } from '../../../kernel/ids.ts';
import { mintReleased } from '../../../kernel/released.ts';
import { extensionIds, toBundle } from '../../../plumbing/stix/index.ts';

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const soon = (ms: number): string => new Date(Date.now() + ahead + ms).toISOString();

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let es: WorldNode;
let agreement = '';
beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es'], { clock });
  [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  agreement = await agree([fr, ma, es]);
});
afterAll(() => world.close());

const alerts = '/api/watch/alerts';
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
  acknowledgeMinutes: 15,
  ...changes,
});
const updateText = (changes: JsonObject = {}) => ({
  urgency: 'Immediate',
  severity: 'Extreme',
  certainty: 'Observed',
  language: 'fr',
  headline: 'Feu sous la tribune nord',
  description: '',
  reason: 'Le feu est confirmé',
  ...changes,
});
const on = async (node: WorldNode, id: unknown): Promise<JsonObject | undefined> =>
  (await okList(node.call('watch-officer', 'GET', alerts))).find((one) => one.id === id);
const send = (id: unknown) => fr.call('watch-officer', 'POST', `${alerts}/${String(id)}/send`);
const sent = async (changes: JsonObject = {}): Promise<string> => {
  const { id } = await ok(fr.call('watch-officer', 'POST', alerts, alertText(changes)));
  await ok(send(id));
  await until(async () => (await on(ma, id)) !== undefined && (await on(es, id)) !== undefined);
  return String(id);
};
const cancel = (id: string, node = fr, reason = 'Exercice') =>
  node.call('watch-officer', 'POST', `${alerts}/${id}/cancel`, { reason });
const endedOn = (node: WorldNode, id: string) =>
  until(async () => ((await on(node, id))?.ended !== null ? on(node, id) : null));

test('an alert is called off with its reason: everyone hears it, nobody is waited for', async () => {
  const id = await sent();
  await ok(cancel(id, fr, 'Fausse alerte : exercice'));
  for (const node of [ma, es])
    expect(await endedOn(node, id)).toMatchObject({
      ended: { how: 'cancelled', reason: 'Fausse alerte : exercice', replacedBy: null },
      headline: 'Fumée sous la tribune nord',
    });
  const acknowledge = ma.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, {});
  expect(await faultOf(acknowledge)).toBe('409 watch/alert-ended');
  ahead += 60 * 60_000;
  for (const node of [fr, ma]) await node.runJobs();
  const countries = (await on(fr, id))?.countries;
  expect(Array.isArray(countries) && countries.filter(isObject).every(({ level }) => level === 0)).toBe(true);
  expect(await faultOf(cancel(id))).toBe('409 watch/alert-ended');
  expect((await historyOf(fr, id)).at(-1)).toBe('watch.cancel-alert done watch/senders');
  expect(await historyOf(ma, id)).toContain('watch.hear-cancellation done watch/called-off-by-its-sender');
});

test('an update takes the place of the alert, with a countdown of its own', async () => {
  const id = await sent();
  await ok(ma.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, {}));
  const draft = await ok(fr.call('analyst', 'POST', `${alerts}/${id}/update`, updateText()));
  expect(draft).toMatchObject({ state: 'draft', replaces: id, marking: { tlp: 'amber' } });
  // Until it is sent, the first one stands.
  expect(await on(fr, id)).toMatchObject({ ended: null });
  await ok(send(draft.id));
  const told = await endedOn(ma, id);
  expect(told).toMatchObject({
    ended: { how: 'updated', reason: 'Le feu est confirmé', replacedBy: draft.id },
  });
  const update = await until(async () => (await on(ma, draft.id)) ?? null);
  expect(update).toMatchObject({ replaces: id, reason: 'Le feu est confirmé', severity: 'Extreme' });
  expect(update.countries).toMatchObject([{ acknowledgedAt: null }]);
  await ok(ma.call('watch-officer', 'POST', `${alerts}/${String(draft.id)}/acknowledge`, {}));
  expect(await faultOf(fr.call('analyst', 'POST', `${alerts}/${id}/update`, updateText()))).toBe(
    '409 watch/alert-ended',
  );
});

test('of two updates of one alert the first that is sent counts', async () => {
  const id = await sent();
  const [one, other] = [
    await ok(fr.call('analyst', 'POST', `${alerts}/${id}/update`, updateText())),
    await ok(fr.call('analyst', 'POST', `${alerts}/${id}/update`, updateText())),
  ];
  await ok(send(one.id));
  expect(await faultOf(send(other.id))).toBe('409 watch/alert-ended');
  expect(await on(fr, other.id)).toMatchObject({ state: 'draft' });
  await ok(fr.call('analyst', 'POST', `${alerts}/${String(other.id)}/cancel`, { reason: 'Double' }));
  expect(await faultOf(send(other.id))).toBe('409 watch/alert-ended');
});

test.each([
  [
    'by who only reads it',
    () => sent().then((id) => fr.call('observer', 'POST', `${alerts}/${id}/cancel`, { reason: 'x' })),
    '404 access/absent',
  ],
  [
    'by who writes but does not send',
    () => sent().then((id) => fr.call('analyst', 'POST', `${alerts}/${id}/cancel`, { reason: 'x' })),
    '403 access/refused',
  ],
  ['by who received it', () => sent().then((id) => cancel(id, ma)), '404 access/absent'],
  ['without a reason', () => sent().then((id) => cancel(id, fr, ' \u200b ')), '400 input/nothing-visible'],
  [
    'naming a telephone',
    () => sent().then((id) => cancel(id, fr, 'Voir +33 6 12 34 56 78')),
    '422 watch/alert-names-person',
  ],
  [
    'with text turned round',
    () => sent().then((id) => cancel(id, fr, 'x\u202ey')),
    '422 input/hidden-characters',
  ],
])('an alert is not called off %s', async (_what, attempt, fault) => {
  expect(await faultOf(attempt())).toBe(fault);
});

/** What a partner's node sends when its software lies; the receiver's fault, or `accepted`. */
const lie = async (from: WorldNode, to: WorldNode, kind: string, object: JsonObject): Promise<string> => {
  const copy = { kind, body: { ...toBundle([]), objects: [object] } };
  const house = { kind: 'system', name: 'test', party: from.party } as const;
  const envelope = await from.database.transact(house, (unit) =>
    from.federation.send(unit, mintReleased(copy, to.party, 'test/lie')),
  );
  return until(async () => {
    const [one] = await from.database.transact(house, (unit) => from.federation.deliveries(unit, [envelope]));
    return one?.outcome ? (one.fault ?? one.outcome) : null;
  });
};

/** An alert from France to all three, as it travels. */
const wire = (changes: JsonObject = {}): JsonObject & { id: string } => ({
  type: 'x-tansiq-alert',
  spec_version: '2.1',
  id: newId('alert'),
  created_by_ref: fr.party,
  created: soon(-1_000),
  modified: soon(-1_000),
  extensions: { [extensionIds['x-tansiq-alert']]: { extension_type: 'new-sdo' } },
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  language: 'fr',
  headline: 'Message forgé',
  sent_at: soon(-1_000),
  expires_at: soon(3_600_000),
  acknowledge_by: soon(900_000),
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  field: 'event-security',
  purpose: 'event-protection',
  legal_basis: 'Article 4',
  releasable_to_refs: [fr.party, ma.party, es.party],
  review_on: inDays(30),
  erase_on: inDays(90),
  agreement_ref: agreement,
  ...changes,
});
const off = { msg_type: 'Cancel', revoked: true, reason: 'Exercice' };

test('what comes again or in another order changes nothing: what was called off stays so', async () => {
  const first = wire();
  expect(await lie(fr, ma, 'watch.alert', { ...first, ...off, modified: soon(0) })).toBe('accepted');
  expect(await on(ma, first.id)).toMatchObject({ ended: { how: 'cancelled', reason: 'Exercice' } });
  for (const again of [first, first, { ...first, headline: 'Autre' }])
    expect(await lie(fr, ma, 'watch.alert', again)).toBe('accepted');
  expect(await on(ma, first.id)).toMatchObject({ ended: { how: 'cancelled' }, headline: 'Message forgé' });
  expect(await lie(fr, ma, 'watch.alert', { ...first, ...off, reason: 'Autre' })).toBe('accepted');
  expect(await on(ma, first.id)).toMatchObject({ ended: { reason: 'Exercice' } });
});

test('an update that comes before what it takes the place of ends that when it comes', async () => {
  const before = wire();
  const update = wire({ msg_type: 'Update', replaces_ref: before.id, reason: 'Confirmé' });
  await lie(fr, ma, 'watch.alert', update);
  await lie(fr, ma, 'watch.alert', before);
  expect(await on(ma, before.id)).toMatchObject({ ended: { how: 'updated', replacedBy: update.id } });
  expect(await on(ma, update.id)).toMatchObject({ ended: null, replaces: before.id });
});

test('nobody ends the alert of another', async () => {
  const id = await sent();
  expect(await lie(ma, es, 'watch.alert', { ...wire(), ...off, id })).toBe('watch/not-for-us');
  const own = { created_by_ref: ma.party };
  expect(await lie(ma, es, 'watch.alert', { ...wire(), ...off, ...own, id })).toBe('watch/not-for-us');
  const update = wire({ ...own, msg_type: 'Update', replaces_ref: id, reason: 'Faux' });
  expect(await lie(ma, es, 'watch.alert', update)).toBe('accepted');
  expect(await on(es, id)).toMatchObject({ ended: null });
});

test.each([
  ['a reason turned round', () => ({ ...off, reason: 'x\u202ey' }), 'watch/message-unsound'],
  ['words that CAP does not know', () => ({ msg_type: 'Delete' }), 'watch/message-unsound'],
  ['a megabyte of words', () => ({ description: 'x'.repeat(1_048_576) }), 'watch/message-unsound'],
  ['another addressee', () => ({ releasable_to_refs: [fr.party, es.party] }), 'watch/not-for-us'],
])('a message with %s is refused and nothing is kept', async (_what, changes, fault) => {
  const message = wire(changes());
  expect(await lie(fr, ma, 'watch.alert', message)).toBe(fault);
  expect(await on(ma, message.id)).toBeUndefined();
});

test('a countdown that is told from the future begins when it came, and has its limit', async () => {
  const message = wire({ sent_at: '2099-01-01T00:00:00.000Z', acknowledge_by: '2099-12-01T00:00:00.000Z' });
  expect(await lie(fr, ma, 'watch.alert', message)).toBe('accepted');
  const kept = await on(ma, message.id);
  expect(String(kept?.sentAt) <= soon(0)).toBe(true);
  expect(Date.parse(String(kept?.acknowledgeBy)) - Date.parse(String(kept?.sentAt))).toBe(10_080 * 60_000);
});

const acknowledgement = (id: string, changes: JsonObject = {}): JsonObject => ({
  type: 'x-tansiq-acknowledgement',
  spec_version: '2.1',
  id: `x-tansiq-acknowledgement--${crypto.randomUUID()}`,
  created_by_ref: es.party,
  created: soon(0),
  modified: soon(0),
  extensions: { [extensionIds['x-tansiq-acknowledgement']]: { extension_type: 'new-sdo' } },
  alert_ref: id,
  party_ref: es.party,
  acknowledged_at: soon(0),
  role: 'watch-officer',
  ...changes,
});
const countryOn = async (id: string, party: string): Promise<JsonObject | undefined> => {
  const countries = (await on(fr, id))?.countries;
  return Array.isArray(countries) ? countries.filter(isObject).find((one) => one.party === party) : undefined;
};

test('who is named beside the circle is not passed over: the alert is refused', async () => {
  const words = { ar: 'دائرة', fr: 'Cercle', en: 'Circle' };
  const made = { kind: 'bilateral', name: words, members: [fr.party, ma.party] };
  const circle = await ok(fr.call('contact-point', 'POST', '/api/circles', made));
  const given = alertText({ circle: String(circle.id), recipients: [ma.party, es.party] });
  expect(await refusalOf(fr.call('watch-officer', 'POST', alerts, given))).toEqual({
    code: 'watch/alert-beside-circle',
    details: { parties: [es.party] },
  });
});

test('who was not addressed acknowledges nothing, and nobody does so for another', async () => {
  const { id: draft } = await ok(
    fr.call('watch-officer', 'POST', alerts, alertText({ recipients: [ma.party] })),
  );
  const id = String(draft);
  await ok(send(id));
  expect(await lie(es, fr, 'watch.acknowledgement', acknowledgement(id))).toBe('accepted');
  expect(await countryOn(id, es.party)).toBeUndefined();
  const forged = acknowledgement(id, { party_ref: ma.party });
  expect(await lie(es, fr, 'watch.acknowledgement', forged)).toBe('watch/message-unsound');
  expect(await countryOn(id, ma.party)).toMatchObject({ acknowledgedAt: null });
  const history = await historyOf(fr, id);
  expect(history).toContain('watch.hear-acknowledgement done watch/not-sent-or-acknowledged-before');
});

test.each([['2001-01-01T00:00:00.000Z'], ['2099-01-01T00:00:00.000Z']])(
  'an acknowledgement that says it is of %s counts from when it was heard',
  async (acknowledged_at) => {
    const id = await sent();
    await lie(es, fr, 'watch.acknowledgement', acknowledgement(id, { acknowledged_at }));
    const at = Date.parse(String((await countryOn(id, es.party))?.acknowledgedAt));
    expect(Math.abs(at - Date.parse(soon(0)))).toBeLessThan(30_000);
  },
);
