/** What leaves without being waited for: statements of a turn, those without an answer, the end of a look. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Generated, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../testing/database.ts';
import { newId } from '../../kernel/ids.ts';
import { GatheringSocket } from './gathering.ts';
import { type Database, openDatabase, type Reader, type Unit } from './index.ts';

interface Tables {
  note: { id: Generated<number>; text: string };
}
const system: Reader = { kind: 'system', name: 'test', party: newId('party') };

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  database = await openDatabase({ url: fresh.url });
  await database.transact(system, async (unit) => {
    await sql`create table note (
      id bigint primary key generated always as identity, text text not null unique
    )`.execute(unit.tables());
  });
});
afterAll(async () => {
  await database.close();
  await drop();
});
beforeEach(() =>
  database.transact(system, async (unit) => {
    await unit.tables<Tables>().deleteFrom('note').execute();
  }),
);

const writing = (unit: Unit, text: string) =>
  unit.tables<Tables>().insertInto('note').values({ text }).compile();
const write = (unit: Unit, text: string): Promise<unknown> => unit.kept(writing(unit, text));
const read = async (unit: Unit): Promise<readonly string[]> =>
  (await unit.tables<Tables>().selectFrom('note').select('text').orderBy('id').execute()).map(
    ({ text }) => text,
  );
const texts = () => database.transact(system, read);

test('what is written in one turn goes in one packet, and what comes later in another', async () => {
  const server = createServer((other) => other.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const socket = new GatheringSocket();
  socket.connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  await once(socket, 'connect');
  const packets: string[][] = [];
  const send = socket._writev?.bind(socket);
  socket._writev = (chunks, done) => {
    packets.push(chunks.map(({ chunk }) => String(chunk)));
    send?.(chunks, done);
  };
  const statement = (...parts: readonly string[]) => {
    socket.cork();
    for (const part of parts) socket.write(part);
    socket.uncork();
  };
  statement('parse', 'bind');
  statement('sync');
  // Still the same turn: promises that go on at once.
  await Promise.resolve();
  statement('more');
  await new Promise(setImmediate);
  statement('later', 'still');
  await new Promise(setImmediate);
  expect(packets).toEqual([
    ['parse', 'bind', 'sync', 'more'],
    ['later', 'still'],
  ]);
  socket.end();
  await once(socket, 'close');
  server.close();
});

test('a statement that is left to the COMMIT is kept with the others', async () => {
  await database.transact(system, async (unit) => {
    unit.leave(writing(unit, 'left'));
    await write(unit, 'awaited');
  });
  expect(await texts()).toEqual(['left', 'awaited']);
});

test('a statement that is left and fails is what the unit fails with, and nothing is kept', async () => {
  await database.transact(system, (unit) => write(unit, 'there'));
  const alone = database.transact(system, async (unit) => unit.leave(writing(unit, 'there')));
  await expect(alone).rejects.toMatchObject({ code: '23505' });
  const followed = database.transact(system, async (unit) => {
    unit.leave(writing(unit, 'there'));
    await write(unit, 'after');
  });
  await expect(followed).rejects.toMatchObject({ code: '23505' });
  const within = database.transact({ kind: 'peer', party: system.party }, async (unit) => {
    await unit.asHouse('test', async (house) => house.leave(writing(house, 'there')));
    await write(unit, 'after');
  });
  await expect(within).rejects.toMatchObject({ code: '23505' });
  expect(await texts()).toEqual(['there']);
});

test('a look reads as its reader and cannot write', async () => {
  await database.transact(system, (unit) => write(unit, 'there'));
  const seen = await database.look(system, async (unit) => {
    const { rows } = await sql<{ reader: string }>`
      select current_setting('tansiq.reader') as reader`.execute(unit.tables());
    return [rows[0]?.reader, ...(await read(unit))];
  });
  expect(seen).toEqual(['system', 'there']);
  const writing = database.look(system, (unit) => write(unit, 'by the way'));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
  expect(await texts()).toEqual(['there']);
});

test('a look has nothing to do after its end', async () => {
  const look = database.look(system, async (unit) => unit.afterCommit(() => undefined));
  await expect(look).rejects.toThrow('nothing to do afterwards');
});
