import { type Generated, sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../testing/database.ts';
import { until } from '../../../testing/until.ts';
import { newId } from '../../kernel/ids.ts';
import { systemClock } from '../../kernel/time.ts';
import { type Database, DatabaseFault, openDatabase, type Reader, type Unit } from './index.ts';

interface Tables {
  note: { id: Generated<number>; text: string };
}
const party = newId('party');
const system: Reader = { kind: 'system', name: 'test', party };
const person: Reader = {
  kind: 'person',
  person: newId('person'),
  party,
  role: 'analyst',
  desks: [newId('desk'), newId('desk')],
  circles: [],
  clearance: 'amber',
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const world = async (poolSize?: number): Promise<{ database: Database; url: string }> => {
  const { url, drop } = await freshDatabase();
  ends.push(drop);
  const database = await openDatabase(poolSize === undefined ? { url } : { url, poolSize });
  ends.push(() => database.close());
  await database.transact(system, async (unit) => {
    await sql`create table note (
      id bigint primary key generated always as identity, text text not null unique
    )`.execute(unit.tables());
  });
  return { database, url };
};

const write = (database: Database, text: string): Promise<unknown> =>
  database.transact(system, (unit) => unit.tables<Tables>().insertInto('note').values({ text }).execute());

const texts = (database: Database): Promise<readonly string[]> =>
  database.transact(system, async (unit) => {
    const rows = await unit.tables<Tables>().selectFrom('note').select('text').orderBy('id').execute();
    return rows.map((row) => row.text);
  });

const names = ['reader', 'party', 'person', 'role', 'clearance', 'desks'] as const;
const settings = async (run: (query: string) => Promise<readonly unknown[]>): Promise<unknown> => {
  const columns = names.map((name) => `coalesce(current_setting('tansiq.${name}', true), '') as ${name}`);
  return (await run(`select ${columns.join(', ')}`))[0];
};
const blank = { reader: '', party: '', person: '', role: '', clearance: '', desks: '' };

/** Breaks every other connection to the database off, as a restart of the server does. */
const breakConnections = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
};

test('the row-security settings say who reads within the transaction and are gone after it', async () => {
  const { database } = await world(1);
  const seen: unknown[] = [];
  const look = (reader: Reader): Promise<void> =>
    database.transact(reader, async (unit) => {
      const read = async (text: string) => (await sql.raw(text).execute(unit.tables())).rows;
      seen.push(await settings(read));
    });
  await look(person);
  await look({ kind: 'peer', party });
  await look(system);
  expect(seen).toEqual([
    {
      reader: 'person',
      party,
      person: person.kind === 'person' ? person.person : '',
      role: 'analyst',
      clearance: '2',
      desks: person.kind === 'person' ? person.desks.join(',') : '',
    },
    { ...blank, reader: 'peer', party },
    { ...blank, reader: 'system', party },
  ]);
});

test('a pooled connection forgets the reader, also after a rollback', async () => {
  const { url, drop } = await freshDatabase();
  ends.push(drop);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  ends.push(() => client.end());
  const { setReader } = await import('./store.ts');
  const read = async (text: string) => (await client.query(text)).rows;
  await client.query('begin');
  await setReader(client, person, systemClock.now());
  await client.query('commit');
  expect(await settings(read)).toEqual(blank);
  await client.query('begin');
  await setReader(client, person, systemClock.now());
  await client.query('rollback');
  expect(await settings(read)).toEqual(blank);
});

test('statements asked together run in that order, and each sees what those before it did', async () => {
  const { database } = await world();
  const seen = await database.transact(system, async (unit) => {
    const count = sql<{ count: number }>`select count(*)::int as count from note`;
    const add = (text: string) => unit.tables<Tables>().insertInto('note').values({ text });
    const [none, , one, , two] = await Promise.all([
      count.execute(unit.tables()),
      add('first').execute(),
      count.execute(unit.tables()),
      sql`insert into note (text) values ('second')`.execute(unit.tables()),
      unit
        .tables<Tables>()
        .selectFrom('note')
        .select((select) => select.fn.countAll<number>().as('count'))
        .execute(),
    ]);
    return [none.rows[0]?.count, one.rows[0]?.count, Number(two[0]?.count)];
  });
  expect(seen).toEqual([0, 1, 2]);
});

test('of statements that are asked together none is kept when one of them fails', async () => {
  const { database } = await world();
  const both = database.transact(system, (unit) => {
    const add = (text: string) => unit.tables<Tables>().insertInto('note').values({ text }).execute();
    return Promise.all([add('once'), add('once'), add('after')]);
  });
  await expect(both).rejects.toThrow('note_text_key');
  expect(await texts(database)).toEqual([]);
});

test('the house reads from the first statement of its part to the last, and not beyond', async () => {
  const { database } = await world();
  const reader = async (unit: Unit) => {
    const { rows } = await sql<{
      kind: string;
    }>`select current_setting('tansiq.reader', true) as kind`.execute(unit.tables());
    return rows[0]?.kind;
  };
  const seen = await database.transact(person, async (unit) => [
    await reader(unit),
    ...(await unit.asHouse('part', async (part) => [await reader(part), await reader(part)])),
    await reader(unit),
  ]);
  expect(seen).toEqual(['person', 'system', 'system', 'person']);
});

test('what a policy hides from a reader stays hidden from the owner of the table', async () => {
  const { database } = await world();
  await database.transact(system, async (unit) => {
    const transaction = unit.tables<Tables>();
    await sql`alter table note enable row level security`.execute(transaction);
    await sql`alter table note force row level security`.execute(transaction);
    await sql`create policy readers on note using (
      current_setting('tansiq.reader', true) = 'system'
    )`.execute(transaction);
  });
  await write(database, 'held');
  const read = (reader: Reader) =>
    database.transact(reader, (unit) => unit.tables<Tables>().selectFrom('note').select('text').execute());
  expect(await read(system)).toEqual([{ text: 'held' }]);
  expect(await read(person)).toEqual([]);
});

test('a unit that throws leaves nothing and runs nothing after', async () => {
  const { database } = await world();
  const ran: string[] = [];
  const unit = database.transact(system, async (unit) => {
    unit.afterCommit(() => ran.push('rolled back'));
    await unit.tables<Tables>().insertInto('note').values({ text: 'lost' }).execute();
    throw new Error('on purpose');
  });
  await expect(unit).rejects.toThrow('on purpose');
  await database.transact(system, async (unit) => unit.afterCommit(() => ran.push('committed')));
  expect(ran).toEqual(['committed']);
  expect(await texts(database)).toEqual([]);
});

test('a unit that swallows a failed query is not taken for committed', async () => {
  const { database } = await world();
  await write(database, 'one');
  const ran: string[] = [];
  const unit = database.transact(system, async (unit) => {
    unit.afterCommit(() => ran.push('committed'));
    const again = unit.tables<Tables>().insertInto('note').values({ text: 'one' });
    await again.execute().catch(() => undefined);
  });
  await expect(unit).rejects.toThrow();
  expect(ran).toEqual([]);
});

test('what a callback throws after the commit spoils neither the result nor the next callback', async () => {
  const { database } = await world();
  const ran: string[] = [];
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  const result = await database.transact(system, async (unit) => {
    unit.afterCommit(() => {
      throw new Error('bug: in a callback');
    });
    unit.afterCommit(() => ran.push('second'));
    return 'kept';
  });
  expect([result, ...ran]).toEqual(['kept', 'second']);
  expect((await warned).message).toBe('bug: in a callback');
});

test('a unit cannot be used after its transaction', async () => {
  const { database } = await world();
  const unit = await database.transact(system, async (unit) => unit);
  expect(() => unit.tables<Tables>()).toThrow('after its transaction');
  expect(() => unit.afterCommit(() => undefined)).toThrow('after its transaction');
  await expect(unit.notify('topic', 'x')).rejects.toThrow('after its transaction');
});

test('two units that deadlock both succeed', async () => {
  const { database } = await world();
  await write(database, 'a');
  await write(database, 'b');
  const runs: string[] = [];
  const both = { waiting: 0 };
  const rename = (first: string, second: string) =>
    database.transact(system, async (unit) => {
      runs.push(first);
      const change = (text: string) =>
        unit.tables<Tables>().updateTable('note').set({ text }).where('text', '=', text).execute();
      await change(first);
      both.waiting += 1;
      await until(() => both.waiting >= 2);
      await change(second);
    });
  await Promise.all([rename('a', 'b'), rename('b', 'a')]);
  // Three runs, or more when they meet again.
  expect(runs.length).toBeGreaterThan(2);
});

test('moments, days and large numbers come back in the house’s own types', async () => {
  const { database } = await world();
  const row = await database.transact(system, async (unit) => {
    const { rows } = await sql`select '2024-07-26 19:30:00+02'::timestamptz as at, '2024-02-29'::date as day,
      9007199254740991::bigint as large, 1.10::numeric as exact, '{"a":[1]}'::jsonb as json`.execute(
      unit.tables(),
    );
    return rows[0];
  });
  const expected = { at: '2024-07-26T17:30:00.000Z', day: '2024-02-29', large: 9007199254740991 };
  expect(row).toEqual({ ...expected, exact: '1.10', json: { a: [1] } });
});

test('a listener hears an announcement once its transaction has committed, and not before', async () => {
  const { database } = await world();
  const heard: string[] = [];
  await database.listen('topic', (payload) => heard.push(payload));
  const rolledBack = database.transact(system, async (unit) => {
    await unit.notify('topic', 'rolled back');
    throw new Error('on purpose');
  });
  await expect(rolledBack).rejects.toThrow('on purpose');
  await database.transact(system, async (unit) => {
    await unit.notify('topic', 'second');
    // Another unit that starts later and commits earlier is heard first.
    await database.transact(system, (other) => other.notify('topic', 'first'));
    await until(() => heard.includes('first'));
    expect(heard).toEqual(['first']);
  });
  await until(() => heard.includes('second'));
  expect(heard).toEqual(['first', 'second']);
});

test('one who has stopped listening hears nothing more, and the others still do', async () => {
  const { database } = await world();
  const heard: string[] = [];
  const end = await database.listen('topic', (payload) => heard.push(`left ${payload}`));
  await database.listen('topic', (payload) => heard.push(`stayed ${payload}`));
  await end();
  await database.transact(system, (unit) => unit.notify('topic', 'x'));
  await until(() => heard.length > 0);
  expect(heard).toEqual(['stayed x']);
});

test('a listener whose connection breaks is told to look again and hears what follows', async () => {
  const { database, url } = await world();
  const heard: string[] = [];
  await database.listen('topic', (payload) => heard.push(payload));
  await breakConnections(url);
  await until(() => heard.includes(''));
  await until(() => database.transact(system, (unit) => unit.notify('topic', 'after')).then(() => true));
  await until(() => heard.includes('after'));
});

test('a connection that breaks in the middle of a unit fails that unit only', async () => {
  const { database, url } = await world(2);
  const unit = database.transact(system, async (unit) => {
    await unit.tables<Tables>().insertInto('note').values({ text: 'cut' }).execute();
    await breakConnections(url);
    await unit.tables<Tables>().selectFrom('note').selectAll().execute();
  });
  await expect(unit).rejects.toThrow();
  expect(await until(() => texts(database))).toEqual([]);
});

test('a superuser and a role with BYPASSRLS are refused, with what to do', async () => {
  const { adminUrl } = inject('testServer');
  const failure = await openDatabase({ url: adminUrl }).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(DatabaseFault);
  expect(String(failure)).toMatch(/postgres passes over row-level security.*NOSUPERUSER NOBYPASSRLS/);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  ends.push(() => admin.end());
  await admin.query("create role passes login bypassrls password 'x'");
  ends.push(async () => void (await admin.query('drop role passes')));
  const url = new URL(adminUrl);
  url.username = 'passes';
  url.password = 'x';
  await expect(openDatabase({ url: url.href })).rejects.toThrow('The role passes passes over');
});

test('a database that does not answer says so and how to go on', async () => {
  const failure = openDatabase({ url: 'postgresql://tansiq:x@127.0.0.1:1/tansiq' });
  await expect(failure).rejects.toThrow(/does not answer \(ECONNREFUSED\).*DATABASE_URL/);
});
