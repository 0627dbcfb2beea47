/** SQL of what was said of units, of their tasks and of what they cost. */
import { sql } from 'kysely';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Bearer, CostKind } from '../ask-contract.ts';
import type { Period } from './taskable.ts';
import type { Refusal } from './unit.ts';
import type { StepKind } from './vocabulary.ts';

const tables = (unit: Unit) => unit.tables<object>();

export interface StoredStep {
  readonly id: string;
  readonly unit: string;
  readonly kind: StepKind;
  readonly by: PartyId;
  readonly at: Instant;
  readonly said: JsonObject;
  /** Why the other node would not have it; null where it did not say so. */
  readonly refusal: Refusal | null;
}

const columns = sql`id, unit, kind, by, at, said, refusal`;

/** Keeps a step; false where it was kept before: it came twice. */
export const insertStep = async (unit: Unit, step: Omit<StoredStep, 'refusal'>): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`insert into assistance_unit_step (id, unit, kind, by, at, said)
    values (${step.id}, ${step.unit}, ${step.kind}, ${step.by}, ${step.at}, ${JSON.stringify(step.said)})
    on conflict (id) do nothing`.execute(tables(unit));
  return numAffectedRows > 0n;
};

export const stepsOf = async (unit: Unit, id: string): Promise<readonly StoredStep[]> => {
  const { rows } = await sql<StoredStep>`select ${columns} from assistance_unit_step
    where unit = ${id} order by at, id limit 500`.execute(tables(unit));
  return rows;
};

/** Which message carries a step; what the other node answered before is over. */
export const markSent = async (unit: Unit, id: string, envelope: string): Promise<void> => {
  await sql`update assistance_unit_step set envelope = ${envelope}, refusal = null
    where id = ${id}`.execute(tables(unit));
};

/** The other node would not have it. */
export const markTurnedAway = async (
  unit: Unit,
  envelope: string,
  refusal: Refusal,
): Promise<StoredStep | null> => {
  const { rows } = await sql<StoredStep>`update assistance_unit_step set refusal = ${JSON.stringify(refusal)}
    where envelope = ${envelope} returning ${columns}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** A step of a unit that the other node refused; held. */
export const lockRefused = async (unit: Unit, of: string, id: string): Promise<StoredStep | null> => {
  const { rows } = await sql<StoredStep>`select ${columns} from assistance_unit_step
    where id = ${id} and unit = ${of} and refusal is not null for update`.execute(tables(unit));
  return rows[0] ?? null;
};

export interface StoredTask extends Period {
  readonly id: string;
  readonly unit: string;
  readonly text: string;
}

export const insertTask = async (unit: Unit, task: StoredTask): Promise<void> => {
  await sql`insert into assistance_unit_task (id, unit, words, starts_at, ends_at)
    values (${task.id}, ${task.unit}, ${task.text}, ${task.from}, ${task.until})`.execute(tables(unit));
};

/** Tasks that were not ended, of these units. */
export const tasksOf = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredTask[]> => {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<StoredTask>`select id, unit, words as text, starts_at as "from", ends_at as "until"
    from assistance_unit_task where unit = any(${[...ids]}::text[]) and ended_at is null
    order by starts_at, id`.execute(tables(unit));
  return rows;
};

/** Ends what a unit was still to do. */
export const endTasks = async (unit: Unit, id: string, at: Instant): Promise<void> => {
  await sql`update assistance_unit_task set ended_at = ${at}
    where unit = ${id} and ended_at is null and ends_at > ${at}`.execute(tables(unit));
};

export interface StoredCost {
  readonly id: string;
  readonly kind: CostKind;
  readonly bearer: Bearer;
  readonly amount: string;
  readonly currency: string;
}

export const insertCost = async (
  unit: Unit,
  cost: StoredCost & {
    readonly unit: string;
    readonly party: PartyId;
    readonly event: string | null;
    readonly at: Instant;
  },
): Promise<void> => {
  await sql`insert into assistance_unit_cost (id, unit, party, event, kind, bearer, amount, currency, at)
    values (${cost.id}, ${cost.unit}, ${cost.party}, ${cost.event}, ${cost.kind}, ${cost.bearer},
      ${cost.amount}, ${cost.currency}, ${cost.at})`.execute(tables(unit));
};

export const costsOf = async (unit: Unit, id: string): Promise<readonly StoredCost[]> => {
  const { rows } = await sql<StoredCost>`select id, kind, bearer, amount::text, currency
    from assistance_unit_cost
    where unit = ${id} order by at, id limit 200`.execute(tables(unit));
  return rows;
};
