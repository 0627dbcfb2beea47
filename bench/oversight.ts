/**
 * What the data protection officer asks, as journal and items grow: entries of one partner, of one kind, of
 * one item; what is due; and a box under a tightening, whose rule is asked of every row.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { complianceOf, dueHolders } from '../server/capabilities/exchange/control/compliance-store.ts';
import { controlLimits } from '../server/capabilities/exchange/control/contract.ts';
import { listItems } from '../server/capabilities/exchange/list-store.ts';
import { listDue } from '../server/capabilities/exchange/retention/retention-store.ts';
import type { PersonActor } from '../server/kernel/decision.ts';
import { type ItemId, newId, type PartyId } from '../server/kernel/ids.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import { migrate, openDatabase, startEmbedded } from '../server/plumbing/database/index.ts';
import { createJournal, type EntrySearch, type NewEntry } from '../server/plumbing/journal/index.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';

const measure = measuresOf('oversight');
const party = newId('party');
const house = { kind: 'system', name: 'bench', party } as const;
const partners = Array.from({ length: 20 }, () => newId('party'));
const officer: PersonActor = {
  kind: 'person',
  person: newId('person'),
  party,
  role: 'data-protection-officer',
  desks: [],
  circles: [],
  clearance: 'red',
};
const analyst: PersonActor = { ...officer, person: newId('person'), role: 'analyst', context: 'the bench' };

const [fewEntries, manyEntries] = [10_000, 1_000_000];
const [fewItems, manyItems] = [2_000, 200_000];
const batchEntries = 10_000;
const rounds = 40;
const modules = [
  'plumbing/journal',
  'plumbing/attachments',
  'federation',
  'capabilities/parties',
  'capabilities/agreements',
  'capabilities/exchange',
  'capabilities/requests',
  'capabilities/oversight',
];

const openWorld = async (folder: string) => {
  const { url, stop } = await startEmbedded({ folder });
  const folders = modules.map((name) => ({
    name: name.split('/').at(-1) ?? name,
    folder: fileURLToPath(new URL(`../server/${name}/migrations`, import.meta.url)),
  }));
  await migrate({ url, folders });
  const database = await openDatabase({ url });
  const { privateKey } = generateKeyPairSync('ed25519');
  const keys = {
    publicKey: privateKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
  const end = async (): Promise<void> => {
    await database.close();
    await stop();
  };
  return { database, journal: createJournal({ party, clock: systemClock, keys }), end };
};
type World = Awaited<ReturnType<typeof openWorld>>;

const partnerOf = (number: number): PartyId => partners[number % partners.length] ?? party;
const listed = newId('item');

/** Of a hundred entries: most are readings, some are lists, some come from partners, one is a release. */
const entryOf = (number: number): NewEntry => {
  const done = { subject: newId('item'), outcome: 'done', rule: 'bench' } as const;
  const kind = number % 100;
  if (kind === 0)
    return {
      ...done,
      actor: house,
      verb: 'exchange.release',
      details: { disclosedTo: [partnerOf(number / 100)] },
    };
  if (kind < 20)
    return { ...done, actor: { kind: 'peer', party: partnerOf(number) }, verb: 'federation.receive' };
  if (kind < 25)
    return {
      ...done,
      actor: analyst,
      verb: 'exchange.list',
      subject: null,
      details: { items: [newId('item'), newId('item')] },
    };
  return { ...done, actor: analyst, verb: 'exchange.read' };
};

const fillJournal = async ({ database, journal }: World, from: number, to: number): Promise<void> => {
  for (let done = from; done < to; done += batchEntries)
    await database.transact(house, (unit) =>
      journal.appendAll(
        unit,
        Array.from({ length: batchEntries }, (_, at) => entryOf(done + at)),
      ),
    );
  await database.transact(house, (unit) =>
    journal.append(unit, {
      actor: analyst,
      verb: 'exchange.list',
      subject: null,
      outcome: 'done',
      rule: 'bench',
      details: { items: [listed] },
    }),
  );
  await database.transact(house, (unit) => sql`analyze`.execute(unit.tables<object>()));
};

const searches: readonly (readonly [string, Omit<EntrySearch, 'limit'>])[] = [
  ['one-partner', { party: partners[3] }],
  [
    'disclosures-to-one-partner',
    { party: partners[3], verbs: ['exchange.release', 'exchange.share-onward'] },
  ],
  ['one-kind', { verbs: ['exchange.release', 'exchange.share-onward'] }],
  ['one-person', { actor: analyst.person }],
  ['one-item-shown-in-a-list', { subjects: [listed] }],
];

const askJournal = async ({ database, journal }: World): Promise<ReadonlyMap<string, number>> => {
  const answers = new Map<string, number>();
  for (const [name, search] of searches) {
    const ask = () =>
      database.transact(officer, async (unit) => {
        if ((await journal.search(unit, { ...search, limit: 50 })).length === 0)
          throw new Error(`bug: ${name}`);
      });
    answers.set(name, percentile(await timesOf(rounds, ask), 0.5));
  }
  return answers;
};

const fillItems = ({ database }: World, from: number, to: number): Promise<void> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    const ids: ItemId[] = Array.from({ length: to - from }, () => newId('item'));
    await sql`insert into exchange_item (
        id, version, originator, holder, identity, state, personal, language, tlp_rank, field, releasable_to,
        review_on, erase_on, marking, recipients, withheld, object_count, types, created_at, modified_at,
        received_at, listed_at)
      select id, 1, ${partners[0]}, ${party}, '{}', 'received', n % 3 = 0, 'fr', 2, 'terrorism',
        array[${party}], current_date + (n % 365)::int, current_date + 400,
        jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '["H1"]'::jsonb, 'field', 'terrorism',
          'purpose', 'prevention', 'legalBasis', 'Article 4', 'personCategories', '[]'::jsonb,
          'releasableTo', jsonb_build_array(${party}::text), 'reviewOn', current_date + (n % 365)::int,
          'eraseOn', current_date + 400),
        '{}', '[]', 1, '{}', now(), now(), now(), now() - n * interval '1 second'
      from unnest(${ids}::text[]) with ordinality as row (id, n)`.execute(tables);
    await sql`insert into exchange_words (item, title, summary)
      select id, 'Item', '' from unnest(${ids}::text[]) id`.execute(tables);
    await sql`insert into exchange_keeping (item, marked_review_on, review_on, erase_on)
      select i.id, i.review_on, i.review_on, i.erase_on from exchange_item i
      where i.id = any (${ids}::text[])`.execute(tables);
    await sql`analyze`.execute(tables);
  });

/** Half of the items are recalled from two holders each; of a hundred holders one has not obeyed. */
const fillRecalls = ({ database }: World, items: number): Promise<void> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    await sql`delete from exchange_recall`.execute(tables);
    await sql`insert into exchange_recall (id, item, version, originator, kind, parties, recalled_at,
        comply_by, verified)
      select 'x-tansiq-recall--' || n, id, 1, originator, 'withdraw', '{}', now() - n * interval '1 minute',
        now() - interval '1 day', true
      from (select *, row_number() over (order by id) as n from exchange_item limit ${items / 2}) i`.execute(
      tables,
    );
    await sql`insert into exchange_compliance (recall, party, told_at, outcome)
      select r.id, p, now() - interval '2 days', case when random() < 0.99 then 'removed' end
      from exchange_recall r, unnest(${partners.slice(0, 2)}::text[]) p`.execute(tables);
    await sql`analyze`.execute(tables);
  });

const askRecalls = async ({ database }: World): Promise<ReadonlyMap<string, number>> => {
  const now = systemClock.now();
  const overdue = { now, remindedBefore: later(now, -dayMs), limit: controlLimits.toldAtOnce };
  const half = async (work: () => Promise<unknown>) => percentile(await timesOf(rounds, work), 0.5);
  return new Map([
    [
      'who-has-complied',
      await half(() => database.transact(analyst, (unit) => complianceOf(unit, ['x-tansiq-recall--7']))),
    ],
    ['holders-to-remind', await half(() => database.transact(house, (unit) => dueHolders(unit, overdue)))],
  ]);
};

const tighten = ({ database }: World, state: 'in-force' | 'rejected'): Promise<void> =>
  database.transact(house, async (unit) => {
    await sql`insert into oversight_tightening (id, who, roles, acts, tlp_at_least, fields, purposes,
        person_categories, partners, valid_from, reason, state, proposed_by, proposed_at)
      values ('00000000-0000-4000-8000-000000000001', 'everyone', '{}', '{read}', 4, '{}', '{}', '{}', '{}',
        current_date - 1, 'The bench', ${state}, 'bench', now())
      on conflict (id) do update set state = excluded.state`.execute(unit.tables<object>());
  });

const askItems = async (world: World): Promise<ReadonlyMap<string, number>> => {
  const until = dayOf(later(systemClock.now(), 30 * dayMs));
  const { database } = world;
  const box = () => database.transact(analyst, (unit) => listItems(unit, { box: 'inbox' }));
  const half = async (work: () => Promise<unknown>) => percentile(await timesOf(rounds, work), 0.5);
  const answers = new Map([
    ['due-for-the-officer', await half(() => database.transact(house, (unit) => listDue(unit, { until })))],
    ['due-for-a-reader', await half(() => database.transact(analyst, (unit) => listDue(unit, { until })))],
    ['a-box', await half(box)],
  ]);
  await tighten(world, 'in-force');
  answers.set('a-box-under-a-tightening', await half(box));
  await tighten(world, 'rejected');
  return answers;
};

const against = (
  many: ReadonlyMap<string, number>,
  few: ReadonlyMap<string, number>,
  [size, fewName]: readonly [string, string],
): readonly Measure[] =>
  [...many].map(([name, value]) =>
    measure(`${name}-of-${size}-p50`, value, 'ms', { name: fewName, value: few.get(name) ?? Number.NaN }),
  );

/** Runs the bench in a throw-away folder; some minutes. */
export const run = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-'));
  const world = await openWorld(folder);
  try {
    await fillJournal(world, 0, fewEntries);
    const fewAsked = await askJournal(world);
    await fillJournal(world, fewEntries, manyEntries);
    const manyAsked = await askJournal(world);
    await fillItems(world, 0, fewItems);
    await fillRecalls(world, fewItems);
    const fewListed = new Map([...(await askItems(world)), ...(await askRecalls(world))]);
    await fillItems(world, fewItems, manyItems);
    await fillRecalls(world, manyItems);
    const manyListed = new Map([...(await askItems(world)), ...(await askRecalls(world))]);
    return [
      ...against(manyAsked, fewAsked, ['1m', 'of 10k']),
      ...against(manyListed, fewListed, ['200k', 'of 2k']),
    ];
  } finally {
    await world.end();
    await rm(folder, { recursive: true, force: true });
  }
};
