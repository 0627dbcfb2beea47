/**
 * Whether a box stays flat: the same questions to a node that holds two thousand items and two hundred
 * thousand, as an officer, over HTTP, with row security on.
 */

import type { ProcessNode } from '../testing/process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';

const measure = measuresOf('boxes');
const fewItems = 2_000;
const manyItems = 200_000;
const rounds = 60;
const partners = 20;
const listPath = '/api/exchange/items';

/** Received items from twenty partners, a second apart, a tenth of them unread, a thousandth TLP:RED. */
const fill = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  await node.rows(
    `insert into exchange_item (
      id, version, originator, holder, identity, state, personal, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, desk, object_count, types,
      created_at, modified_at, received_at, read_at, listed_at)
    select 'grouping--' || gen_random_uuid(), 1,
      'identity--00000000-0000-4000-8000-' || lpad((n % $4)::text, 12, '0'), $1,
      '{}', 'received', false, 'fr',
      case when n % 1000 = 0 then 4 else 2 end,
      case n % 3 when 0 then 'terrorism' else 'event-security' end,
      array[$1], current_date + 30, current_date + 90,
      jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '["H1"]'::jsonb,
        'field', 'event-security', 'purpose', 'event-protection', 'legalBasis', 'Article 4',
        'personCategories', '[]'::jsonb, 'releasableTo', jsonb_build_array($1::text),
        'reviewOn', current_date + 30, 'eraseOn', current_date + 90),
      '{}', '[]', null, 1, '{"note": 1}', now(), now(), t,
      case when n % 10 = 0 then null else t end, t
    from generate_series($2::int, $3::int) n
      cross join lateral (select now() - n * interval '1 second' as t) at`,
    [node.party, from + 1, to, partners],
  );
  await node.rows(`insert into exchange_words (item, title, summary)
    select id, 'Item ' || id, 'Filled for the bench.' from exchange_item on conflict do nothing`);
  await node.rows('analyze exchange_item, exchange_words');
};

const cursorAt = async (node: ProcessNode, offset: number): Promise<string> => {
  const [row] = await node.rows<{ cursor: string }>(
    `select to_char(listed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '~' || id as cursor
    from exchange_item where state = 'received' order by listed_at desc offset $1 limit 1`,
    [offset],
  );
  return encodeURIComponent(row?.cursor ?? '');
};

const questionsAt = async (node: ProcessNode, items: number): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ['first-page', `${listPath}?box=inbox`],
    ['page-in-the-middle', `${listPath}?box=inbox&cursor=${await cursorAt(node, items / 2)}`],
    ['last-page', `${listPath}?box=inbox&cursor=${await cursorAt(node, items - 60)}`],
    ['unread', `${listPath}?box=inbox&unread=true`],
    ['one-field', `${listPath}?box=inbox&field=terrorism`],
    ['rare-marking', `${listPath}?box=inbox&tlp=red`],
    ['one-partner', `${listPath}?box=inbox&party=identity--00000000-0000-4000-8000-000000000007`],
    ['empty-box', `${listPath}?box=to-release`],
    ['counts', '/api/exchange/counts'],
  ]);

const ask = async (node: ProcessNode, items: number): Promise<ReadonlyMap<string, number>> => {
  const answers = new Map<string, number>();
  for (const [name, path] of await questionsAt(node, items)) {
    const times = await timesOf(rounds, () => good(node.call('analyst', 'GET', path)));
    answers.set(name, percentile(times, 0.5));
  }
  return answers;
};

const measureNode = async (world: ProcessWorld): Promise<readonly Measure[]> => {
  const [node] = world.nodes;
  if (node === undefined) throw new Error('bug: no node');
  await fill(node, 0, fewItems);
  const few = await ask(node, fewItems);
  await fill(node, fewItems, manyItems);
  const many = await ask(node, manyItems);
  return [...many].map(([name, value]) =>
    measure(`${name}-of-200k-p50`, value, 'ms', { name: 'of 2k', value: few.get(name) ?? Number.NaN }),
  );
};

/** Runs the bench on a node of its own; about a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    return await measureNode(world);
  } finally {
    await world.close();
  }
};
