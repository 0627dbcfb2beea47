/** The only SQL of reminders. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { StoredAsk } from './ask.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Keeps that it was called to mind; false where it had been before. */
export const insertReminder = async (
  unit: Unit,
  ask: Pick<StoredAsk, 'id' | 'holder' | 'marking'>,
  given: { readonly party: PartyId; readonly version: number; readonly level: 1 | 2; readonly at: Instant },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`
    insert into assistance_reminder (ask, party, version, level, holder, tlp_rank, reminded_at)
    values (${ask.id}, ${given.party}, ${given.version}, ${given.level}, ${ask.holder},
      ${tlpRank(ask.marking.tlp)}, ${given.at})
    on conflict do nothing`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** Asks whose time to answer comes near or is over and that are still open, so many at once; as the house. */
export const asksToRemind = async (
  unit: Unit,
  before: Instant,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from assistance_ask a
      join assistance_version v on v.ask = a.id and v.version = a.version
    where a.state = 'issued' and (v.content->>'answerBy')::timestamptz <= ${before}::timestamptz
      and not exists (select 1 from assistance_reminder r
        where r.ask = a.id and r.version = a.version and r.level = 2)
    order by v.content->>'answerBy', a.id limit ${limit}`.execute(tables(unit));
  return rows.map(({ id }) => id);
};

/** Offers whose time is over and of which that was not told yet, so many at once; as the house. */
export const offersToNote = async (
  unit: Unit,
  now: Instant,
  limit: number,
): Promise<readonly { readonly step: string; readonly ask: string }[]> => {
  const { rows } = await sql<{ step: string; ask: string }>`
    select s.id as step, s.ask from assistance_step s
    where s.number is not null and s.content->>'validUntil' <= ${now}
      and not exists (select 1 from assistance_lapse l where l.step = s.id)
    order by s.content->>'validUntil', s.id limit ${limit}`.execute(tables(unit));
  return rows;
};

/** Keeps that it was told; as the house. */
export const insertLapse = async (
  unit: Unit,
  ask: Pick<StoredAsk, 'id' | 'holder' | 'marking'>,
  { step, at }: { readonly step: string; readonly at: Instant },
): Promise<void> => {
  await sql`insert into assistance_lapse (step, ask, holder, tlp_rank, noted_at)
    values (${step}, ${ask.id}, ${ask.holder}, ${tlpRank(ask.marking.tlp)}, ${at})
    on conflict do nothing`.execute(tables(unit));
};
