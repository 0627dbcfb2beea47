/** The SQL of the words of sessions: written with them, and asked. */
import { type RawBuilder, sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { stemsOf } from '../../plumbing/search/index.ts';
import { batchesOf, tables } from './rows-store.ts';
import type { Session } from './session-contract.ts';
import { sessionDocuments, sessionStemWords, writeQuestion } from './session-words.ts';

/** Says what this transaction searches for from now on; null for nothing. */
const ask = async (unit: Unit, query: string | null): Promise<void> => {
  await sql`select set_config('tansiq.search', ${query ?? ''}, true)`.execute(tables(unit));
};
/** What every row answers: who writes words anew must see the old ones. No text holds this word. */
const anything = "!'\u0001'";

/** Keeps the words of these sessions, in place of those that they had. */
export const putWords = async (unit: Unit, holder: PartyId, sessions: readonly Session[]): Promise<void> => {
  const documentOf = sessionDocuments(await stemsOf(unit, sessionStemWords(sessions)));
  await ask(unit, anything);
  for (const some of batchesOf(sessions)) {
    const rows = some.map((session) => ({
      ...{ session: session.id, holder, event: session.event, venue: session.venue, state: session.state },
      ...{ starts_at: session.startsAt, document: documentOf(session) },
    }));
    await sql`insert into events_session_search (session, holder, event, venue, state, starts_at, document)
      select session, holder, event, venue, state, starts_at, document
      from jsonb_populate_recordset(null::events_session_search, ${JSON.stringify(rows)}::jsonb)
      on conflict (session) do update set venue = excluded.venue, state = excluded.state,
        starts_at = excluded.starts_at, document = excluded.document`.execute(tables(unit));
  }
  await ask(unit, null);
};

/** Lets the planner gather and sort, or walk the programme from its beginning. */
const walk = (unit: Unit, on: boolean) =>
  sql`select set_config('enable_bitmapscan', ${on ? 'off' : 'on'}, true),
    set_config('enable_sort', ${on ? 'off' : 'on'}, true)`.execute(tables(unit));

/** A great many: so many among so many sessions from the first on. The others are not counted. */
const [manyNear, near] = [120, 4_000];

/** What answers beside the words: `when` of all pages, `further` of this one. */
interface Asked {
  readonly when: RawBuilder<boolean>;
  readonly further: RawBuilder<boolean>;
  readonly limit: number;
}
/** The sessions of one page; how many there are on all, or `isMore` than that. */
interface Hits {
  readonly ids: readonly string[];
  readonly total: number;
  readonly isMore: boolean;
}

/** Whether many are found at the beginning of the programme already. */
const areManyNear = async (unit: Unit, { when }: Asked): Promise<boolean> => {
  const { rows } = await sql<{ at: string }>`select starts_at as at from events_session where ${when}
    order by starts_at, id offset ${near - 1} limit 1`.execute(tables(unit));
  const [end] = rows;
  if (end === undefined) return false;
  const found = await sql`select from events_session_search where ${when}
    and starts_at <= ${end.at}::timestamptz order by starts_at, session limit ${manyNear}`.execute(
    tables(unit),
  );
  return found.rows.length === manyNear;
};

/** All that the index of words finds, in order. */
const gathered = async (unit: Unit, { when, further, limit }: Asked): Promise<Hits> => {
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with hit as materialized (select session as id, starts_at from events_session_search where ${when}),
    page as (select id from hit where ${further} order by starts_at, id limit ${limit})
    select (select count(*) from hit) as total, array(select id from page) as ids`.execute(tables(unit));
  return { ids: [], total: 0, ...rows[0], isMore: false };
};

const walked = async (unit: Unit, { when, further, limit }: Asked): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from (
      select session as id, event, starts_at from events_session_search where ${when}) found
    where ${further} order by starts_at, id limit ${limit}`.execute(tables(unit));
  return rows.map(({ id }) => id);
};

/**
 * The sessions that have all these words, in the order of time. What few say is gathered by the index of
 * words; what a great many say from the first days on, by walking the programme until a page is full: to
 * gather them takes the longer the more there are.
 */
export const searchSessions = async (unit: Unit, words: readonly string[], asked: Asked): Promise<Hits> => {
  await ask(unit, writeQuestion(words, await stemsOf(unit, words)));
  await walk(unit, true);
  const isMore = await areManyNear(unit, asked);
  const ids = isMore ? await walked(unit, asked) : [];
  await walk(unit, false);
  const hits = isMore ? { ids, total: manyNear, isMore } : await gathered(unit, asked);
  await ask(unit, null);
  return hits;
};
