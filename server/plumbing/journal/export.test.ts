import { describe, expect, onTestFinished, test } from 'vitest';
import { type JournalWorld, journalWorld } from '../../../testing/journal.ts';
import { exportJournal, readExport } from './export.ts';
import type { SignedTreeHead } from './head.ts';
import { type JournalVerdict, verifyJournal } from './verify.ts';

const world = async (): Promise<JournalWorld> => {
  const made = await journalWorld();
  onTestFinished(made.end);
  return made;
};

const exportLines = ({ work, journal, keys }: JournalWorld): Promise<string[]> =>
  work(async (unit) => {
    const lines: string[] = [];
    for await (const line of exportJournal(unit, { journal, publicKeys: [keys.publicKey] })) lines.push(line);
    return lines;
  });

const check = async (
  lines: readonly string[],
  publicKeys: readonly string[],
  heldElsewhere: readonly SignedTreeHead[] = [],
): Promise<JournalVerdict> => {
  const { source } = await readExport(lines);
  return verifyJournal({ source, publicKeys, heldElsewhere });
};

describe('An exported journal', () => {
  test('is verified from its lines alone, all its entries vouched for by its last head', async () => {
    const made = await world();
    await made.live(12);
    const lines = await exportLines(made);
    expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
    const verdict = await check(lines, [made.keys.publicKey]);
    expect(verdict).toMatchObject({ isSound: true, party: made.party, size: 12, coveredSize: 12 });
    expect((await readExport(lines)).publicKeys).toEqual([made.keys.publicKey]);
  });

  test('of an empty journal is an export too', async () => {
    const made = await world();
    expect(await check(await exportLines(made), [made.keys.publicKey])).toMatchObject({
      isSound: true,
      size: 0,
    });
  });

  test('carries the heads of partners, which check the partner’s own export', async () => {
    const [rabat, paris] = [await world(), await world()];
    await rabat.live(7);
    const head = await rabat.work((unit) => rabat.journal.head(unit));
    await paris.work((unit) => paris.journal.keepPartnerHead(unit, head));
    await rabat.live(2);
    const { partnerHeads } = await readExport(await exportLines(paris));
    expect(partnerHeads).toEqual([head]);
    const lines = await exportLines(rabat);
    expect(await check(lines, [rabat.keys.publicKey], partnerHeads)).toMatchObject({
      isSound: true,
      size: 9,
    });
  });

  test('names an entry that was changed or removed in the file', async () => {
    const made = await world();
    await made.live(9);
    const lines = await exportLines(made);
    const at = lines.findIndex((line) => line.includes('grouping--4'));
    const changed = lines.map((line, index) =>
      index === at ? line.replace('system:test', 'system:else') : line,
    );
    expect((await check(changed, [made.keys.publicKey])).findings).toEqual([
      { kind: 'changed', from: 4, to: 4 },
    ]);
    const removed = lines
      .filter((_, index) => index !== at)
      .map((line) => line.replace('"entries":9', '"entries":8'));
    expect((await check(removed, [made.keys.publicKey])).findings).toEqual([
      { kind: 'removed', from: 4, to: 4 },
    ]);
  });

  test('is refused when it is cut, reordered, unreadable or something else', async () => {
    const made = await world();
    await made.live(5);
    const lines = await exportLines(made);
    const keys = [made.keys.publicKey];
    const first = lines.findIndex((line) => line.includes('"kind":"entry"'));
    const reordered = [...lines];
    reordered.splice(first, 2, lines[first + 1] ?? '', lines[first] ?? '');
    await expect(check(lines.slice(0, -1), keys)).rejects.toMatchObject({ code: 'journal/export-cut' });
    await expect(check([...lines, '{"kind":"entry"}'], keys)).rejects.toMatchObject({
      code: 'journal/export-cut',
    });
    await expect(check(lines.toSpliced(first, 1), keys)).rejects.toMatchObject({
      code: 'journal/export-cut',
    });
    await expect(check(reordered, keys)).rejects.toMatchObject({ code: 'journal/export-order' });
    await expect(check(lines.toSpliced(first, 1, 'not json'), keys)).rejects.toMatchObject({
      code: 'journal/export-line',
    });
    await expect(check(['not json'], keys)).rejects.toMatchObject({ code: 'journal/not-an-export' });
    await expect(check([], keys)).rejects.toMatchObject({ code: 'journal/not-an-export' });
    await expect(
      check(['{"kind":"header","format":"tansiq-journal","version":2}'], keys),
    ).rejects.toMatchObject({ code: 'journal/not-an-export' });
  });
});
