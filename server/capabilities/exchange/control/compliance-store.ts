/** The SQL of compliance: who was told of a recall, who has proved that he obeyed. */
import { sql } from 'kysely';
import { canonical } from '../../../kernel/canonical.ts';
import type { EnvelopeId, ItemId, PartyId } from '../../../kernel/ids.ts';
import { type Instant, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { ComplianceMessage } from '../../../plumbing/stix/index.ts';
import { controlLimits } from './contract.ts';
import { findRecall } from './recall-store.ts';

interface ComplianceTable {
  recall: string;
  party: PartyId;
  via: PartyId | null;
  told_at: Instant | null;
  envelope: EnvelopeId | null;
  fault: string | null;
  reminded_at: Instant | null;
  due_at: Instant;
  outcome: ComplianceMessage['outcome'] | null;
  complied_at: Instant | null;
  heard_at: Instant | null;
  verified: boolean | null;
  proof: string | null;
}
interface Tables {
  exchange_compliance: ComplianceTable;
  exchange_recall: { id: string; comply_by: Instant; recalled_at: Instant };
}

export interface StoredCompliance {
  readonly recall: string;
  readonly party: PartyId;
  readonly via: PartyId | null;
  readonly toldAt: Instant | null;
  /** What carried the recall to him the last time. */
  readonly envelope: EnvelopeId | null;
  readonly fault: string | null;
  readonly remindedAt: Instant | null;
  readonly outcome: ComplianceMessage['outcome'] | null;
  readonly compliedAt: Instant | null;
  readonly verified: boolean | null;
  readonly proof: string | null;
}

/** Before any other: who was not told is told at once. */
const atOnce = '1970-01-01T00:00:00.000Z';

const toCompliance = (row: ComplianceTable): StoredCompliance => ({
  recall: row.recall,
  party: row.party,
  via: row.via,
  toldAt: row.told_at,
  envelope: row.envelope,
  fault: row.fault,
  remindedAt: row.reminded_at,
  outcome: row.outcome,
  compliedAt: row.complied_at,
  verified: row.verified,
  proof: row.proof,
});

/** Names a holder who is to obey, once. */
export const insertHolder = async (
  unit: Unit,
  holder: { readonly recall: string; readonly party: PartyId; readonly via: PartyId | null },
): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_compliance')
    .values({ ...holder, ...unanswered })
    .onConflict((conflict) => conflict.columns(['recall', 'party']).doNothing())
    .returning('party')
    .executeTakeFirst();
  return row !== undefined;
};

const unanswered = {
  told_at: null,
  due_at: atOnce,
  envelope: null,
  fault: null,
  reminded_at: null,
  outcome: null,
  complied_at: null,
  heard_at: null,
  verified: null,
  proof: null,
} as const;

/** He was sent the tombstone, for the first time or as a reminder; the next is due when he is late. */
export const markTold = async (
  unit: Unit,
  told: {
    readonly recall: string;
    readonly party: PartyId;
    readonly at: Instant;
    readonly envelope: EnvelopeId | null;
    readonly isReminder: boolean;
  },
): Promise<void> => {
  const complyBy = sql<Instant>`(select comply_by from exchange_recall where id = ${told.recall})`;
  await unit
    .tables<Tables>()
    .updateTable('exchange_compliance')
    .set({
      envelope: told.envelope,
      fault: null,
      ...(told.isReminder
        ? { reminded_at: told.at, due_at: later(told.at, controlLimits.reminderMs) }
        : { told_at: told.at, due_at: complyBy }),
    })
    .where('recall', '=', told.recall)
    .where('party', '=', told.party)
    .execute();
};

/** Those who have not obeyed are from here on to obey another recall, which they were not told yet. */
export const moveOpen = async (
  unit: Unit,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_compliance')
    .set({ recall: to, told_at: null, reminded_at: null, due_at: atOnce, envelope: null, fault: null })
    .where('recall', '=', from)
    .where('outcome', 'is', null)
    .execute();
};

/** Nobody is awaited here any more for this recall. */
export const deleteOpen = async (unit: Unit, recall: string): Promise<void> => {
  await unit
    .tables<Tables>()
    .deleteFrom('exchange_compliance')
    .where('recall', '=', recall)
    .where('outcome', 'is', null)
    .execute();
};

/** His node refused to hear of it; the item of the recall, null when the envelope carried none. */
export const markRefused = async (
  unit: Unit,
  envelope: EnvelopeId,
  fault: string,
): Promise<ItemId | null> => {
  const row = await unit
    .tables<Tables>()
    .updateTable('exchange_compliance')
    .set({ fault })
    .where('envelope', '=', envelope)
    .where('outcome', 'is', null)
    .returning('recall')
    .executeTakeFirst();
  return row === undefined ? null : ((await findRecall(unit, row.recall))?.item ?? null);
};

/** Keeps a proof, once; false when this party's was kept before. */
export const keepProof = async (
  unit: Unit,
  proof: ComplianceMessage,
  kept: { readonly party: PartyId; readonly at: Instant; readonly verified: boolean },
): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .updateTable('exchange_compliance')
    .set({
      outcome: proof.outcome,
      complied_at: proof.complied_at,
      heard_at: kept.at,
      verified: kept.verified,
      fault: null,
      proof: canonical(proof),
    })
    .where('recall', '=', proof.recall_ref)
    .where('party', '=', kept.party)
    .where('outcome', 'is', null)
    .returning('party')
    .executeTakeFirst();
  return row !== undefined;
};

export const findCompliance = async (
  unit: Unit,
  recall: string,
  party: PartyId,
): Promise<StoredCompliance | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_compliance')
    .selectAll()
    .where('recall', '=', recall)
    .where('party', '=', party)
    .executeTakeFirst();
  return row ? toCompliance(row) : null;
};

/** Who is to obey these recalls, and how far each has come. */
export const complianceOf = async (
  unit: Unit,
  recalls: readonly string[],
): Promise<readonly StoredCompliance[]> => {
  if (recalls.length === 0) return [];
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_compliance')
    .selectAll()
    .where('recall', 'in', recalls)
    .orderBy('recall')
    .orderBy('party')
    .execute();
  return rows.map(toCompliance);
};

/** Holders who were not told yet, then those who are late and not reminded of late; the longest due first. */
export const dueHolders = async (
  unit: Unit,
  due: { readonly now: Instant; readonly limit: number },
): Promise<readonly (StoredCompliance & { readonly isReminder: boolean })[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_compliance')
    .selectAll()
    .where('outcome', 'is', null)
    .where('due_at', '<', due.now)
    .orderBy('due_at')
    .orderBy('recall')
    .orderBy('party')
    .limit(due.limit)
    .execute();
  return rows.map((row) => ({ ...toCompliance(row), isReminder: row.told_at !== null }));
};
