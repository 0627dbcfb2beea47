import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type JournalWorld, journalWorld, newKeys, tickingClock } from '../../../testing/journal.ts';
import type { PersonActor, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { maximumEntryBytes } from './entry.ts';
import { headText, isAccusing, isHeadSigned, judgeHead, readHead } from './head.ts';
import { createJournal } from './journal.ts';
import { hashLeaf } from './merkle.ts';
import { verifyConsistency, verifyInclusion } from './proofs.ts';

const world = async (): Promise<JournalWorld> => {
  const made = await journalWorld();
  onTestFinished(made.end);
  return made;
};
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

const textOf = ({ work }: JournalWorld, seq: number): Promise<string> =>
  work(async (unit) => {
    const query = sql<{ text: string }>`select text from journal_entry where seq = ${seq}`;
    return (await query.execute(unit.tables())).rows[0]?.text ?? '';
  });

describe('Appending to the journal', () => {
  test('numbers entries from 0 without gaps and gives them back newest first', async () => {
    const { journal, live, work } = await world();
    await live(3);
    const entries = await work((unit) => journal.entries(unit, { limit: 10 }));
    expect(entries.map((entry) => entry.seq)).toEqual([2, 1, 0]);
    expect(entries[0]).toMatchObject({ actor: 'system:test', role: null, rule: 'contact-point-releases' });
    expect(await work((unit) => journal.entries(unit, { limit: 1, subject: 'grouping--1' }))).toMatchObject([
      { seq: 1, details: { number: 1 } },
    ]);
  });

  test('stores the canonical text of RFC 8785, which is what the leaf hashes', async () => {
    const made = await world();
    await made.live(2);
    const text = await textOf(made, 1);
    expect(text).toBe(
      '{"actor":"system:test","at":"2024-07-26T17:30:02.000Z","details":{"number":1},"outcome":"done",' +
        '"role":null,"rule":"contact-point-releases","seq":1,"subject":"grouping--1","verb":"exchange.release"}',
    );
    const { leafHash } = await made.work((unit) => made.journal.inclusion(unit, 1, 2));
    expect(leafHash).toBe(hashLeaf(text).toString('hex'));
  });

  test('takes several entries in one transaction, also when none waits for the other', async () => {
    const { journal, entry, work } = await world();
    const seqs = await work((unit) =>
      Promise.all([0, 1, 2, 3].map((number) => journal.append(unit, entry(number)))),
    );
    expect(seqs).toEqual([0, 1, 2, 3]);
    expect(await work((unit) => journal.appendAll(unit, [entry(4), entry(5)]))).toBe(4);
  });

  test('leaves no trace of a transaction that is rolled back', async () => {
    const { journal, entry, live, work } = await world();
    await live(5);
    const before = await work((unit) => journal.head(unit));
    const broken = work(async (unit) => {
      await journal.appendAll(unit, [entry(5), entry(6), entry(7)]);
      throw new Error('the change failed');
    });
    await expect(broken).rejects.toThrow('the change failed');
    expect(await work((unit) => journal.head(unit))).toEqual(before);
    expect(await work((unit) => journal.append(unit, entry(8)))).toBe(5);
  });

  test('takes a turn with nothing to add where another process left it', async () => {
    const { journal, entry, work, keys } = await world();
    const other = createJournal({ party: journal.party, clock: tickingClock(), keys });
    await work((unit) => journal.append(unit, entry(0)));
    await work((unit) => other.append(unit, entry(1)));
    const seq = await work(async (unit) => {
      expect(await journal.appendAll(unit, [])).toBe(2);
      return journal.append(unit, entry(2));
    });
    expect(seq).toBe(2);
  });

  test('goes on where another process left it, and where a roll-back left it', async () => {
    const { journal, entry, work, keys } = await world();
    const other = createJournal({ party: journal.party, clock: tickingClock(), keys });
    const seqs: number[] = [];
    const append = (by: typeof journal, many = 1) =>
      work(async (unit) => {
        seqs.push(
          await by.appendAll(
            unit,
            Array.from({ length: many }, () => entry(1)),
          ),
        );
      });
    for (const [by, many] of [
      [journal, 1],
      [other, 2],
      [other, 1],
      [journal, 3],
      [journal, 1],
    ] as const)
      await append(by, many);
    const broken = work(async (unit) => {
      await journal.append(unit, entry(1));
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    await append(journal);
    await append(other);
    expect(seqs).toEqual([0, 1, 3, 4, 7, 8, 9]);
    const [claimed, kept] = await work(async (unit) => [
      await journal.head(unit),
      await journal.consistency(unit, 5, 10),
    ]);
    expect(claimed.size).toBe(10);
    expect(kept.length).toBeGreaterThan(0);
  });

  test('lets four writers take turns: no number twice, none missing, every one provable', async () => {
    const { journal, entry, work } = await world();
    const writer = async (name: number): Promise<number[]> => {
      const seqs: number[] = [];
      for (let round = 0; round < 25; round += 1)
        await work(async (unit) => {
          seqs.push(await journal.append(unit, entry(name)));
          if (round % 3 === 0) seqs.push(await journal.append(unit, entry(name)));
        });
      return seqs;
    };
    const seqs = (await Promise.all([1, 2, 3, 4].map(writer))).flat();
    expect(seqs.sort((a, b) => a - b)).toEqual(seqs.map((_, at) => at));
    await work(async (unit) => {
      const { size, rootHash } = await journal.head(unit);
      expect(size).toBe(seqs.length);
      for (const seq of seqs) {
        const { leafHash, path } = await journal.inclusion(unit, seq, size);
        const claim = {
          leaf: bytes(leafHash),
          index: seq,
          size,
          root: bytes(rootHash),
          proof: path.map(bytes),
        };
        expect(verifyInclusion(claim)).toBe(true);
      }
    });
  });

  test('replaces characters that neither PostgreSQL nor RFC 8785 can hold', async () => {
    const { journal, entry, work } = await world();
    const strange = { ...entry(0), subject: 'a\0b', details: { text: '\ud800', nested: [{ deep: '\0' }] } };
    await work((unit) => journal.append(unit, strange));
    const [kept] = await work((unit) => journal.entries(unit, { limit: 1 }));
    expect(kept).toMatchObject({
      subject: 'a\ufffdb',
      details: { text: '\ufffd', nested: [{ deep: '\ufffd' }] },
    });
  });

  test('refuses an entry that holds more than names', async () => {
    const { journal, entry, work } = await world();
    const large = { ...entry(0), details: { text: 'x'.repeat(maximumEntryBytes) } };
    await expect(work((unit) => journal.append(unit, large))).rejects.toThrow('is larger than');
  });

  test('refuses to write into the journal of another party', async () => {
    const { live, work, entry, keys } = await world();
    await live(1);
    const other = createJournal({ party: newId('party'), clock: tickingClock(), keys });
    await expect(work((unit) => other.append(unit, entry(1)))).rejects.toThrow('holds the journal of');
  });
});

describe('The database', () => {
  const columns = {
    journal_entry: 'seq',
    journal_node: 'seq',
    journal_own_head: 'size',
    journal_partner_head: 'size',
    journal_head: 'party',
  };
  const statements = Object.entries(columns).flatMap(([table, column]) => [
    `delete from ${table}`,
    `truncate ${table}`,
    `update ${table} set ${column} = ${column}`,
  ]);
  test('refuses to change, remove or empty what the journal holds', async () => {
    const { live, work, journal } = await world();
    await live(2);
    await work(async (unit) => journal.keepPartnerHead(unit, await journal.head(unit)));
    for (const statement of statements) {
      const attempt = work((unit) => sql.raw(statement).execute(unit.tables()));
      await expect(attempt, statement).rejects.toThrow(/append-only/);
    }
  });

  const person = (role: Role, party: PersonActor['party']): PersonActor => ({
    kind: 'person',
    person: newId('person'),
    party,
    role,
    desks: [],
    circles: [],
    clearance: 'red',
  });
  test('shows entries to the roles that answer for them and to nobody else', async () => {
    const { database, journal, entry, live, party } = await world();
    await live(1);
    const seen = (actor: PersonActor) =>
      database.transact(actor, async (unit) => (await journal.entries(unit, { limit: 10 })).length);
    expect(await seen(person('data-protection-officer', party))).toBe(1);
    expect(await seen(person('administrator', party))).toBe(1);
    expect(await seen(person('centre-head', party))).toBe(1);
    expect(await seen(person('analyst', party))).toBe(0);
    expect(await seen(person('data-protection-officer', newId('party')))).toBe(0);
    const analyst = person('analyst', party);
    const seq = await database.transact(analyst, (unit) =>
      journal.append(unit, { ...entry(1), actor: analyst }),
    );
    expect(seq).toBe(1);
    const peer = { kind: 'peer', party: newId('party') } as const;
    expect(await database.transact(peer, (unit) => journal.append(unit, { ...entry(2), actor: peer }))).toBe(
      2,
    );
    expect(await database.transact(peer, (unit) => journal.entries(unit, { limit: 10 }))).toEqual([]);
  });
});

describe('Tree heads', () => {
  test('are signed, and signed anew only when the journal grew', async () => {
    const { journal, live, work, keys, party } = await world();
    const empty = await work((unit) => journal.head(unit));
    expect(empty).toMatchObject({ party, size: 0 });
    await live(3);
    const head = await work((unit) => journal.head(unit));
    expect(head.size).toBe(3);
    expect(isHeadSigned(head, [newKeys().publicKey, keys.publicKey])).toBe(true);
    expect(isHeadSigned({ ...head, size: 4 }, [keys.publicKey])).toBe(false);
    expect(isHeadSigned(head, [newKeys().publicKey])).toBe(false);
    expect(await work((unit) => journal.head(unit))).toEqual(head);
    expect(readHead(JSON.parse(JSON.stringify(head)))).toEqual(head);
    const misshapen = [
      { size: -1 },
      { size: 0.5 },
      { rootHash: 'x' },
      { at: 'now' },
      { signature: '' },
      { party: 'x' },
    ];
    for (const part of misshapen) expect(readHead({ ...head, ...part }), JSON.stringify(part)).toBe(null);
  });

  test('of every two sizes are proven the one the beginning of the other', async () => {
    const { journal, entry, work } = await world();
    const heads: { size: number; rootHash: string }[] = [];
    for (let number = 0; number < 20; number += 1)
      await work(async (unit) => {
        heads.push(await journal.head(unit));
        await journal.append(unit, entry(number));
      });
    await work(async (unit) => {
      for (const second of heads)
        for (const first of heads.slice(0, second.size + 1)) {
          const proof = (await journal.consistency(unit, first.size, second.size)).map(bytes);
          const roots = { firstRoot: bytes(first.rootHash), secondRoot: bytes(second.rootHash) };
          const claim = { firstSize: first.size, secondSize: second.size, ...roots, proof };
          expect(verifyConsistency(claim), `${first.size} to ${second.size}`).toBe(true);
        }
    });
  });

  test('of a partner are judged against the one held, with and without proof', async () => {
    const [rabat, paris] = [await world(), await world()];
    const publicKeys = [rabat.keys.publicKey];
    await rabat.live(3);
    const first = await rabat.work((unit) => rabat.journal.head(unit));
    const judge = (head: typeof first, proof?: readonly string[]) =>
      paris.work((unit) =>
        paris.journal.judgePartnerHead(unit, { head, publicKeys, ...(proof && { proof }) }),
      );
    expect(await judge(first)).toEqual({ kind: 'first' });
    await paris.work((unit) => paris.journal.keepPartnerHead(unit, first));
    await paris.work((unit) => paris.journal.keepPartnerHead(unit, first));
    expect(await judge(first)).toEqual({ kind: 'repeated' });
    await rabat.live(2);
    const second = await rabat.work((unit) => rabat.journal.head(unit));
    const proof = await rabat.work((unit) => rabat.journal.consistency(unit, 3, 5));
    expect(await judge(second)).toEqual({ kind: 'unproven', firstSize: 3, secondSize: 5 });
    expect(await judge(second, proof)).toEqual({ kind: 'consistent' });
    expect(await judge(second, [...proof].reverse())).toMatchObject({ kind: 'inconsistent', held: first });
    expect(await judge(second, ['not hex'])).toMatchObject({ kind: 'inconsistent' });
    expect(await judge({ ...second, size: 6 }, proof)).toEqual({ kind: 'forged' });
    const sign = (head: typeof first) => ({ ...head, signature: rabat.keys.sign(headText(head)) });
    const other = await judge(sign({ ...first, rootHash: second.rootHash }));
    expect(other).toMatchObject({ kind: 'equivocation', held: first });
    expect([isAccusing(other), isAccusing({ kind: 'first' })]).toEqual([true, false]);
  });

  test('of one size and two roots are both kept, and betray the partner again', async () => {
    const { journal, work, party } = await world();
    const keys = newKeys();
    const sign = (rootHash: string) => {
      const head = { party, size: 7, rootHash, at: '2024-07-26T17:30:00.000Z' };
      return { ...head, signature: keys.sign(headText(head)) };
    };
    const [one, two] = [sign('a'.repeat(64)), sign('b'.repeat(64))];
    await work((unit) => journal.keepPartnerHead(unit, one));
    await work((unit) => journal.keepPartnerHead(unit, two));
    for (const head of [one, two]) {
      const verdict = await work((unit) =>
        journal.judgePartnerHead(unit, { head, publicKeys: [keys.publicKey] }),
      );
      expect(verdict.kind).toBe('equivocation');
    }
    expect(judgeHead({ head: one, held: one, publicKeys: [keys.publicKey] })).toEqual({ kind: 'repeated' });
  });
});
