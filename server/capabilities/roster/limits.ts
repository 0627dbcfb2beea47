/** Every limit of the roster around its solver, named. Pure. */
import { dayMs } from '../../kernel/time.ts';

/** The limits; milliseconds and bytes where the name says so. */
export const rosterLimits = {
  /** Bytes of a request that brings a roster from elsewhere. */
  importBytes: 33_554_432,
  /** Drafts, publications, edits and jobs shown at once. */
  listed: 200,
  /** Duties of own officers elsewhere that are shown at once. */
  received: 5_000,
  /** Changes of circumstances that are named in one re-plan. */
  circumstances: 200,
  /** Units that links are made for, or papers printed for, at once. */
  units: 5_000,
  /** Plans that a process keeps read, so that a swap does not read six thousand posts anew. */
  plansKept: 6,
  /** Seconds of a search unless somebody says otherwise, of a re-plan, and at most. */
  seconds: 20,
  replanSeconds: 2,
  /** Seconds more, after a re-plan, for what no roster could surpass. */
  replanProofSeconds: 1,
  /** Posts of a plan that is proven anew after a re-plan: of more it takes too long to wait for. */
  replanProofPosts: 1_000,
  mostSeconds: 600,
  /** How often the progress of a job is written down. */
  progressMs: 500,
  /** Days after the last duty on which a personal link still opens its page. */
  linkDays: 3,
  /** Duties that travel in one message. */
  dutiesInMessage: 500,
  /** Days after its end on which what another service told of duties is forgotten. */
  keptDays: 90,
  /** Broken rules that are told of at once. */
  told: 50,
} as const;

/** When a link ends whose unit has its last duty then. */
export const linkEnd = (lastDuty: string): string =>
  new Date(Date.parse(lastDuty) + rosterLimits.linkDays * dayMs).toISOString();
