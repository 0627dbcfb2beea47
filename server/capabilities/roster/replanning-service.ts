/** Re-planning: circumstances became otherwise, the solver finds what to change, people decide. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { boundOf } from './bounding.ts';
import { areKnown, holdsOn, planAfter } from './circumstances.ts';
import { vacantOf } from './comparison.ts';
import type { DraftFacts, Edited, Job, Replan, ReplanBody } from './contract.ts';
import { applyChanges, assignmentsOf, seatedAsBefore } from './draft.ts';
import * as drafts from './draft-store.ts';
import { loadDraft } from './drafts-service.ts';
import { holdOpen, keepEdit } from './editing-service.ts';
import { coverageOf, violationsOf } from './engine.ts';
import { planWith } from './hindrance.ts';
import { lastJob, resultOf, type StoredJob } from './job-store.ts';
import type { Found, Jobs } from './jobs-service.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Plans } from './plans-service.ts';
import { mayPlan, mayReadRoster } from './policy.ts';
import { acceptProposals, proposalsOf, type Replanned } from './replanning.ts';

/** What a re-plan found, and of which plan. */
interface Loaded {
  readonly replanned: Replanned;
  readonly plan: string;
  readonly job: StoredJob;
  readonly roster: Found['roster'];
}

export const createReplanning = (needs: RosterNeeds, plans: Plans, jobs: Jobs) => {
  const { verbs, self, clock } = needs;

  /** What a job found for a draft that nobody edited since. */
  const load = async (unit: Unit, draft: DraftFacts, job: StoredJob | null): Promise<Loaded> => {
    if (job === null || job.kind !== 'replan' || job.state !== 'done') throw new Fault('access/absent');
    if (job.version !== draft.version) throw new Fault('state/changed');
    const text = await resultOf(unit, job.id);
    if (text === null) throw new Fault('access/absent');
    const found: Found = JSON.parse(text);
    const before = {
      plan: (await plans.read(unit, draft.plan)).plan,
      state: await drafts.readState(unit, draft),
    };
    const { plan } = await plans.read(unit, job.plan);
    const replanned = { before, plan, found: found.assignments, check: violationsOf };
    return { replanned, plan: job.plan, job, roster: found.roster };
  };

  /** Keeps what was proven of the plan as it is now beside the seed of the last search. */
  const keepBound = async (
    unit: Unit,
    { solved, id }: DraftFacts,
    { plan, roster, replanned }: Loaded,
    coverage: Edited['coverage'],
  ): Promise<void> => {
    const { bound, seed, iterations, notes } = roster;
    const last = solved ?? { seed, iterations, stopAfter: null };
    const asked = holdsOn(replanned.plan, [...replanned.before.state.holds.values()]);
    const proven = { at: clock.now(), bound, boundOf: boundOf(plan, asked), coverage, notes };
    await unit.asHouse('roster', (house) => drafts.keepSolved(house, id, { ...last, ...proven }));
  };

  return {
    /** Looks for the fewest changes that make the draft hold again. */
    replan: (actor: Actor, id: string, body: ReplanBody): Promise<Job> =>
      verbs.run({ actor, verb: 'roster.replan', subject: id }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const draft = await holdOpen(unit, id, body.version);
        const { circumstances } = body;
        const isAsItStands = circumstances.some(({ kind }) => kind === 'as-it-stands');
        const from = isAsItStands ? await plans.take(unit, draft.event) : draft.plan;
        const { plan: taken } = await plans.read(unit, from);
        if (!areKnown(taken, circumstances)) throw new Fault('roster/unknown');
        const plan = planAfter(taken, circumstances);
        const planId = await plans.put(unit, draft.event, plan);
        const state = await drafts.readState(unit, draft);
        const seats = new Map(plan.posts.map((post) => [post.id, post.quantity]));
        // Of a unit that is gone too: its seat is one that the solver fills anew.
        const told = assignmentsOf(state).filter((one) => one.seat < (seats.get(one.post) ?? 0));
        const settings = body.seed === undefined ? {} : { seed: body.seed };
        const asked = planWith(plan, holdsOn(plan, [...state.holds.values()]), told, settings);
        note({ circumstances: [...new Set(circumstances.map(({ kind }) => kind))], plan: planId });
        const begun = {
          draft,
          plan: asked,
          planId,
          by: actorName(actor),
          seconds: rosterLimits.replanSeconds,
        };
        return jobs.begin(unit, { ...begun, kind: 'replan' });
      }),

    /** What the last re-plan of a draft would change. */
    proposals: (actor: Actor, id: string): Promise<Replan> =>
      verbs.read({ actor, verb: 'roster.read-replan', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const draft = await loadDraft(unit, id);
        const { replanned, plan, job, roster } = await load(unit, draft, await lastJob(unit, id));
        const proposals = proposalsOf(replanned);
        const people = new Set(
          proposals.flatMap(({ leaves, joins, moved }) => [...leaves, ...joins, ...moved]),
        );
        const duties = proposals.reduce(
          (sum, { leaves, joins, moved }) => sum + leaves.length + joins.length + moved.length,
          0,
        );
        const { before } = replanned;
        const { id: jobId, kind, state, seed, iterations, progress, startedAt, endedAt } = job;
        const holds = [...before.state.holds.values()];
        return {
          job: { id: jobId, draft: id, kind, state, seed, iterations, progress, startedAt, endedAt },
          plan,
          proposals: proposals.map((one) => ({
            ...one,
            leaves: [...one.leaves],
            joins: [...one.joins],
            moved: [...one.moved],
            forced: [...one.forced],
          })),
          people: people.size,
          duties,
          before: coverageOf(planWith(before.plan, holds), assignmentsOf(before.state)),
          after: coverageOf(planWith(replanned.plan, holdsOn(replanned.plan, holds)), replanned.found),
          vacant: {
            before: [...vacantOf(before.plan, before.state)],
            after: [...vacantOf(replanned.plan, { standing: seatedAsBefore(new Map(), replanned.found) })],
          },
          bound: roster.bound,
        };
      }),

    /** Keeps what is accepted as one edit: it can be undone like any other. */
    accept: (actor: Actor, id: string, version: number, posts: readonly string[]): Promise<Edited> =>
      verbs.run({ actor, verb: 'roster.accept', subject: id }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const draft = await holdOpen(unit, id, version);
        const loaded = await load(unit, draft, await lastJob(unit, id));
        const { replanned, plan } = loaded;
        const ids = { before: draft.plan, after: plan };
        const accepting = acceptProposals(replanned, new Set(posts), ids);
        if (accepting.kind === 'unknown') throw new Fault('roster/unknown');
        if (accepting.kind === 'depends') {
          const named = accepting.posts.slice(0, rosterLimits.told);
          throw new Fault('roster/depends', { count: accepting.posts.length, posts: named });
        }
        const { changes } = accepting;
        const at = clock.now();
        if (changes.length > 0)
          await keepEdit(needs, unit, draft, { kind: 'replan', changes, by: actorName(actor), at });
        note({ accepted: posts.length, changes: changes.length, plan });
        const after = applyChanges(replanned.before.state, changes);
        const kept = await loadDraft(unit, id);
        const read = await plans.read(unit, kept.plan);
        const coverage = coverageOf(planWith(read.plan, [...after.holds.values()]), assignmentsOf(after));
        if (plan === kept.plan) await keepBound(unit, draft, loaded, coverage);
        return { ...kept, changes: [...changes], coverage };
      }),
  };
};
