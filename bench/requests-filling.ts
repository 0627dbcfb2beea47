/**
 * A board of a great many invented requests, as the superuser writes them: of ten, five wait for us, two for
 * them (paused), three are done; one in ten of what waits is past its time. A tenth is TLP:AMBER+STRICT, a
 * hundredth TLP:GREEN, a thousandth TLP:RED; one in fifty holds personal data. A few thousand texts, as the
 * house reads them, over and over.
 */
import { join } from 'node:path';
import type { StoredObject } from '../server/capabilities/exchange/item.ts';
import { distinctWords, documentOf, partsOf } from '../server/capabilities/exchange/search/document.ts';
import { canonical } from '../server/kernel/canonical.ts';
import { clusterIn, readCredentials } from '../server/plumbing/database/cluster.ts';
import { openDatabase } from '../server/plumbing/database/index.ts';
import { createForms, foldingVersion, stemsOf } from '../server/plumbing/search/index.ts';
import type { ProcessNode } from '../testing/process-node.ts';

const partners = 20;
const texts = 2_000;
const item = (number: string): string =>
  `'grouping--' || lpad(${number}::text, 8, '0') || '-0000-4000-8000-000000000000'`;
const partner = `'identity--00000000-0000-4000-8000-' || lpad((n % ${partners})::text, 12, '0')`;
const rank = 'case when n % 1000 = 0 then 4 when n % 100 = 1 then 1 when n % 10 = 3 then 3 else 2 end';
const tlp = "(array['clear', 'green', 'amber', 'amber+strict', 'red'])[1 + tlp_rank]";
const oneOf = (list: string): string => `${list}[1 + n % cardinality(${list})]`;
/** In three of ten requests, and in one of two thousand. */
export const frequentWord = 'surveillance';
export const rareWord = 'quetzalcoatl';

const subjects = [
  'ضباط الاتصال',
  'camionnette blanche',
  'faux billets',
  'two drones',
  'وثائق مزورة',
  'a stolen van',
];
const acts = [
  'vérification demandée',
  'يرجى التحقق',
  'please check',
  'point de situation',
  'رُصدت في الميناء',
];

const textOf = (number: number): string => {
  const subject = subjects[number % subjects.length] ?? '';
  const act = acts[Math.floor(number / 7) % acts.length] ?? '';
  const rare = number === 77 ? ` ${rareWord}` : '';
  return `${subject} ${act} ${number}${rare}${number % 10 < 3 ? ` ${frequentWord}` : ''}`;
};

const objectOf = (number: number): StoredObject => ({
  type: 'x-tansiq-request',
  id: `x-tansiq-request--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  question: textOf(number + 11),
});

/** The texts as the index of words holds them: by the house's own reading. */
const readTexts = async (node: ProcessNode): Promise<void> => {
  const { ownerPassword } = await readCredentials(clusterIn(join(node.folder, 'postgres')));
  const url = new URL(await node.databaseUrl());
  url.username = 'tansiq';
  url.password = ownerPassword;
  const database = await openDatabase({ url: url.href });
  const numbers = Array.from({ length: texts }, (_, at) => at);
  const parts = numbers.flatMap((number) =>
    partsOf(
      { title: textOf(number), summary: '', originator: node.party, holder: node.party, state: 'draft' },
      [objectOf(number)],
    ).filter(({ forGuests }) => !forGuests),
  );
  const house = { kind: 'system', name: 'bench', party: node.party } as const;
  const stems = await database.transact(house, (unit) => stemsOf(unit, distinctWords(parts)));
  await database.close();
  const forms = createForms(stems);
  await node.rows(
    'create table if not exists said (number int primary key, title text, object text, document tsvector)',
  );
  await node.rows(
    `insert into said select * from unnest($1::int[], $2::text[], $3::text[], $4::text[]::tsvector[])
     on conflict do nothing`,
    [
      numbers,
      numbers.map(textOf),
      numbers.map((number) => canonical(objectOf(number))),
      parts.map((part) => documentOf(part, forms, true)),
    ],
  );
};

/** With the mark that they were read, so that the node does not read them again meanwhile. */
const fillItems = async (node: ProcessNode, given: readonly unknown[]): Promise<void> => {
  await node.rows(
    `with kept as (insert into exchange_item (
      id, version, originator, holder, identity, state, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, desk, object_count, types,
      created_at, modified_at, received_at, read_at, listed_at, personal)
    select ${item('n')}, 1, ${partner}, $1, '{}', 'received', 'fr', tlp_rank,
      case n % 3 when 0 then 'terrorism' else 'event-security' end,
      array[$1], current_date + 30, current_date + 90,
      jsonb_build_object('tlp', ${tlp}, 'pap', 'amber', 'handling', '["H1"]'::jsonb,
        'field', 'event-security', 'purpose', 'event-protection', 'legalBasis', 'Article 4',
        'personCategories', '[]'::jsonb, 'releasableTo', jsonb_build_array($1::text),
        'reviewOn', current_date + 30, 'eraseOn', current_date + 90),
      '{}', '[]', ${oneOf('desks')}, 1, '{"x-tansiq-request": 1}', at, at, at, at, at, n % 50 = 3
    from generate_series($2::int, $3::int) n
      cross join (select array_agg(id order by created_at, id) as desks from desk) d
      cross join lateral (select ${rank} as tlp_rank, now() - n * interval '10 seconds' as at) one
    returning id)
    insert into exchange_search_item (item, folding, words) select id, ${foldingVersion}, '{}' from kept`,
    given,
  );
  await node.rows(
    `insert into exchange_words (item, title, summary)
    select ${item('n')}, s.title, '' from generate_series($2::int, $3::int) n
      join said s on s.number = n % ${texts} where $1 <> ''`,
    given,
  );
};

const fillWords = async (node: ProcessNode, given: readonly unknown[]): Promise<void> => {
  await node.rows(
    `insert into exchange_object (item, ordinal, stix_id, stix_type, content)
    select ${item('n')}, 0, 'x-tansiq-request--' || n, 'x-tansiq-request', s.object
    from generate_series($2::int, $3::int) n join said s on s.number = n % ${texts} where $1 <> ''`,
    given,
  );
  await node.rows(
    `insert into exchange_search (item, part, for_guests, first_object, last_object, at, document)
    select ${item('n')}, 0, false, 0, 0, now() - n * interval '10 seconds', s.document
    from generate_series($2::int, $3::int) n join said s on s.number = n % ${texts} where $1 <> ''`,
    given,
  );
};

/** One strand each: what a service that was asked has of it. */
const fillStrands = async (node: ProcessNode, given: readonly unknown[]): Promise<void> => {
  await node.rows(
    `insert into request (item, requester, urgency, drafting, changed_at)
    select ${item('n')}, ${partner}, 'ordinary', false, now()
    from generate_series($2::int, $3::int) n where $1 <> ''`,
    given,
  );
  await node.rows(
    `insert into request_strand (
      item, addressee, requester, partner, state, waits_for, urgency, field, term_ms, started_at, paused_at,
      paused_ms, stopped_at, level, due_at, next_at, desk, assignee, escalated_to, opened_at, changed_at,
      order_at)
    select ${item('n')}, $1, ${partner}, ${partner},
      case waits when 'us' then 'accepted' when 'them' then 'clarification' else 'answered' end,
      waits, 'ordinary', case n % 3 when 0 then 'terrorism' else 'event-security' end, 604800000,
      t - interval '7 days', case waits when 'them' then t end, 0, case when waits is null then t end, level,
      case waits when 'us' then t end, null, ${oneOf('desks')},
      case when n % 5 = 0 then ${oneOf('persons')} end,
      case when level >= 3 and n % 2 = 0 then ${oneOf('persons')} end, t, t,
      case waits when 'them' then '9999-12-31Z'::timestamptz else t end
    from generate_series($2::int, $3::int) n
      cross join (select array_agg(id order by created_at, id) as desks from desk) d
      cross join (select array_agg(id order by id) as persons from person) p
      cross join lateral (select now() + (n % 2000 - 200) * interval '5 minutes' as t,
        case when n % 10 < 5 then 'us' when n % 10 < 7 then 'them' end as waits) at
      cross join lateral (select case when t > now() then n % 3 when t > now() - interval '8 hours' then 3
        else 4 end as level) late`,
    given,
  );
};

/** Requests from one number up to another. */
export const fillRequests = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  const given = [node.party, from + 1, to];
  await readTexts(node);
  await fillItems(node, given);
  await fillWords(node, given);
  await fillStrands(node, given);
  await node.rows('drop table said');
  await node.rows('vacuum analyze');
};
