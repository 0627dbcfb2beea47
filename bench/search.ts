/**
 * Search over 20 thousand, 200 thousand and a million parts (titles and objects), with row security on, as an
 * analyst: everything between the question and the answer but HTTP. Held against the same question put by a
 * superuser, to whom row security does not apply, and against a scan with `like`.
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { readQuery } from '../server/capabilities/exchange/search/query.ts';
import { createSearch } from '../server/capabilities/exchange/search/search-service.ts';
import { writeQuery } from '../server/capabilities/exchange/search/tsquery.ts';
import { systemClock } from '../server/kernel/time.ts';
import { houseFolder } from '../server/node-database.ts';
import { type Database, migrate, openDatabase } from '../server/plumbing/database/index.ts';
import { createJournal } from '../server/plumbing/journal/index.ts';
import { stemsOf } from '../server/plumbing/search/index.ts';
import { createVerbs } from '../server/plumbing/verbs/index.ts';
import { freshDatabase, testServer } from '../testing/database.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';
import { analyst, fillSearch, frequentWord, house, party, rareWord } from './search-filling.ts';
import { measureWriting } from './search-writing.ts';

const measure = measuresOf('search');
const sizes = [20_000, 200_000, 1_000_000];
const partsOfItem = 5;
const rounds = 60;
const scanRounds = 3;

const questions: ReadonlyMap<string, string> = new Map([
  ['rare-word', rareWord],
  ['frequent-word', frequentWord],
  ['broken-plural', 'ضابط'],
  ['phrase', '"point de situation"'],
  ['two-words', `${frequentWord} camionnettes`],
  ['address', '10.0.7.77'],
  ['filter', 'tlp:amber'],
  ['word-and-filter', `${frequentWord} tlp:amber`],
  ['misspelt', `${rareWord.slice(0, 4)}${rareWord.slice(5)}`],
  ['nothing-found', 'zzyzxqv'],
]);

interface Bench {
  readonly database: Database;
  readonly admin: pg.Client;
  readonly search: ReturnType<typeof createSearch>;
}

const openBench = async (url: string, adminUrl: string): Promise<Bench> => {
  const folders = ['plumbing/journal', 'capabilities/exchange'].map((folder) => ({
    name: folder.split('/')[1] ?? '',
    folder: join(houseFolder(), 'server', folder, 'migrations'),
  }));
  await migrate({ url, folders });
  const database = await openDatabase({ url });
  const keys = { publicKey: '', sign: () => '' };
  const journal = createJournal({ party, clock: systemClock, keys });
  const verbs = createVerbs({ database, journal });
  const named = new URL(adminUrl);
  named.pathname = new URL(url).pathname;
  const admin = new pg.Client({ connectionString: named.href });
  await admin.connect();
  return { database, admin, search: createSearch({ verbs, self: party, services: async () => [] }) };
};

/** The question as the service puts it, to one whom row security does not bind. */
const unbound = async ({ database, admin }: Bench, q: string): Promise<number[]> => {
  const query = readQuery(q);
  const words = query.terms.flatMap((term) => term.words.map((word) => word.text));
  const stems = await database.transact(house, (unit) => stemsOf(unit, words));
  const written = writeQuery(query, stems) ?? '';
  return timesOf(rounds, () =>
    admin.query(
      `select s.item, s.part, ts_rank(s.document, $1::tsquery) from exchange_search s
        where s.document @@ $1::tsquery order by s.at desc limit 1001`,
      [written],
    ),
  );
};

/** What a node without an index would do, for the same reader. */
const scan = ({ database }: Bench, q: string): Promise<number[]> =>
  timesOf(scanRounds, () =>
    database.transact(analyst, async (unit) => {
      await sql`select i.id from exchange_item i join exchange_words w on w.item = i.id
        where w.title ilike ${`%${q}%`} or w.summary ilike ${`%${q}%`}
        or exists (select 1 from exchange_object o where o.item = i.id and o.content ilike ${`%${q}%`})
        order by i.modified_at desc limit 1001`.execute(unit.tables<object>());
    }),
  );

const measureSize = async (bench: Bench, parts: number): Promise<readonly Measure[]> => {
  const measures: Measure[] = [];
  const size = parts >= 1_000_000 ? '1m' : `${parts / 1_000}k`;
  for (const [name, q] of questions) {
    const times = await timesOf(rounds, () => bench.search.search(analyst, { q }));
    const free = await unbound(bench, q);
    const peer = { name: 'the bare query without row security', value: percentile(free, 0.5) };
    measures.push(measure(`${name}-of-${size}-p50`, percentile(times, 0.5), 'ms', peer));
    measures.push(measure(`${name}-of-${size}-p99`, percentile(times, 0.99), 'ms'));
  }
  const scanned = percentile(await scan(bench, rareWord), 0.5);
  const [rare] = measures;
  if (rare !== undefined)
    measures.push(
      measure(`rare-word-of-${size}-against-scan`, rare.value, 'ms', { name: 'like', value: scanned }),
    );
  return measures;
};

/** Runs the bench on a database of its own; about five minutes. */
export const run = async (): Promise<readonly Measure[]> => {
  const server = await testServer(process.argv.find((word) => word.startsWith('--server='))?.slice(9));
  const { url, drop } = await freshDatabase(server);
  const bench = await openBench(url, server.adminUrl);
  try {
    const measures: Measure[] = [];
    let filled = 0;
    for (const parts of sizes) {
      await fillSearch(bench.database, filled, parts / partsOfItem);
      filled = parts / partsOfItem;
      await bench.admin.query('vacuum analyze');
      const measured = await measureSize(bench, parts);
      for (const one of measured) process.stderr.write(`${JSON.stringify(one)}\n`);
      measures.push(...measured);
      if (filled * partsOfItem === sizes[1]) measures.push(...(await measureWriting(bench.database)));
    }
    return measures;
  } finally {
    await bench.database.close();
    await bench.admin.end();
    await drop();
    await server.stop();
  }
};
