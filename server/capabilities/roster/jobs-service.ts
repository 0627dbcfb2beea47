/**
 * The solver at work: in a thread, with progress, until it is done or somebody stops it. It goes on when the
 * page that asked for it is gone; when the process ends, what it worked on is marked as broken off.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { type Actor, actorName, allow } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { boundOf } from './bounding.ts';
import type { DraftFacts, Job, SolveBody } from './contract.ts';
import { assignmentsOf, seatedAsBefore, standingChanges } from './draft.ts';
import * as drafts from './draft-store.ts';
import { loadDraft } from './drafts-service.ts';
import { holdOpen, keepEdit } from './editing-service.ts';
import { violationsOf } from './engine.ts';
import { planWith } from './hindrance.ts';
import * as jobs from './job-store.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Assignment, Plan } from './plan.ts';
import type { Plans } from './plans-service.ts';
import { mayPlan, mayReadRoster } from './policy.ts';
import type { Roster } from './roster.ts';
import { type Running, startSolving } from './search-service.ts';

/** What a job is begun with. */
export interface Begun {
  readonly draft: DraftFacts;
  readonly kind: Job['kind'];
  /** The plan that is solved, and what it is kept as. */
  readonly plan: Plan;
  readonly planId: string;
  readonly by: string;
  readonly seconds: number;
}

/** What a re-plan found, as it is kept with its job. */
export interface Found {
  readonly assignments: readonly Assignment[];
  readonly roster: Omit<Roster, 'assignments'>;
}

const seeds = 4_294_967_295;

export const createJobs = (needs: RosterNeeds, plans: Plans) => {
  const { verbs, self, clock, house } = needs;
  const running = new Map<string, Running>();
  const settling = new Set<Promise<void>>();

  const told = (id: string) => {
    let last = 0;
    return (progress: NonNullable<Job['progress']>): void => {
      const now = Date.now();
      if (now - last < rosterLimits.progressMs || !running.has(id)) return;
      last = now;
      const writing = needs.database
        .transact(house, async (unit) => {
          await jobs.keepProgress(unit, id, progress);
          await needs.live.announce(unit, { topic: 'roster.job', id });
        })
        .catch((error: unknown) => needs.log.error({ error, job: id }, 'progress was not written'));
      settling.add(writing);
      void writing.finally(() => settling.delete(writing));
    };
  };

  const end = (id: string, draft: string, state: Job['state'], result?: string): Promise<void> =>
    needs.database.transact(house, async (unit) => {
      await jobs.endJob(unit, id, { state, at: clock.now(), ...(result === undefined ? {} : { result }) });
      await needs.live.announce(unit, { topic: 'roster.draft', id: draft });
    });

  /** Keeps what was found as an edit of the draft: nobody edited it meanwhile. */
  const keepSolution = (id: string, begun: Begun, roster: Roster): Promise<void> =>
    verbs.run({ actor: house, verb: 'roster.solved', subject: begun.draft.id }, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('roster/house'));
      const at = clock.now();
      const isRunning = await jobs.endJob(unit, id, { state: 'done', at });
      const draft = await drafts.holdDraft(unit, begun.draft.id);
      if (!isRunning || draft === null) return;
      const { standing } = await drafts.readState(unit, draft);
      const changes = standingChanges(standing, seatedAsBefore(standing, roster.assignments));
      if (changes.length > 0)
        await keepEdit(needs, unit, draft, { kind: 'solve', changes, by: begun.by, at });
      const { seed, iterations, stopAfter = null, bound, coverage, notes } = roster;
      const of = boundOf(begun.planId, begun.plan.holds);
      const solved = { seed, iterations, stopAfter, at, bound, boundOf: of, coverage, notes };
      await drafts.keepSolved(unit, draft.id, solved);
      await needs.live.announce(unit, { topic: 'roster.draft', id: draft.id });
      note({ seed, iterations, changes: changes.length, covered: coverage.coveredSeats });
    });

  const finish = async (id: string, begun: Begun, work: Running): Promise<void> => {
    try {
      const roster = await work.result;
      if (roster === null) return await end(id, begun.draft.id, 'cancelled');
      const broken = violationsOf(begun.plan, roster.assignments).filter(
        ({ overridden }) => overridden === undefined,
      );
      assert(broken.length === 0, `the solver broke ${broken.length} hard rules: ${broken[0]?.text ?? ''}`);
      const { assignments, ...rest } = roster;
      if (begun.kind === 'solve') await keepSolution(id, begun, roster);
      else await end(id, begun.draft.id, 'done', JSON.stringify({ assignments, roster: rest }));
    } catch (error) {
      needs.log.error({ error, job: id }, 'a roster was not solved');
      await end(id, begun.draft.id, 'failed').catch(() => undefined);
    } finally {
      running.delete(id);
    }
  };

  return {
    /** Marks what a process that ended has left. Before anybody asks. */
    breakOff: (): Promise<void> =>
      needs.database.transact(house, async (unit) => {
        await jobs.breakOff(unit, clock.now());
      }),

    /** Begins in the transaction that calls; the thread starts when it is committed. */
    begin: async (unit: Parameters<typeof jobs.insertJob>[0], begun: Begun): Promise<Job> => {
      const id = randomUUID();
      const { seed = randomInt(seeds), iterations } = begun.plan.settings;
      const startedAt = clock.now();
      const { draft, kind, planId: plan } = begun;
      const job = { id, draft: draft.id, kind, seed, iterations: iterations ?? 0, startedAt };
      const kept = { ...job, version: draft.version, plan, holder: self, startedBy: begun.by };
      await unit.asHouse('roster', (part) => jobs.insertJob(part, kept));
      await needs.live.announce(unit, { topic: 'roster.job', id });
      const asked: Plan = { ...begun.plan, settings: { ...begun.plan.settings, seed } };
      unit.afterCommit(() => {
        const { seconds } = begun;
        const work = startSolving(needs.program, asked, { kind, seconds, told: told(id) });
        running.set(id, work);
        const done = finish(id, { ...begun, plan: asked }, work);
        settling.add(done);
        void done.finally(() => settling.delete(done));
      });
      return { ...job, state: 'running', progress: null, endedAt: null };
    },

    /** Solves a draft anew: what people settled stays, the rest is as good as it can be found. */
    async solve(actor: Actor, id: string, body: SolveBody): Promise<Job> {
      return verbs.run({ actor, verb: 'roster.solve', subject: id }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const { seed, iterations, stopAfter, seconds = rosterLimits.seconds } = body;
        const draft = await holdOpen(unit, id, body.version);
        const { plan } = await plans.read(unit, draft.plan);
        const state = await drafts.readState(unit, draft);
        const settings = {
          ...(seed === undefined ? {} : { seed }),
          ...(iterations === undefined ? {} : { iterations }),
          ...(stopAfter === undefined ? {} : { stopAfter }),
        };
        // A lock keeps what stands: it is what the solver is told of.
        const asked = planWith(plan, [...state.holds.values()], assignmentsOf(state), settings);
        const begun = { draft, plan: asked, planId: draft.plan, by: actorName(actor), seconds };
        const job = await this.begin(unit, { ...begun, kind: 'solve' });
        note({ seed: job.seed, iterations: job.iterations });
        return job;
      });
    },

    /** Stops the work; the draft stays as it was. */
    cancel: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'roster.cancel', subject: id }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const job = await jobs.findJob(unit, id);
        if (job === null) throw new Fault('access/absent');
        const at = clock.now();
        await unit.asHouse('roster', (part) => jobs.endJob(part, id, { state: 'cancelled', at }));
        await needs.live.announce(unit, { topic: 'roster.draft', id: job.draft });
        note({ draft: job.draft });
        unit.afterCommit(() => running.get(id)?.cancel());
      }),

    /** A job as it stands. */
    read: (actor: Actor, id: string): Promise<Job> =>
      verbs.read({ actor, verb: 'roster.read-job', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const job = await jobs.findJob(unit, id);
        if (job === null) throw new Fault('access/absent');
        await loadDraft(unit, job.draft);
        return job;
      }),

    /** Stops all work and waits until it is written down. */
    stop: async (): Promise<void> => {
      for (const work of running.values()) work.cancel();
      await Promise.allSettled(settling);
    },
  };
};
/** Jobs of a node. */
export type Jobs = ReturnType<typeof createJobs>;
