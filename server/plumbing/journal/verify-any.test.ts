/**
 * Whatever is done to the rows of a journal: a verification with a partner's head finds it, and says where.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newKeys } from '../../../testing/journal.ts';
import { canonical } from '../../kernel/canonical.ts';
import { newId } from '../../kernel/ids.ts';
import { entryText } from './entry.ts';
import { headText, type SignedTreeHead } from './head.ts';
import type { JournalRow } from './journal-row.ts';
import { appendLeaf, emptyTree, type Hash, hashLeaf, rootOf } from './merkle.ts';
import { type JournalVerdict, verifyJournal } from './verify.ts';

const party = newId('party');
const keys = newKeys();
const largest = 40;
const actor = { kind: 'system', name: 'test', party } as const;

const texts = Array.from({ length: largest }, (_, seq) =>
  entryText(seq, '2024-07-26T17:30:00.000Z', {
    actor,
    verb: 'exchange.release',
    subject: `grouping--${seq}`,
    outcome: 'done',
    rule: 'contact-point-releases',
  }),
);
const renumber = (text: string, seq: number): string => text.replace(/"seq":\d+/, `"seq":${seq}`);

const treeOf = (entries: readonly string[]): { rows: JournalRow[]; heads: SignedTreeHead[] } => {
  let tree = emptyTree;
  const heads: SignedTreeHead[] = [];
  const rows = entries.map((text, seq) => {
    const { tree: after, closed } = appendLeaf(tree, hashLeaf(text));
    tree = after;
    const head = {
      party,
      size: seq + 1,
      rootHash: rootOf(tree).toString('hex'),
      at: '2024-07-26T17:30:00.000Z',
    };
    heads.push({ ...head, signature: keys.sign(headText(head)) });
    return { seq, text, hashes: closed };
  });
  return { rows, heads };
};
const sound = treeOf(texts);

const verify = (rows: readonly JournalRow[], heads: readonly SignedTreeHead[]): Promise<JournalVerdict> =>
  verifyJournal({
    source: { party, ownHeads: [], rows },
    publicKeys: [keys.publicKey],
    heldElsewhere: heads,
  });

const names = (verdict: JournalVerdict, seq: number): boolean =>
  verdict.findings.some((finding) => 'from' in finding && finding.from <= seq && seq <= finding.to);

const flip = (bytes: Hash, at: number): Hash => {
  const changed = Buffer.from(bytes);
  changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
  return changed;
};
/** A prefix of the journal with the head of its whole, and a place in it. */
const places = fc
  .integer({ min: 1, max: largest })
  .chain((size) => fc.record({ size: fc.constant(size), seq: fc.nat({ max: size - 1 }), byte: fc.nat() }));
const part = (size: number) => ({
  rows: sound.rows.slice(0, size),
  heads: sound.heads.slice(size - 1, size),
});

describe('A verification with a head that a partner holds', () => {
  test('finds nothing in any beginning of a sound journal', async () => {
    for (let size = 1; size <= largest; size += 1) {
      const { rows, heads } = part(size);
      expect(await verify(rows, heads)).toMatchObject({ isSound: true, size, coveredSize: size });
    }
  });

  test('names the entry of which any byte was changed', async () => {
    await fc.assert(
      fc.asyncProperty(places, async ({ size, seq, byte }) => {
        const { rows, heads } = part(size);
        const changed = rows.map((row) =>
          row.seq === seq
            ? { ...row, text: flip(Buffer.from(row.text ?? ''), byte).toString('latin1') }
            : row,
        );
        expect((await verify(changed, heads)).findings).toEqual([{ kind: 'changed', from: seq, to: seq }]);
      }),
    );
  });

  test('names a span around any byte that was changed in the stored hashes', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.nat(), async ({ size, seq, byte }, level) => {
        const { rows, heads } = part(size);
        const changed = rows.map((row) => {
          const at = level % (row.hashes?.length ?? 1);
          const hashes = row.hashes?.map((hash, index) => (index === at ? flip(hash, byte) : hash)) ?? null;
          return row.seq === seq ? { ...row, hashes } : row;
        });
        const verdict = await verify(changed, heads);
        expect(names(verdict, seq)).toBe(true);
      }),
    );
  });

  test('names any entry that was removed, the gap left open or closed, hashes kept or not', async () => {
    await fc.assert(
      fc.asyncProperty(places, async ({ size, seq }) => {
        const { rows, heads } = part(size);
        const open = rows.map((row) => (row.seq === seq ? { ...row, text: null } : row));
        expect((await verify(open, heads)).findings).toEqual([{ kind: 'removed', from: seq, to: seq }]);
        const rest = rows.filter((row) => row.seq !== seq).map((row, at) => renumber(row.text ?? '', at));
        const closed = rows.map((row, at) => ({ ...row, text: rest[at] ?? null }));
        expect((await verify(closed, heads)).findings).toContainEqual({
          kind: 'removed',
          from: seq,
          to: seq,
        });
        const verdict = await verify(treeOf(rest).rows, [...sound.heads.slice(0, size)]);
        const rewritten = { kind: 'rewritten', witness: 'elsewhere', from: seq, to: seq };
        const truncated = { kind: 'truncated', witness: 'elsewhere', from: size - 1, to: size - 1 };
        expect(verdict.findings).toEqual(seq === size - 1 ? [truncated] : [rewritten, truncated]);
      }),
    );
  });

  test('names any two entries that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.nat(), async ({ size, seq }, offset) => {
        fc.pre(size > 1);
        const { rows, heads } = part(size);
        const other = (seq + 1 + (offset % (size - 1))) % size;
        const [a, b] = [texts[seq] ?? '', texts[other] ?? ''];
        for (const write of [(text: string) => text, renumber]) {
          const swapped = rows.map((row) => {
            if (row.seq === seq) return { ...row, text: write(b, seq) };
            return row.seq === other ? { ...row, text: write(a, other) } : row;
          });
          const { findings } = await verify(swapped, heads);
          const moves = [
            { kind: 'moved', from: seq, to: seq, at: other },
            { kind: 'moved', from: other, to: other, at: seq },
          ];
          expect(findings).toHaveLength(2);
          expect(findings).toEqual(expect.arrayContaining(moves));
        }
      }),
    );
  });

  test('says between which heads any entry was changed when all hashes were computed anew', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.subarray([...sound.heads.keys()]), async ({ size, seq }, chosen) => {
        const heads = chosen.filter((at) => at < size).flatMap((at) => sound.heads.slice(at, at + 1));
        const changed = texts
          .slice(0, size)
          .map((text, at) => (at === seq ? text.replace('done', 'gone') : text));
        const { findings } = await verify(treeOf(changed).rows, heads);
        const first = heads.find((head) => head.size > seq);
        const last = heads.findLast((head) => head.size <= seq);
        const span = first && { from: last?.size ?? 0, to: first.size - 1 };
        expect(findings).toEqual(span ? [{ kind: 'rewritten', witness: 'elsewhere', ...span }] : []);
      }),
    );
  });

  test('names one removed entry and one shift where thousands were renumbered', async () => {
    const texts = Array.from({ length: 5000 }, (_, seq) => canonical({ seq, rule: 'r', verb: `v${seq}` }));
    let tree = emptyTree;
    const hashes = texts.map((text) => {
      const appended = appendLeaf(tree, hashLeaf(text));
      tree = appended.tree;
      return appended.closed;
    });
    const damaged = texts
      .filter((_, seq) => seq !== 100)
      .map((text, at) => text.replace(/"seq":\d+/, `"seq":${at}`));
    const rows = hashes.map((closed, seq) => ({ seq, text: damaged[seq] ?? null, hashes: closed }));
    const verdict = await verifyJournal({ source: { party, ownHeads: [], rows }, publicKeys: [] });
    expect(verdict.rootHash).toBe(rootOf(tree).toString('hex'));
    expect(verdict.findings).toEqual([
      { kind: 'removed', from: 100, to: 100 },
      { kind: 'moved', from: 101, to: 4999, at: 100 },
    ]);
  });
});
