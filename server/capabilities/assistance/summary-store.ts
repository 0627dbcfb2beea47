/** The only SQL of the summaries by which lists of asks are found and counted. */
import { type RawBuilder, sql } from 'kysely';
import { Fault } from '../../kernel/faults.ts';
import { type Instant, isDay } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { fold } from '../../plumbing/search/index.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import type { StoredAsk } from './ask.ts';
import { assistanceLimits } from './ask-contract.ts';
import type { AskListQuery } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** What is kept of an ask to find it by. */
export interface Summary {
  readonly ask: string;
  readonly holder: string;
  readonly tlpRank: number;
  readonly own: boolean;
  readonly state: StoredAsk['state'];
  readonly createdAt: Instant;
  readonly event: string | null;
  readonly words: string;
  readonly toRelease: boolean;
  readonly waits: boolean;
  readonly silent: boolean;
  readonly answerBy: Instant;
  readonly lastAt: Instant;
}

/** Words as they are searched: the folded text, cut where anything but a letter or a digit stands. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  ),
];

/** Writes it anew; as the house. */
export const putSummary = async (unit: Unit, one: Summary, now: Instant): Promise<void> => {
  const words = wordsOf(one.words);
  const isOver = one.state === 'withdrawn' || one.lastAt <= now;
  await sql`insert into assistance_ask_summary (ask, holder, tlp_rank, own, state, created_at, event, words,
      to_release, waits, silent, answer_by, last_at, over)
    values (${one.ask}, ${one.holder}, ${one.tlpRank}, ${one.own}, ${one.state}, ${one.createdAt},
      ${one.event}, ${` ${words.join(' ')}`}, ${one.toRelease}, ${one.waits}, ${one.silent},
      ${one.answerBy}, ${one.lastAt}, ${isOver})
    on conflict (ask) do update set tlp_rank = excluded.tlp_rank, state = excluded.state,
      event = excluded.event, words = excluded.words, to_release = excluded.to_release,
      waits = excluded.waits, silent = excluded.silent, answer_by = excluded.answer_by,
      last_at = excluded.last_at, over = excluded.over, due = false`.execute(tables(unit));
  await sql`delete from assistance_ask_word where ask = ${one.ask}
    and (tlp_rank <> ${one.tlpRank} or word <> all(${[...words]}::text[]))`.execute(tables(unit));
  await sql`insert into assistance_ask_word (word, ask, holder, tlp_rank)
    select word, ${one.ask}, ${one.holder}, ${one.tlpRank} from unnest(${[...words]}::text[]) word
    on conflict do nothing`.execute(tables(unit));
};

/** Marks those whose last moment has passed; as the house. */
export const closePassed = async (unit: Unit, now: Instant, limit: number): Promise<void> => {
  await sql`update assistance_ask_summary set over = true where ask in (
    select ask from assistance_ask_summary where not over and last_at <= ${now}
    order by last_at limit ${limit} for update skip locked)`.execute(tables(unit));
};

/** Asks that were kept before there were summaries, so many at once; as the house. */
export const summariesDue = async (unit: Unit, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ ask: string }>`select ask from assistance_ask_summary where due
    order by ask limit ${limit}`.execute(tables(unit));
  return rows.map(({ ask }) => ask);
};

const cursorTime = /^[1-9]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,6}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const readCursor = (text: string | undefined): { readonly at: Instant; readonly ask: string } | null => {
  if (text === undefined) return null;
  const [at = '', ask = ''] = text.split('~');
  if (!cursorTime.test(at) || !isDay(at.slice(0, 10)) || !uuid.test(ask))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, ask };
};

type Condition = RawBuilder<unknown>;

const stateConditions = (state: AskListQuery['state'], now: Instant): readonly Condition[] => {
  switch (state) {
    case 'open':
      return [sql`not over`, sql`last_at > ${now}`];
    case 'waits':
      return [sql`not over`, sql`waits`, sql`last_at > ${now}`];
    case 'over':
      return [sql`(over or last_at <= ${now})`];
    default:
      return [];
  }
};

interface Row {
  readonly ask: string;
  readonly at: string;
}

const read = async (unit: Unit, conditions: readonly Condition[], from?: Condition): Promise<Row[]> => {
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`;
  const { rows } = await sql<Row>`select ask,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from ${from ?? sql`assistance_ask_summary`} ${where}
    order by created_at desc, ask desc limit ${assistanceLimits.page + 1}`.execute(tables(unit));
  return rows;
};

/** Newest asks looked at one by one for words that many have. */
const lookedAt = 2_000;

/**
 * Asks that have each of the words, or words that begin so. A word that many have fills a page from the
 * newest alone; one that few have is found by the index of words.
 */
const search = async (
  unit: Unit,
  typed: readonly string[],
  conditions: readonly Condition[],
): Promise<Row[]> => {
  const has = typed.map((word) => sql`words like ${`% ${word}%`}`);
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`;
  const newest = sql`(select * from assistance_ask_summary ${where}
    order by created_at desc, ask desc limit ${lookedAt}) newest`;
  const near = await read(unit, has, newest);
  if (near.length > assistanceLimits.page) return near;
  const [longest = ''] = typed.toSorted((one, other) => other.length - one.length);
  const known = sql`ask in (select ask from assistance_ask_word
    where word >= ${longest} and word < ${`${longest}\u{10FFFF}`})`;
  return read(unit, [known, ...has, ...conditions]);
};

/** A page of asks, the newest first, as far as the reader may know of them. */
export const listSummaries = async (
  unit: Unit,
  asked: AskListQuery,
  now: Instant,
): Promise<{ readonly asks: readonly string[]; readonly next: string | null }> => {
  const { view, event, text = '', state, cursor } = asked;
  const from = readCursor(cursor);
  const conditions: readonly Condition[] = [
    ...(view === undefined ? [] : [sql`own = ${view === 'own'}`]),
    ...(event === undefined ? [] : [sql`event = ${event}`]),
    ...stateConditions(state, now),
    ...(from === null ? [] : [sql`(created_at, ask) < (${from.at}::timestamptz, ${from.ask}::uuid)`]),
  ];
  const typed = wordsOf(text);
  const isNothing = text.trim() !== '' && typed.length === 0;
  const rows = typed.length > 0 ? await search(unit, typed, conditions) : await read(unit, conditions);
  const shown = isNothing ? [] : rows.slice(0, assistanceLimits.page);
  const last = shown.at(-1);
  const next = rows.length > assistanceLimits.page && last !== undefined ? `${last.at}~${last.ask}` : null;
  return { asks: shown.map(({ ask }) => ask), next };
};

/** Asks of this service that are issued and not over, the newest first. */
export const openAsks = async (unit: Unit, now: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ ask: string }>`select ask from assistance_ask_summary
    where not over and own and state = 'issued' and last_at > ${now}
    order by created_at desc, ask desc limit ${assistanceLimits.listed}`.execute(tables(unit));
  return rows.map(({ ask }) => ask);
};

/** How many former asks are read for what partners answered. */
const remembered = 50;

/** Issued asks of this service that want the specialty, of its newest. */
export const asksWanting = async (unit: Unit, specialty: Specialty): Promise<readonly string[]> => {
  const wanted = JSON.stringify({ lines: [{ requirement: { specialty } }] });
  const { rows } = await sql<{ ask: string }>`select n.ask from (
      select ask, created_at from assistance_ask_summary where own and state = 'issued'
      order by created_at desc, ask desc limit ${lookedAt}) n
    where exists (select 1 from assistance_version v
      where v.ask = n.ask and v.state = 'issued' and v.content @> ${wanted}::jsonb)
    order by n.created_at desc, n.ask desc limit ${remembered}`.execute(tables(unit));
  return rows.map(({ ask }) => ask);
};

/** What waits here, counted so far as a door shows it: the asks themselves, for the owner may forbid some. */
export const waitingAsks = async (
  unit: Unit,
  now: Instant,
): Promise<Readonly<Record<'toRelease' | 'toSettle' | 'overdue', readonly string[]>>> => {
  const asks = async (condition: Condition): Promise<readonly string[]> => {
    const { rows } = await sql<{ ask: string }>`select ask from assistance_ask_summary
      where ${condition} limit ${assistanceLimits.counted}`.execute(tables(unit));
    return rows.map(({ ask }) => ask);
  };
  return {
    toRelease: await asks(sql`to_release`),
    toSettle: await asks(sql`not over and waits and last_at > ${now}`),
    overdue: await asks(sql`silent and state = 'issued' and answer_by < ${now}`),
  };
};
