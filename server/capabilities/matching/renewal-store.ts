/** The SQL of standing watches whose identifiers are compared in another form than when they were set. */
import { sql } from 'kysely';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { StoredCheck } from './check-store.ts';
import type { Observed } from './observed.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A standing watch, as far as its forms go. */
export type Watch = Pick<StoredCheck, 'id' | 'agreement' | 'state' | 'sent'>;

/** Those that were asked before a moment and still run. */
export const watchesOfBefore = async (unit: Unit, before: Instant, today: Day): Promise<readonly Watch[]> => {
  const { rows } = await sql<Watch>`select id, agreement, state, sent from matching_check
    where until >= ${today} and asked_at < ${before} and state <> 'refused' order by asked_at, id`.execute(
    tables(unit),
  );
  return rows;
};

/** A key that is asked about, with its identifier as it was typed. */
export interface TypedKey {
  readonly place: number;
  readonly first: number;
  readonly kind: IdentifierKind;
  readonly form: string;
  readonly text: string;
}

/** The keys of a watch in their order; what was asked before texts were kept is left as it is. */
export const typedKeys = async (unit: Unit, check: string): Promise<readonly TypedKey[]> => {
  const { rows } = await sql<TypedKey>`select place, coalesce(first_place, place) as first, kind, form, text
    from matching_query where check_id = ${check} and not decoy and text is not null order by place`.execute(
    tables(unit),
  );
  return rows;
};

/** A key in another form, or one more of an identifier. */
export interface RenewedKey extends Observed {
  readonly place: number;
  readonly first: number;
  readonly text: string;
}

/** Writes the keys as they are now, adds decoys up to `sent`, and has the watch asked again. */
export const renewKeys = async (
  unit: Unit,
  check: string,
  keys: readonly RenewedKey[],
  { sent, before }: { readonly sent: number; readonly before: number },
): Promise<void> => {
  const [places, firsts] = [keys.map(({ place }) => place), keys.map(({ first }) => first)];
  const [kinds, forms] = [keys.map(({ kind }) => kind), keys.map(({ form }) => form)];
  await sql`insert into matching_query as q (check_id, place, first_place, kind, form, text)
    select ${check}, place, first, kind, form, text
    from unnest(${places}::integer[], ${firsts}::integer[], ${kinds}::text[], ${forms}::text[],
      ${keys.map(({ text }) => text)}::text[]) u(place, first, kind, form, text)
    on conflict (check_id, place) do update set form = excluded.form, tag = null`.execute(tables(unit));
  const from = Math.max(before, ...places.map((place) => place + 1));
  await sql`insert into matching_query (check_id, place, kind, form, decoy)
    select ${check}, place, 'hash', gen_random_uuid()::text, true
    from generate_series(${from}::integer, ${sent - 1}::integer) place`.execute(tables(unit));
  await sql`update matching_check set sent = ${sent}, state = 'waiting' where id = ${check}`.execute(
    tables(unit),
  );
};
