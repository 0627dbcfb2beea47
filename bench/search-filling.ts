/** A great many invented items of four objects each, written as the node writes them. */

import { sql } from 'kysely';
import type { StoredObject } from '../server/capabilities/exchange/item.ts';
import {
  comparedWords,
  distinctWords,
  documentOf,
  partsOf,
} from '../server/capabilities/exchange/search/document.ts';
import { canonical } from '../server/kernel/canonical.ts';
import type { PersonActor } from '../server/kernel/decision.ts';
import { asId } from '../server/kernel/ids.ts';
import type { Database, Unit } from '../server/plumbing/database/index.ts';
import { createForms, foldingVersion, stemsOf } from '../server/plumbing/search/index.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const party = asId('party', `identity--${id(1)}`);
const partner = asId('party', `identity--${id(2)}`);
export const house = { kind: 'system', name: 'bench', party } as const;
export const analyst: PersonActor = {
  kind: 'person',
  person: asId('person', `person--${id(3)}`),
  party,
  role: 'analyst',
  desks: [],
  circles: [],
  clearance: 'amber',
};
/** In one item of two thousand; and in three of ten. */
export const rareWord = 'quetzalcoatl';
export const frequentWord = 'surveillance';

const subjects = [
  'ضباط الاتصال',
  'شحنة من المخدرات',
  'camionnette blanche',
  'faux documents',
  'stolen passports',
  'وثائق مزورة',
  'small drones',
  'billets contrefaits',
  'أسلحة خفيفة',
  'a group of scouts',
];
const places = [
  'باريس',
  'الرباط',
  'Saint-Denis',
  'Marseille',
  'Lisbon',
  'طنجة',
  'Madrid',
  'الدار البيضاء',
  'Lille',
  'Casablanca',
];
const acts = [
  'رُصدت مساء أمس',
  'signalés à la frontière',
  'seen by stewards',
  'حُجزت في الميناء',
  'vus près du stade',
  'reported to the watch',
];

const pick = (list: readonly string[], number: number, spread: number): string =>
  list[Math.floor(number / spread) % list.length] ?? '';
/** A word of its own for every few numbers, so that the words of the bench are as many as those of life. */
const name = (number: number): string =>
  ((number * 2_654_435_761) % 4_294_967_296).toString(36).replace(/\d/g, 'k');

const textOf = (number: number): string =>
  `${pick(subjects, number, 1)} ${pick(acts, number, 3)} ${pick(places, number, 7)} ${name(number % 50_000)}`;

export const objectsOf = (number: number): StoredObject[] => [
  {
    type: 'indicator',
    id: `indicator--${id(number)}`,
    name: textOf(number + 11),
    pattern: `[ipv4-addr:value = '10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}']`,
  },
  {
    type: 'identity',
    id: `identity--${id(number)}`,
    name: `${name(number)} ${name(number % 9_000)}`,
    description: textOf(number + 23),
  },
  { type: 'location', id: `location--${id(number)}`, name: pick(places, number, 2) },
  {
    type: 'note',
    id: `note--${id(number)}`,
    content: number % 50 === 0 ? `Point de situation. ${textOf(number + 31)}` : textOf(number + 37),
  },
];

const itemOf = (number: number) => {
  const rare = number % 2_000 === 77 ? ` ${rareWord}` : '';
  const frequent = number % 10 < 3 ? ` ${frequentWord}` : '';
  return {
    id: `grouping--${id(number)}`,
    state: 'received' as const,
    title: `${textOf(number)}${rare}`,
    summary: `${textOf(number + 5)}${frequent}.`,
    originator: partner,
    holder: party,
  };
};

const batch = 1_000;

const marking = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  field: 'event-security',
  purpose: 'prevention',
  legalBasis: 'Article 4',
  personCategories: [],
  releasableTo: [party, partner],
  reviewOn: '2030-01-01',
  eraseOn: '2031-01-01',
};

const insertItems = async (
  unit: Unit,
  items: readonly ReturnType<typeof itemOf>[],
  numbers: readonly number[],
): Promise<void> => {
  await sql`insert into exchange_item (
      id, version, originator, holder, identity, state, personal, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, object_count, types,
      created_at, modified_at, received_at, listed_at)
      select id, 1, ${partner}, ${party}, '{}', 'received', false, 'fr',
        case n % 20 when 0 then 4 else 2 end,
        'event-security', array[${party}, ${partner}], current_date, current_date,
        ${canonical(marking)}::jsonb,
        '{}', '[]', 4, '{}', at, at, at, at
      from unnest(${items.map((item) => item.id)}::text[], ${numbers}::int[]) row(id, n)
      cross join lateral (select '2026-01-01'::timestamptz + n * interval '1 second' as at) moment`.execute(
    unit.tables<object>(),
  );
  await sql`insert into exchange_words (item, title, summary)
    select * from unnest(${items.map((item) => item.id)}::text[], ${items.map((item) => item.title)}::text[],
      ${items.map((item) => item.summary)}::text[])`.execute(unit.tables<object>());
};

const fillBatch = (database: Database, from: number, to: number): Promise<void> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const items = numbers.map(itemOf);
    await insertItems(unit, items, numbers);
    const cut = numbers.map((number) => ({
      objects: objectsOf(number),
      parts: partsOf(itemOf(number), objectsOf(number)),
    }));
    const objects = cut.flatMap((one, at) =>
      one.objects.map((object, ordinal) => ({ item: items[at]?.id ?? '', ordinal, object })),
    );
    await sql`insert into exchange_object (item, ordinal, stix_id, stix_type, content)
      select * from unnest(${objects.map(({ item }) => item)}::text[],
        ${objects.map(({ ordinal }) => ordinal)}::int[],
        ${objects.map(({ object }) => object.id)}::text[],
        ${objects.map(({ object }) => object.type)}::text[],
        ${objects.map(({ object }) => canonical(object))}::text[])`.execute(tables);
    const forms = createForms(await stemsOf(unit, distinctWords(cut.flatMap(({ parts }) => parts))));
    await sql`insert into exchange_search_item (item, folding, words)
      select item, ${foldingVersion}, '{}' from unnest(${items.map((item) => item.id)}::text[]) item`.execute(
      tables,
    );
    const parts = cut.flatMap((one, at) =>
      one.parts.map((part, number) => ({ item: items[at]?.id ?? '', number, part })),
    );
    await sql`insert into exchange_search (item, part, for_guests, first_object, last_object, at, document)
      select item, part, false, first, last,
        '2026-01-01'::timestamptz + n * interval '1 second', document::tsvector
      from unnest(${parts.map(({ item }) => item)}::text[], ${parts.map(({ number }) => number)}::int[],
        ${parts.map(({ part }) => part.first)}::int[], ${parts.map(({ part }) => part.last)}::int[],
        ${numbers}::int[],
        ${parts.map(({ part, number }) => documentOf(part, forms, number === 0))}::text[])
        row(item, part, first, last, n, document)`.execute(tables);
    const words = [...new Set(cut.flatMap((one) => comparedWords(one.parts)))];
    await sql`insert into exchange_search_word
      select unnest(${words.sort()}::text[]) on conflict do nothing`.execute(tables);
  });

/** Items from one number up to another. */
export const fillSearch = async (database: Database, from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += batch) await fillBatch(database, at, Math.min(to, at + batch));
};
