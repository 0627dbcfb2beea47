/** The journal of a database as something to verify or export: page by page, in one transaction. */
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../database/index.ts';
import type { JournalRow } from './journal-row.ts';
import { readOwnHeads, readRows } from './journal-store.ts';
import type { JournalSource } from './verify.ts';

const rowsPerPage = 1000;

/** Row security would hide entries from anybody else, and hidden entries would look removed. */
const readingRoles: readonly string[] = ['data-protection-officer', 'administrator', 'centre-head'];

async function* readAllRows(unit: Unit): AsyncGenerator<JournalRow> {
  for (let after = -1; ; ) {
    const rows = await readRows(unit, after, rowsPerPage);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/**
 * The journal that the unit's database holds. The rows are read while they are consumed, so within the unit.
 * Errors: `access/refused` for a reader to whom row security does not show all entries.
 */
export const journalSource = async (unit: Unit, party: string): Promise<JournalSource> => {
  const { reader } = unit;
  const readsAll =
    reader.kind === 'system' ||
    (reader.kind === 'person' && reader.party === party && readingRoles.includes(reader.role));
  if (!readsAll) throw new Fault('access/refused');
  // Heads first: entries that come in meanwhile only make the journal longer than what the heads vouch for.
  return { party, ownHeads: await readOwnHeads(unit), rows: readAllRows(unit) };
};
