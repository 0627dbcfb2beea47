/** The only SQL of tightenings. */
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { PersonId } from '../../../kernel/ids.ts';
import { tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Tightening } from './contract.ts';

interface TighteningTable {
  id: string;
  who: Tightening['who'];
  roles: Tightening['roles'];
  acts: Tightening['acts'];
  tlp_at_least: number | null;
  fields: Tightening['fields'];
  purposes: Tightening['purposes'];
  person_categories: Tightening['personCategories'];
  partners: Tightening['partners'];
  hours_from: number | null;
  hours_to: number | null;
  zone: string | null;
  valid_from: Day;
  valid_until: Day | null;
  reason: string;
  state: Tightening['state'];
  proposed_by: PersonId;
  proposed_at: Instant;
  decided_by: PersonId | null;
  decided_at: Instant | null;
  withdrawal_proposed_by: PersonId | null;
  withdrawal_proposed_at: Instant | null;
  withdrawn_by: PersonId | null;
  withdrawn_at: Instant | null;
}
const tablesOf = (unit: Unit) => unit.tables<{ oversight_tightening: TighteningTable }>();

const toTightening = (row: Selectable<TighteningTable>): Tightening => ({
  id: row.id,
  who: row.who,
  roles: row.roles,
  acts: row.acts,
  tlpAtLeast: row.tlp_at_least === null ? null : (tlps[row.tlp_at_least] ?? null),
  fields: row.fields,
  purposes: row.purposes,
  personCategories: row.person_categories,
  partners: row.partners,
  freeHours:
    row.hours_from === null || row.hours_to === null || row.zone === null
      ? null
      : { from: row.hours_from, to: row.hours_to, zone: row.zone },
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  reason: row.reason,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  withdrawalProposedBy: row.withdrawal_proposed_by,
  withdrawalProposedAt: row.withdrawal_proposed_at,
  withdrawnBy: row.withdrawn_by,
  withdrawnAt: row.withdrawn_at,
});

const toRow = (one: Tightening): TighteningTable => ({
  id: one.id,
  who: one.who,
  roles: one.roles,
  acts: one.acts,
  tlp_at_least: one.tlpAtLeast === null ? null : tlpRank(one.tlpAtLeast),
  fields: one.fields,
  purposes: one.purposes,
  person_categories: one.personCategories,
  partners: one.partners,
  hours_from: one.freeHours?.from ?? null,
  hours_to: one.freeHours?.to ?? null,
  zone: one.freeHours?.zone ?? null,
  valid_from: one.validFrom,
  valid_until: one.validUntil,
  reason: one.reason,
  state: one.state,
  proposed_by: one.proposedBy,
  proposed_at: one.proposedAt,
  decided_by: one.decidedBy,
  decided_at: one.decidedAt,
  withdrawal_proposed_by: one.withdrawalProposedBy,
  withdrawal_proposed_at: one.withdrawalProposedAt,
  withdrawn_by: one.withdrawnBy,
  withdrawn_at: one.withdrawnAt,
});

export const insertTightening = async (unit: Unit, one: Tightening): Promise<void> => {
  await tablesOf(unit).insertInto('oversight_tightening').values(toRow(one)).execute();
};

/** Writes how a tightening stands; what it refuses never changes. */
export const updateTightening = async (unit: Unit, one: Tightening): Promise<void> => {
  const { state, decided_by, decided_at, ...rest } = toRow(one);
  const { withdrawal_proposed_by, withdrawal_proposed_at, withdrawn_by, withdrawn_at } = rest;
  const standing = { state, decided_by, decided_at, withdrawal_proposed_by, withdrawal_proposed_at };
  await tablesOf(unit)
    .updateTable('oversight_tightening')
    .set({ ...standing, withdrawn_by, withdrawn_at })
    .where('id', '=', one.id)
    .execute();
};

/** Held until the end of the transaction. */
export const lockTightening = async (unit: Unit, id: string): Promise<Tightening | null> => {
  const row = await tablesOf(unit)
    .selectFrom('oversight_tightening')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toTightening(row) : null;
};

/** All that were ever proposed, the newest first. */
export const listTightenings = async (unit: Unit, limit: number): Promise<Tightening[]> => {
  const rows = await tablesOf(unit)
    .selectFrom('oversight_tightening')
    .selectAll()
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toTightening);
};

/** Those that bind now or may: confirmed and not yet withdrawn. */
export const readInForce = async (unit: Unit): Promise<readonly Tightening[]> => {
  const rows = await tablesOf(unit)
    .selectFrom('oversight_tightening')
    .selectAll()
    .where('state', 'in', ['in-force', 'withdrawal-proposed'])
    .orderBy('id')
    .execute();
  return rows.map(toTightening);
};

/** How many are proposed or in force. */
export const countLive = async (unit: Unit): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from oversight_tightening
    where state in ('proposed', 'in-force', 'withdrawal-proposed')`.execute(tablesOf(unit));
  return rows[0]?.count ?? 0;
};
