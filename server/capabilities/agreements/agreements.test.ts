/** Agreements and circles between real nodes. */
import { join } from 'node:path';
import Value from 'typebox/value';
import { afterEach, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  agreementState,
  agreementText,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  inDays,
  items,
  journalFindings,
  markingWith,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type AgreementId, asId, type EnvelopeId, newId } from '../../kernel/ids.ts';
import { createKeys } from '../../plumbing/keys/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { agreementHash, signatureText } from './agreement.ts';
import { type Agreement, agreementListSchema, type Circle, circleSchema } from './contract.ts';
import { releaseToParty } from './policy.ts';
import { agreementToWire, circleToWire, signatureToWire } from './wire.ts';

// Three nodes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const openTwo = async (one: string, two: string) => {
  const opened = await openWorld([one, two]);
  world = opened;
  return [nodeOf(opened, one), nodeOf(opened, two)] as const;
};

const openThree = async (one: string, two: string, three: string) => {
  const opened = await openWorld([one, two, three]);
  world = opened;
  return [nodeOf(opened, one), nodeOf(opened, two), nodeOf(opened, three)] as const;
};

const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'story', party: node.party }) as const;

type Objects = Parameters<typeof toBundle>[0];

/** Sends what a node of another make, or of ill will, could send; how the other took it. */
const sendRaw = async (from: WorldNode, to: WorldNode, kind: string, objects: Objects): Promise<string> => {
  const released = releaseToParty({ parties: [to.party] }, to.party, { kind, body: toBundle(objects) });
  if (released === null) throw new Error('not released');
  const envelope: EnvelopeId = await from.database.transact(houseOf(from), (unit) =>
    from.federation.send(unit, released),
  );
  return until(async () => {
    const [delivery] = await from.database.transact(houseOf(from), (unit) =>
      from.federation.deliveries(unit, [envelope]),
    );
    return delivery?.outcome ? [delivery.outcome, delivery.fault].filter(Boolean).join(' ') : null;
  });
};

const findAgreement = (node: WorldNode, id: string): Promise<Agreement> =>
  until(async () => {
    const { body } = await node.call('contact-point', 'GET', '/api/agreements');
    const agreements = Value.Parse(agreementListSchema, body);
    return agreements.find((agreement) => agreement.id === id) ?? null;
  });

const keysOf = (node: WorldNode) => createKeys({ folder: join(node.folder, 'keys'), commonName: node.party });

const signedBy = async (node: WorldNode, id: AgreementId, contentHash: string) => {
  const keys = await keysOf(node);
  const signature = keys.sign(signatureText(id, node.party, contentHash));
  const signed = { party: node.party, contentHash, signature, at: new Date().toISOString() };
  return signatureToWire(id, signed, keys.publicKey);
};

test('an agreement is in force once all three have signed, and ends when one ends it', async () => {
  const [ma, fr, es] = await openThree('ma', 'fr', 'es');
  const text = agreementText([ma, fr, es]);
  expect(await faultOf(ma.call('analyst', 'POST', '/api/agreements', text))).toBe('403 access/refused');
  const id = String((await ok(ma.call('service-head', 'POST', '/api/agreements', text))).id);
  const path = `/api/agreements/${id}`;
  expect(await faultOf(fr.call('service-head', 'POST', `${path}/sign`))).toBe('404 access/absent');
  await ok(ma.call('service-head', 'POST', `${path}/propose`));
  expect(await faultOf(ma.call('service-head', 'POST', `${path}/sign`))).toBe(
    '409 agreements/already-signed',
  );
  const item = await compose(ma, draftWith(id, { recipients: [fr.party, es.party] }));
  expect(await faultOf(act(ma, 'analyst', item, 'propose'))).toBe('409 exchange/not-covered');
  for (const node of [fr, es]) {
    await until(async () => (await agreementState(node, id)) === 'proposed');
    expect(await agreementState(ma, id)).toBe('proposed');
    expect(await faultOf(node.call('analyst', 'POST', `${path}/sign`))).toBe('403 access/refused');
    await ok(node.call('service-head', 'POST', `${path}/sign`));
  }
  for (const node of [ma, fr, es]) await until(async () => (await agreementState(node, id)) === 'in-force');
  await ok(act(ma, 'analyst', item, 'propose'));
  await ok(es.call('contact-point', 'POST', `${path}/end`));
  for (const node of [ma, fr, es]) await until(async () => (await agreementState(node, id)) === 'ended');
  expect(await faultOf(act(ma, 'contact-point', item, 'release'))).toBe('409 exchange/not-covered');
  expect(await faultOf(ma.call('service-head', 'POST', `${path}/end`))).toBe('409 agreements/wrong-state');
  expect(await historyOf(ma, id)).toEqual([
    'agreements.compose done agreements/contact-point-or-head',
    'agreements.propose done agreements/contact-point-or-head',
    'agreements.hear-answer done agreements/party-answers',
    'agreements.hear-answer done agreements/party-answers',
    'agreements.hear-answer done agreements/party-answers',
  ]);
  expect(await historyOf(fr, id)).toContain('agreements.sign refused agreements/contact-point-or-head');
  expect(await historyOf(fr, id)).toContain('agreements.sign refused absent-or-withheld');
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('a second text under one id, a forged signature and a text of others are refused', async () => {
  const [ma, fr, es] = await openThree('ma', 'fr', 'es');
  const id = asId('agreement', await agree([ma, fr]));
  const agreement = await findAgreement(ma, id);
  const wider: Agreement = { ...agreement, fields: [...agreement.fields, 'drugs'] };
  const hash = agreementHash(id, wider);
  const send = (objects: Objects, from = ma) => sendRaw(from, fr, 'agreements.agreement', objects);
  const unsound = 'refused agreements/message-unsound';
  expect(await send([agreementToWire(wider), await signedBy(ma, id, hash)])).toBe(unsound);
  const other = newId('agreement');
  const fresh: Agreement = { ...wider, id: other };
  const forged = { ...(await signedBy(ma, other, agreementHash(other, fresh))), signature: 'A'.repeat(86) };
  expect(await send([agreementToWire(fresh), forged])).toBe(unsound);
  const bySpain = await signedBy(es, other, agreementHash(other, fresh));
  expect(await send([agreementToWire(fresh), bySpain])).toBe(unsound);
  const foreign: Agreement = { ...fresh, parties: [ma.party, es.party] };
  const ofOthers = [agreementToWire(foreign), await signedBy(ma, other, agreementHash(other, foreign))];
  expect(await send(ofOthers)).toBe(unsound);
  // Spain is no party of this agreement and cannot sign or end it.
  const meddling = [await signedBy(es, id, agreementHash(id, agreement))];
  expect(await sendRaw(es, fr, 'agreements.signature', meddling)).toBe('refused access/absent');
  expect((await findAgreement(fr, id)).fields).toEqual(agreement.fields);
  expect(await agreementState(fr, other)).toBeNull();
  const refusals = (await entriesOf(fr, { verb: 'federation.receive' })).filter(
    ({ outcome }) => outcome === 'refused',
  );
  expect(refusals.map(({ rule }) => rule).sort()).toEqual([
    'access/absent',
    ...Array.from({ length: 4 }, () => 'agreements/message-unsound'),
  ]);
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('a signature that overtakes the text counts once that text is there', async () => {
  const [ma, fr, es] = await openThree('ma', 'fr', 'es');
  const draft = await ok(ma.call('service-head', 'POST', '/api/agreements', agreementText([ma, fr, es])));
  const id = asId('agreement', String(draft.id));
  const agreement = await findAgreement(ma, id);
  const early = await signedBy(es, id, agreementHash(id, agreement));
  expect(await sendRaw(es, fr, 'agreements.signature', [early])).toBe('accepted');
  expect(await agreementState(fr, id)).toBeNull();
  await ok(ma.call('service-head', 'POST', `/api/agreements/${id}/propose`));
  expect((await findAgreement(fr, id)).signatures.map(({ party }) => party).sort()).toEqual(
    [ma.party, es.party].sort(),
  );
  await ok(fr.call('service-head', 'POST', `/api/agreements/${id}/sign`));
  expect(await agreementState(fr, id)).toBe('in-force');
});

test('an agreement ends while the link is suspended; the other side hears of it later', async () => {
  const [ma, fr] = await openTwo('ma', 'fr');
  const id = await agree([ma, fr]);
  await ok(fr.call('contact-point', 'POST', `/api/parties/links/${ma.party}/suspend`));
  const linkAt = (node: WorldNode, party: WorldNode['party']) =>
    node.database.transact(houseOf(node), (unit) => node.federation.linkState(unit, party));
  await until(async () => (await linkAt(ma, fr.party)) === 'suspended');
  await ok(ma.call('service-head', 'POST', `/api/agreements/${id}/end`));
  expect(await agreementState(fr, id)).toBe('in-force');
  const [ended] = await entriesOf(ma, { subject: id, verb: 'agreements.end' });
  expect(ended?.details).toEqual({ untold: [fr.party] });
  await ok(fr.call('contact-point', 'POST', `/api/parties/links/${ma.party}/resume`));
  await until(async () => (await agreementState(fr, id)) === 'ended');
});

test('what the agreement does not name is refused, with what is missing', async () => {
  const [ma, fr, es] = await openThree('ma', 'fr', 'es');
  const id = await agree([ma, fr]);
  const gapOf = async (changes: JsonObject): Promise<unknown> => {
    const item = await compose(ma, draftWith(id, { recipients: [fr.party], ...changes }));
    const { code, details } = await refusalOf(act(ma, 'analyst', item, 'propose'));
    const entries = await entriesOf(ma, { subject: item, verb: 'exchange.propose' });
    expect(entries).toEqual([]);
    return details.gap === undefined ? code : `${code} ${String(details.gap)}`;
  };
  expect(await gapOf({ marking: markingWith({ field: 'drugs' }) })).toBe('exchange/not-covered field');
  const detection = markingWith({ purpose: 'detection' });
  expect(await gapOf({ marking: detection })).toBe('exchange/not-covered purpose');
  expect(await gapOf({ recipients: [fr.party, es.party] })).toBe('exchange/not-covered recipient');
  expect(await gapOf({ agreement: null })).toBe('exchange/no-agreement');
  expect(await gapOf({ agreement: newId('agreement') })).toBe('exchange/not-covered no-agreement');
  expect(await gapOf({ recipients: [] })).toBe('exchange/no-recipient');
  const later = await ok(
    ma.call('service-head', 'POST', '/api/agreements', agreementText([ma, fr], { validFrom: inDays(2) })),
  );
  await ok(ma.call('service-head', 'POST', `/api/agreements/${String(later.id)}/propose`));
  expect(await gapOf({ agreement: String(later.id) })).toBe('exchange/not-covered not-in-force');
  const bad = agreementText([ma, fr], { validUntil: inDays(-1) });
  expect(await faultOf(ma.call('service-head', 'POST', '/api/agreements', bad))).toBe(
    '422 agreements/draft-unsound',
  );
  const unlinked = agreementText([ma, fr], { parties: [ma.party, newId('party')] });
  expect(await faultOf(ma.call('service-head', 'POST', '/api/agreements', unlinked))).toBe(
    '409 agreements/not-linked',
  );
});

test('a circle that grows names who receives from then on, and only its owner makes it grow', async () => {
  const [fr, ma, es] = await openThree('fr', 'ma', 'es');
  const agreement = await agree([fr, ma, es]);
  const name = { ar: 'دائرة', fr: 'Cercle', en: 'Circle' };
  const small = { name, kind: 'event', members: [fr.party, ma.party] };
  const made = Value.Parse(circleSchema, await ok(fr.call('centre-head', 'POST', '/api/circles', small)));
  const path = `/api/circles/${made.id}`;
  await until(async () => (await okList(ma.call('analyst', 'GET', '/api/circles'))).length === 1);
  const before = await compose(fr, draftWith(agreement, { circle: made.id }));
  await ok(act(fr, 'analyst', before, 'propose'));
  const wide = { ...small, members: [fr.party, ma.party, es.party] };
  expect(await faultOf(ma.call('centre-head', 'PUT', `${path}?version=1`, wide))).toBe('403 access/refused');
  expect(await faultOf(es.call('centre-head', 'PUT', `${path}?version=1`, wide))).toBe('404 access/absent');
  expect(await faultOf(fr.call('centre-head', 'PUT', `${path}?version=2`, wide))).toBe('409 state/changed');
  const regional = { ...wide, kind: 'region' };
  expect(await faultOf(fr.call('centre-head', 'PUT', `${path}?version=1`, regional))).toBe(
    '422 agreements/draft-unsound',
  );
  expect(await ok(fr.call('centre-head', 'PUT', `${path}?version=1`, wide))).toMatchObject({ version: 2 });
  await until(async () => (await okList(es.call('analyst', 'GET', '/api/circles'))).length === 1);
  const stolen: Circle = { ...made, owner: es.party, version: 9, members: [es.party, ma.party] };
  expect(await sendRaw(es, ma, 'agreements.circle', [circleToWire(stolen)])).toBe(
    'refused agreements/message-unsound',
  );
  const inOthersName: Circle = { ...made, version: 9, members: [fr.party, es.party, ma.party] };
  expect(await sendRaw(es, ma, 'agreements.circle', [circleToWire(inOthersName)])).toBe(
    'refused access/absent',
  );
  await ok(act(fr, 'contact-point', before, 'release'));
  await arrived(ma, before);
  const after = await compose(fr, draftWith(agreement, { circle: made.id }));
  await ok(act(fr, 'analyst', after, 'propose'));
  await ok(act(fr, 'contact-point', after, 'release'));
  await arrived(es, after);
  expect(await faultOf(es.call('analyst', 'GET', `${items}/${before}`))).toBe('404 access/absent');
  const beside = draftWith(agreement, { circle: made.id, recipients: [ma.party, newId('party')] });
  expect(await faultOf(fr.call('analyst', 'POST', items, beside))).toBe(
    '422 exchange/recipients-beside-circle',
  );
  const unknown = draftWith(agreement, { circle: newId('circle') });
  expect(await faultOf(fr.call('analyst', 'POST', items, unknown))).toBe('422 exchange/unknown-circle');
  expect(await historyOf(ma, made.id)).toContain('agreements.hear-circle done agreements/owner-versions');
  expect(world && (await journalFindings(world))).toEqual([]);
});
