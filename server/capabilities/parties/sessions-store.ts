/** SQL of open sessions, of steps that wait for their answer, and of counted failures. */
import { sql } from 'kysely';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Attempts } from './back-off.ts';
import { partiesLimits } from './limits.ts';
import { personOf } from './people-store.ts';
import type { PersonFile } from './person.ts';
import type { ChallengeKind, SessionRow } from './rows.ts';
import type { PartiesTables } from './tables-store.ts';

const tablesOf = (unit: Unit) => unit.tables<PartiesTables>();

/** Opens a session; the oldest of the person's go when there are too many. */
export const insertSession = async (unit: Unit, session: SessionRow): Promise<void> => {
  await tablesOf(unit).insertInto('person_session').values(session).execute();
  await sql`delete from person_session where id in (
      select id from person_session where person = ${session.person}
      order by created_at desc, id offset ${partiesLimits.sessionsPerPerson})`.execute(tablesOf(unit));
};

/** The session of a token with its person, whatever their state. */
export const readSession = async (
  unit: Unit,
  hash: string,
): Promise<{ session: SessionRow; person: PersonFile } | null> => {
  const sessions = tablesOf(unit).selectFrom('person_session').where('token_hash', '=', hash);
  const people = tablesOf(unit).selectFrom('person').selectAll();
  const [[session], [person]] = await Promise.all([
    unit.kept(sessions.selectAll().compile()),
    unit.kept(people.where('id', '=', sessions.select('person')).compile()),
  ]);
  return session && person ? { session, person: personOf(person) } : null;
};

export const touchSession = async (unit: Unit, id: string, at: Instant): Promise<void> => {
  await tablesOf(unit).updateTable('person_session').set({ last_seen_at: at }).where('id', '=', id).execute();
};

export const switchSessionRole = async (unit: Unit, hash: string, role: Role): Promise<boolean> => {
  const result = await tablesOf(unit)
    .updateTable('person_session')
    .set({ role })
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

export const readSessions = async (unit: Unit, person: PersonId, now: Instant): Promise<SessionRow[]> =>
  tablesOf(unit)
    .selectFrom('person_session')
    .selectAll()
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();

export const deleteSession = async (unit: Unit, person: PersonId, id: string): Promise<boolean> => {
  const result = await tablesOf(unit)
    .deleteFrom('person_session')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
};

export const deleteSessionByHash = async (unit: Unit, hash: string): Promise<void> => {
  await tablesOf(unit).deleteFrom('person_session').where('token_hash', '=', hash).execute();
};

/** Ends the sessions of a person, all or all but one; returns how many. */
export const deleteSessionsOf = async (
  unit: Unit,
  person: PersonId,
  exceptHash: string | null = null,
): Promise<number> => {
  const result = await tablesOf(unit)
    .deleteFrom('person_session')
    .where('person', '=', person)
    .$if(exceptHash !== null, (query) => query.where('token_hash', '<>', exceptHash ?? ''))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

/** Ends the sessions of all people of a service; returns whose they were. */
export const deleteSessionsOfParty = async (unit: Unit, party: PartyId): Promise<PersonId[]> => {
  const rows = await tablesOf(unit)
    .deleteFrom('person_session')
    .where('person', 'in', (select) =>
      select.selectFrom('person').select('person.id').where('person.party', '=', party),
    )
    .returning('person')
    .execute();
  return [...new Set(rows.map((row) => row.person))];
};

export const deleteExpired = async (unit: Unit, now: Instant): Promise<void> => {
  await tablesOf(unit).deleteFrom('person_session').where('expires_at', '<=', now).execute();
  await tablesOf(unit).deleteFrom('sign_in_challenge').where('expires_at', '<=', now).execute();
};

/** The bearer token of a hash with its person, whatever their state. */
export const readTokenBearer = async (
  unit: Unit,
  hash: string,
): Promise<{
  id: string;
  role: Role;
  expiresAt: Instant;
  lastUsedAt: Instant | null;
  person: PersonFile;
} | null> => {
  const tokens = tablesOf(unit).selectFrom('person_token').where('token_hash', '=', hash);
  const people = tablesOf(unit).selectFrom('person').selectAll();
  const [[token], [row]] = await Promise.all([
    unit.kept(tokens.selectAll().compile()),
    unit.kept(people.where('id', '=', tokens.select('person')).compile()),
  ]);
  if (!token || !row) return null;
  const { id, role, expires_at: expiresAt, last_used_at: lastUsedAt } = token;
  return { id, role, expiresAt, lastUsedAt, person: personOf(row) };
};

export const touchToken = async (unit: Unit, id: string, at: Instant): Promise<void> => {
  await tablesOf(unit).updateTable('person_token').set({ last_used_at: at }).where('id', '=', id).execute();
};

export interface Challenge {
  readonly kind: ChallengeKind;
  readonly person: PersonId | null;
  readonly content: JsonObject;
  readonly expiresAt: Instant;
}

export const insertChallenge = async (unit: Unit, hash: string, challenge: Challenge): Promise<void> => {
  await tablesOf(unit)
    .insertInto('sign_in_challenge')
    .values({
      token_hash: hash,
      kind: challenge.kind,
      person: challenge.person,
      content: JSON.stringify(challenge.content),
      expires_at: challenge.expiresAt,
    })
    .onConflict((conflict) =>
      conflict.column('token_hash').doUpdateSet((excluded) => ({
        content: excluded.ref('excluded.content'),
        expires_at: excluded.ref('excluded.expires_at'),
      })),
    )
    .execute();
};

/** Makes room when strangers have asked for too many. */
export const trimChallenges = async (unit: Unit): Promise<void> => {
  await sql`delete from sign_in_challenge where token_hash in (
      select token_hash from sign_in_challenge order by expires_at desc
      offset ${partiesLimits.challenges})`.execute(tablesOf(unit));
};

/** Takes a challenge out: whoever answers it, it is answered once. */
export const takeChallenge = async (
  unit: Unit,
  kind: ChallengeKind,
  hash: string,
  now: Instant,
): Promise<Challenge | null> => {
  const row = await tablesOf(unit)
    .deleteFrom('sign_in_challenge')
    .where('token_hash', '=', hash)
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst();
  if (!row || row.expires_at <= now) return null;
  return { kind: row.kind, person: row.person, content: row.content, expiresAt: row.expires_at };
};

/** Looks at a challenge without using it up. */
export const readChallenge = async (
  unit: Unit,
  kind: ChallengeKind,
  hash: string,
  now: Instant,
): Promise<Challenge | null> => {
  const row = await tablesOf(unit)
    .selectFrom('sign_in_challenge')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? { kind: row.kind, person: row.person, content: row.content, expiresAt: row.expires_at } : null;
};

/** The failures counted under a key, locked until the transaction ends. */
export const lockAttempts = async (unit: Unit, keyHash: string, now: Instant): Promise<Attempts | null> => {
  await tablesOf(unit)
    .insertInto('sign_in_attempts')
    .values({ key_hash: keyHash, failures: 0, blocked_until: null, last_at: now })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .execute();
  const row = await tablesOf(unit)
    .selectFrom('sign_in_attempts')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .forUpdate()
    .executeTakeFirst();
  return row ? { failures: row.failures, blockedUntil: row.blocked_until, lastAt: row.last_at } : null;
};

export const writeAttempts = async (unit: Unit, keyHash: string, attempts: Attempts): Promise<void> => {
  const row = {
    failures: attempts.failures,
    blocked_until: attempts.blockedUntil,
    last_at: attempts.lastAt,
  };
  await tablesOf(unit).updateTable('sign_in_attempts').set(row).where('key_hash', '=', keyHash).execute();
};

export const deleteAttempts = async (unit: Unit, keyHash: string): Promise<void> => {
  await tablesOf(unit).deleteFrom('sign_in_attempts').where('key_hash', '=', keyHash).execute();
};

export const deleteQuietAttempts = async (unit: Unit, before: Instant): Promise<void> => {
  await tablesOf(unit).deleteFrom('sign_in_attempts').where('last_at', '<', before).execute();
};
