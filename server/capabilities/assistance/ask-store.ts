/** The only SQL of asks and their versions. */
import { sql } from 'kysely';
import type { AgreementId, CircleId, PartyId, PersonId } from '../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../kernel/marking.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { SentCopy, StoredAsk, StoredVersion } from './ask.ts';
import { type AskContent, type AskState, assistanceLimits } from './ask-contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface AskRow {
  id: string;
  holder: PartyId;
  originator: PartyId;
  state: AskState;
  version: number;
  agreement: AgreementId;
  circle: CircleId | null;
  marking: Marking;
  author: PersonId | null;
  created_at: Instant;
  ended_at: Instant | null;
  end_reason: string | null;
}

const toAsk = (row: AskRow): StoredAsk => ({
  id: row.id,
  holder: row.holder,
  originator: row.originator,
  state: row.state,
  version: row.version,
  agreement: row.agreement,
  circle: row.circle,
  marking: row.marking,
  author: row.author,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  endReason: row.end_reason,
});

interface VersionRow {
  ask: string;
  version: number;
  revision: number;
  state: StoredVersion['state'];
  content: AskContent;
  author: PersonId | null;
  created_at: Instant;
  issued_at: Instant | null;
  returned: string | null;
}

const toVersion = (row: VersionRow): StoredVersion => ({
  ask: row.ask,
  version: row.version,
  revision: row.revision,
  state: row.state,
  content: row.content,
  author: row.author,
  createdAt: row.created_at,
  issuedAt: row.issued_at,
  returned: row.returned,
});

export const insertAsk = async (unit: Unit, ask: StoredAsk): Promise<void> => {
  await sql`insert into assistance_ask (id, holder, originator, state, version, agreement, circle, marking,
      tlp_rank, erase_on, author, created_at, ended_at, end_reason)
    values (${ask.id}, ${ask.holder}, ${ask.originator}, ${ask.state}, ${ask.version}, ${ask.agreement},
      ${ask.circle}, ${JSON.stringify(ask.marking)}, ${tlpRank(ask.marking.tlp)}, ${ask.marking.eraseOn},
      ${ask.author}, ${ask.createdAt}, ${ask.endedAt}, ${ask.endReason})`.execute(tables(unit));
};

/** Changes what a draft is addressed to, or what came anew: marking, version, state and end. */
export const updateAsk = async (
  unit: Unit,
  ask: StoredAsk & { readonly endedBy?: string | null },
): Promise<void> => {
  await sql`update assistance_ask set state = ${ask.state}, version = ${ask.version},
      agreement = ${ask.agreement}, circle = ${ask.circle}, marking = ${JSON.stringify(ask.marking)},
      tlp_rank = ${tlpRank(ask.marking.tlp)}, erase_on = ${ask.marking.eraseOn}, ended_at = ${ask.endedAt},
      end_reason = ${ask.endReason}, ended_by = ${ask.endedBy ?? null}
    where id = ${ask.id}`.execute(tables(unit));
};

export const findAsk = async (unit: Unit, id: string): Promise<StoredAsk | null> => {
  const { rows } = await sql<AskRow>`select * from assistance_ask where id = ${id}`.execute(tables(unit));
  return rows[0] === undefined ? null : toAsk(rows[0]);
};

/** The ask, held until the end of the transaction. */
export const lockAsk = async (unit: Unit, id: string): Promise<StoredAsk | null> => {
  const { rows } = await sql<AskRow>`select * from assistance_ask where id = ${id} for update`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toAsk(rows[0]);
};

/** These asks, the newest first, as far as the reader may know of them. */
export const findAsks = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredAsk[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<AskRow>`select * from assistance_ask
    where id = any(${[...ids]}::uuid[]) order by created_at desc, id desc`.execute(tables(unit));
  return rows.map(toAsk);
};

/** Asks for one event, the newest first. */
export const listAsksOf = async (unit: Unit, event: string): Promise<readonly StoredAsk[]> => {
  const { rows } = await sql<AskRow>`select * from assistance_ask
    where id = any(array(select ask from assistance_version where event = ${event}))
    order by created_at desc, id desc limit ${assistanceLimits.listed}`.execute(tables(unit));
  return rows.map(toAsk);
};

export const deleteAsk = async (unit: Unit, id: string): Promise<void> => {
  await sql`delete from assistance_ask where id = ${id}`.execute(tables(unit));
};

/** Writes a version that has not gone out, or keeps one that came. */
export const putVersion = async (
  unit: Unit,
  ask: Pick<StoredAsk, 'holder' | 'marking'>,
  version: StoredVersion,
): Promise<void> => {
  await sql`insert into assistance_version (ask, version, holder, tlp_rank, state, content, author,
      created_at, issued_at, returned)
    values (${version.ask}, ${version.version}, ${ask.holder}, ${tlpRank(ask.marking.tlp)}, ${version.state},
      ${JSON.stringify(version.content)}, ${version.author}, ${version.createdAt}, ${version.issuedAt},
      ${version.returned})
    on conflict (ask, version) do update set tlp_rank = excluded.tlp_rank, state = excluded.state,
      content = excluded.content, author = excluded.author, returned = excluded.returned,
      revision = assistance_version.revision + 1`.execute(tables(unit));
};

export const setVersionState = async (
  unit: Unit,
  { ask, version }: Pick<StoredVersion, 'ask' | 'version'>,
  to: { readonly state: 'draft' | 'proposed'; readonly returned: string | null; readonly at: Instant },
): Promise<void> => {
  await sql`update assistance_version set state = ${to.state}, returned = ${to.returned},
    proposed_at = ${to.state === 'proposed' ? to.at : null}
    where ask = ${ask} and version = ${version}`.execute(tables(unit));
};

export const markIssued = async (
  unit: Unit,
  { ask, version }: Pick<StoredVersion, 'ask' | 'version'>,
  issued: { readonly at: Instant; readonly by: string },
): Promise<void> => {
  await sql`update assistance_version set state = 'issued', issued_at = ${issued.at},
    issued_by = ${issued.by}, returned = null where ask = ${ask} and version = ${version}`.execute(
    tables(unit),
  );
};

export const deleteOpenVersion = async (unit: Unit, ask: string): Promise<void> => {
  await sql`delete from assistance_version where ask = ${ask} and state <> 'issued'`.execute(tables(unit));
};

/** All versions of asks, the first one first. */
export const versionsOf = async (
  unit: Unit,
  asks: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredVersion[]>> => {
  const { rows } = await sql<VersionRow>`select * from assistance_version
    where ask = any(${[...asks]}::uuid[]) order by ask, version`.execute(tables(unit));
  const byAsk = new Map<string, StoredVersion[]>();
  for (const row of rows) byAsk.set(row.ask, [...(byAsk.get(row.ask) ?? []), toVersion(row)]);
  return byAsk;
};

export const insertSent = async (
  unit: Unit,
  ask: Pick<StoredAsk, 'holder' | 'marking'>,
  sent: SentCopy,
): Promise<void> => {
  await sql`insert into assistance_sent (ask, party, version, is_withdrawal, holder, tlp_rank,
      envelope, sent_at)
    values (${sent.ask}, ${sent.party}, ${sent.version}, ${sent.isWithdrawal}, ${ask.holder},
      ${tlpRank(ask.marking.tlp)}, ${sent.envelope}, ${sent.sentAt})`.execute(tables(unit));
};

export const sentOf = async (unit: Unit, asks: readonly string[]): Promise<readonly SentCopy[]> => {
  const { rows } = await sql<SentCopy>`select ask, party, version, is_withdrawal as "isWithdrawal", envelope,
      sent_at as "sentAt" from assistance_sent
    where ask = any(${[...asks]}::uuid[]) order by ask, party, version, is_withdrawal`.execute(tables(unit));
  return rows;
};

/** Deletes asks that have come to their date, with all that was said of them; as the house. */
export const eraseDue = async (unit: Unit, day: Day): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    delete from assistance_ask where erase_on <= ${day}::date returning id`.execute(tables(unit));
  return rows.map(({ id }) => id);
};
