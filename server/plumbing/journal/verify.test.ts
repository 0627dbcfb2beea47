import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type JournalWorld, journalWorld, newKeys } from '../../../testing/journal.ts';
import { newId } from '../../kernel/ids.ts';
import type { Unit } from '../database/index.ts';
import type { Finding } from './findings.ts';
import { headText, type SignedTreeHead } from './head.ts';
import { appendLeaf, emptyTree, hashLeaf } from './merkle.ts';
import { journalSource } from './source.ts';
import { verifyJournal } from './verify.ts';

const tables = ['journal_entry', 'journal_node', 'journal_own_head', 'journal_partner_head'];
const size = 20;

/** A journal of twenty entries, its heads at 8, 13 and 20 held by a partner, and its guards taken away. */
const world = async () => {
  const made = await journalWorld();
  onTestFinished(made.end);
  const held: SignedTreeHead[] = [];
  for (const entries of [8, 5, 7]) {
    await made.live(entries);
    held.push(await made.work((unit) => made.journal.head(unit)));
  }
  await made.work(async (unit) => {
    for (const table of tables)
      await sql
        .raw(`alter table ${table} disable trigger user, no force row level security`)
        .execute(unit.tables());
  });
  const tamper = (...statements: string[]) =>
    made.work(async (unit) => {
      for (const statement of statements) await sql.raw(statement).execute(unit.tables());
    });
  const verify = (heldElsewhere: readonly SignedTreeHead[] = held) =>
    made.work(async (unit) =>
      verifyJournal({
        source: await journalSource(unit, made.party),
        publicKeys: [made.keys.publicKey],
        heldElsewhere,
      }),
    );
  const found = async (heldElsewhere?: readonly SignedTreeHead[]): Promise<readonly Finding[]> =>
    (await verify(heldElsewhere)).findings;
  return { ...made, held, tamper, verify, found };
};

/** Gives every entry the number of its row. */
const renumber = `update journal_entry set text = regexp_replace(text, '"seq":\\d+', '"seq":' || seq)`;
/** Moves rows through numbers that are free, for a primary key is checked row by row. */
const shift = (table: string, from: number, by: number): string[] => [
  `update ${table} set seq = seq + 1000 where seq >= ${from}`,
  `update ${table} set seq = seq - 1000 + ${by} where seq >= 1000`,
];
const swap = (table: string, one: number, two: number): string[] => [
  `update ${table} set seq = 1000 where seq = ${one}`,
  `update ${table} set seq = ${one} where seq = ${two}`,
  `update ${table} set seq = ${two} where seq = 1000`,
];

/** What an attacker with the whole database does: all hashes anew from the texts as they now are. */
const rehashAll = async ({ work }: JournalWorld): Promise<void> =>
  work(async (unit: Unit) => {
    const query = sql<{ text: string }>`select text from journal_entry order by seq`;
    const { rows } = await query.execute(unit.tables());
    await sql`delete from journal_node`.execute(unit.tables());
    let tree = emptyTree;
    for (const [seq, { text }] of rows.entries()) {
      const appended = appendLeaf(tree, hashLeaf(text));
      tree = appended.tree;
      const hashes = Buffer.concat(appended.closed);
      await sql`insert into journal_node values (${seq}, ${hashes})`.execute(unit.tables());
    }
  });
const change = (seq: number): string =>
  `update journal_entry set text = replace(text, 'contact-point-releases', 'anyone') where seq = ${seq}`;

describe('Verifying a journal', () => {
  test('finds nothing in one that nobody touched, and says how far heads vouch for it', async () => {
    const { verify, live, held } = await world();
    const verdict = await verify();
    expect(verdict).toMatchObject({ isSound: true, size, coveredSize: size, headsChecked: 6, findings: [] });
    expect(verdict.rootHash).toBe(held[2]?.rootHash);
    await live(2);
    expect(await verify()).toMatchObject({ isSound: true, size: 22, coveredSize: size });
  });

  test('finds nothing in an empty one', async () => {
    const { work, journal, party, keys, end } = await journalWorld();
    onTestFinished(end);
    const verdict = await work(async (unit) => {
      await journal.head(unit);
      return verifyJournal({ source: await journalSource(unit, party), publicKeys: [keys.publicKey] });
    });
    expect(verdict).toMatchObject({ isSound: true, size: 0, headsChecked: 1 });
  });

  test('names a changed entry', async () => {
    const { tamper, found } = await world();
    await tamper(change(5));
    expect(await found()).toEqual([{ kind: 'changed', from: 5, to: 5 }]);
    await tamper(`update journal_entry set text = replace(text, '"seq":9', '"seq":99') where seq = 9`);
    const nine = { kind: 'changed', from: 9, to: 9 };
    expect(await found()).toEqual([{ kind: 'changed', from: 5, to: 5 }, nine]);
  });

  test('names every changed entry, whichever byte was changed', async () => {
    const { tamper, found, work } = await world();
    const text = await work(async (unit) => {
      const query = sql<{ text: string }>`select text from journal_entry where seq = 9`;
      return (await query.execute(unit.tables())).rows[0]?.text ?? '';
    });
    for (const at of [1, 10, 40, 80, 120, text.length - 2]) {
      const other = text[at] === 'x' ? 'y' : 'x';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      // The computed columns refuse what is not JSON; an attacker drops them.
      await tamper(`alter table journal_entry drop column if exists at, drop column if exists actor,
        drop column if exists verb, drop column if exists subject, drop column if exists outcome,
        drop column if exists personal`);
      await tamper(`update journal_entry set text = '${changed}' where seq = 9`);
      expect(await found(), changed).toEqual([{ kind: 'changed', from: 9, to: 9 }]);
    }
  });

  test('names the pair in which an entry was changed together with its own hash', async () => {
    const made = await world();
    await made.tamper(change(5));
    const text = await made.work(async (unit) => {
      const query = sql<{ text: string }>`select text from journal_entry where seq = 5`;
      return (await query.execute(unit.tables())).rows[0]?.text ?? '';
    });
    const leaf = hashLeaf(text).toString('hex');
    await made.tamper(
      `update journal_node set hashes = '\\x${leaf}'::bytea || substr(hashes, 33) where seq = 5`,
    );
    expect(await made.found()).toEqual([
      { kind: 'rewritten', witness: 'elsewhere', from: 0, to: 7 },
      { kind: 'rewritten', witness: 'own', from: 0, to: 7 },
      { kind: 'rehashed', from: 4, to: 5 },
    ]);
  });

  test('names a removed entry', async () => {
    const { tamper, found } = await world();
    await tamper('delete from journal_entry where seq = 6');
    expect(await found()).toEqual([{ kind: 'removed', from: 6, to: 6 }]);
  });

  test('names an entry removed with its hash, and still checks heads by the hashes above', async () => {
    const { tamper, found, verify } = await world();
    await tamper('delete from journal_entry where seq = 16', 'delete from journal_node where seq = 16');
    expect(await verify()).toMatchObject({ coveredSize: size, headsChecked: 6 });
    expect(await found()).toEqual([{ kind: 'removed', from: 16, to: 16 }]);
  });

  test('names several entries removed with their hashes', async () => {
    const { tamper, found } = await world();
    await tamper(
      'delete from journal_entry where seq in (6, 7)',
      'delete from journal_node where seq in (6, 7)',
    );
    expect(await found()).toEqual([{ kind: 'removed', from: 6, to: 7 }]);
  });

  test('names a removed entry although the gap was closed and all that follow renumbered', async () => {
    const { tamper, found } = await world();
    await tamper('delete from journal_entry where seq = 6', ...shift('journal_entry', 7, -1), renumber);
    expect(await found()).toEqual([
      { kind: 'removed', from: 6, to: 6 },
      { kind: 'moved', from: 7, to: 19, at: 6 },
    ]);
  });

  test('names an inserted entry although all that follow were renumbered', async () => {
    const { tamper, found } = await world();
    await tamper(
      ...shift('journal_entry', 6, 1),
      `insert into journal_entry (seq, text)
        select 6, replace(text, 'grouping--5', 'grouping--9') from journal_entry where seq = 5`,
      renumber,
    );
    expect(await found()).toEqual([
      { kind: 'inserted', from: 6, to: 6 },
      { kind: 'moved', from: 6, to: 19, at: 7 },
    ]);
  });

  test('names an entry added at the end', async () => {
    const { tamper, found } = await world();
    const copy = `insert into journal_entry (seq, text) select 20, text from journal_entry where seq = 3`;
    await tamper(copy, renumber);
    expect(await found()).toEqual([{ kind: 'inserted', from: 20, to: 20 }]);
  });

  test('names two entries that changed places, renumbered or not', async () => {
    const exchanged = [
      { kind: 'moved', from: 3, to: 3, at: 11 },
      { kind: 'moved', from: 11, to: 11, at: 3 },
    ];
    const { tamper, found } = await world();
    await tamper(...swap('journal_entry', 3, 11));
    expect(await found()).toEqual(exchanged);
    await tamper(renumber);
    expect(await found()).toEqual(exchanged);
  });

  test('names two entries that changed places together with all hashes', async () => {
    const made = await world();
    await made.tamper(...swap('journal_entry', 3, 11));
    await rehashAll(made);
    expect(await made.found()).toContainEqual({ kind: 'moved', from: 11, to: 11, at: 3 });
    expect(await made.found()).toContainEqual({ kind: 'rewritten', witness: 'elsewhere', from: 0, to: 7 });
  });

  test('names a stored hash above the entries that was altered', async () => {
    const { tamper, found } = await world();
    await tamper(`update journal_node set hashes = substr(hashes, 1, 64) || sha256('x') where seq = 3`);
    expect(await found()).toEqual([
      { kind: 'rehashed', from: 0, to: 3 },
      { kind: 'rehashed', from: 0, to: 7 },
    ]);
  });
});

describe('Heads that partners hold', () => {
  test('reveal between which sizes a journal was rewritten with all its hashes', async () => {
    const made = await world();
    await made.tamper(change(10));
    await rehashAll(made);
    await made.tamper('delete from journal_own_head');
    expect(await made.found([])).toEqual([]);
    expect(await made.found()).toEqual([{ kind: 'rewritten', witness: 'elsewhere', from: 8, to: 12 }]);
    const first = made.held.slice(0, 1);
    expect(await made.found(first)).toEqual([]);
    expect(await made.verify(first)).toMatchObject({ coveredSize: 8 });
  });

  test('reveal it also when the node signed its own heads anew', async () => {
    const made = await world();
    await made.tamper(change(10));
    await rehashAll(made);
    await made.tamper('delete from journal_own_head');
    await made.work((unit) => made.journal.head(unit));
    expect(await made.found()).toEqual([{ kind: 'rewritten', witness: 'elsewhere', from: 8, to: 12 }]);
  });

  test('reveal entries cut off the end', async () => {
    const { tamper, found } = await world();
    const cut = tables.slice(0, 2).map((table) => `delete from ${table} where seq >= 15`);
    await tamper(...cut, 'delete from journal_own_head where size > 15');
    expect(await found()).toEqual([{ kind: 'truncated', witness: 'elsewhere', from: 15, to: 19 }]);
    expect(await found([])).toEqual([]);
  });

  test('reveal that another journal was shown to one of them', async () => {
    const { found, held, keys, party } = await world();
    const head = { party, size: 9, rootHash: 'c'.repeat(64), at: '2024-07-26T17:30:00.000Z' };
    for (const at of [9, size]) {
      const shown = { ...head, size: at, signature: keys.sign(headText({ ...head, size: at })) };
      const equivocation = { kind: 'equivocation', witness: 'elsewhere', size: at };
      expect(await found([...held, shown])).toEqual([equivocation]);
    }
  });

  test('are not believed unless this party signed them', async () => {
    const { found, party, keys } = await world();
    const head = { party, size: 9, rootHash: 'c'.repeat(64), at: '2024-07-26T17:30:00.000Z' };
    const forged = { ...head, signature: newKeys().sign(headText(head)) };
    const foreign = { ...head, party: newId('party') };
    const misplaced = { ...foreign, signature: keys.sign(headText(foreign)) };
    expect(await found([forged, misplaced])).toEqual([
      { kind: 'forged-head', witness: 'elsewhere', size: 9 },
      { kind: 'forged-head', witness: 'elsewhere', size: 9 },
    ]);
  });
});

describe('A verification', () => {
  test('is refused to a reader from whom row security hides entries', async () => {
    const { database, party } = await world();
    const peer = { kind: 'peer', party } as const;
    const attempt = database.transact(peer, (unit) => journalSource(unit, party));
    await expect(attempt).rejects.toMatchObject({ code: 'access/refused' });
  });
});
