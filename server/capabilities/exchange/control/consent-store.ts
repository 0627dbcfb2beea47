/** The SQL of consents: whom the originator lets have an item onward, and until when. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { insertWords, wordOf } from './words-store.ts';

interface ConsentTable {
  id: string;
  request: string;
  item: ItemId;
  version: number;
  originator: PartyId;
  party: PartyId;
  recipients: PartyId[];
  withdrawn: PartyId[];
  tlp_rank: number;
  valid_until: Day;
  item_hash: string;
  given_at: Instant;
  verified: boolean;
}
interface Tables {
  exchange_consent: ConsentTable;
}

export interface StoredConsent {
  readonly id: string;
  readonly request: string;
  readonly item: ItemId;
  readonly version: number;
  readonly originator: PartyId;
  readonly party: PartyId;
  readonly recipients: readonly PartyId[];
  readonly withdrawn: readonly PartyId[];
  readonly tlp: Tlp;
  readonly validUntil: Day;
  readonly itemHash: string;
  readonly givenAt: Instant;
  readonly verified: boolean;
  /** Empty where it is withheld from the reader. */
  readonly message: string;
}

const toConsent = ({
  tlp_rank,
  valid_until,
  item_hash,
  given_at,
  message,
  ...row
}: ConsentTable & { message: string | null }): StoredConsent => ({
  ...row,
  message: message ?? '',
  tlp: tlps[tlp_rank] ?? 'clear',
  validUntil: valid_until,
  itemHash: item_hash,
  givenAt: given_at,
});

/** Keeps a consent, once; false when it is here already. */
export const insertConsent = async (unit: Unit, consent: StoredConsent): Promise<boolean> => {
  const { tlp, validUntil, itemHash, givenAt, recipients, withdrawn, message, ...rest } = consent;
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_consent')
    .values({
      ...rest,
      recipients: [...recipients],
      withdrawn: [...withdrawn],
      tlp_rank: tlpRank(tlp),
      valid_until: validUntil,
      item_hash: itemHash,
      given_at: givenAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await insertWords(unit, { id: consent.id, item: consent.item, kind: 'consent', message });
  return true;
};

export const findConsent = async (unit: Unit, id: string): Promise<StoredConsent | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_consent')
    .selectAll()
    .select(({ ref }) => wordOf(ref('exchange_consent.id'), 'message').as('message'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toConsent(row) : null;
};

/** Who holds a consent that names one of these parties: whoever may have passed the item on to them. */
export const passersTo = async (
  unit: Unit,
  item: ItemId,
  parties: readonly PartyId[],
): Promise<readonly PartyId[]> => {
  const consents = await consentsOf(unit, item);
  const naming = consents.filter(({ recipients }) => recipients.some((party) => parties.includes(party)));
  return [...new Set(naming.map(({ party }) => party))];
};

export const consentsOf = async (unit: Unit, item: ItemId): Promise<readonly StoredConsent[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_consent')
    .selectAll()
    .select(({ ref }) => wordOf(ref('exchange_consent.id'), 'message').as('message'))
    .where('item', '=', item)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toConsent);
};

/** The originator took back what he had allowed for these parties. */
export const withdrawConsent = async (
  unit: Unit,
  item: ItemId,
  parties: readonly PartyId[],
): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_consent')
    .set({
      withdrawn: sql<PartyId[]>`array(select distinct unnest(withdrawn || array(
        select unnest(recipients) intersect select unnest(${[...parties]}::text[]))))`,
    })
    .where('item', '=', item)
    .execute();
};
