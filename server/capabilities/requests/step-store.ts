/** The SQL of what requester and addressee told each other, and of answers that are being written. */
import type { Selectable } from 'kysely';
import type { EnvelopeId, ItemId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { FollowUp, Outcome, RefusalGround, StepKind, StepView } from './contract.ts';
import type { Told } from './wire.ts';

interface StepTable {
  id: string;
  item: ItemId;
  addressee: PartyId;
  ordinal: number;
  by_party: PartyId;
  kind: StepKind;
  text: string;
  ground: RefusalGround | null;
  answers: ItemId[];
  usefulness: number | null;
  follow_ups: FollowUp[];
  said_at: Instant;
  at: Instant;
  person: PersonId | null;
  effective: boolean;
  envelope: EnvelopeId | null;
  fault: string | null;
}
interface AnswerTable {
  answer: ItemId;
  item: ItemId;
  outcome: Outcome;
  told: boolean;
  written_at: Instant;
}
interface Tables {
  request_step: StepTable;
  request_answer: AnswerTable;
}

const tables = (unit: Unit) => unit.tables<Tables>();

export const countSteps = async (unit: Unit, item: ItemId, addressee: PartyId): Promise<number> => {
  const row = await tables(unit)
    .selectFrom('request_step')
    .where('item', '=', item)
    .where('addressee', '=', addressee)
    .select((build) => build.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
};

export const insertStep = async (
  unit: Unit,
  told: Told,
  how: {
    readonly ordinal: number;
    readonly at: Instant;
    readonly person: PersonId | null;
    readonly effective: boolean;
    readonly envelope: EnvelopeId | null;
  },
): Promise<void> => {
  await tables(unit)
    .insertInto('request_step')
    .values({
      id: told.id,
      item: told.item,
      addressee: told.addressee,
      by_party: told.by,
      kind: told.kind,
      text: told.text,
      ground: told.ground,
      answers: [...told.answers],
      usefulness: told.usefulness,
      follow_ups: [...told.followUps],
      said_at: told.saidAt,
      ...how,
      fault: null,
    })
    .execute();
};

export const hasStep = async (unit: Unit, id: string): Promise<boolean> => {
  const row = await tables(unit)
    .selectFrom('request_step')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};

const toView = (row: Selectable<StepTable>): StepView => ({
  id: row.id,
  addressee: row.addressee,
  by: row.by_party,
  kind: row.kind,
  text: row.text,
  ground: row.ground,
  answers: row.answers,
  usefulness: row.usefulness,
  followUps: row.follow_ups,
  saidAt: row.said_at,
  at: row.at,
  person: row.person,
  effective: row.effective,
  fault: row.fault,
});

export const listSteps = async (unit: Unit, item: ItemId, limit: number): Promise<StepView[]> => {
  const rows = await tables(unit)
    .selectFrom('request_step')
    .selectAll()
    .where('item', '=', item)
    .orderBy('at')
    .orderBy('addressee')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map(toView);
};

/** Of an own step: the other node would not take it. Gives the request that it was about. */
export const markStepRefused = async (
  unit: Unit,
  envelope: EnvelopeId,
  fault: string,
): Promise<ItemId | null> => {
  const row = await tables(unit)
    .updateTable('request_step')
    .set({ fault })
    .where('envelope', '=', envelope)
    .returning('item')
    .executeTakeFirst();
  return row?.item ?? null;
};

/** Texts may quote the item: they go when its content goes. What happened, and when, stays. */
export const emptySteps = async (unit: Unit, item: ItemId): Promise<void> => {
  await tables(unit).updateTable('request_step').set({ text: '' }).where('item', '=', item).execute();
};

export interface StoredAnswer {
  readonly answer: ItemId;
  readonly item: ItemId;
  readonly outcome: Outcome;
  readonly told: boolean;
}

export const insertAnswer = async (
  unit: Unit,
  answer: Omit<StoredAnswer, 'told'> & { readonly at: Instant },
): Promise<void> => {
  const { at, ...named } = answer;
  await tables(unit)
    .insertInto('request_answer')
    .values({ ...named, told: false, written_at: at })
    .execute();
};

export const findAnswer = async (unit: Unit, answer: ItemId): Promise<StoredAnswer | null> => {
  const row = await tables(unit)
    .selectFrom('request_answer')
    .select(['answer', 'item', 'outcome', 'told'])
    .where('answer', '=', answer)
    .executeTakeFirst();
  return row ?? null;
};

export const listAnswers = async (unit: Unit, item: ItemId): Promise<readonly StoredAnswer[]> =>
  tables(unit)
    .selectFrom('request_answer')
    .select(['answer', 'item', 'outcome', 'told'])
    .where('item', '=', item)
    .orderBy('written_at')
    .execute();

export const setOutcome = async (unit: Unit, answer: ItemId, outcome: Outcome): Promise<void> => {
  await tables(unit)
    .updateTable('request_answer')
    .set({ outcome })
    .where('answer', '=', answer)
    .where('told', '=', false)
    .execute();
};

export const markTold = async (unit: Unit, answer: ItemId): Promise<void> => {
  await tables(unit).updateTable('request_answer').set({ told: true }).where('answer', '=', answer).execute();
};
