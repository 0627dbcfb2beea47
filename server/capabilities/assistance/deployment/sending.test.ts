/** Two real nodes: who releases names, what a refusal over there does here, what is mended, and what ends. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProfile } from '../../../../testing/a-profile.ts';
import {
  askContent,
  askedLine,
  asks,
  has,
  offered,
  sayAs,
  settled,
  stepContent,
} from '../../../../testing/assistance-story.ts';
import { agree, entriesOf, faultOf, newcomer, nodeOf, ok, refusalOf } from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import type { Profile } from './contract.ts';

const inDays = (days: number): string => later(new Date().toISOString(), days * dayMs);
const units = '/api/assistance/units';
const line = randomUUID();
type Person = Awaited<ReturnType<typeof newcomer>>;
let world: World;
let fr: WorldNode;
let ma: WorldNode;
let host: Person;
let partner: Person;
let contact: Person;
let second: Person;
let ask = '';

const profile = (nameLatin: string, changes: Partial<Profile> = {}): Profile =>
  aProfile({
    nameLatin,
    specialty: 'bomb-disposal',
    certificates: [],
    available: { from: inDays(-1), until: inDays(20) },
    ...changes,
  });
const grounds = {
  purpose: 'Renfort',
  legalBasis: 'Article 4',
  reviewOn: dayOf(inDays(30)),
  eraseOn: dayOf(inDays(90)),
};
const paper = {
  kind: 'bomb-disposal',
  number: 'EOD-1',
  issued: dayOf(inDays(-9)),
  expires: dayOf(inDays(60)),
} as const;
const name = async (who: Person, profiles: readonly Profile[], changes: JsonObject = {}) => {
  const { named, notes } = await ok(
    who('POST', `${units}/names`, { ask, line, grounds, profiles: [...profiles], ...changes }),
  );
  return { ids: Array.isArray(named) ? named.map(String) : [], notes };
};
const release = (who: Person) => who('POST', `${units}/names/release`, { ask, line });
const at = (who: Person, id: string) => ok(who('GET', `${units}/${id}`));
const comes = (who: Person, id: string, what: (unit: JsonObject) => boolean) =>
  until(async () => {
    const { status, body } = await who('GET', `${units}/${id}`);
    return status === 200 && isObject(body) && what(body);
  });
const step = (who: Person, id: string, draft: JsonObject) => who('POST', `${units}/${id}/steps`, draft);
const mend = async (who: Person, id: string, changes: Partial<Profile>, version?: number) => {
  const { profile: before, version: read } = await at(who, id);
  if (!isObject(before)) throw new Error('no profile');
  const given = { profile: { ...before, ...changes }, person: null, version: version ?? Number(read) };
  return who('PUT', `${units}/${id}`, given);
};
/** Past all rules: what a broken, older or restored node would hold. */
const spoil = (node: WorldNode, ...statements: readonly ReturnType<typeof sql>[]) =>
  node.database.transact({ kind: 'system', name: 'spoil', party: node.party }, async (unit) => {
    for (const one of statements) await one.execute(unit.tables<object>());
  });
const quantity = (node: WorldNode, change: number) =>
  spoil(node, sql`update assistance_accepted_line set quantity = quantity + ${change} where ask = ${ask}`);

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  host = await newcomer(fr, { email: 'planner@fr.example', roles: ['event-planner'] });
  partner = await newcomer(ma, { email: 'planner@ma.example', roles: ['event-planner'] });
  contact = await newcomer(ma, { email: 'contact@ma.example', roles: ['contact-point'] });
  second = ma.call.bind(null, 'contact-point');
  for (const who of [host, partner, contact, second])
    await ok(who('POST', '/api/parties/context', { reason: 'Déploiement' }));
  const asked = { ...askedLine(line, 'bomb-disposal', 5), from: inDays(0.01), to: inDays(20) };
  const content = askContent({ lines: [asked], answerBy: inDays(3) });
  const address = { agreement: await agree([fr, ma]), circle: null, recipients: [ma.party] };
  ask = String((await ok(host('POST', asks, { content, address }))).id);
  await ok(host('POST', `${asks}/${ask}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${ask}/issue`));
  await has(ma, ask);
  const said = { id: ask, party: ma };
  const lines = [offered(line, 5)];
  await sayAs(partner, { ...said, node: ma, what: stepContent('offer', { lines }) });
  await settled(fr, ask, ma, 'offered');
  const { steps } = await ok(host('GET', `${asks}/${ask}`));
  const offer = (Array.isArray(steps) ? steps.filter(isObject) : []).find(
    ({ content: of }) => isObject(of) && of.kind === 'offer',
  );
  await sayAs(host, {
    ...said,
    node: fr,
    what: stepContent('accept', { answers: Number(offer?.number), lines }),
  });
  await settled(ma, ask, ma, 'accepted');
});
afterAll(() => world.close());

const here = { first: '', second: '', own: '' };

test('who wrote or changed a name does not release it; the contact point hears that names wait', async () => {
  await until(async () => (await release(second)).status === 200);
  const mine = await name(contact, [profile('Ali UN')]);
  const { nameArabic } = profile('Ali UN');
  const papers = { missing: ['bomb-disposal'], expired: [] };
  expect(mine.notes).toEqual([{ row: 1, nameLatin: 'Ali UN', nameArabic, ...papers }]);
  expect(await faultOf(release(contact))).toBe('403 assistance/own-words');
  expect(await ok(second('GET', '/api/assistance/waiting'))).toMatchObject({ toRelease: 1 });
  expect(await ok(second('GET', asks))).toMatchObject({ items: [{ id: ask, toRelease: true }] });
  const theirs = await name(partner, [profile('Omar DEUX'), profile('Driss TROIS')]);
  [here.first = '', here.second = ''] = theirs.ids;
  await ok(mend(contact, here.second, { phone: '+212 1' }));
  expect(await ok(release(contact))).toEqual({ released: 1, own: 2 });
  expect(await ok(release(second))).toEqual({ released: 2, own: 0 });
  expect(await ok(second('GET', '/api/assistance/waiting'))).toMatchObject({ toRelease: 0 });
  for (const id of [...mine.ids, ...theirs.ids]) await comes(host, id, () => true);
  here.own = mine.ids[0] ?? '';
});

test('a name that the host’s node refuses is seen, takes no place, is mended and sent again', async () => {
  await quantity(fr, -2);
  const { ids } = await name(partner, [profile('Samir QUATRE'), profile('Karim CINQ')]);
  await ok(release(second));
  const [lost = '', other = ''] = ids;
  await comes(partner, lost, ({ state }) => state === 'turned-away');
  const seen = await at(partner, lost);
  expect(JSON.stringify(seen.refusal)).toContain('More officers are named than were accepted.');
  await comes(partner, other, ({ state }) => state === 'turned-away');
  const third = await name(partner, [profile('Hamid SIX')]);
  expect((await partner('DELETE', `${units}/${third.ids[0]}`)).status).toBe(204);
  await quantity(fr, 2);
  expect(await ok(mend(partner, lost, { certificates: [paper] }))).toMatchObject({
    state: 'draft',
    refusal: null,
  });
  await ok(release(second));
  await comes(host, lost, () => true);
  expect((await partner('DELETE', `${units}/${other}`)).status).toBe(204);
});

test('what was sent is mended until accreditation: of the same officer, released by another', async () => {
  await comes(partner, here.first, ({ changes }) => changes === true);
  expect(await faultOf(mend(partner, here.first, { nameLatin: 'Autre NOM' }))).toBe(
    '422 assistance/another-officer',
  );
  expect(await ok(mend(partner, here.first, { certificates: [paper] }))).toMatchObject({
    amendment: { isSent: false },
    profile: { certificates: [] },
  });
  expect(await faultOf(mend(partner, here.first, { phone: '+33 1' }, 1))).toBe('409 state/changed');
  await ok(release(second));
  await comes(host, here.first, ({ profile: now }) => isObject(now) && JSON.stringify(now).includes('EOD-1'));
  await comes(partner, here.first, ({ amendment }) => amendment === null);
  expect(await at(partner, here.first)).toMatchObject({ profile: { certificates: [paper] }, refusal: null });
});

const accredit = (armed: boolean) => ({
  kind: 'accredit',
  until: dayOf(inDays(20)),
  zones: ['Stade'],
  armed,
});

test('nobody is accredited armed without a registered weapon and the power', async () => {
  await ok(step(host, here.first, { kind: 'vet', ground: null }));
  expect(await faultOf(step(host, here.first, accredit(true)))).toBe('409 assistance/no-arms');
  await ok(step(host, here.first, accredit(false)));
  await comes(partner, here.first, ({ state }) => state === 'accredited');
  expect(await faultOf(mend(partner, here.first, { phone: '+212 2' }))).toBe(
    '409 assistance/accredited-already',
  );
});

test('a step that the partner’s node refuses is marked and sent again, a proposal is not said', async () => {
  await spoil(ma, sql`update assistance_unit set stage = 'withdrawn' where id = ${here.first}`);
  await ok(step(host, here.first, { kind: 'arrive', lodging: 'Caserne' }));
  await ok(step(host, here.first, { kind: 'propose-extension', until: inDays(30) }));
  await comes(host, here.first, ({ proposal }) => proposal === null);
  const { steps, state } = await at(host, here.first);
  const said = Array.isArray(steps) ? steps.filter(isObject) : [];
  const [arrived, proposed] = [said.at(-2), said.at(-1)];
  expect([state, arrived?.resends, proposed?.resends]).toEqual(['arrived', true, false]);
  expect(JSON.stringify(arrived?.refusal)).toContain('This step cannot be taken at this stage.');
  await spoil(ma, sql`update assistance_unit set stage = 'accredited' where id = ${here.first}`);
  await ok(host('POST', `${units}/${here.first}/steps/${String(arrived?.id)}/resend`));
  await comes(partner, here.first, ({ state: now }) => now === 'arrived');
});

test('the same pair is one pair; two tasks at one time are refused, and that is journalled', async () => {
  const period = { from: inDays(-0.1), until: inDays(5) };
  const own = { grounds, profile: profile('Zoé BLANC'), person: null };
  const { id } = await ok(host('POST', units, own));
  const pair = () => host('POST', `${units}/${here.first}/pairs`, { host: String(id), period });
  await Promise.all([1, 2, 3].map(() => ok(pair())));
  expect((await at(host, here.first)).pairs).toHaveLength(1);
  const task = (from: number, to: number) =>
    host('POST', `${units}/${here.first}/tasks`, {
      text: 'P4',
      period: { from: inDays(from), until: inDays(to) },
    });
  await ok(task(0.1, 1));
  const refused = await refusalOf(task(0.5, 2));
  expect(refused).toEqual({ code: 'assistance/not-taskable', details: { reasons: ['other-task'] } });
  const late = { host: String(id), period: { from: inDays(1), until: inDays(90) } };
  expect(await faultOf(host('POST', `${units}/${here.first}/pairs`, late))).toBe(
    '422 assistance/dates-unsound',
  );
  const kept = await entriesOf(fr, { subject: here.first });
  expect(kept.find(({ verb, outcome }) => verb === 'assistance.task' && outcome === 'refused')).toMatchObject(
    {
      rule: 'assistance/taskable-alone',
      details: { fault: 'assistance/not-taskable', reasons: ['other-task'] },
    },
  );
});

test('the words of a step stay where they were written', async () => {
  await ok(step(partner, here.second, { kind: 'withdraw', reason: 'Maladie' }));
  await comes(host, here.second, ({ state }) => state === 'withdrawn');
  expect(JSON.stringify(await at(host, here.second))).not.toContain('Maladie');
  expect(JSON.stringify(await at(partner, here.second))).toContain('Maladie');
});

test('what is accepted anew of fewer than were named is told to both sides, and either settles it', async () => {
  const askOn = (who: Person) => ok(who('GET', `${asks}/${ask}`));
  for (const who of [host, partner]) expect((await askOn(who)).surplus).toEqual([]);
  const { threads } = await askOn(host);
  const [thread = {}] = Array.isArray(threads) ? threads.filter(isObject) : [];
  const accept = (quantity: number) => {
    const what = stepContent('accept', { answers: Number(thread.offer), lines: [offered(line, quantity)] });
    return sayAs(host, { id: ask, party: ma, node: fr, what });
  };
  await accept(1);
  const surplus = [{ line, party: ma.party, quantity: 2 }];
  expect((await askOn(host)).surplus).toEqual(surplus);
  await until(async () => JSON.stringify((await askOn(partner)).surplus) === JSON.stringify(surplus));
  expect((await askOn(host)).officers).toEqual({ here: 1, toCome: 2 });
  // The host takes them all after all: nobody is too many.
  await accept(5);
  await until(async () => JSON.stringify((await askOn(partner)).surplus) === '[]');
});

test('an ask is withdrawn once nobody is here on it; who has not come goes with it', async () => {
  const withdraw = () => fr.call('contact-point', 'POST', `${asks}/${ask}/withdraw`, { reason: 'Annulé' });
  expect((await ok(host('GET', `${asks}/${ask}`))).officers).toEqual({ here: 1, toCome: 2 });
  expect(await refusalOf(withdraw())).toEqual({ code: 'assistance/officers-here', details: { count: 1 } });
  await ok(step(host, here.first, { kind: 'release' }));
  await ok(withdraw());
  for (const who of [host, partner]) await comes(who, here.own, ({ state }) => state === 'withdrawn');
  const board = await ok(host('GET', '/api/assistance/board'));
  expect(JSON.stringify(board.fill)).not.toContain('"named":1');
});

test('a table of own officers that is read twice enters each once', async () => {
  const rows = 'nom;grade;spécialité;du;au\nIdris UN;Major;bomb-disposal;2027-01-01;2027-02-01\n';
  const given = { content: Buffer.from(rows).toString('base64'), grounds, leaveOut: true };
  const table = (dryRun: boolean) => host('POST', `${units}/import`, { ...given, dryRun });
  expect(await ok(table(false))).toMatchObject({ stored: 1, already: [] });
  expect(await ok(table(true))).toMatchObject({ sound: 0, already: ['Idris UN'] });
  expect(await ok(table(false))).toMatchObject({ stored: 0 });
  const broken = Buffer.from('nom;grade\n"Idris;Major\n').toString('base64');
  expect(await faultOf(host('POST', `${units}/import`, { ...given, content: broken, dryRun: true }))).toBe(
    '422 assistance/file-broken',
  );
  const cost = { kind: 'travel', bearer: 'host', amount: '000000000', currency: 'EUR' };
  expect(await faultOf(host('POST', `${units}/${here.first}/costs`, cost))).toBe('400 input/invalid');
});
