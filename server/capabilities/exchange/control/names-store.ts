/** The SQL of how services that have no link with this one are called by those who named them. */
import { sql } from 'kysely';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { NamedParty } from './wire.ts';

/** A service as someone calls it, with who called it so. */
export type ToldName = NamedParty & { readonly saidBy: PartyId };

/** Keeps how someone called it last; nothing where the item is not here. */
export const putName = async (
  unit: Unit,
  item: ItemId,
  told: ToldName & { readonly at: Instant },
): Promise<void> => {
  const { party, saidBy, name, country, at } = told;
  await sql`
    insert into exchange_named_party (item, party, said_by, name_ar, name_fr, name_en, country, said_at)
    select id, ${party}, ${saidBy}, ${name.ar}, ${name.fr}, ${name.en}, ${country}, ${at}::timestamptz
    from exchange_item where id = ${item}
    on conflict (item, party, said_by) do update set name_ar = excluded.name_ar, name_fr = excluded.name_fr,
      name_en = excluded.name_en, country = excluded.country, said_at = excluded.said_at`.execute(
    unit.tables<object>(),
  );
};

/** One name for each party of an item: another's word before its own, the last before those before it. */
export const namesOf = async (unit: Unit, item: ItemId): Promise<readonly ToldName[]> => {
  const { rows } = await sql<{
    party: string;
    said_by: string;
    name_ar: string;
    name_fr: string;
    name_en: string;
    country: string;
  }>`
    select distinct on (party) party, said_by, name_ar, name_fr, name_en, country from exchange_named_party
    where item = ${item} order by party, said_by = party, said_at desc`.execute(unit.tables<object>());
  return rows.map((row) => ({
    party: asId('party', row.party),
    saidBy: asId('party', row.said_by),
    name: { ar: row.name_ar, fr: row.name_fr, en: row.name_en },
    country: row.country,
  }));
};
