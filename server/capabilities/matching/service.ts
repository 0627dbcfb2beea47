/** Matching put together; main.ts opens it after requests, and its follower before exchange. */

import { dayMs, dayOf, later } from '../../kernel/time.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { createAsking } from './asking-service.ts';
import * as cards from './card-store.ts';
import { createCards } from './cards-service.ts';
import * as checkStore from './check-store.ts';
import { createChecking } from './checking-service.ts';
import { createFetching } from './fetching-service.ts';
import { createReplay } from './following-service.ts';
import { createGiving } from './giving-service.ts';
import { createHolding } from './holding-service.ts';
import { matchingLimits } from './limits.ts';
import { type MatchingSource, registerMatchingMessages } from './matching-messages.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { registerOverview } from './overview-routes.ts';
import { createOverview } from './overview-service.ts';
import * as questions from './question-store.ts';
import { createRenewal } from './renewal-service.ts';
import { registerMatching, registerMatchingForOperator } from './routes.ts';
import { createTold } from './telling-service.ts';
import * as tolds from './told-store.ts';

/** How often what is to be done is looked for, besides at once when something comes. */
const roundMs = 5_000;
/** How often it is seen whether items of before are still to be gone through. */
const replayMs = 60_000;
const forgetMs = 3_600_000;

/** Matching as a node runs it. */
export interface Matching {
  registerRoutes(app: HttpApp): void;
  /** The routes of the operator, behind his door. */
  registerForOperator(app: HttpApp, operator: Parameters<typeof registerMatchingForOperator>[2]): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MatchingSource): void;
  /** Waits for the round under way and ends the threads. */
  stop(): Promise<void>;
}

/** Opens matching. Its verbs throw the faults of their policy and of faults.ts. */
export const createMatching = (needs: MatchingNeeds & { readonly scheduler: Scheduler }): Matching => {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  const work = async (): Promise<void> => {
    const steps = [
      renewing.renewAll,
      fetching.fetchAll,
      holding.prepareAll,
      holding.answerAll,
      asking.sendAll,
      asking.finishAll,
      asking.lookAgainAll,
    ];
    for (const step of steps)
      await step().catch((error: unknown) => needs.log.error({ error }, 'a step of matching failed'));
  };
  /** One round at a time; what comes during one is done in the next. */
  const round = async (): Promise<void> => {
    isWanted = true;
    if (running !== null) return running;
    running = (async () => {
      while (isWanted && !isStopped) {
        isWanted = false;
        await work();
      }
    })().finally(() => {
      running = null;
    });
    return running;
  };
  const kick = (): void => {
    if (isStopped) return;
    round().catch((error: unknown) => needs.log.error({ error }, 'a round of matching failed'));
  };
  const asking = createAsking(needs);
  const checking = createChecking(needs, kick);
  const holding = createHolding(needs);
  const renewing = createRenewal(needs);
  const fetching = createFetching(needs);
  const hits = createCards(needs);
  needs.scheduler.every('matching.replay', replayMs, createReplay(needs));
  needs.scheduler.every('matching.round', roundMs, round);
  needs.scheduler.every('matching.forget', forgetMs, async () => {
    const at = needs.clock.now();
    await needs.database.transact(needs.house, async (unit) => {
      await cards.forgetCards(unit, dayOf(at));
      await tolds.forgetTold(unit, dayOf(at));
      await checkStore.forgetChecks(unit, dayOf(at));
      await questions.forgetQuestions(unit, later(at, -2 * matchingLimits.keptDays * dayMs));
    });
  });
  return {
    registerRoutes: (app) => {
      registerMatching(app, { checking, hits, told: createTold(needs) });
      registerOverview(app, createOverview(needs, checking));
    },
    registerForOperator: (app, operator) => registerMatchingForOperator(app, hits, operator),
    registerMessages: (source) =>
      registerMatchingMessages(source, needs, { kick, give: createGiving(needs) }),
    stop: async () => {
      isStopped = true;
      await running?.catch(() => undefined);
      await needs.oprf.close();
    },
  };
};
