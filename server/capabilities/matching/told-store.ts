/** The SQL of what partners told of hits here. */
import { sql } from 'kysely';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Field, Purpose } from '../../kernel/marking.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { Told } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface ToldRow {
  id: string;
  agreement: AgreementId;
  partner: PartyId;
  field: Field;
  purpose: Purpose;
  kind: IdentifierKind | null;
  form: string | null;
  hits: number;
  told_at: Instant;
  state: Told['state'];
}

const toTold = ({ told_at: toldAt, ...row }: ToldRow): ToldHit => ({ ...row, toldAt });
/** A told hit as it is kept. */
export type ToldHit = Omit<Told, 'items'>;

const columns = sql.raw('id, agreement, partner, field, purpose, kind, form, hits, told_at, state');

/** What a partner tells of a question of his. */
export interface Telling {
  readonly holder: PartyId;
  readonly question: string;
  readonly agreement: AgreementId;
  readonly partner: PartyId;
  readonly field: string;
  readonly purpose: string;
  readonly at: Instant;
  readonly eraseOn: Day;
}

/** One card for each identifier, or one for all where only their number was told (`kind` is null). */
export const insertTold = async (
  unit: Unit,
  telling: Telling,
  hits: readonly {
    readonly kind: IdentifierKind | null;
    readonly form: string | null;
    readonly hits: number;
  }[],
): Promise<void> => {
  const [kinds, forms] = [hits.map(({ kind }) => kind), hits.map(({ form }) => form)];
  await sql`insert into matching_told (id, holder, question, agreement, partner, field, purpose, kind, form,
      hits, told_at, state, erase_on)
    select gen_random_uuid()::text, ${telling.holder}, ${telling.question}, ${telling.agreement},
      ${telling.partner}, ${telling.field}, ${telling.purpose}, kind, form, hits, ${telling.at}, 'open',
      ${telling.eraseOn}
    from unnest(${kinds}::text[], ${forms}::text[], ${hits.map((one) => one.hits)}::integer[])
      u(kind, form, hits)`.execute(tables(unit));
};

/** How many hits of a question were told before. */
export const toldOf = async (unit: Unit, question: string): Promise<number> => {
  const { rows } = await sql<{ hits: number }>`select coalesce(sum(hits), 0)::integer as hits
    from matching_told where question = ${question}`.execute(tables(unit));
  return rows[0]?.hits ?? 0;
};

/** What nobody decided on first: it is never behind what was. */
export const listTold = async (unit: Unit, limit: number): Promise<readonly ToldHit[]> => {
  const { rows } = await sql<ToldRow>`select ${columns} from matching_told
    order by state <> 'open', told_at desc, id limit ${limit}`.execute(tables(unit));
  return rows.map(toTold);
};

export const findTold = async (unit: Unit, id: string): Promise<ToldHit | null> => {
  const { rows } = await sql<ToldRow>`select ${columns} from matching_told where id = ${id}`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toTold(rows[0]);
};

/** False where somebody decided before. */
export const decideTold = async (
  unit: Unit,
  id: string,
  decision: { readonly state: Told['state']; readonly by: string; readonly at: Instant },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_told set state = ${decision.state},
    decided_by = ${decision.by}, decided_at = ${decision.at}
    where id = ${id} and state = 'open'`.execute(tables(unit));
  return numAffectedRows > 0n;
};

export const forgetTold = async (unit: Unit, today: Day): Promise<void> => {
  await sql`delete from matching_told where erase_on <= ${today}`.execute(tables(unit));
};
