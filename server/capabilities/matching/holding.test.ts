/** A set in its real database: broken off and gone on with, then by what changes; a filter in parts. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, house, other } from '../../../testing/cast.ts';
import { migratedDatabase } from '../../../testing/migrated-database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import { sha256 } from '../../kernel/canonical.ts';
import { allow } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { systemClock } from '../../kernel/time.ts';
import { houseFolder } from '../../node-database.ts';
import { type Database, openDatabase, type Unit } from '../../plumbing/database/index.ts';
import { matchingInput } from '../../plumbing/identifiers/index.ts';
import { createJournal } from '../../plumbing/journal/index.ts';
import { createLive, type Live } from '../../plumbing/live/index.ts';
import { buildFilter, type Oprf, openFilter, openOprf, tagBytes } from '../../plumbing/oprf/index.ts';
import { createVerbs } from '../../plumbing/verbs/index.ts';
import type { Agreement } from '../agreements/index.ts';
import { createFetching } from './fetching-service.ts';
import { createHolding } from './holding-service.ts';
import { keyInfo, matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import type { Observed } from './observed.ts';
import * as records from './record-store.ts';
import * as sets from './set-store.ts';

let database: Database;
let live: Live;
let oprf: Oprf;
let drop: () => Promise<void>;
const count = matchingLimits.step + 500;
const item = newId('item');
const formsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ kind: 'domain', form: `n${from + at}.example` }) as const);
const agreement = {
  id: newId('agreement'),
  proposer: holder,
  title: { ar: 'اتفاق', fr: 'accord', en: 'agreement' },
  legalBasis: 'article 4',
  parties: [holder, other],
  fields: [plainMarking.field],
  purposes: [plainMarking.purpose],
  validFrom: '2026-01-01',
  validUntil: '2099-01-01',
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 1, eraseAfterDays: 2 },
  state: 'in-force',
  signatures: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
  matching: { perDay: 10, perOfficer: 10 },
} satisfies Agreement;

const needsWith = (changes: Partial<MatchingNeeds>): MatchingNeeds => {
  const keys = { publicKey: '', sign: () => '' };
  const journal = createJournal({ party: holder, clock: systemClock, keys });
  return {
    self: holder,
    house,
    verbs: createVerbs({ database, journal }),
    database,
    clock: systemClock,
    live,
    oprf,
    secret: 'ab'.repeat(32),
    agreements: { find: async () => agreement, list: async () => [agreement] },
    federation: { send: async () => newId('envelope'), fetchBytes: () => Promise.reject(new Error('away')) },
    isLinked: async () => true,
    replay: async () => null,
    tighten: async () => allow('test'),
    beginRequest: () => Promise.reject(new Error('nobody asks')),
    readItem: () => Promise.reject(new Error('nobody asks')),
    log: { error: () => undefined },
    ...changes,
  };
};

/** Counts what is evaluated, and dies before the call of this number. */
const counting = (dies: number) => {
  const seen: number[] = [];
  const evaluate: Oprf['evaluate'] = (key, inputs) => {
    if (seen.length === dies) return Promise.reject(new Error('killed'));
    seen.push(inputs.length);
    return oprf.evaluate(key, inputs);
  };
  return { seen, oprf: { ...oprf, evaluate } };
};

const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
const serving = () => inHouse((unit) => sets.findServing(unit, agreement.id, other));
const filterNow = async () => {
  const set = await serving();
  const bytes = set === null ? null : await inHouse((unit) => sets.readFilter(unit, set.id));
  return { version: set?.version ?? 0, bytes: bytes ?? new Uint8Array(0) };
};
const hold = (forms: readonly Observed[]) => inHouse((unit) => records.putRecords(unit, item, holder, forms));

beforeAll(async () => {
  const fresh = await migratedDatabase();
  drop = fresh.drop;
  database = await openDatabase({ url: fresh.url });
  live = await createLive({ database });
  oprf = await openOprf({ house: houseFolder(), threads: 2 });
  const marking = { ...plainMarking, tlp: 'amber', releasableTo: [holder] } as const;
  await inHouse((unit) => records.putItem(unit, item, { holder, marking }));
  await hold(formsOf(0, count));
});
afterAll(async () => {
  await oprf.close();
  await live.close();
  await database.close();
  await drop();
});

test('a preparation that was killed goes on from where it was, and says how far it is', async () => {
  const killed = counting(1);
  await createHolding(needsWith({ oprf: killed.oprf })).prepareAll();
  expect(await filterNow()).toMatchObject({ version: 0 });
  const far = await inHouse((unit) => sets.progressOf(unit, agreement.id, other));
  expect(far).toEqual({ done: matchingLimits.step, all: count });
  const next = counting(Number.POSITIVE_INFINITY);
  await createHolding(needsWith({ oprf: next.oprf })).prepareAll();
  expect(next.seen).toEqual([count - matchingLimits.step]);
  const { version, bytes } = await filterNow();
  expect(version).toBe(1);
  expect(openFilter(bytes)?.count).toBe(count);
  expect(await inHouse((unit) => sets.progressOf(unit, agreement.id, other))).toBeNull();
});

test('what changed alone is evaluated; what is gone leaves by the next delta', async () => {
  const seen = counting(Number.POSITIVE_INFINITY);
  const holding = createHolding(needsWith({ oprf: seen.oprf }));
  await holding.prepareAll();
  expect((await filterNow()).version).toBe(1);
  const before = (await filterNow()).bytes;
  await hold(formsOf(2, count + 1));
  await holding.prepareAll();
  expect(seen.seen).toEqual([1]);
  const { version, bytes } = await filterNow();
  expect(version).toBe(2);
  expect(openFilter(bytes)?.count).toBe(count - 1);
  const set = await serving();
  const keys = oprf.deriveKeyPair(
    Buffer.from('ab'.repeat(32), 'hex'),
    keyInfo({ self: holder, partner: other, agreement: agreement.id, epoch: set?.epoch ?? 0 }),
  );
  const tags = await oprf.evaluate(
    keys.secretKey,
    [0, 1, 2, count].map((at) => matchingInput('domain', `n${at}.example`)),
  );
  const has = (filter: Uint8Array) =>
    [0, 1, 2, 3].map((at) => openFilter(filter)?.has(tags.subarray(at * tagBytes, (at + 1) * tagBytes)));
  expect(has(before)).toEqual([true, true, true, false]);
  expect(has(bytes)).toEqual([false, false, true, true]);
});

test('an item whose marking closes it, or that is dropped, takes all it named out of the set', async () => {
  const holding = createHolding(needsWith({}));
  const marking = { ...plainMarking, tlp: 'red', releasableTo: [holder] } as const;
  await inHouse(async (unit) => {
    expect(await records.putItem(unit, item, { holder, marking })).toBe(true);
    await records.noteChange(unit, item, holder);
  });
  await holding.prepareAll();
  expect(openFilter((await filterNow()).bytes)?.count).toBe(0);
});

test('a filter that breaks off on its way is fetched on from there', async () => {
  const filter = Buffer.from(buildFilter(randomBytes(120_000 * tagBytes)));
  const hash = sha256(filter).toString('hex');
  const announced = {
    agreement: agreement.id,
    epoch: 1,
    publicKey: randomBytes(32),
    version: 1,
    delta: null,
  };
  await inHouse((unit) =>
    sets.keepAnnounced(unit, {
      ...announced,
      filter: { hash, bytes: filter.length },
      partner: other,
      holder,
    }),
  );
  const asked: number[] = [];
  const broken = 300_000;
  const fetchBytes: MatchingNeeds['federation']['fetchBytes'] = async (_, __, from) => {
    asked.push(from);
    const stream = Readable.from(
      (function* (): Generator<Buffer> {
        yield filter.subarray(from, from > 0 ? filter.length : broken);
        if (from === 0) throw new Error('the connection broke');
      })(),
    );
    return { kind: 'bytes', from, total: filter.length, stream };
  };
  const needs = needsWith({ federation: { send: async () => newId('envelope'), fetchBytes } });
  await createFetching(needs).fetchAll();
  const find = () => inHouse((unit) => sets.findHeld(unit, agreement.id, other));
  expect((await find())?.filter).toBeNull();
  await createFetching(needs).fetchAll();
  expect(asked).toEqual([0, broken]);
  expect(Buffer.from((await find())?.filter ?? []).equals(filter)).toBe(true);
});
