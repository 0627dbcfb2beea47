/** What the solving thread does, and what it and the node say to each other. */
import type { Highs } from 'highs';
import { exhaustive } from '../../../kernel/faults.ts';
import type { Assignment, Plan } from '../plan.ts';
import type { Roster } from '../roster.ts';
import { type Proof, proveDays, proveWhole } from './bound.ts';
import { explainAssignment, explainOpen, type OpenPost, stateOf, type Why } from './explain.ts';
import { openHighs } from './linear.ts';
import { type Replan, replan } from './replan.ts';
import { type Prepared, prepare, solve } from './solve.ts';

/** Solves a plan in so many seconds, programs for prices and bound included; then proves for so many more. */
export interface SolveTask {
  readonly kind: 'solve';
  readonly plan: Plan;
  readonly seconds: number;
  readonly proofSeconds: number;
}
/** Answers a change with as few changes to what was told as it can. */
export interface ReplanTask {
  readonly kind: 'replan';
  readonly plan: Plan;
  /** Seconds to prove what no roster could surpass; none, and no bound, where left out. */
  readonly proofSeconds?: number;
}
/** Says why these posts are open, and why these units have their posts. */
export interface ExplainTask {
  readonly kind: 'explain';
  readonly plan: Plan;
  readonly assignments: readonly Assignment[];
  readonly posts: readonly string[];
  readonly why: readonly Pick<Assignment, 'unit' | 'post'>[];
  /** With what a seat costs by the programs of each day; takes seconds for a large plan. */
  readonly priced: boolean;
}
export type Task = SolveTask | ReplanTask | ExplainTask;

/** What was asked to be explained, in the order of the questions; what the plan does not hold is left out. */
export interface Explained {
  readonly open: readonly OpenPost[];
  readonly why: readonly Why[];
}
/** What a task gives. */
export type Done =
  | { readonly kind: 'solve'; readonly done: Roster }
  | { readonly kind: 'replan'; readonly done: Replan }
  | { readonly kind: 'explain'; readonly done: Explained };

export interface Asked {
  readonly id: number;
  readonly task: Task;
}
export type Told = { readonly id: number } & (
  | Done
  | { readonly kind: 'failure'; readonly failure: string }
  | { readonly kind: 'progress'; readonly iterations: number; readonly covered: number }
);

type Progress = (iterations: number, covered: number) => void;

const withBound = (roster: Roster, proof: Proof): Roster => {
  const { covered } = roster.coverage;
  const gap = proof.covered > 0 ? 1 - covered / proof.covered : 0;
  return { ...roster, bound: { covered: proof.covered, gap, days: [...proof.days] } };
};

/** The roster with what could be proven within the seconds, beyond what was proven of its days before. */
const proven = (
  highs: Highs,
  prepared: Prepared,
  roster: Roster,
  { seconds, first }: { readonly seconds: number; readonly first?: Proof },
): Roster => {
  const until = performance.now() + seconds * 1_000;
  const isOver = () => performance.now() > until;
  const days = proveDays(highs, prepared, isOver, first);
  return withBound(roster, proveWhole(highs, prepared, days, roster.coverage.covered, isOver));
};

/** What an override gains beyond the rules is no part of the bound. */
const isBounded = ({ holds }: Plan): boolean => holds.every(({ kind }) => kind !== 'override');

/** Of the time for the search, what its prices may take at most. */
const priceShare = 1 / 3;

const solveTask = async (task: SolveTask, progress: Progress): Promise<Roster> => {
  const now = () => performance.now();
  const start = now();
  const endsAt = start + task.seconds * 1_000;
  const highs = await openHighs();
  const prepared = prepare(task.plan);
  const priceUntil = start + task.seconds * 1_000 * priceShare;
  const first = proveDays(highs, prepared, () => now() > priceUntil);
  const roster = solve(prepared, { now, endsAt, prices: first.prices, progress });
  if (!isBounded(task.plan)) {
    const text = 'A rule was overridden by hand: what the others could cover is no bound for it.';
    return { ...roster, notes: [...roster.notes, { kind: 'bound-missing', text }] };
  }
  return proven(highs, prepared, roster, { seconds: task.proofSeconds, first });
};

const replanTask = async ({ plan, proofSeconds = 0 }: ReplanTask): Promise<Replan> => {
  const prepared = prepare(plan);
  const found = replan(prepared);
  if (proofSeconds === 0 || !isBounded(plan)) return found;
  return { ...found, roster: proven(await openHighs(), prepared, found.roster, { seconds: proofSeconds }) };
};

const explainTask = async (task: ExplainTask): Promise<Explained> => {
  const prepared = prepare(task.plan);
  const { instance } = prepared;
  const state = stateOf(instance, { assignments: [...task.assignments] });
  const prices = task.priced ? proveDays(await openHighs(), prepared).prices : null;
  return {
    open: task.posts.flatMap((id) => {
      const post = instance.postAt.get(id);
      return post === undefined ? [] : [explainOpen(prepared, state, post, prices)];
    }),
    why: task.why.flatMap(({ unit, post }) => {
      const [one, two] = [instance.unitAt.get(unit) ?? -1, instance.postAt.get(post) ?? -1];
      return one < 0 || two < 0 ? [] : (explainAssignment(prepared, state, one, two) ?? []);
    }),
  };
};

/** Does a task; the plan was read by `readPlan`. */
export const perform = async (task: Task, progress: Progress): Promise<Done> => {
  switch (task.kind) {
    case 'solve':
      return { kind: 'solve', done: await solveTask(task, progress) };
    case 'replan':
      return { kind: 'replan', done: await replanTask(task) };
    case 'explain':
      return { kind: 'explain', done: await explainTask(task) };
    default:
      return exhaustive(task);
  }
};
