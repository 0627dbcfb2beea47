/** The only SQL of agreements. */
import type { JSONColumnType, Selectable } from 'kysely';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { readersTermOf } from './agreement.ts';
import type { Agreement, AgreementDraft, Deadlines, MatchingTerms, ReadersTerm } from './contract.ts';

interface AgreementTable {
  id: AgreementId;
  proposer: PartyId;
  parties: PartyId[];
  title: JSONColumnType<AgreementDraft['title']>;
  legal_basis: string;
  fields: AgreementDraft['fields'];
  purposes: AgreementDraft['purposes'];
  valid_from: string;
  valid_until: string;
  defaults: JSONColumnType<AgreementDraft['defaults']>;
  readers: ReadersTerm;
  deadlines: JSONColumnType<Deadlines> | null;
  matching: JSONColumnType<MatchingTerms> | null;
  content_hash: string;
  proposed: boolean;
  created_at: Instant;
  ended_at: Instant | null;
  ended_by: PartyId | null;
}
interface SignatureTable {
  agreement: AgreementId;
  party: PartyId;
  content_hash: string;
  signature: string;
  signed_at: Instant;
}
interface Tables {
  agreement: AgreementTable;
  agreement_signature: SignatureTable;
}

/** An agreement as stored; its state follows from the day. */
export interface StoredAgreement {
  readonly agreement: Omit<Agreement, 'state'>;
  readonly proposed: boolean;
  readonly contentHash: string;
}

const toStored = (
  row: Selectable<AgreementTable>,
  signatures: readonly Selectable<SignatureTable>[],
): StoredAgreement => ({
  agreement: {
    id: row.id,
    proposer: row.proposer,
    parties: row.parties,
    title: row.title,
    legalBasis: row.legal_basis,
    fields: row.fields,
    purposes: row.purposes,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    defaults: row.defaults,
    readers: row.readers,
    ...(row.deadlines === null ? {} : { deadlines: row.deadlines }),
    ...(row.matching === null ? {} : { matching: row.matching }),
    signatures: signatures
      .filter(
        ({ agreement, content_hash, party }) =>
          agreement === row.id && content_hash === row.content_hash && row.parties.includes(party),
      )
      .map((signature) => ({ party: signature.party, at: signature.signed_at })),
    createdAt: row.created_at,
    endedAt: row.ended_at,
  },
  proposed: row.proposed,
  contentHash: row.content_hash,
});

export const insertAgreement = async (
  unit: Unit,
  stored: {
    readonly id: AgreementId;
    readonly proposer: PartyId;
    readonly draft: AgreementDraft;
    readonly contentHash: string;
    readonly proposed: boolean;
    readonly createdAt: Instant;
  },
): Promise<void> => {
  const { draft } = stored;
  await unit
    .tables<Tables>()
    .insertInto('agreement')
    .values({
      id: stored.id,
      proposer: stored.proposer,
      parties: [...draft.parties],
      title: JSON.stringify(draft.title),
      legal_basis: draft.legalBasis,
      fields: [...draft.fields],
      purposes: [...draft.purposes],
      valid_from: draft.validFrom,
      valid_until: draft.validUntil,
      defaults: JSON.stringify(draft.defaults),
      readers: readersTermOf(draft),
      deadlines: draft.deadlines === undefined ? null : JSON.stringify(draft.deadlines),
      matching: draft.matching === undefined ? null : JSON.stringify(draft.matching),
      content_hash: stored.contentHash,
      proposed: stored.proposed,
      created_at: stored.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

const signaturesOf = async (
  unit: Unit,
  ids: readonly AgreementId[],
): Promise<Selectable<SignatureTable>[]> =>
  ids.length === 0
    ? []
    : unit
        .tables<Tables>()
        .selectFrom('agreement_signature')
        .selectAll()
        .where('agreement', 'in', [...ids])
        .orderBy('signed_at')
        .execute();

export const findAgreement = async (unit: Unit, id: AgreementId): Promise<StoredAgreement | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('agreement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toStored(row, await signaturesOf(unit, [id])) : null;
};

/** Keeps the agreement from ending until the end of the transaction. */
export const shareAgreement = async (unit: Unit, id: AgreementId): Promise<StoredAgreement | null> => {
  await unit.tables<Tables>().selectFrom('agreement').select('id').where('id', '=', id).forShare().execute();
  return findAgreement(unit, id);
};

/** Holds the agreement until the end of the transaction, so that two signatures cannot cross. */
export const lockAgreement = async (unit: Unit, id: AgreementId): Promise<StoredAgreement | null> => {
  await unit.tables<Tables>().selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute();
  return findAgreement(unit, id);
};

export const listAgreements = async (unit: Unit, limit: number): Promise<readonly StoredAgreement[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('agreement')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  const signatures = await signaturesOf(
    unit,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toStored(row, signatures));
};

export const markProposed = async (unit: Unit, id: AgreementId): Promise<void> => {
  await unit.tables<Tables>().updateTable('agreement').set({ proposed: true }).where('id', '=', id).execute();
};

export const markEnded = async (unit: Unit, id: AgreementId, by: PartyId, at: Instant): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('agreement')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
};

export const insertSignature = async (
  unit: Unit,
  signature: {
    readonly agreement: AgreementId;
    readonly party: PartyId;
    readonly contentHash: string;
    readonly signature: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await unit
    .tables<Tables>()
    .insertInto('agreement_signature')
    .values({
      agreement: signature.agreement,
      party: signature.party,
      content_hash: signature.contentHash,
      signature: signature.signature,
      signed_at: signature.at,
    })
    .onConflict((conflict) => conflict.columns(['agreement', 'party']).doNothing())
    .execute();
};

/** Signatures of this party on agreements whose text has not come yet. */
export const countEarlySignatures = async (unit: Unit, party: PartyId): Promise<number> => {
  const tables = unit.tables<Tables>();
  const row = await tables
    .selectFrom('agreement_signature')
    .where('party', '=', party)
    .where('agreement', 'not in', tables.selectFrom('agreement').select('id'))
    .select((build) => build.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
};

/** Takes back a signature on a text that has not come yet. */
export const deleteSignature = async (unit: Unit, id: AgreementId, party: PartyId): Promise<void> => {
  await unit
    .tables<Tables>()
    .deleteFrom('agreement_signature')
    .where('agreement', '=', id)
    .where('party', '=', party)
    .execute();
};

/** Agreements of the party that this node ended: what it must know when its link is active again. */
export const listEndedWith = async (
  unit: Unit,
  self: PartyId,
  party: PartyId,
  limit: number,
): Promise<readonly StoredAgreement[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('agreement')
    .selectAll()
    .where('ended_by', '=', self)
    .where('proposed', '=', true)
    .where((where) => where(where.val(party), '=', where.fn.any('parties')))
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toStored(row, []));
};
