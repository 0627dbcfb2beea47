/** A search of the engine in a thread of its own: heard of while it runs, broken off when wanted. */
import type { Job } from './contract.ts';
import { coverageOf } from './engine.ts';
import { rosterLimits } from './limits.ts';
import type { Plan } from './plan.ts';
import type { Roster } from './roster.ts';
import { createSolver } from './solving/solving-service.ts';

/** A search that runs; its result is null where it was cancelled. */
export interface Running {
  readonly result: Promise<Roster | null>;
  cancel(): void;
}

/** How the search is heard of, and how long it may take. */
export interface Search {
  readonly kind: Job['kind'];
  readonly seconds: number;
  told(progress: NonNullable<Job['progress']>): void;
}

/** Seconds for the proof of the bound, when the search is over: so many for each of the search, at least. */
const proof = { share: 0.25, least: 5 } as const;
const secondMs = 1_000;

/** People wait for a re-plan: of a large plan what is proven waits for the next search. */
const replanProofSecondsOf = ({ posts }: Plan): number =>
  posts.length > rosterLimits.replanProofPosts ? 0 : rosterLimits.replanProofSeconds;

/** Solves in a thread of its own, which ends with the search. `program` is where the program lies. */
export const startSolving = (program: string, plan: Plan, search: Search): Running => {
  const solver = createSolver(program);
  let isCancelled = false;
  const started = performance.now();
  const { iterations } = plan.settings;
  const shareOf = (done: number): number =>
    iterations === undefined
      ? (performance.now() - started) / (search.seconds * secondMs)
      : done / Math.max(1, iterations);
  const { wanted } = coverageOf(plan, []);
  const proofSeconds = Math.max(proof.least, search.seconds * proof.share);
  const progress = (done: number, covered: number): void =>
    search.told({ share: Math.min(1, shareOf(done)), covered, wanted });
  const asked =
    search.kind === 'replan'
      ? solver.replan({ plan, proofSeconds: replanProofSecondsOf(plan) }).then(({ roster }) => roster)
      : solver.solve({ plan, seconds: search.seconds, proofSeconds }, progress);
  const result = asked
    .catch((failure: unknown) => {
      if (isCancelled) return null;
      throw failure;
    })
    .finally(() => solver.close());
  return {
    result,
    cancel: () => {
      isCancelled = true;
      void solver.close();
    },
  };
};
