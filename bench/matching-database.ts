/**
 * The set of a service that holds a million identifiers, in its real database: prepared, broken off on the
 * way and gone on with, published; then what one change costs, and a look when nothing changed.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createHolding } from '../server/capabilities/matching/holding-service.ts';
import type { MatchingNeeds } from '../server/capabilities/matching/needs-service.ts';
import { putRecords } from '../server/capabilities/matching/record-store.ts';
import { asId, newId } from '../server/kernel/ids.ts';
import { dayOf, systemClock } from '../server/kernel/time.ts';
import { houseFolder, migrationFolders } from '../server/node-database.ts';
import { type Database, migrate, openDatabase, startEmbedded } from '../server/plumbing/database/index.ts';
import { createJournal } from '../server/plumbing/journal/index.ts';
import { createLive } from '../server/plumbing/live/index.ts';
import { type Oprf, openOprf } from '../server/plumbing/oprf/index.ts';
import { createVerbs } from '../server/plumbing/verbs/index.ts';
import { type Measure, measuresOf, secondsOf } from './measure.ts';

const measure = measuresOf('matching');
const [party, partner] = [newId('party'), newId('party')];
const house = { kind: 'system', name: 'bench', party } as const;
const perItem = 4;
const itemAt = (at: number) =>
  asId('item', `grouping--00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);

const agreement = {
  id: newId('agreement'),
  proposer: party,
  title: { ar: 'اتفاق', fr: 'accord', en: 'agreement' },
  legalBasis: 'article 4',
  parties: [party, partner],
  fields: ['event-security' as const],
  purposes: ['event-protection' as const],
  validFrom: '2026-01-01',
  validUntil: '2099-01-01',
  defaults: {
    tlp: 'amber' as const,
    pap: 'amber' as const,
    handling: [],
    reviewAfterDays: 1,
    eraseAfterDays: 2,
  },
  state: 'in-force' as const,
  signatures: [],
  createdAt: systemClock.now(),
  endedAt: null,
  matching: { perDay: 10_000, perOfficer: 10_000 },
};

/** Items by the hundred thousand, each naming four telephone numbers. */
const fill = (database: Database, records: number): Promise<void> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    await sql`insert into matching_item (item, holder, field, purpose, tlp_rank, releasable_to, erase_on)
      select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), ${party}, 'event-security', 'event-protection', 2, '{}', '2099-01-01'
      from generate_series(1, ${records / perItem}::integer) n`.execute(tables);
    await sql`insert into matching_record (item, kind, form)
      select 'grouping--00000000-0000-4000-8000-' || lpad((1 + n / ${perItem})::text, 12, '0'),
        'phone', '+2126' || lpad((n::bigint * 7919 % 100000000)::text, 8, '0')
      from generate_series(0, ${records - 1}::integer) n`.execute(tables);
    await sql`analyze matching_item, matching_record`.execute(tables);
  });

const openHolder = async (database: Database, oprf: Oprf, agreed: MatchingNeeds['agreements']) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const keys = {
    publicKey: privateKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
  const journal = createJournal({ party, clock: systemClock, keys });
  const [verbs, live] = [createVerbs({ database, journal }), await createLive({ database })];
  const secret = randomBytes(32).toString('hex');
  const shared = { self: party, house, verbs, database, clock: systemClock, live, secret };
  const withEngine = (engine: Oprf) =>
    createHolding({
      ...shared,
      oprf: engine,
      agreements: agreed,
      // What is announced goes nowhere here: the partner's side is measured by the journeys.
      federation: {
        send: async () => newId('envelope'),
        fetchBytes: () => Promise.reject(new Error('no partner')),
      },
      isLinked: async () => true,
      tighten: async () => ({ kind: 'allowed', rule: 'bench' }),
      replay: async () => null,
      beginRequest: () => Promise.reject(new Error('nobody asks')),
      readItem: () => Promise.reject(new Error('nobody asks')),
      log: {
        error: (details, message) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
      },
    });
  const after = (steps: number): Oprf => {
    let left = steps;
    const evaluate: Oprf['evaluate'] = (...given) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('broken off')) : oprf.evaluate(...given);
    };
    return { ...oprf, evaluate };
  };
  return { whole: withEngine(oprf), breaking: withEngine(after(5)), close: () => live.close() };
};

const count = (database: Database, table: 'matching_tag' | 'matching_due'): Promise<number> =>
  database.transact(house, async (unit) => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::integer as count from ${sql.table(table)}`.execute(unit.tables<object>());
    return rows[0]?.count ?? 0;
  });

/** Prepares a set of so many records. */
export const measureDatabase = async (records: number): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-'));
  const { url, stop } = await startEmbedded({ folder });
  const oprf = await openOprf({ house: houseFolder() });
  try {
    await migrate({ url, folders: migrationFolders() });
    const database = await openDatabase({ url });
    await fill(database, records);
    process.stderr.write(`${records} records are there on ${dayOf(systemClock.now())}\n`);
    const agreed = { find: async () => agreement, list: async () => [agreement] };
    const holder = await openHolder(database, oprf, agreed);
    const before = await secondsOf(() => holder.breaking.prepareAll());
    const kept = await count(database, 'matching_tag');
    const rest = await secondsOf(() => holder.whole.prepareAll());
    const idle = await secondsOf(() => holder.whole.prepareAll());
    const changes: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      await database.transact(house, (unit) =>
        putRecords(unit, itemAt(at + 1), party, [{ kind: 'phone', form: `+3361234${1_000 + at}` }]),
      );
      changes.push(await secondsOf(() => holder.whole.prepareAll()));
    }
    await holder.close();
    await database.close();
    return [
      measure(`database-prepare-${records}-records`, before + rest, 's'),
      measure('database-kept-when-broken-off', kept, 'records'),
      measure('database-look-without-change', idle * 1_000, 'ms'),
      measure('database-one-item-changed', Math.max(...changes) * 1_000, 'ms'),
      measure('database-memory', process.memoryUsage.rss() / 2 ** 20, 'MiB'),
    ];
  } finally {
    await oprf.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
};
