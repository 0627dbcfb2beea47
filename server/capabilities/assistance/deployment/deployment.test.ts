/**
 * Two real nodes: France asks for dog teams, Morocco names them, and they go the whole way to their debrief.
 * What is forged, out of turn, late, or without a host pair is refused.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askContent,
  askedLine,
  asks,
  has,
  offered,
  sayAs,
  settled as settledThread,
  stepContent,
} from '../../../../testing/assistance-story.ts';
import { agree, faultOf, newcomer, nodeOf, ok, okList, refusalOf } from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { callAs, openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { mintReleased } from '../../../kernel/released.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import { verifySignature } from '../../../plumbing/keys/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import { checkBadge, openRevocations, readBadgeKeys } from './badge-check.ts';
import { badgesOf } from './badge-store.ts';
import { shortHash } from './badges-service.ts';
import { findUnit, wasErased } from './unit-store.ts';
import { deploymentKinds, stepToWire } from './wire.ts';

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const inDays = (days: number): string => later(clock.now(), days * dayMs);

let world: World;
let fr: WorldNode;
let ma: WorldNode;
type Person = Awaited<ReturnType<typeof newcomer>>;
let host: Person;
let partner: Person;
let escort: Person;
let ask = '';
let escortId = '';
const line = randomUUID();
const units = '/api/assistance/units';
const grounds = () => ({
  purpose: 'Renfort cynophile des Jeux',
  legalBasis: 'Accord, article 4',
  reviewOn: dayOf(inDays(30)),
  eraseOn: dayOf(inDays(90)),
});

const profile = (nameLatin: string, changes: JsonObject = {}): JsonObject => ({
  nameLatin,
  nameArabic: 'يوسف العمراني',
  service: 'DGSN',
  rank: 'Inspecteur',
  specialty: 'explosive-dog',
  skills: ['k9-urban'],
  languages: ['ar', 'fr'],
  powers: ['search', 'carry-arms'],
  arms: [{ type: 'Beretta 92', serial: 'M-4471' }],
  dog: { name: 'Rex', chip: '504000000000001' },
  certificates: ['dog-team', 'dog-health'].map((kind) => ({
    kind,
    number: `C-${kind}`,
    issued: dayOf(inDays(-100)),
    expires: dayOf(inDays(60)),
  })),
  phone: '+212 600 000 001',
  home: { name: 'Rabat', lat: 34.02, lon: -6.83 },
  available: { from: inDays(-1), until: inDays(20) },
  hoursPerDay: 12,
  hoursPer7Days: 60,
  teamSize: 1,
  ...changes,
});
const names = (profiles: readonly JsonObject[], changes: JsonObject = {}) =>
  partner('POST', `${units}/names`, { ask, line, grounds: grounds(), profiles, ...changes });
const release = () => ma.call('contact-point', 'POST', `${units}/names/release`, { ask, line });
const step = (who: Person, id: string, draft: JsonObject) => who('POST', `${units}/${id}/steps`, draft);
const unitAt = (who: Person, id: string) => ok(who('GET', `${units}/${id}`));
const settled = (who: Person, id: string, state: string) =>
  until(async () => {
    const { body } = await who('GET', `${units}/${id}`);
    return isObject(body) && body.state === state;
  });

/** Past all rules of the sender's own node; what the other answered. */
const forge = async (from: WorldNode, to: WorldNode, kind: string, object: JsonObject): Promise<string> => {
  const house = { kind: 'system', name: 'hostile', party: from.party } as const;
  const body = toBundle([{ ...object, id: String(object.id), type: String(object.type) }]);
  const envelope = await from.database.transact(house, (unit) =>
    from.federation.send(unit, mintReleased({ kind, body }, to.party, 'hostile')),
  );
  const { outcome, fault } = await until(() =>
    from.database.transact(house, async (unit) => {
      const [delivery] = await from.federation.deliveries(unit, [envelope]);
      return delivery?.outcome ? delivery : null;
    }),
  );
  return fault === null ? String(outcome) : `${String(outcome)} ${fault}`;
};

const accept = async (quantity: number): Promise<void> => {
  const asked = { ...askedLine(line, 'explosive-dog', quantity), from: inDays(1), to: inDays(20) };
  const content = askContent({ lines: [asked], answerBy: inDays(3) });
  const address = { agreement: await agree([fr, ma]), circle: null, recipients: [ma.party] };
  ask = String((await ok(host('POST', asks, { content, address }))).id);
  await ok(host('POST', `${asks}/${ask}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${ask}/issue`));
  await has(ma, ask);
  const lines = [offered(line, quantity)];
  const said = { id: ask, party: ma };
  await sayAs(partner, { ...said, node: ma, what: stepContent('offer', { lines }) });
  await settledThread(fr, ask, ma, 'offered');
  const { steps } = await ok(fr.call('contact-point', 'GET', `${asks}/${ask}`));
  const offer = (Array.isArray(steps) ? steps.filter(isObject) : []).find(
    ({ content: of }) => isObject(of) && of.kind === 'offer',
  );
  const answers = Number(offer?.number);
  await sayAs(host, { ...said, node: fr, what: stepContent('accept', { answers, lines }) });
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma'], { clock });
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  host = await newcomer(fr, { email: 'planner@fr.example', roles: ['event-planner'] });
  partner = await newcomer(ma, { email: 'planner@ma.example', roles: ['event-planner'] });
  const [account] = await fr.parties.createDemoAccounts([
    {
      name: 'Claire Morel',
      nameArabic: 'كلير موريل',
      email: 'escort@fr.example',
      languages: ['fr'],
      roles: ['host-officer'],
      clearance: 'green',
      desks: [],
      password: 'a long invented passphrase',
    },
  ]);
  if (account === undefined) throw new Error('no account');
  escortId = account.person;
  escort = callAs(fr.address, new Map([[account.role, account]])).bind(null, account.role);
  await accept(3);
});
afterAll(() => world.close());

const here = { unit: '', other: '', hostUnit: '', replacing: '' };

test('names leave with the contact point alone, as many as were accepted, and hide nothing', async () => {
  const made = await until(async () => {
    const answer = await names([profile('Youssef EL AMRANI'), profile('Omar TAZI')]);
    return answer.status === 201 && isObject(answer.body) ? answer.body : null;
  });
  const [first, second] = Array.isArray(made.named) ? made.named.map(String) : [];
  here.unit = first ?? '';
  here.other = second ?? '';
  expect(await faultOf(names([profile('Ali\u202ENINE')]))).toBe('422 input/hidden-characters');
  expect(await faultOf(names([profile('يوسف')]))).toBe('422 assistance/profile-unsound');
  expect(await faultOf(names([profile('A B', { specialty: 'mounted' })]))).toBe(
    '422 assistance/profile-unsound',
  );
  expect(await faultOf(names([profile('A B'), profile('C D')]))).toBe('409 assistance/beyond-quantity');
  expect(await faultOf(partner('POST', `${units}/names/release`, { ask, line }))).toBe('403 access/refused');
  expect((await fr.call('centre-head', 'GET', units)).body).toMatchObject({ units: [] });
  expect(await ok(release())).toEqual({ released: 2, own: 0 });
  for (const id of [here.unit, here.other])
    await until(
      async () =>
        (await host('GET', `${units}?kind=visiting`)).status === 200 &&
        JSON.stringify((await host('GET', units)).body).includes(id),
    );
});

test('whoever reads a unit whole states why; who has no business with it finds nothing', async () => {
  expect(await faultOf(host('GET', `${units}/${here.unit}`))).toBe('428 parties/reason-needed');
  for (const who of [host, partner]) await ok(who('POST', '/api/parties/context', { reason: 'Déploiement' }));
  expect(await unitAt(host, here.unit)).toMatchObject({
    state: 'named',
    profile: { phone: '+212 600 000 001' },
  });
  expect(await faultOf(escort('GET', `${units}/${here.unit}`))).toBe('404 access/absent');
  expect(await faultOf(fr.call('analyst', 'GET', `${units}/${here.unit}`))).toBe('404 access/absent');
});

test('a partner does not vet its own officer: not by its console, not by a forged message', async () => {
  expect(await faultOf(step(partner, here.unit, { kind: 'vet', ground: null }))).toBe('403 access/refused');
  const vet = { id: randomUUID(), unit: here.unit, by: ma.party, at: clock.now() };
  expect(await forge(ma, fr, deploymentKinds.step, stepToWire({ step: 'vet' }, vet))).toBe(
    'refused assistance/not-your-step',
  );
  expect(await unitAt(host, here.unit)).toMatchObject({ state: 'named', vetting: null });
});

const badgeOf = async (id: string) => {
  const { badges } = await unitAt(host, id);
  return Array.isArray(badges) ? badges.filter(isObject) : [];
};

test('without a host pair nobody is tasked, by the API or by import; with one he is', async () => {
  for (const id of [here.unit, here.other]) {
    await ok(step(host, id, { kind: 'vet', ground: null }));
    const until = dayOf(inDays(20));
    await ok(step(host, id, { kind: 'accredit', until, zones: ['Stade', 'Gare'], armed: true }));
    await ok(step(host, id, { kind: 'arrive', lodging: 'Caserne Nord' }));
  }
  const period = { from: inDays(0.1), until: inDays(1) };
  const task = { text: 'Contrôle du parking P4', period };
  const refused = await refusalOf(host('POST', `${units}/${here.unit}/tasks`, task));
  expect(refused).toEqual({ code: 'assistance/not-taskable', details: { reasons: ['no-host-pair'] } });
  const tasks = { tasks: [{ unit: here.unit, ...task }], dryRun: false };
  expect(await ok(host('POST', `${units}/tasks`, tasks))).toEqual({
    stored: 0,
    refused: [{ row: 1, unit: here.unit, reasons: ['no-host-pair'] }],
  });
  const board = await ok(host('GET', '/api/assistance/board'));
  expect(JSON.stringify(board)).toContain('"part":"unpaired","count":2');

  const own = {
    grounds: grounds(),
    profile: profile('Claire MOREL', { languages: ['fr'] }),
    person: escortId,
  };
  here.hostUnit = String((await ok(host('POST', units, own))).id);
  const [suggested] = await okList(host('GET', `${units}/${here.unit}/hosts`));
  expect(suggested).toMatchObject({ host: here.hostUnit, sameSpecialty: true, languages: ['fr'] });
  const pair = { host: here.hostUnit, period: { from: inDays(-0.1), until: inDays(5) } };
  for (const id of [here.unit, here.other]) await ok(host('POST', `${units}/${id}/pairs`, pair));
  expect(await ok(host('POST', `${units}/${here.unit}/tasks`, task))).toMatchObject({
    state: 'tasked',
    reasons: [],
  });
  // His pair reads him without a reason, and finds him in his list; nobody else of his role does.
  expect(await ok(escort('GET', `${units}?kind=visiting`))).toMatchObject({ next: null, units: [{}, {}] });
  expect(await ok(escort('GET', `${units}/${here.unit}`))).toMatchObject({ nameLatin: 'Youssef EL AMRANI' });
  await settled(partner, here.unit, 'tasked');
  const seen = await unitAt(partner, here.unit);
  expect(JSON.stringify(seen)).not.toMatch(/Claire|Caserne|parking/);
});

test('a badge is checked offline; a forged one, and one of another node, do not pass', async () => {
  const keys = await ok(escort('GET', '/api/assistance/badge-keys'));
  const known = readBadgeKeys(keys);
  if (known === null) throw new Error('no keys');
  const house = { kind: 'system', name: 'test', party: fr.party } as const;
  const [badge] = await badgeOf(here.unit);
  const code = await fr.database.transact(house, async (unit) => {
    return (await badgesOf(unit, [here.unit]))[0]?.code ?? '';
  });
  expect(code.length).toBeLessThan(600);
  const check = async (key: string, text: string, signature: string) => verifySignature(key, text, signature);
  const about = {
    keys: known,
    today: dayOf(clock.now()),
    revoked: null,
    check,
    hash: async (text: string) => shortHash(text),
  };
  expect(await checkBadge(code, about)).toMatchObject({
    verdict: 'valid',
    statement: { b: badge?.number, w: true },
  });
  const elsewhere = { ...known, party: ma.party };
  expect(await checkBadge(code, { ...about, keys: elsewhere })).toMatchObject({ verdict: 'other-service' });
  const [head, body = '', signature] = code.split('.');
  const altered = Buffer.from(body, 'base64url').toString().replace('"w":true', '"w":false');
  const forged = [head, Buffer.from(altered).toString('base64url'), signature].join('.');
  expect(await checkBadge(forged, about)).toEqual({ verdict: 'forged', statement: null });
  // The badge outlives its key; what that key signs from now on, whatever its date, does not pass.
  const oldKey = { ...known, keys: known.keys };
  await fr.federation.rotateKey();
  const renewed = await ok(escort('GET', '/api/assistance/badge-keys'));
  const after = readBadgeKeys(renewed) ?? oldKey;
  expect(after.keys.map(({ publicKey }) => publicKey)).toEqual([
    fr.federation.identity().descriptor.identityKey,
    oldKey.keys[0]?.publicKey,
  ]);
  const listNow = await openRevocations(String(renewed.revoked), after, check);
  expect(await checkBadge(code, { ...about, keys: after, revoked: listNow })).toMatchObject({
    verdict: 'valid',
  });
  const none = { v: 1 as const, p: fr.party, t: clock.now(), h: [], o: [] };
  expect(await checkBadge(code, { ...about, keys: after, revoked: none })).toMatchObject({
    verdict: 'former-key',
  });
  expect(await openRevocations(String(renewed.revoked), oldKey, check)).toBeNull();
  const pdf = await fetch(`${fr.address}${units}/${here.unit}/badge?language=ar`);
  expect(pdf.status).toBe(401);

  // Replaced after he was accredited: his badge is on the list that is carried along.
  const made = await ok(names([profile('Salma BENNIS')], { replaces: here.unit }));
  await ok(release());
  await settled(host, here.unit, 'withdrawn');
  const listed = String((await ok(escort('GET', '/api/assistance/badge-keys'))).revoked);
  const revoked = await openRevocations(listed, after, check);
  expect(await checkBadge(code, { ...about, keys: after, revoked })).toMatchObject({ verdict: 'revoked' });
  expect(await openRevocations(listed, elsewhere, check)).toBeNull();
  const [replacing] = Array.isArray(made.named) ? made.named.map(String) : [];
  await until(async () => (await host('GET', `${units}/${replacing}`)).status === 200);
  expect(await unitAt(host, here.unit)).toMatchObject({ pairs: [], tasks: [], reasons: ['withdrawn'] });
  here.replacing = replacing ?? '';
});

test('a place is kept for who replaces: for several at once, and of one who was refused', async () => {
  const draft = async (nameLatin: string, changes: JsonObject = {}): Promise<string> => {
    const { named } = await ok(names([profile(nameLatin)], changes));
    return Array.isArray(named) ? String(named[0]) : '';
  };
  const [first, second] = [
    await draft('Hind ALAMI', { replaces: here.other }),
    await draft('Reda KADIRI', { replaces: here.replacing }),
  ];
  const third = await draft('Imane ZAKI');
  expect(await faultOf(names([profile('A B')]))).toBe('409 assistance/beyond-quantity');
  expect(await faultOf(names([profile('A B')], { replaces: first }))).toBe('409 assistance/step-not-now');
  for (const id of [first, third]) expect((await partner('DELETE', `${units}/${id}`)).status).toBe(204);
  await ok(step(host, here.replacing, { kind: 'vet', ground: 'incomplete-papers' }));
  await settled(partner, here.replacing, 'refused');
  expect(await ok(release())).toEqual({ released: 1, own: 0 });
  await until(async () => (await host('GET', `${units}/${second}`)).status === 200);
  expect(await unitAt(host, second)).toMatchObject({ replaces: here.replacing, state: 'named' });
});

test('an expired certificate keeps a paired officer back', async () => {
  const period = { from: inDays(0.1), until: inDays(1) };
  expect(await ok(host('POST', `${units}/${here.other}/tasks`, { text: 'Gare', period }))).toMatchObject({
    state: 'tasked',
  });
  const old = profile('Nadia FASSI', { certificates: [] });
  const own = { grounds: grounds(), profile: old, person: null };
  const { id } = await ok(host('POST', units, own));
  // Who stands in the register is not deleted: it says what to do instead.
  expect(await faultOf(host('DELETE', `${units}/${String(id)}`))).toBe('409 assistance/withdraw-instead');
  // Which papers, and not only that some are wanting.
  expect(await unitAt(host, String(id))).toMatchObject({
    wanting: { missing: ['dog-team', 'dog-health'], expired: [] },
  });
  const refused = await refusalOf(host('POST', `${units}/${String(id)}/tasks`, { text: 'Gare', period }));
  expect(refused.details).toEqual({ reasons: ['certificate-missing'] });
});

test('a host officer who is withdrawn leaves his visitor unpaired at once', async () => {
  await ok(step(host, here.hostUnit, { kind: 'withdraw', reason: 'Maladie' }));
  expect(await unitAt(host, here.other)).toMatchObject({
    state: 'arrived',
    pairs: [],
    reasons: ['no-host-pair'],
  });
  expect(await faultOf(escort('GET', `${units}/${here.other}`))).toBe('404 access/absent');
  await settled(partner, here.other, 'arrived');
});

test('both extend, the host releases, both debrief; a step said twice changes nothing', async () => {
  const stays = inDays(30);
  expect(await faultOf(step(host, here.other, { kind: 'propose-extension', until: inDays(5) }))).toBe(
    '422 assistance/extension-not-later',
  );
  await ok(step(host, here.other, { kind: 'propose-extension', until: stays }));
  await until(async () => (await unitAt(partner, here.other)).proposal !== null);
  await ok(step(partner, here.other, { kind: 'agree-extension', until: stays }));
  await until(async () => (await unitAt(host, here.other)).proposal === null);
  expect(await unitAt(host, here.other)).toMatchObject({ available: { until: stays } });
  await ok(step(host, here.other, { kind: 'release' }));
  await settled(partner, here.other, 'released');
  const said = { id: randomUUID(), unit: here.other, by: ma.party, at: clock.now() };
  const wire = stepToWire({ step: 'debrief', text: 'Chien fatigué au troisième jour' }, said);
  expect(await forge(ma, fr, deploymentKinds.step, wire)).toBe('accepted');
  expect(await forge(ma, fr, deploymentKinds.step, wire)).toBe('refused assistance/step-repeated');
  expect(await ok(step(host, here.other, { kind: 'debrief', text: 'Excellente équipe' }))).toMatchObject({
    state: 'debriefed',
  });
});

test('on its date an officer is erased; a step that comes late keeps nothing', async () => {
  const house = { kind: 'system', name: 'test', party: fr.party } as const;
  ahead = 91 * dayMs;
  await fr.runJobs();
  const find = (id: string) =>
    fr.database.transact(house, (unit) => Promise.all([findUnit(unit, id), wasErased(unit, id)]));
  expect(await find(here.other)).toEqual([null, true]);
  const late = { id: randomUUID(), unit: here.other, by: ma.party, at: clock.now() };
  const wire = stepToWire({ step: 'debrief', text: 'Trop tard' }, late);
  expect(await forge(ma, fr, deploymentKinds.step, wire)).toBe('refused assistance/unit-erased');
  expect(await find(here.other)).toEqual([null, true]);
});
