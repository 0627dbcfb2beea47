/** The only SQL of the summaries by which lists of asks are found and counted. */
import { type RawBuilder, sql } from 'kysely';
import { Fault } from '../../kernel/faults.ts';
import { type Instant, isDay } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { fold } from '../../plumbing/search/index.ts';
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

/** Writes it anew; as the house. */
export const putSummary = async (unit: Unit, one: Summary): Promise<void> => {
  await sql`insert into assistance_ask_summary (ask, holder, tlp_rank, own, state, created_at, event, words,
      to_release, waits, silent, answer_by, last_at)
    values (${one.ask}, ${one.holder}, ${one.tlpRank}, ${one.own}, ${one.state}, ${one.createdAt},
      ${one.event}, ${one.words}, ${one.toRelease}, ${one.waits}, ${one.silent}, ${one.answerBy},
      ${one.lastAt})
    on conflict (ask) do update set tlp_rank = excluded.tlp_rank, state = excluded.state,
      event = excluded.event, words = excluded.words, to_release = excluded.to_release,
      waits = excluded.waits, silent = excluded.silent, answer_by = excluded.answer_by,
      last_at = excluded.last_at, due = false`.execute(tables(unit));
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

/** What is typed, as a part of a word or of several. */
const pattern = (text: string): string => `%${fold(text).replaceAll(/[\\%_]/g, '\\$&')}%`;

type Condition = RawBuilder<unknown>;

const stateConditions = (state: AskListQuery['state'], now: Instant): readonly Condition[] => {
  switch (state) {
    case 'open':
      return [sql`state <> 'withdrawn'`, sql`last_at > ${now}`];
    case 'waits':
      return [sql`waits`, sql`state = 'issued'`, sql`last_at > ${now}`];
    case 'over':
      return [sql`(state = 'withdrawn' or last_at <= ${now})`];
    default:
      return [];
  }
};

/** A page of asks, the newest first, as far as the reader may know of them. */
export const listSummaries = async (
  unit: Unit,
  asked: AskListQuery,
  now: Instant,
): Promise<{ readonly asks: readonly string[]; readonly next: string | null }> => {
  const { view, event, text = '', state, cursor } = asked;
  const from = readCursor(cursor);
  const limit = assistanceLimits.page;
  const conditions: readonly Condition[] = [
    ...(view === undefined ? [] : [sql`own = ${view === 'own'}`]),
    ...(event === undefined ? [] : [sql`event = ${event}`]),
    ...stateConditions(state, now),
    ...(text.trim() === '' ? [] : [sql`words like ${pattern(text)}`]),
    ...(from === null ? [] : [sql`(created_at, ask) < (${from.at}::timestamptz, ${from.ask}::uuid)`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const { rows } = await sql<{ ask: string; at: string }>`select ask,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from assistance_ask_summary ${where}
    order by created_at desc, ask desc limit ${limit + 1}`.execute(tables(unit));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? `${last.at}~${last.ask}` : null;
  return { asks: shown.map(({ ask }) => ask), next };
};

/** Asks of this service that are issued and not over, the first to be over first. */
export const openAsks = async (unit: Unit, now: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ ask: string }>`select ask from assistance_ask_summary
    where own and state = 'issued' and last_at > ${now}
    order by last_at, ask limit ${assistanceLimits.listed}`.execute(tables(unit));
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
    toSettle: [
      ...(await asks(sql`own and waits and state = 'issued' and last_at > ${now}`)),
      ...(await asks(sql`not own and waits and state = 'issued' and last_at > ${now}`)),
    ].slice(0, assistanceLimits.counted),
    overdue: await asks(sql`silent and state = 'issued' and answer_by < ${now}`),
  };
};
