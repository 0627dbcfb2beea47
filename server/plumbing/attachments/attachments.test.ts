/** The store of attachments: nothing that is held is lost, nothing that is not held stays. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../testing/database.ts';
import { until } from '../../../testing/until.ts';
import { newId } from '../../kernel/ids.ts';
import { dayMs, later, systemClock } from '../../kernel/time.ts';
import { type Database, migrate, openDatabase, type Unit } from '../database/index.ts';
import { type Attachments, openAttachments } from './attachments.ts';
import { type ByteStore, openFolder, TooManyBytes } from './folder.ts';

const self = newId('party');
const house = { kind: 'system', name: 'test', party: self } as const;
let database: Database;
let drop: () => Promise<void>;
const folders: string[] = [];
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  const folder = fileURLToPath(new URL('./migrations', import.meta.url));
  await migrate({ url: fresh.url, folders: [{ name: 'attachments', folder }] });
  database = await openDatabase({ url: fresh.url });
});
afterAll(async () => {
  await database.close();
  await drop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-attachments-'));
  folders.push(folder);
  return folder;
};

const openStore = async (given: { folder?: string; now?: string; bytes?: Partial<ByteStore> } = {}) => {
  const folder = given.folder ?? (await newFolder());
  const bytes = await openFolder(join(folder, 'attachments'));
  const clock = given.now === undefined ? systemClock : { now: () => given.now ?? '' };
  const store = await openAttachments({ folder, database, clock, self, bytes: { ...bytes, ...given.bytes } });
  return { folder, bytes, store };
};

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
const transact = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
let names = 0;
const gather = (store: Attachments, content: string) => {
  names += 1;
  return store.gather(`gathering-${names}`, Readable.from([Buffer.from(content)]), { atMost: 1_000 });
};
const keep = async (store: Attachments, content: string, holder: string): Promise<void> => {
  const gathered = await gather(store, content);
  await transact((unit) => store.keep(unit, gathered, holder));
};
const letGo = async (store: Attachments, holder: string, hash?: string): Promise<void> => {
  await transact((unit) => store.letGo(unit, holder, hash));
  await store.close();
};
const unique = (): string => crypto.randomUUID();
const readAll = async (store: Attachments, hash: string, from: number, to: number): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of store.read(hash, { from, to })) parts.push(part);
  return Buffer.concat(parts).toString();
};

test('what is kept is read back, whole or in part, and once however often it is kept', async () => {
  const { store, bytes, folder } = await openStore();
  const content = unique();
  await keep(store, content, 'one');
  await keep(store, content, 'two');
  expect(await readAll(store, hashOf(content), 0, 99)).toBe(content);
  expect(await readAll(store, hashOf(content), 3, 7)).toBe(content.slice(3, 8));
  expect(await readdir(join(folder, 'attachments', 'gathering'))).toEqual([]);
  await letGo(store, 'one');
  expect(await bytes.size(hashOf(content))).toBe(content.length);
  await letGo(store, 'two');
  expect(await bytes.size(hashOf(content))).toBeNull();
});

test('a gathering that broke off goes on where it stopped, and the limit is exact', async () => {
  const { store } = await openStore();
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('first ');
      await until(async () => (await store.gatheredSoFar('resumed')) === 6);
      throw new Error('cut');
    })(),
  );
  await expect(store.gather('resumed', broken, { atMost: 11 })).rejects.toThrow('cut');
  expect(await store.gatheredSoFar('resumed')).toBe(6);
  const gathered = await store.gather('resumed', Readable.from([Buffer.from('after')]), { atMost: 11 });
  expect(gathered).toEqual({ name: 'resumed', bytes: 11, hash: hashOf('first after') });
  const more = store.gather('resumed', Readable.from([Buffer.from('!')]), { atMost: 11 });
  await expect(more).rejects.toThrow(TooManyBytes);
});

test('a death after any step leaves nothing that the sweep does not put right', async () => {
  const { folder, store, bytes } = await openStore();
  const [rolledBack, unswept, halfRemoved, kept] = [unique(), unique(), unique(), unique()];
  await keep(store, kept, 'kept');
  // Gathered, and the process died.
  await gather(store, unique());
  // Placed, and the transaction did not commit.
  const gathered = await gather(store, rolledBack);
  const dying = transact(async (unit) => {
    await store.keep(unit, gathered, 'rolled-back');
    throw new Error('died');
  });
  await expect(dying).rejects.toThrow('died');
  expect(await bytes.size(hashOf(rolledBack))).toBe(rolledBack.length);
  // Let go, and the process died before the bytes went.
  const dead = await openStore({ folder, bytes: { remove: () => Promise.reject(new Error('died')) } });
  await keep(dead.store, unswept, 'unswept');
  await letGo(dead.store, 'unswept');
  expect(await bytes.size(hashOf(unswept))).toBe(unswept.length);
  // The bytes went, and the transaction that removed them did not commit.
  const remove = async (hash: string): Promise<void> => {
    await bytes.remove(hash);
    throw new Error('died');
  };
  const dyingLater = await openStore({ folder, bytes: { remove } });
  await keep(dyingLater.store, halfRemoved, 'half-removed');
  await letGo(dyingLater.store, 'half-removed');
  expect((await store.verify()).findings).toContainEqual({ hash: hashOf(halfRemoved), kind: 'missing' });

  const nextDay = await openStore({ folder, now: later(new Date().toISOString(), dayMs + 60_000) });
  await nextDay.store.sweep();
  for (const gone of [rolledBack, unswept]) expect(await bytes.size(hashOf(gone))).toBeNull();
  expect(await bytes.size(hashOf(kept))).toBe(kept.length);
  expect(await readdir(join(folder, 'attachments', 'gathering'))).toEqual([]);
  expect((await store.verify()).findings).toEqual([]);
});

test('one content, kept, let go and swept by many at once, is there while someone holds it', async () => {
  const { folder, store, bytes } = await openStore();
  const other = await openStore({ folder });
  const content = unique();
  await Promise.all(
    Array.from({ length: 24 }, async (_, at) => {
      const mine = at % 2 === 0 ? store : other.store;
      await keep(mine, content, `holder-${at}`);
      if (at % 3 === 0) await mine.sweep();
      if (at > 0) await letGo(mine, `holder-${at}`);
    }),
  );
  await store.sweep();
  expect(await readAll(store, hashOf(content), 0, 99)).toBe(content);
  await letGo(store, 'holder-0');
  expect(await bytes.size(hashOf(content))).toBeNull();
});

test('verify names what is missing, altered, or there without a row', async () => {
  const { folder, store, bytes } = await openStore();
  const [sound, altered, missing, stray] = [unique(), unique(), unique(), unique()];
  for (const content of [sound, altered, missing]) await keep(store, content, content);
  const pathOf = (hash: string) => join(folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4), hash);
  await truncate(pathOf(hashOf(altered)), 3);
  await bytes.remove(hashOf(missing));
  const gathered = await gather(store, stray);
  await bytes.place(gathered);
  await writeFile(join(folder, 'attachments', 'README'), 'no content');
  const { findings, isSound } = await store.verify();
  expect(isSound).toBe(false);
  const found = findings.filter(({ hash }) =>
    [sound, altered, missing, stray].some((content) => hashOf(content) === hash),
  );
  expect(new Map(found.map(({ hash, kind }) => [hash, kind]))).toEqual(
    new Map([
      [hashOf(altered), 'altered'],
      [hashOf(missing), 'missing'],
      [hashOf(stray), 'without-row'],
    ]),
  );
  for (const content of [sound, altered, missing]) await letGo(store, content);
});

type Step =
  | { readonly kind: 'keep' | 'keep-rolled-back' | 'hold'; readonly content: number; readonly holder: number }
  | { readonly kind: 'let-go'; readonly content: number | null; readonly holder: number }
  | { readonly kind: 'sweep' };

const content = fc.integer({ min: 0, max: 2 });
const holder = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('keep', 'keep-rolled-back', 'hold'), content, holder }),
  fc.record({ kind: fc.constant('let-go'), content: fc.option(content), holder }),
  fc.record({ kind: fc.constant('sweep') }),
);

test('in whatever order they are kept and let go, bytes are there while they are held', async () => {
  const { store, bytes } = await openStore();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      run += 1;
      const textOf = (at: number): string => `${run} ${at}`;
      const held = new Set<string>();
      const isHeld = (at: number): boolean => [...held].some((one) => one.startsWith(`${at} `));
      for (const one of steps) {
        if (one.kind === 'sweep') await store.sweep();
        else if (one.kind === 'let-go') {
          const hash = one.content === null ? undefined : hashOf(textOf(one.content));
          await letGo(store, `${run}-${one.holder}`, hash);
          for (const at of one.content === null ? [0, 1, 2] : [one.content])
            held.delete(`${at} ${one.holder}`);
        } else if (one.kind === 'hold') {
          const hash = hashOf(textOf(one.content));
          const was = await transact((unit) => store.hold(unit, hash, `${run}-${one.holder}`));
          expect(was).toBe(isHeld(one.content));
          if (was) held.add(`${one.content} ${one.holder}`);
        } else if (one.kind === 'keep') {
          await keep(store, textOf(one.content), `${run}-${one.holder}`);
          held.add(`${one.content} ${one.holder}`);
        } else {
          const gathered = await gather(store, textOf(one.content));
          const rolledBack = transact(async (unit) => {
            await store.keep(unit, gathered, `${run}-${one.holder}`);
            throw new Error('rolled back');
          });
          await expect(rolledBack).rejects.toThrow('rolled back');
        }
        for (const at of [0, 1, 2])
          if (isHeld(at)) expect(await bytes.size(hashOf(textOf(at)))).toBe(textOf(at).length);
      }
      await store.sweep();
      for (const at of [0, 1, 2]) expect((await bytes.size(hashOf(textOf(at)))) !== null).toBe(isHeld(at));
      for (const at of [0, 1, 2]) await letGo(store, `${run}-${at}`);
    }),
    { numRuns: 40 },
  );
});
