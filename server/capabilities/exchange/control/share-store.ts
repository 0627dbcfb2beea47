/** The SQL of onward copies: who passed what on to whom, under which consent. */
import type { EnvelopeId, ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

interface ShareTable {
  id: string;
  item: ItemId;
  version: number;
  consent: string;
  party: PartyId;
  recipient: PartyId;
  shared_at: Instant;
  shared_by: PersonId | null;
  envelope: EnvelopeId | null;
  message: string;
}
interface Tables {
  exchange_onward_share: ShareTable;
  exchange_consent: { id: string; given_at: Instant };
}

export interface StoredShare {
  readonly id: string;
  readonly item: ItemId;
  readonly version: number;
  readonly consent: string;
  readonly party: PartyId;
  readonly recipient: PartyId;
  readonly sharedAt: Instant;
  readonly sharedBy: PersonId | null;
  readonly envelope: EnvelopeId | null;
  readonly message: string;
}

/** A share, and when the originator gave the consent that it rests on. */
export type KnownShare = StoredShare & { readonly consentAt: Instant | null };

const toShare = ({ shared_at, shared_by, ...row }: ShareTable): StoredShare => ({
  ...row,
  sharedAt: shared_at,
  sharedBy: shared_by,
});

/** Keeps that a copy was passed on, once; false when that is known already. */
export const insertShare = async (unit: Unit, share: StoredShare): Promise<boolean> => {
  const { sharedAt, sharedBy, ...rest } = share;
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_onward_share')
    .values({ ...rest, shared_at: sharedAt, shared_by: sharedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Who passed the item on to whom, as far as this node knows; oldest first. */
export const sharesOf = async (unit: Unit, item: ItemId): Promise<readonly KnownShare[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_share as s')
    .leftJoin('exchange_consent as c', 'c.id', 's.consent')
    .selectAll('s')
    .select('c.given_at as consent_at')
    .where('s.item', '=', item)
    .orderBy('s.shared_at')
    .orderBy('s.id')
    .execute();
  return rows.map(({ consent_at, ...row }) => ({ ...toShare(row), consentAt: consent_at }));
};
