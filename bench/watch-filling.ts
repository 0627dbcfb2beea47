/** A log of a great many invented entries: a few thousand texts, as the house reads them, over and over. */
import type pg from 'pg';
import { entryDocument, entryWords } from '../server/capabilities/watch/log/search-query.ts';
import type { PersonActor } from '../server/kernel/decision.ts';
import { asId } from '../server/kernel/ids.ts';
import type { Database } from '../server/plumbing/database/index.ts';
import { stemsOf } from '../server/plumbing/search/index.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const party = asId('party', `identity--${id(1)}`);
const partner = asId('party', `identity--${id(2)}`);
export const writer = asId('person', `person--${id(100)}`);
export const desk = asId('desk', `desk--${id(200)}`);
const house = { kind: 'system', name: 'bench', party } as const;

const reader = (changes: Partial<PersonActor>): PersonActor => ({
  kind: 'person',
  person: asId('person', `person--${id(3)}`),
  party,
  role: 'watch-officer',
  desks: [],
  circles: [],
  clearance: 'amber+strict',
  ...changes,
});
export const officer = reader({});
/** One entry in five hundred is for his service. */
export const guest = reader({ party: partner, role: 'liaison-officer' });
export const observer = reader({ role: 'observer', clearance: 'green' });

const subjects = [
  'ضباط الاتصال',
  'camionnette blanche',
  'faux billets',
  'two drones',
  'حقيبة مشبوهة',
  'mouvement de foule',
];
const acts = [
  'signalés porte',
  'رُصدت قرب الباب',
  'seen near gate',
  'point de situation secteur',
  'وصلت إلى البوابة',
];
const texts = 5_000;

const textOf = (number: number): string => {
  const subject = subjects[number % subjects.length] ?? '';
  const act = acts[Math.floor(number / 7) % acts.length] ?? '';
  const rare = number === 77 ? ' quetzalcoatl' : '';
  const frequent = number % 10 < 3 ? ' surveillance' : '';
  return `${subject} ${act} ${number}${rare}${frequent}`;
};

/** Entries from the newest year on, one every second; as the superuser, whom row security does not slow. */
export const fillLog = async (database: Database, admin: pg.Client, entries: number): Promise<void> => {
  const contents = Array.from({ length: texts }, (_, at) => ({ text: textOf(at), place: null, event: null }));
  const stems = await database.transact(house, (unit) => stemsOf(unit, contents.flatMap(entryWords)));
  await admin.query('create temporary table said (n int primary key, text text, document tsvector)');
  await admin.query('insert into said select * from unnest($1::int[], $2::text[], $3::text[]::tsvector[])', [
    contents.map((_, at) => at),
    contents.map(({ text }) => text),
    contents.map((content) => entryDocument(content, stems)),
  ]);
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `insert into watch_entry (id, number, holder, kind, author, desk, circle, language, happened_at,
       recorded_at, tlp_rank, releasable_to, personal, review_on, erase_on, marking, corrects, content_hash)
     select 'entry--00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), n, $1,
       (array['note', 'note', 'note', 'incident', 'decision', 'call'])[1 + n % 6],
       'person--00000000-0000-4000-8000-' || lpad((100 + n % 40)::text, 12, '0'),
       'desk--00000000-0000-4000-8000-' || lpad((200 + n % 8)::text, 12, '0'), null, 'fr',
       at, at, case n % 100 when 0 then 4 when 1 then 1 else 2 end,
       case n % 500 when 7 then array[$1, $2] else array[$1] end, n % 50 = 3,
       current_date, current_date + 300,
       jsonb_build_object('tlp', case n % 100 when 0 then 'red' when 1 then 'green' else 'amber' end,
         'pap', 'amber', 'handling', jsonb_build_array('H1'), 'field', 'event-security',
         'purpose', 'event-protection', 'legalBasis', 'Article 4', 'personCategories', '[]'::jsonb,
         'releasableTo', to_jsonb(case n % 500 when 7 then array[$1, $2] else array[$1] end),
         'reviewOn', '2027-01-01', 'eraseOn', '2027-06-01'),
       null, repeat('0', 64)
     from generate_series(1, $3::int) n
     cross join lateral (select '2026-01-01'::timestamptz + n * interval '1 second' as at) moment`,
    [party, partner, entries],
  );
  await admin.query(
    `insert into watch_content select e.id, 'salt', s.text, null, null from watch_entry e
       join said s on s.n = e.number % ${texts}`,
  );
  await admin.query(
    `insert into watch_search select e.id, e.recorded_at, s.document from watch_entry e
       join said s on s.n = e.number % ${texts}`,
  );
  await admin.query(
    `insert into watch_pin select id, recorded_at, author from watch_entry where number % 5000 = 11`,
  );
};
