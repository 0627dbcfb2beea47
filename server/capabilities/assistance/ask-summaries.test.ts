/** Asks that were kept before there were summaries are found as well. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { holder, house, other, people } from '../../../testing/cast.ts';
import { freshDatabase } from '../../../testing/database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import { migrationFolders } from '../../node-database.ts';
import { migrate, openDatabase } from '../../plumbing/database/index.ts';
import * as asks from './ask-store.ts';
import { listSummaries, summariesDue } from './summary-store.ts';
import { sumUp } from './summing-service.ts';

const at = '2029-07-01T09:00:00.000Z';
const first = '101-create-ask-summaries.sql';
const reader: Actor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'event-planner',
  desks: [],
  circles: [],
  clearance: 'red',
};
const requirement = { specialty: 'patrol' as const, skills: [], languages: [], powers: [] };
const content = {
  title: 'Équipes cynophiles',
  language: 'fr' as const,
  event: null,
  lines: [
    {
      id: randomUUID(),
      requirement,
      quantity: 2,
      from: at,
      to: '2029-08-01T00:00:00.000Z',
      places: [],
      arms: 'none' as const,
      conditions: '',
    },
  ],
  conditions: '',
  costs: [],
  costsText: '',
  answerBy: at,
  reason: '',
};

test('the migration keeps a summary of each, and the work that comes round makes it whole', async () => {
  const folders = migrationFolders().filter(({ name }) => name === 'assistance');
  const before = join(await mkdtemp(join(tmpdir(), 'migrations-')), 'migrations');
  const { url, drop } = await freshDatabase();
  try {
    await mkdir(before);
    for (const { folder } of folders)
      for (const file of await readdir(folder))
        if (file < first) await copyFile(join(folder, file), join(before, file));
    await migrate({ url, folders: [{ name: 'assistance', folder: before }] });
    const database = await openDatabase({ url });
    const id = randomUUID();
    await database.transact(house, async (unit) => {
      const ask = {
        ...{ id, holder, originator: other, state: 'issued' as const, version: 1, circle: null },
        ...{ agreement: newId('agreement'), author: null, createdAt: at, endedAt: null, endReason: null },
        marking: { ...plainMarking, tlp: 'green' as const, releasableTo: [holder, other] },
      };
      await asks.insertAsk(unit, ask);
      await sql`insert into assistance_version (ask, version, holder, tlp_rank, state, content, created_at,
          issued_at)
        values (${id}, 1, ${holder}, ${tlpRank('green')}, 'issued', ${JSON.stringify(content)}, ${at},
          ${at})`.execute(unit.tables<object>());
    });
    await migrate({ url, folders });
    const list = (text?: string) =>
      database.transact(reader, (unit) => listSummaries(unit, text === undefined ? {} : { text }, at));
    expect((await list()).asks).toEqual([id]);
    expect((await list('équipes')).asks).toEqual([]);
    const clock = { now: () => at };
    await database.transact(house, async (unit) => {
      for (const due of await summariesDue(unit, 10)) await sumUp({ self: holder, clock }, unit, due);
      expect(await summariesDue(unit, 10)).toEqual([]);
    });
    expect((await list('équipes')).asks).toEqual([id]);
    await database.close();
  } finally {
    await drop();
    await rm(join(before, '..'), { recursive: true });
  }
});
