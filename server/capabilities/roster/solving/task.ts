/** What the solving thread does, and what it and the node say to each other. */
import type { Plan } from '../plan.ts';
import type { Roster } from '../roster.ts';
import { type Proof, proveDays, proveWhole } from './bound.ts';
import { openHighs } from './linear.ts';
import { prepare, solve } from './solve.ts';

/** Solves a plan in so many seconds, programs for prices and bound included; then proves for so many more. */
export interface SolveTask {
  readonly kind: 'solve';
  readonly plan: Plan;
  readonly seconds: number;
  readonly proofSeconds: number;
}
export type Task = SolveTask;

export interface Asked {
  readonly id: number;
  readonly task: Task;
}
export type Told = { readonly id: number } & (
  | { readonly done: Roster }
  | { readonly failure: string }
  | { readonly progress: { readonly iterations: number; readonly covered: number } }
);

type Progress = (iterations: number, covered: number) => void;

const withBound = (roster: Roster, proof: Proof): Roster => {
  const { covered } = roster.coverage;
  const gap = proof.covered > 0 ? 1 - covered / proof.covered : 0;
  return { ...roster, bound: { covered: proof.covered, gap, days: [...proof.days] } };
};

/** What an override gains beyond the rules is no part of the bound. */
const isBounded = ({ holds }: Plan): boolean => holds.every(({ kind }) => kind !== 'override');

export const perform = async (task: SolveTask, progress: Progress): Promise<Roster> => {
  const now = () => performance.now();
  const endsAt = now() + task.seconds * 1_000;
  const highs = await openHighs();
  const prepared = prepare(task.plan);
  const first = proveDays(highs, prepared);
  const roster = solve(prepared, { now, endsAt, prices: first.prices, progress });
  if (!isBounded(task.plan)) {
    const text = 'A rule was overridden by hand: what the others could cover is no bound for it.';
    return { ...roster, notes: [...roster.notes, { kind: 'bound-missing', text }] };
  }
  const proveUntil = now() + task.proofSeconds * 1_000;
  const known = roster.coverage.covered;
  const proof =
    task.proofSeconds > 0 ? proveWhole(highs, prepared, first, known, () => now() > proveUntil) : first;
  return withBound(roster, proof);
};
