/**
 * Whether the board stays flat: the same questions to a node that holds two thousand requests and two
 * hundred thousand, as an officer, over HTTP, with row security on.
 */
import type { ProcessNode } from '../testing/process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';

const measure = measuresOf('requests');
const fewRequests = 2_000;
const manyRequests = 200_000;
const rounds = 60;
const partners = 20;

/** Of ten: five wait for us, two for them (one of them paused), three are done; a thousandth is TLP:RED. */
const fillItems = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  const given = [node.party, from + 1, to, partners];
  await node.rows(
    `insert into exchange_item (
      id, version, originator, holder, identity, state, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, desk, object_count, types,
      created_at, modified_at, received_at, read_at, listed_at, personal)
    select 'grouping--' || lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000', 1,
      'identity--00000000-0000-4000-8000-' || lpad((n % $4)::text, 12, '0'), $1,
      '{}', 'received', 'fr',
      case when n % 1000 = 0 then 4 else 2 end,
      case n % 3 when 0 then 'terrorism' else 'event-security' end,
      array[$1], current_date + 30, current_date + 90,
      jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '["H1"]'::jsonb,
        'field', 'event-security', 'purpose', 'event-protection', 'legalBasis', 'Article 4',
        'personCategories', '[]'::jsonb, 'releasableTo', jsonb_build_array($1::text),
        'reviewOn', current_date + 30, 'eraseOn', current_date + 90),
      '{}', '[]', (select id from desk order by created_at, id limit 1), 1, '{"x-tansiq-request": 1}',
      now(), now(), now(), now(), now(), false
    from generate_series($2::int, $3::int) n`,
    given,
  );
  await node.rows(
    `insert into exchange_words (item, title, summary)
    select 'grouping--' || lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000', 'Request ' || n, ''
    from generate_series($2::int, $3::int) n where $1 <> $4::text`,
    given,
  );
  await node.rows(
    `insert into request (item, requester, urgency, drafting, changed_at)
    select 'grouping--' || lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000',
      'identity--00000000-0000-4000-8000-' || lpad((n % $4)::text, 12, '0'), 'ordinary', false, now()
    from generate_series($2::int, $3::int) n where $1 <> ''`,
    given,
  );
};

/** One strand each: what a service that was asked has of it. */
const fillStrands = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  const given = [node.party, from + 1, to, partners];
  await node.rows(
    `insert into request_strand (
      item, addressee, requester, partner, state, waits_for, urgency, field, term_ms, started_at, paused_at,
      paused_ms, stopped_at, level, due_at, next_at, desk, opened_at, changed_at, order_at)
    select 'grouping--' || lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000', $1,
      'identity--00000000-0000-4000-8000-' || lpad((n % $4)::text, 12, '0'),
      'identity--00000000-0000-4000-8000-' || lpad((n % $4)::text, 12, '0'),
      case when n % 10 < 5 then 'accepted' when n % 10 < 7 then 'clarification' else 'answered' end,
      case when n % 10 < 5 then 'us' when n % 10 < 7 then 'them' end, 'ordinary',
      case n % 3 when 0 then 'terrorism' else 'event-security' end, 604800000,
      t - interval '7 days', case when n % 10 in (5, 6) then t end, 0, case when n % 10 > 6 then t end, 4,
      case when n % 10 < 5 then t end, null, (select id from desk order by created_at, id limit 1), t, t,
      case when n % 10 in (5, 6) then '9999-12-31Z'::timestamptz else t end
    from generate_series($2::int, $3::int) n
      cross join lateral (select now() + (n % 2000 - 200) * interval '5 minutes' as t) at`,
    given,
  );
  for (const table of ['exchange_item', 'exchange_words', 'request', 'request_strand'])
    await node.rows(`analyze ${table}`);
};

const fill = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  await fillItems(node, from, to);
  await fillStrands(node, from, to);
};

const cursorAt = async (node: ProcessNode, offset: number): Promise<string> => {
  const [row] = await node.rows<{ cursor: string }>(
    `select to_char(order_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '~' || item || '~' ||
      addressee as cursor
    from request_strand where waits_for = 'us' order by order_at, item, addressee offset $1 limit 1`,
    [offset],
  );
  return encodeURIComponent(row?.cursor ?? '');
};

const path = '/api/requests';
const questionsAt = async (node: ProcessNode, requests: number): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ['waiting-us', `${path}?view=waiting-us`],
    ['waiting-us-in-the-middle', `${path}?view=waiting-us&cursor=${await cursorAt(node, requests / 4)}`],
    ['page-of-200', `${path}?view=waiting-us&limit=200`],
    ['waiting-them', `${path}?view=waiting-them`],
    ['my-desk', `${path}?view=mine`],
    ['overdue', `${path}?view=overdue`],
    ['due-soon', `${path}?view=due-soon`],
    ['done', `${path}?view=done`],
    ['drafts', `${path}?view=drafts`],
    ['one-partner', `${path}?view=waiting-us&party=identity--00000000-0000-4000-8000-000000000007`],
    ['one-field', `${path}?view=waiting-us&field=terrorism`],
    ['counts', `${path}/counts`],
  ]);

interface Times {
  readonly p50: number;
  readonly p99: number;
}

const ask = async (node: ProcessNode, requests: number): Promise<ReadonlyMap<string, Times>> => {
  const answers = new Map<string, Times>();
  for (const [name, question] of await questionsAt(node, requests)) {
    const times = await timesOf(rounds, () => good(node.call('analyst', 'GET', question)));
    answers.set(name, { p50: percentile(times, 0.5), p99: percentile(times, 0.99) });
  }
  return answers;
};

const measureNode = async (world: ProcessWorld): Promise<readonly Measure[]> => {
  const [node] = world.nodes;
  if (node === undefined) throw new Error('bug: no node');
  await fill(node, 0, fewRequests);
  const few = await ask(node, fewRequests);
  await fill(node, fewRequests, manyRequests);
  const many = await ask(node, manyRequests);
  return [...many].flatMap(([name, { p50, p99 }]) => [
    measure(`${name}-of-200k-p50`, p50, 'ms', { name: 'of 2k', value: few.get(name)?.p50 ?? Number.NaN }),
    measure(`${name}-of-200k-p99`, p99, 'ms', { name: 'of 2k', value: few.get(name)?.p99 ?? Number.NaN }),
  ]);
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
