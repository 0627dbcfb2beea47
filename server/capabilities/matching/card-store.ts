/** The SQL of hits. */
import { sql } from 'kysely';
import { type AgreementId, type ItemId, type PartyId, type PersonId, readId } from '../../kernel/ids.ts';
import type { Field, Purpose } from '../../kernel/marking.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { Card, Dismissal } from './contract.ts';
import type { Observed } from './observed.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface CardRow {
  id: string;
  check_id: string;
  officer: PersonId;
  agreement: AgreementId;
  partner: PartyId;
  field: Field;
  purpose: Purpose;
  kind: IdentifierKind;
  form: string;
  text: string;
  partly: boolean;
  opened_at: Instant;
  state: Card['state'];
  item: ItemId | null;
  ground: Card['ground'];
  remark: string | null;
  decided_by: string | null;
  decided_at: Instant | null;
}

const toCard = (row: CardRow): Card => {
  const { check_id: check, opened_at: openedAt, decided_at: decidedAt, decided_by, ...rest } = row;
  const decidedBy = decided_by === null ? null : readId('person', decided_by);
  return { ...rest, check, openedAt, decidedAt, decidedBy };
};
const columns = sql.raw(
  'id, check_id, officer, agreement, partner, field, purpose, kind, form, coalesce(text, form) as text, ' +
    'partly, opened_at, state, item, ground, remark, decided_by, decided_at',
);

/**
 * Opens a card for each identifier that has a key at these places of a check; where there is one, it stays.
 * Gives the key that hit, of each that was opened: the whole name's where that is among them.
 */
export const openCards = async (
  unit: Unit,
  check: string,
  places: readonly number[],
  at: Instant,
): Promise<readonly Observed[]> => {
  const { rows } = await sql<Observed>`with met as (
      select distinct on (first) first, place, kind, form
      from (select *, coalesce(first_place, place) as first from matching_query where check_id = ${check}) key
      where place = any (${[...places]}::integer[]) order by first, place),
    opened as (insert into matching_card (id, holder, check_id, place, officer, agreement, partner, field,
        purpose, kind, form, text, partly, opened_at, state, erase_on)
      select gen_random_uuid()::text, c.holder, c.id, q.place, c.officer, c.agreement, c.partner, c.field,
        c.purpose, q.kind, q.form, q.text, met.place <> met.first, ${at}, 'open', c.erase_on
      from met join matching_query q on q.check_id = ${check} and q.place = met.first
      join matching_check c on c.id = q.check_id
      on conflict (check_id, place) do nothing returning place)
    select met.kind, met.form from met join opened on opened.place = met.first order by met.first`.execute(
    tables(unit),
  );
  return rows;
};

/** What nobody decided on first: it is never behind what was. */
export const listCards = async (unit: Unit, limit: number): Promise<readonly Card[]> => {
  const { rows } = await sql<CardRow>`select ${columns} from matching_card
    order by state <> 'open', opened_at desc, id limit ${limit}`.execute(tables(unit));
  return rows.map(toCard);
};

export const findCard = async (unit: Unit, id: string): Promise<Card | null> => {
  const { rows } = await sql<CardRow>`select ${columns} from matching_card where id = ${id}`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toCard(rows[0]);
};

/** False where somebody decided before. */
export const decideCard = async (
  unit: Unit,
  id: string,
  decision: {
    readonly state: 'requested' | 'dismissed';
    readonly item: ItemId | null;
    readonly dismissal: Dismissal | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> => {
  const { dismissal } = decision;
  const { numAffectedRows = 0n } = await sql`update matching_card set state = ${decision.state},
    item = ${decision.item}, decided_by = ${decision.by}, decided_at = ${decision.at},
    ground = ${dismissal?.ground ?? null}, remark = ${dismissal?.remark || null}
    where id = ${id} and state = 'open'`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** What was set aside is open again; false where it was not set aside. */
export const reopenCard = async (unit: Unit, id: string): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_card set state = 'open', decided_by = null,
    decided_at = null, ground = null, remark = null
    where id = ${id} and state = 'dismissed'`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** How many hits this reader sees that nobody decided on. */
export const countOpen = async (unit: Unit): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from matching_card
    where state = 'open'`.execute(tables(unit));
  return rows[0]?.count ?? 0;
};

export const forgetCards = async (unit: Unit, today: Day): Promise<void> => {
  await sql`delete from matching_card where erase_on <= ${today}`.execute(tables(unit));
};
