/** The only SQL of notices; always as the house. */
import { sql } from 'kysely';
import type { AlertId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { NoticeWay } from '../../../plumbing/outward/index.ts';
import { noticeLimits, type Occasion } from './notice.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A notice on its way. */
export interface StoredNotice {
  readonly id: string;
  readonly alert: AlertId;
  readonly occasion: Occasion;
  readonly way: NoticeWay['name'];
  readonly attempts: number;
  /** False where the alert has ended, expired, or was acknowledged by this service meanwhile. */
  readonly needed: boolean;
}

/** Queues one, once for each occasion and way. */
export const insertNotice = async (
  unit: Unit,
  notice: Pick<StoredNotice, 'id' | 'alert' | 'occasion' | 'way'> & { readonly at: Instant },
): Promise<void> => {
  await sql`insert into watch_notice (id, alert, occasion, way, state, queued_at, next_at)
    values (${notice.id}, ${notice.alert}, ${notice.occasion}, ${notice.way}, 'waiting', ${notice.at},
      ${notice.at}) on conflict (alert, occasion, way) do nothing`.execute(tables(unit));
};

/** Takes those that are due and keeps others from them for a while. */
export const claimDue = async (
  unit: Unit,
  now: Instant,
  until: Instant,
): Promise<readonly StoredNotice[]> => {
  const { rows } = await sql<StoredNotice>`
    update watch_notice n set attempts = n.attempts + 1, next_at = ${until}
    from watch_alert a
    where a.id = n.alert and n.id in (select id from watch_notice
      where state = 'waiting' and next_at <= ${now} order by next_at limit ${noticeLimits.atOnce}
      for update skip locked)
    returning n.id, n.alert, n.occasion, n.way, n.attempts,
      a.ended_at is null and a.expires_at > ${now}::timestamptz and exists (
        select 1 from watch_alert_country c
        where c.alert = a.id and c.acknowledged_at is null) as needed`.execute(tables(unit));
  return rows;
};

/** Says how it went: ended, or tried again at `next`. */
export const settleNotice = async (
  unit: Unit,
  id: string,
  outcome:
    | { readonly state: 'given' | 'needless' | 'given-up'; readonly at: Instant }
    | { readonly state: 'waiting'; readonly next: Instant },
): Promise<void> => {
  await (outcome.state === 'waiting'
    ? sql`update watch_notice set next_at = ${outcome.next} where id = ${id}`
    : sql`update watch_notice set state = ${outcome.state}, ended_at = ${outcome.at} where id = ${id}`
  ).execute(tables(unit));
};
