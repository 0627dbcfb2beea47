/** The only SQL by which situation reports read the log. What it finds is what row security shows. */
import { sql } from 'kysely';
import type { EntryId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Period } from './assembly.ts';
import { sitrepLimits } from './contract.ts';
import type { LoggedEntry, SourceFile } from './sitrep.ts';

interface Row {
  id: EntryId;
  number: number;
  holder: LoggedEntry['holder'];
  kind: LoggedEntry['kind'];
  language: LoggedEntry['language'];
  happened_at: Instant;
  recorded_at: Instant;
  personal: boolean;
  marking: LoggedEntry['marking'];
  corrects: EntryId | null;
  text: string | null;
  erased: boolean;
}

const columns = sql`e.id, e.number, e.holder, e.kind, e.language, e.happened_at, e.recorded_at, e.personal,
  e.marking, e.corrects, c.text, exists (select 1 from watch_erasure x where x.entry = e.id) as erased`;

const toEntry = (row: Row): LoggedEntry => ({
  id: row.id,
  number: row.number,
  holder: row.holder,
  kind: row.kind,
  language: row.language,
  happenedAt: row.happened_at,
  recordedAt: row.recorded_at,
  personal: row.personal,
  marking: row.marking,
  corrects: row.corrects,
  text: row.text,
  erased: row.erased,
});

/** Entries recorded in the period, the oldest first; one more than the limit where there are more. */
const entriesBetween = async (unit: Unit, from: Instant, until: Instant): Promise<readonly LoggedEntry[]> => {
  const { rows } = await sql<Row>`select ${columns} from watch_entry e
    left join watch_content c on c.entry = e.id
    where e.recorded_at >= ${from}::timestamptz and e.recorded_at < ${until}::timestamptz
    order by e.recorded_at, e.id limit ${sitrepLimits.entries + 1}`.execute(unit.tables<object>());
  return rows.map(toEntry);
};

/** What corrects these, or is corrected by them. */
const besides = async (unit: Unit, entries: readonly LoggedEntry[]): Promise<readonly LoggedEntry[]> => {
  const ids = entries.map(({ id }) => id);
  const before = entries.flatMap(({ corrects }) => corrects ?? []);
  const { rows } = await sql<Row>`select ${columns} from watch_entry e
    left join watch_content c on c.entry = e.id
    where (e.corrects is not null and e.corrects = any(${ids}::text[]))
      or e.id = any(${before}::text[])`.execute(unit.tables<object>());
  return rows.map(toEntry);
};

/** The entries of a period, with all entries that correct them or are corrected by them. */
export const readPeriod = async (unit: Unit, from: Instant, until: Instant): Promise<Period> => {
  const entries = await entriesBetween(unit, from, until);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  let news: readonly LoggedEntry[] = entries;
  while (news.length > 0) {
    news = (await besides(unit, news)).filter(({ id }) => !known.has(id));
    for (const entry of news) known.set(entry.id, entry);
  }
  const inPeriod = new Set(entries.map(({ id }) => id));
  return { entries, corrections: [...known.values()].filter(({ id }) => !inPeriod.has(id)) };
};

/** Which of these entries were corrected or erased since they were taken. */
export const staleAmong = async (
  unit: Unit,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, 'corrected' | 'erased'>> => {
  const { rows } = await sql<{ id: EntryId; erased: boolean; corrected: boolean }>`
    select e.id, exists (select 1 from watch_erasure x where x.entry = e.id) as erased,
      exists (select 1 from watch_entry n where n.corrects = e.id or (n.corrects = e.corrects
        and (n.recorded_at, n.id) > (e.recorded_at, e.id))) as corrected
    from watch_entry e where e.id = any(${[...ids]}::text[])`.execute(unit.tables<object>());
  return new Map(
    rows.flatMap(({ id, erased, corrected }) =>
      erased || corrected ? [[id, erased ? 'erased' : 'corrected'] as const] : [],
    ),
  );
};

/** The files of these entries, in the order given. What is found is what row security shows. */
export const filesOf = async (unit: Unit, entries: readonly EntryId[]): Promise<readonly SourceFile[]> => {
  if (entries.length === 0) return [];
  const { rows } = await sql<SourceFile>`select a.entry, e.number, a.hash, a.name, a.bytes
    from unnest(${[...entries]}::text[]) with ordinality asked (id, place)
    join watch_attachment a on a.entry = asked.id join watch_entry e on e.id = a.entry
    order by asked.place, a.ordinal`.execute(unit.tables<object>());
  return rows;
};
