/** Holds the row security of migrations 001 and 002 and the policy together, through a real database. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPeer, anyPerson, holder, house, other, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { tlpRank, tlps } from '../../kernel/marking.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { StoredAsk } from './ask.ts';
import * as asks from './ask-store.ts';
import { mayRead } from './policy.ts';
import { insertLapse, insertReminder } from './reminder-store.ts';
import { emptyStep } from './step.ts';
import { insertStep } from './step-store.ts';
import { putSummary } from './summary-store.ts';

let database: Database;
let close: () => Promise<void>;
const all: StoredAsk[] = [];
const at = '2029-07-26T09:00:00.000Z';
const party = other;

const content = {
  title: 'x',
  language: 'fr' as const,
  event: null,
  lines: [],
  conditions: '',
  costs: [],
  costsText: '',
  answerBy: at,
  reason: '',
};

const put = async (ask: StoredAsk): Promise<void> =>
  database.transact(house, async (unit) => {
    const facts = { ask: ask.id, author: ask.author, createdAt: at, returned: null };
    await asks.insertAsk(unit, ask);
    await asks.putVersion(unit, ask, {
      ...facts,
      version: 1,
      revision: 1,
      state: 'issued',
      content,
      issuedAt: at,
    });
    const sent = { ask: ask.id, party, version: 1, isWithdrawal: false, envelope: 'e', sentAt: at };
    await asks.insertSent(unit, ask, sent);
    await putSummary(
      unit,
      {
        ...{ ask: ask.id, holder, tlpRank: tlpRank(ask.marking.tlp), own: ask.originator === holder },
        ...{ state: ask.state, createdAt: at, event: null, words: 'x', toRelease: false, waits: true },
        ...{ silent: false, answerBy: at, lastAt: at },
      },
      at,
    );
    await insertReminder(unit, ask, { party, version: 1, level: 1, at });
    const said = { ...facts, id: randomUUID(), party, askVersion: 1, releasedAt: at, envelope: null };
    const step = { ...said, side: 'partner', state: 'heard', number: 1, seen: 0 } as const;
    await insertStep(unit, ask, { ...step, content: emptyStep('decline', 'fr') });
    await insertLapse(unit, ask, { step: step.id, at });
  });

beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['assistance']));
  for (const tlp of tlps)
    for (const originator of [holder, other]) {
      const ask: StoredAsk = {
        id: randomUUID(),
        holder,
        originator,
        state: 'issued',
        version: 1,
        agreement: newId('agreement'),
        circle: null,
        marking: { ...plainMarking, tlp, releasableTo: [holder, other] },
        author: originator === holder ? people[0] : null,
        createdAt: at,
        endedAt: null,
        endReason: null,
      };
      await put(ask);
      all.push(ask);
    }
});
afterAll(() => close());

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 12, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

const tables = {
  assistance_ask: 'id',
  assistance_version: 'ask',
  assistance_sent: 'ask',
  assistance_step: 'ask',
  assistance_reminder: 'ask',
  assistance_ask_summary: 'ask',
  assistance_lapse: 'ask',
  assistance_ask_word: 'ask',
};

test('of every table the database shows what the policy does, of this service’s people alone', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const wanted = all
        .filter((ask) => mayRead(reader, holder, ask).kind === 'allowed')
        .map(({ id }) => id)
        .sort();
      await database.transact(reader, async (unit) => {
        for (const [table, column] of Object.entries(tables)) {
          const { rows } = await sql<{ id: string }>`
            select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(unit.tables<object>());
          expect(rows.map(({ id }) => id).sort()).toEqual(wanted);
        }
      });
      shown += wanted.length;
    }),
    { numRuns: 250 },
  );
  expect(shown).toBeGreaterThan(60);
});

const planner: Actor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'event-planner',
  desks: [],
  circles: [],
  clearance: 'red',
};
const run = (as: Actor, query: ReturnType<typeof sql>) =>
  database.transact(as, (unit) => query.execute(unit.tables<object>()));

test('what went out is not rewritten, by nobody; readers and guests write nothing', async () => {
  await expect(run(planner, sql`update assistance_version set content = '{}'`)).rejects.toThrow(
    /not rewritten/,
  );
  await expect(run(house, sql`update assistance_step set content = '{}'`)).rejects.toThrow(/not rewritten/);
  await expect(run(house, sql`update assistance_step set number = 7`)).rejects.toThrow(/not rewritten/);
  for (const as of [
    { ...planner, role: 'service-head' as const },
    { ...planner, party: other },
    { ...planner, role: 'analyst' as const },
    { kind: 'peer' as const, party: other },
  ]) {
    const { numAffectedRows = 0n } = await run(as, sql`update assistance_ask set end_reason = 'x'`);
    expect(numAffectedRows).toBe(0n);
    const ask: StoredAsk = { ...(all[0] ?? fail()), id: randomUUID(), state: 'draft', version: 0 };
    await expect(database.transact(as, (unit) => asks.insertAsk(unit, ask))).rejects.toThrow(/row-level/);
  }
  const { numAffectedRows = 0n } = await run(planner, sql`delete from assistance_step`);
  expect(numAffectedRows).toBe(0n);
});

const fail = (): never => {
  throw new Error('no ask was made');
};
