/**
 * SQL of what people sign in with. These tables are the node's alone (migration 001), so a verb that a person
 * runs reaches them through `asHouse`, for exactly these statements.
 */
import { sql } from 'kysely';
import { asId, type PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { PasskeyRow, TokenRow } from './rows.ts';
import type { PartiesTables } from './tables-store.ts';

const tablesOf = (unit: Unit) => unit.tables<PartiesTables>();

/** An id that no person has. */
const noPerson = asId('person', 'person--00000000-0000-4000-8000-000000000000');

/** The stored hash; asked also for nobody: an unknown account takes as many queries as a known one. */
export const readPassword = async (unit: Unit, person: PersonId | null): Promise<string | null> => {
  const row = await tablesOf(unit)
    .selectFrom('person_password')
    .select('hash')
    .where('person', '=', person ?? noPerson)
    .executeTakeFirst();
  return row?.hash ?? null;
};

export const writePassword = async (
  unit: Unit,
  person: PersonId,
  hash: string,
  at: Instant,
): Promise<void> => {
  await tablesOf(unit)
    .insertInto('person_password')
    .values({ person, hash, changed_at: at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ hash, changed_at: at }))
    .execute();
};

export interface Totp {
  readonly secret: string;
  readonly lastStep: number | null;
}

export const readTotp = async (unit: Unit, person: PersonId): Promise<Totp | null> => {
  const row = await tablesOf(unit)
    .selectFrom('person_totp')
    .selectAll()
    .where('person', '=', person)
    .executeTakeFirst();
  return row ? { secret: row.secret, lastStep: row.last_step } : null;
};

/** Replaces the authenticator of a person. */
export const writeTotp = async (
  unit: Unit,
  person: PersonId,
  totp: { secret: string; lastStep: number | null },
  at: Instant,
): Promise<void> => {
  const row = { secret: totp.secret, last_step: totp.lastStep, created_at: at };
  await tablesOf(unit)
    .insertInto('person_totp')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute();
};

/** Uses a time step up; false when it or a later one was used, also by a request at the same moment. */
export const spendTotpStep = async (unit: Unit, person: PersonId, step: number): Promise<boolean> => {
  const result = await tablesOf(unit)
    .updateTable('person_totp')
    .set({ last_step: step })
    .where('person', '=', person)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

export const writeRecoveryCodes = async (
  unit: Unit,
  person: PersonId,
  hashes: readonly string[],
): Promise<void> => {
  await tablesOf(unit).deleteFrom('person_recovery_code').where('person', '=', person).execute();
  await tablesOf(unit)
    .insertInto('person_recovery_code')
    .values(hashes.map((hash) => ({ person, code_hash: hash })))
    .execute();
};

/** Uses a recovery code up; false when it is none of the person's. */
export const spendRecoveryCode = async (unit: Unit, person: PersonId, hash: string): Promise<boolean> => {
  const result = await tablesOf(unit)
    .deleteFrom('person_recovery_code')
    .where('person', '=', person)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
};

export const readPasskeys = async (unit: Unit, person: PersonId): Promise<PasskeyRow[]> =>
  tablesOf(unit)
    .selectFrom('person_passkey')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at')
    .execute();

export const readPasskey = async (unit: Unit, id: string): Promise<PasskeyRow | null> =>
  (await tablesOf(unit)
    .selectFrom('person_passkey')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null;

/** False when the credential is registered already. */
export const insertPasskey = async (unit: Unit, passkey: PasskeyRow): Promise<boolean> => {
  const result = await tablesOf(unit)
    .insertInto('person_passkey')
    .values(passkey)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const countPasskeyUse = async (
  unit: Unit,
  id: string,
  counter: number,
  at: Instant,
): Promise<void> => {
  await tablesOf(unit)
    .updateTable('person_passkey')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .execute();
};

export const deletePasskey = async (unit: Unit, person: PersonId, id: string): Promise<boolean> => {
  const result = await tablesOf(unit)
    .deleteFrom('person_passkey')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
};

/** Removes all that a person signs in with, before he enrols anew. */
export const deleteSecrets = async (unit: Unit, person: PersonId): Promise<void> => {
  const own = ['person_password', 'person_totp', 'person_passkey', 'person_recovery_code', 'person_token'];
  for (const table of own) {
    await sql`delete from ${sql.table(table)} where person = ${person}`.execute(tablesOf(unit));
  }
};

export const insertToken = async (unit: Unit, token: TokenRow): Promise<void> => {
  await tablesOf(unit).insertInto('person_token').values(token).execute();
};

export const readTokens = async (unit: Unit, person: PersonId): Promise<TokenRow[]> =>
  tablesOf(unit)
    .selectFrom('person_token')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at')
    .execute();

export const deleteToken = async (unit: Unit, person: PersonId, id: string): Promise<boolean> => {
  const result = await tablesOf(unit)
    .deleteFrom('person_token')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
};

export const deleteTokensLabelled = async (unit: Unit, person: PersonId, label: string): Promise<void> => {
  await tablesOf(unit)
    .deleteFrom('person_token')
    .where('person', '=', person)
    .where('label', '=', label)
    .execute();
};

export interface EnrolmentRow {
  readonly person: PersonId;
  readonly totpSecret: string | null;
  readonly expiresAt: Instant;
}

/** Gives a person a new enrolment link; an earlier one stops working. */
export const writeEnrolment = async (
  unit: Unit,
  person: PersonId,
  hash: string,
  expiresAt: Instant,
): Promise<void> => {
  const row = { token_hash: hash, totp_secret: null, expires_at: expiresAt };
  await tablesOf(unit)
    .insertInto('enrolment')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute();
};

/** The enrolment of a link, locked: two that finish at once take turns, and the second finds nothing. */
export const readEnrolment = async (unit: Unit, hash: string): Promise<EnrolmentRow | null> => {
  const row = await tablesOf(unit)
    .selectFrom('enrolment')
    .selectAll()
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  return row ? { person: row.person, totpSecret: row.totp_secret, expiresAt: row.expires_at } : null;
};

export const keepEnrolmentSecret = async (unit: Unit, person: PersonId, secret: string): Promise<void> => {
  await tablesOf(unit)
    .updateTable('enrolment')
    .set({ totp_secret: secret })
    .where('person', '=', person)
    .execute();
};

export const deleteEnrolment = async (unit: Unit, person: PersonId): Promise<void> => {
  await tablesOf(unit).deleteFrom('enrolment').where('person', '=', person).execute();
};
