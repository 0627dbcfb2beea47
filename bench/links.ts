/**
 * Whether a step of the chart of relations and the search for likely duplicates stay flat: the same
 * questions to a node of two hundred thousand objects and of a million, as an officer, over HTTP, with
 * row security on.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { writtenAlike } from '../server/capabilities/exchange/duplicates/likeness.ts';
import { createMatching } from '../server/capabilities/exchange/duplicates/matching-service.ts';
import { newId } from '../server/kernel/ids.ts';
import { systemClock } from '../server/kernel/time.ts';
import { type RunningNode, startNode } from '../server/main.ts';
import type { Database } from '../server/plumbing/database/index.ts';
import { callAs, freePort, type WorldNode } from '../testing/world.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';

const measure = measuresOf('links');
const objectsPerItem = 5;
const [few, many] = [200_000 / objectsPerItem, 1_000_000 / objectsPerItem];
/** Items written in one statement: below the time that a statement may take. */
const batch = 4_000;
const rounds = 40;
const partners = 20;
/** Every so many items hold the one machine that all speak of, and every so many have a twin. */
const [hubEvery, twinEvery] = [10, 50];

const hub = 'ipv4-addr--00000000-0000-5000-8000-000000000000';
const idOf = (type: string, n: number): string =>
  `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

interface Bench {
  readonly node: RunningNode;
  readonly call: WorldNode['call'];
  close(): Promise<void>;
}

const openBench = async (): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-links-'));
  // The database may run as another user than root, who must be able to pass through.
  await chmod(folder, 0o755);
  const [port, linkPort] = [await freePort(), await freePort()];
  const settings = {
    party: newId('party'),
    name: { ar: 'جهاز', fr: 'Service', en: 'Service' },
    country: 'FR',
    languages: ['fr'] as const,
    console: { host: '127.0.0.1', port },
    publicAddress: `http://127.0.0.1:${port}`,
    federation: { host: '127.0.0.1', port: linkPort },
    federationAddress: `https://127.0.0.1:${linkPort}`,
    databaseUrl: null,
    demo: true,
    oidc: null,
  };
  const node = await startNode({ settings: { ...settings, languages: ['fr'] }, folder, logLevel: 'error' });
  const person = {
    name: 'Analyst',
    nameArabic: 'محلل',
    email: 'analyst@fr.example',
    languages: ['fr'] as const,
  };
  const made = await node.parties.createDemoAccounts([
    {
      ...person,
      languages: ['fr'],
      roles: ['analyst'],
      clearance: 'amber',
      desks: [],
      password: 'an invented passphrase',
    },
  ]);
  return {
    node,
    call: callAs(node.address, new Map(made.map((account) => [account.role, account]))),
    close: async () => {
      await node.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

type Tables = Parameters<Parameters<Database['transact']>[1]>[0];

/** Received items of five objects each; a thousandth is TLP:RED, which the analyst may not read. */
const fillItems = (unit: Tables, party: string, from: number, to: number) =>
  sql`with words as (
    insert into exchange_words (item, title, summary)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), 'Item ' || n, ''
    from generate_series(${from}::int, ${to}::int) n
  )
  insert into exchange_item (
      id, version, originator, holder, identity, state, personal, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, object_count, types,
      created_at, modified_at, received_at, read_at, listed_at)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), 1,
      'identity--00000000-0000-4000-8000-' || lpad((n % ${partners})::text, 12, '0'), ${party},
      '{}', 'received', false, 'fr', case when n % 1000 = 0 then 4 else 2 end, 'terrorism',
      array[${party}], current_date + 30, current_date + 90,
      jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '["H1"]'::jsonb, 'field', 'terrorism',
        'purpose', 'prevention', 'legalBasis', 'Article 4', 'personCategories', '[]'::jsonb,
        'releasableTo', jsonb_build_array(${party}::text), 
        'reviewOn', current_date + 30, 'eraseOn', current_date + 90),
      '{}', '[]', ${objectsPerItem}, '{}', now(), now(), now(), now(), now() - n * interval '1 second'
    from generate_series(${from}::int, ${to}::int) n`.execute(unit.tables<object>());

const fillContent = async (unit: Tables, from: number, to: number): Promise<void> => {
  const tables = unit.tables<object>();
  await sql`insert into exchange_object (item, ordinal, stix_id, stix_type, content)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), ordinal, id, type,
      json_build_object('type', type, 'id', id, 'name', 'Object ' || n || ' ' || ordinal)::text
    from generate_series(${from}::int, ${to}::int) n
      cross join unnest(array['identity', 'ipv4-addr', 'indicator', 'note', 'relationship'])
        with ordinality k (type, ordinal)
      cross join lateral (select case when type = 'ipv4-addr' and n % ${hubEvery} = 0 then ${hub}
        else type || '--00000000-0000-4000-8000-' || lpad(n::text, 12, '0') end as id) i`.execute(tables);
  await sql`insert into exchange_reference (item, source, target, relation)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'),
      source || '--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'),
      case when n % ${hubEvery} = 0 then ${hub}
        else 'ipv4-addr--00000000-0000-4000-8000-' || lpad(n::text, 12, '0') end, relation
    from generate_series(${from}::int, ${to}::int) n
      cross join (values ('indicator', 'based-on'), ('identity', 'uses')) as k (source, relation)`.execute(
    tables,
  );
  await sql`insert into exchange_key (item, key, object)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'),
      'observable:' || k || '-' ||
        case when n % ${twinEvery} < 2 then n / ${twinEvery} * ${twinEvery} else n end,
      'ipv4-addr--00000000-0000-4000-8000-' || lpad(n::text, 12, '0')
    from generate_series(${from}::int, ${to}::int) n cross join generate_series(1, 12) k`.execute(tables);
  await sql`insert into exchange_duplicate
      (first, second, first_version, second_version, state, score, reasons, found_at)
    select 'grouping--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'),
      'grouping--00000000-0000-4000-8000-' || lpad((n + 1)::text, 12, '0'), 1, 1, 'open',
      0.5 + (n % 997) / 2000.0, '[]', now()
    from generate_series(${from}::int, ${to - 1}::int) n where n % ${twinEvery} = 0`.execute(tables);
};

const fill = async ({ node }: Bench, from: number, to: number): Promise<void> => {
  const house = { kind: 'system', name: 'bench', party: node.settings.party } as const;
  for (let at = from + 1; at <= to; at += batch) {
    const end = Math.min(to, at + batch - 1);
    await node.database.transact(house, (unit) => fillItems(unit, node.settings.party, at, end));
    await node.database.transact(house, (unit) => fillContent(unit, at, end));
  }
  await node.database.transact(house, async (unit) => {
    for (const table of ['item', 'object', 'reference', 'key', 'duplicate'])
      await sql`analyze ${sql.table(`exchange_${table}`)}`.execute(unit.tables<object>());
  });
};

const get = async ({ call }: Bench, path: string): Promise<void> => {
  const { status, body } = await call('analyst', 'GET', path);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
};

const questions = (items: number): ReadonlyMap<string, (round: number) => string> =>
  new Map<string, (round: number) => string>([
    ['step-from-an-item', (round) => `graph?node=${idOf('grouping', 7 + round * 3)}`],
    ['step-from-an-object', (round) => `graph?node=${idOf('identity', items - 9 - round * 3)}`],
    ['step-from-a-hub', () => `graph?node=${hub}`],
    ['filtered-step-from-a-hub', () => `graph?node=${hub}&relation=uses&type=identity`],
    ['likely-duplicates', () => 'duplicates?state=open'],
  ]);

/** Milliseconds to compare one item that just came with all the others: that work alone. */
const compareOne = async ({ node }: Bench, items: number): Promise<number> => {
  const { party: self } = node.settings;
  const house = { kind: 'system', name: 'bench', party: self } as const;
  const { match } = createMatching({
    database: node.database,
    clock: systemClock,
    self,
    matcher: writtenAlike,
  });
  await match();
  const times: number[] = [];
  for (let round = 0; round < rounds / 2; round += 1) {
    const item = idOf('grouping', items - twinEvery * (round + 2));
    await node.database.transact(house, (unit) =>
      sql`insert into exchange_uncompared values (${item}, now())`.execute(unit.tables<object>()),
    );
    times.push(...(await timesOf(1, match)));
  }
  return percentile(times, 0.5);
};

const ask = async (bench: Bench, items: number): Promise<ReadonlyMap<string, number>> => {
  const answers = new Map<string, number>();
  for (const [name, path] of questions(items)) {
    const times = await timesOf(rounds, (round) => get(bench, `/api/exchange/${path(round)}`));
    answers.set(name, percentile(times, 0.5));
  }
  answers.set('compare-one-item', await compareOne(bench, items));
  return answers;
};

/** Runs the bench on a node of its own; some minutes, most of them to fill it. */
export const run = async (): Promise<readonly Measure[]> => {
  const bench = await openBench();
  try {
    await fill(bench, 0, few);
    const before = await ask(bench, few);
    await fill(bench, few, many);
    const after = await ask(bench, many);
    return [...after].map(([name, value]) =>
      measure(`${name}-of-1m-p50`, value, 'ms', { name: 'of 200k', value: before.get(name) ?? Number.NaN }),
    );
  } finally {
    await bench.close();
  }
};
