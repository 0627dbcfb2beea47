/** A partner who departs from the protocol: refused, journalled, and nothing is learned. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, compose, draftWith, entriesOf, faultOf, nodeOf, ok, okList } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { type JsonObject, sha256 } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';
import { asId } from '../../kernel/ids.ts';
import { mintReleased } from '../../kernel/released.ts';
import { houseFolder } from '../../node-database.ts';
import {
  buildFilter,
  changeFilter,
  elementBytes,
  entryBytes,
  type Oprf,
  openOprf,
  tagBytes,
} from '../../plumbing/oprf/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { epochOf, matchingLimits } from './limits.ts';
import { answerToWire, hitToWire, matchingKinds, questionToWire, setToWire } from './wire.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let oprf: Oprf;
let agreement = '';
const perDay = 12_000;

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  agreement = await agree([fr, ma], { matching: { perDay, perOfficer: 100, hitsTold: 'identifiers' } });
  oprf = await openOprf({ house: houseFolder(), threads: 1 });
  await until(
    async () => {
      await fr.runJobs();
      await ma.runJobs();
      const { body } = await ma.call('analyst', 'GET', '/api/matching/use');
      return JSON.stringify(body).includes('"ready":true');
    },
    { withinMs: 60_000 },
  );
});
afterAll(async () => {
  await oprf.close();
  await world.close();
});

/** Sends a message past all rules of the sender's node; gives what the receiver's node answered. */
const send = async (from: WorldNode, to: WorldNode, kind: string, object: JsonObject): Promise<string> => {
  const house = { kind: 'system', name: 'hostile', party: from.party } as const;
  const body = toBundle([{ ...object, id: String(object.id), type: String(object.type) }]);
  const envelope = await from.database.transact(house, (unit) =>
    from.federation.send(unit, mintReleased({ kind, body }, to.party, 'hostile')),
  );
  const { outcome, fault } = await until(
    () =>
      from.database.transact(house, async (unit) => {
        const [delivery] = await from.federation.deliveries(unit, [envelope]);
        return delivery?.outcome ? delivery : null;
      }),
    { withinMs: 60_000 },
  );
  return fault === null ? String(outcome) : `${String(outcome)} ${fault}`;
};

const refusedBy = async (node: WorldNode, verb: string) =>
  (await entriesOf(node, { verb })).filter(({ outcome }) => outcome === 'refused');

const by = () => ({ by: ma.party, at: new Date().toISOString() });
const questionOf = (elements: Uint8Array, changes: JsonObject = {}): JsonObject => ({
  ...questionToWire(
    {
      id: `x-tansiq-match-question--${randomUUID()}`,
      agreement: asId('agreement', agreement),
      epoch: epochOf(new Date().toISOString()),
      field: 'event-security',
      purpose: 'event-protection',
      elements,
    },
    by(),
  ),
  ...changes,
});
const ask = (elements: Uint8Array, changes: JsonObject = {}) =>
  send(ma, fr, matchingKinds.question, questionOf(elements, changes));
const sound = async (count = 2): Promise<Uint8Array> =>
  (await oprf.blind(Array.from({ length: count }, () => randomUUID()))).elements;

test('the identity, bytes that are no element and half an element are refused whole', async () => {
  const elements = await sound(3);
  const refused = 'refused matching/not-elements';
  expect(await ask(Buffer.concat([elements, Buffer.alloc(elementBytes)]))).toBe(refused);
  expect(await ask(Buffer.concat([elements, Buffer.alloc(elementBytes, 0xff)]))).toBe(refused);
  expect(await ask(elements.subarray(1))).toBe('refused matching/message-unsound');
});

test('what was asked once is not answered twice, under another name neither', async () => {
  const elements = await sound();
  const question = questionOf(elements);
  expect(await send(ma, fr, matchingKinds.question, question)).toBe('accepted');
  expect(await send(ma, fr, matchingKinds.question, question)).toBe('refused matching/replayed');
  expect(await ask(elements)).toBe('refused matching/replayed');
});

test('more than was agreed, and what the agreement does not cover, is refused', async () => {
  const one = await sound(1);
  const many = (count: number) => Buffer.concat(Array.from({ length: count }, () => one));
  expect(await ask(many(matchingLimits.identifiers + 1))).toMatch(
    /^refused matching\/(too-many|message-unsound)$/,
  );
  expect(await ask(one, { field: 'drugs' })).toBe('refused matching/not-covered');
  expect(await ask(one, { epoch: 1 })).toBe('refused matching/other-epoch');
  expect(await ask(one, { created_by_ref: fr.party })).toBe('refused matching/message-unsound');
  // The same element again and again is no shorter; the day's share is spent by the second.
  expect(await ask(many(matchingLimits.identifiers))).toBe('accepted');
  expect(await ask(many(perDay - matchingLimits.identifiers))).toBe('refused matching/quota-spent');
  const refusals = await refusedBy(fr, 'federation.receive');
  expect(new Set(refusals.map(({ rule }) => rule))).toEqual(
    new Set([
      'matching/not-elements',
      'matching/message-unsound',
      'matching/replayed',
      'matching/not-covered',
      'matching/other-epoch',
      'matching/quota-spent',
    ]),
  );
  expect((await entriesOf(fr, { verb: 'matching.alarm' })).length).toBe(1);
  const [alarm] = await okList(fr.call('data-protection-officer', 'GET', '/api/matching/alarms'));
  expect(alarm).toMatchObject({ partner: ma.party, asked: matchingLimits.identifiers + 2, usual: 0 });
  expect(await okList(fr.call('centre-head', 'GET', '/api/matching/alarms'))).toHaveLength(1);
  expect(await faultOf(fr.call('analyst', 'GET', '/api/matching/alarms'))).toBe('403 access/refused');
  const seen = async (role: Role): Promise<string> => {
    const { body: counts } = await fr.call(role, 'GET', '/api/matching/counts');
    const { body: use } = await fr.call(role, 'GET', '/api/matching/use');
    const { body: days } = await fr.call(role, 'GET', '/api/matching/use/days');
    return (
      JSON.stringify([counts, use, days])
        .match(/"alarms?":(true|1)/g)
        ?.join() ?? 'nothing'
    );
  };
  expect(await seen('analyst')).toBe('nothing');
  for (const role of ['centre-head', 'service-head'] as const)
    expect(await seen(role)).toBe('"alarms":1,"alarm":true,"alarm":true');
});

test('by telling of hits nobody finds out what is held, and none tells of more than he asked', async () => {
  const question = questionOf(await sound(2));
  expect(await send(ma, fr, matchingKinds.question, question)).toBe('accepted');
  const tell = (count: number, named: readonly string[] | null, of = String(question.id)) => {
    const identifiers = named?.map((form) => ({ kind: 'domain' as const, form })) ?? null;
    return send(ma, fr, matchingKinds.hit, {
      ...hitToWire({ question: of, hits: count, identifiers }, by()),
    });
  };
  expect(await tell(1, ['guessed.exemple.fr'])).toBe('accepted');
  const [heard] = await entriesOf(fr, { verb: 'matching.hear-hits' });
  expect(heard?.details).toMatchObject({ hits: 1, kept: 0 });
  expect(await okList(fr.call('analyst', 'GET', '/api/matching/told'))).toEqual([]);
  expect(await tell(3, ['a.b.fr', 'c.d.fr', 'e.f.fr'])).toBe('refused matching/message-unsound');
  expect(await tell(2, ['a.b.fr'])).toBe('refused matching/message-unsound');
  expect(await tell(1, null)).toBe('refused matching/not-covered');
  const other = `x-tansiq-match-question--${randomUUID()}`;
  expect(await tell(1, ['a.b.fr'], other)).toBe('refused matching/unasked');
});

test('an answer that nobody asked for, and a second key for an epoch, are refused', async () => {
  const question = `x-tansiq-match-question--${randomUUID()}`;
  const answer = answerToWire(
    { question, evaluated: await sound(1), proofs: await sound(2) },
    { ...by(), by: fr.party },
  );
  expect(await send(fr, ma, matchingKinds.answer, { ...answer })).toBe('refused matching/unasked');
  const announced = {
    agreement: asId('agreement', agreement),
    partner: ma.party,
    epoch: epochOf(new Date().toISOString()),
    publicKey: await sound(1),
    version: 9,
    filter: { hash: 'ab'.repeat(32), bytes: 12 },
    delta: null,
  };
  const set = setToWire(announced, { ...by(), by: fr.party });
  expect(await send(fr, ma, matchingKinds.set, { ...set })).toBe('refused matching/key-changed');
});

/** What the house of a node does in its database past all rules. */
const inDatabase = async (node: WorldNode, text: string, values: readonly unknown[]) => {
  const client = new pg.Client({ connectionString: node.databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query("select set_config('tansiq.reader', 'system', true)");
  const result = await client.query(text, [...values]);
  await client.query('commit');
  await client.end();
  return result;
};

test('a filter that is none, or crowded, is refused, journalled, and asked for no more', async () => {
  const crowd = changeFilter(
    buildFilter(randomBytes(tagBytes)),
    randomBytes(900 * entryBytes),
    new Uint8Array(0),
  );
  for (const [at, filter] of [crowd ?? new Uint8Array(0), randomBytes(400)].entries()) {
    const hash = sha256(filter).toString('hex');
    const { rows } = await inDatabase(
      fr,
      `update matching_set set filter = $1, filter_hash = $2, delta = null, delta_hash = null,
        version = version + 1 returning version, epoch, public_key`,
      [Buffer.from(filter), hash],
    );
    const [{ version, epoch, public_key: publicKey }] = rows;
    const announced = { version, epoch, publicKey, partner: ma.party, delta: null };
    const set = {
      ...announced,
      agreement: asId('agreement', agreement),
      filter: { hash, bytes: filter.length },
    };
    expect(await send(fr, ma, matchingKinds.set, { ...setToWire(set, { ...by(), by: fr.party }) })).toBe(
      'accepted',
    );
    const refused = () => refusedBy(ma, 'matching.fetch-set');
    await until(async () => {
      await ma.runJobs();
      return (await refused()).length > at;
    });
    await ma.runJobs();
    expect(await refused()).toHaveLength(at + 1);
    expect((await refused())[0]?.rule).toBe('matching/the-announced-filter-alone');
  }
  // What was held before is still there to be asked about.
  const [use] = await okList(ma.call('analyst', 'GET', '/api/matching/use'));
  expect(use?.ready).toBe(true);
});

test('an answer under another key than was published is refused, and nothing is learned of it', async () => {
  const name = 'held.exemple.fr';
  const object = { type: 'domain-name', spec_version: '2.1', value: name };
  const id = 'domain-name--00000000-0000-4000-8000-000000000001';
  await compose(fr, draftWith(agreement, { objects: [{ ...object, id }] }));
  await fr.runJobs();
  // As if France had announced this key, and answered under its own.
  const key = Buffer.from(await sound(1));
  const { rowCount } = await inDatabase(ma, 'update matching_held_set set public_key = $1', [key]);
  expect(rowCount).toBe(1);
  const asked = await ok(
    ma.call('analyst', 'POST', '/api/matching/checks', {
      agreement,
      partner: fr.party,
      field: 'event-security',
      purpose: 'event-protection',
      reason: 'Vérification',
      identifiers: [{ text: name }],
    }),
  );
  const path = `/api/matching/checks/${String(asked.id)}`;
  const found = await until(async () => {
    await ma.runJobs();
    await fr.runJobs();
    const one = await ok(ma.call('analyst', 'GET', path));
    return one.state === 'refused' ? one : null;
  });
  expect(found).toMatchObject({ fault: 'matching/proof-fails', hits: null, identifiers: [{ hit: null }] });
  const [entry] = await refusedBy(ma, 'matching.learn');
  expect(entry?.rule).toBe('matching/the-published-key-alone');
});

test('what is on the wire tells how many are asked about, and nothing else of them', async () => {
  const shape = (value: unknown): string =>
    JSON.stringify(value).replaceAll(/"(elements|id|created|modified)":"[^"]*"/g, (text, member: string) =>
      member === 'elements' ? `"elements":${text.length}` : `"${member}"`,
    );
  const seen = await Promise.all(
    [
      ['a', 'b'],
      ['a', 'a'],
      ['x'.repeat(200), ''],
    ].map(async (inputs) => shape(questionOf((await oprf.blind(inputs)).elements))),
  );
  expect(new Set(seen).size).toBe(1);
});
