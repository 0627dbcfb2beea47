/** The only SQL of steps. */
import { sql } from 'kysely';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Side, StepContent } from './answer-contract.ts';
import type { StoredAsk } from './ask.ts';
import type { StoredStep } from './step.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface StepRow {
  id: string;
  ask: string;
  party: PartyId;
  side: Side;
  state: StoredStep['state'];
  number: number | null;
  seen: number | null;
  ask_version: number;
  content: StepContent;
  author: PersonId | null;
  created_at: Instant;
  released_at: Instant | null;
  envelope: string | null;
  returned: string | null;
}

const toStep = (row: StepRow): StoredStep => ({
  id: row.id,
  ask: row.ask,
  party: row.party,
  side: row.side,
  state: row.state,
  number: row.number ?? 0,
  seen: row.seen ?? 0,
  askVersion: row.ask_version,
  content: row.content,
  author: row.author,
  createdAt: row.created_at,
  releasedAt: row.released_at,
  envelope: row.envelope,
  returned: row.returned,
});

export const insertStep = async (
  unit: Unit,
  ask: Pick<StoredAsk, 'holder' | 'marking'>,
  step: StoredStep,
): Promise<void> => {
  const isSaid = step.state !== 'draft' && step.state !== 'proposed';
  await sql`insert into assistance_step (id, ask, party, side, holder, tlp_rank, state, number, seen,
      ask_version, kind, content, author, created_at, released_at, envelope, returned)
    values (${step.id}, ${step.ask}, ${step.party}, ${step.side}, ${ask.holder},
      ${tlpRank(ask.marking.tlp)}, ${step.state}, ${isSaid ? step.number : null},
      ${isSaid ? step.seen : null}, ${step.askVersion}, ${step.content.kind}, ${JSON.stringify(step.content)},
      ${step.author}, ${step.createdAt}, ${step.releasedAt}, ${step.envelope}, ${step.returned})`.execute(
    tables(unit),
  );
};

/** Writes anew what has not gone out. */
export const rewriteStep = async (unit: Unit, step: StoredStep): Promise<void> => {
  await sql`update assistance_step set state = ${step.state}, ask_version = ${step.askVersion},
    kind = ${step.content.kind}, content = ${JSON.stringify(step.content)}, author = ${step.author},
    created_at = ${step.createdAt}, returned = ${step.returned} where id = ${step.id}`.execute(tables(unit));
};

export const markReleased = async (
  unit: Unit,
  step: Pick<StoredStep, 'id' | 'number' | 'seen' | 'askVersion'>,
  released: { readonly at: Instant; readonly by: string; readonly envelope: string },
): Promise<void> => {
  await sql`update assistance_step set state = 'released', number = ${step.number}, seen = ${step.seen},
    released_at = ${released.at}, released_by = ${released.by}, envelope = ${released.envelope},
    returned = null where id = ${step.id}`.execute(tables(unit));
};

/** The other node would not have it: it says nothing any more. */
export const markTurnedAway = async (unit: Unit, envelope: string): Promise<StoredStep | null> => {
  const { rows } = await sql<StepRow>`update assistance_step set state = 'turned-away'
    where envelope = ${envelope} and state = 'released' returning *`.execute(tables(unit));
  return rows[0] === undefined ? null : toStep(rows[0]);
};

export const deleteStep = async (unit: Unit, id: string): Promise<void> => {
  await sql`delete from assistance_step where id = ${id}`.execute(tables(unit));
};

export const findStep = async (unit: Unit, id: string): Promise<StoredStep | null> => {
  const { rows } = await sql<StepRow>`select * from assistance_step where id = ${id}`.execute(tables(unit));
  return rows[0] === undefined ? null : toStep(rows[0]);
};

/** All steps of asks; with one partner, where one is named. */
export const stepsOf = async (
  unit: Unit,
  asks: readonly string[],
  party: PartyId | null = null,
): Promise<readonly StoredStep[]> => {
  const { rows } = await sql<StepRow>`select * from assistance_step
    where ask = any(${[...asks]}::uuid[]) and (${party}::text is null or party = ${party})
    order by ask, party, created_at, id`.execute(tables(unit));
  return rows.map(toStep);
};
