/** The SQL of the plumbing itself: who reads, what is announced, what was applied. */
import { type Kysely, sql } from 'kysely';
import type { ClientBase } from 'pg';
import { exhaustive } from '../../kernel/faults.ts';
import { tlpRank } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Reader } from './reader.ts';

interface ReaderSettings {
  readonly person: string;
  readonly role: string;
  readonly clearance: string;
  readonly desks: string;
  readonly context: string;
}
const nobody: ReaderSettings = { person: '', role: '', clearance: '', desks: '', context: '' };

const settingsOf = (reader: Reader): ReaderSettings => {
  switch (reader.kind) {
    case 'person':
      return {
        person: reader.person,
        role: reader.role,
        clearance: String(tlpRank(reader.clearance)),
        desks: reader.desks.join(','),
        context: reader.context ?? '',
      };
    case 'peer':
    case 'system':
      return nobody;
    default:
      return exhaustive(reader);
  }
};

/**
 * Tells the row-security policies who reads and what the node's clock says, until the end of the transaction.
 * Every setting is written each time: an empty text where the reader has none, so that nothing of another
 * reader can show through.
 */
export const setReader = async (client: ClientBase, reader: Reader, now: Instant): Promise<void> => {
  const { person, role, clearance, desks, context } = settingsOf(reader);
  // Straight to the connection, so that it has left before any statement that is asked after this call.
  await client.query({
    name: 'set-reader',
    text: `select set_config('tansiq.reader', $1, true), set_config('tansiq.party', $2, true),
      set_config('tansiq.person', $3, true), set_config('tansiq.role', $4, true),
      set_config('tansiq.clearance', $5, true), set_config('tansiq.desks', $6, true),
      set_config('tansiq.context', $7, true), set_config('tansiq.now', $8, true)`,
    values: [reader.kind, reader.party, person, role, clearance, desks, context, now],
  });
};

/** Announces at commit, to every session that listens on the channel. */
export const announce = async (
  transaction: Kysely<object>,
  channel: string,
  payload: string,
): Promise<void> => {
  await sql`select pg_notify(${channel}, ${payload})`.execute(transaction);
};

export const startListening = async (client: ClientBase, channel: string): Promise<void> => {
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
};
export const stopListening = async (client: ClientBase, channel: string): Promise<void> => {
  await client.query(`unlisten ${client.escapeIdentifier(channel)}`);
};

export interface SessionFacts {
  readonly role: string;
  readonly passesOverRows: boolean;
  /** `180004` for 18.4. */
  readonly version: number;
}

/** What the start must know of the role and the server before anything is read. */
export const readSession = async (client: ClientBase): Promise<SessionFacts> => {
  const { rows } = await client.query<{ role: string; strong: boolean; version: number }>(
    `select rolname as role, rolsuper or rolbypassrls as strong,
            current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  );
  const [row] = rows;
  if (!row) throw new Error('bug: the current role is not in pg_roles');
  return { role: row.role, passesOverRows: row.strong, version: row.version };
};
