/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */
import type { PersonActor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { createDuplicates } from './duplicates/duplicates-service.ts';
import { writtenAlike } from './duplicates/likeness.ts';
import { createKeyFollower, createMatching } from './duplicates/matching-service.ts';
import { registerDuplicates } from './duplicates/routes.ts';
import { createGraph, referenceFollower } from './graph/graph-service.ts';
import { registerGraph } from './graph/routes.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { registerExchange } from './routes.ts';
import { isVisible } from './store.ts';
import { registerThreads } from './threads/routes.ts';
import { createThreads } from './threads/threads-service.ts';

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> & {
  readonly database: Database;
  readonly scheduler: Scheduler;
};

/** How often what came is compared with what is here. */
const compareEveryMs = 5_000;

/** Exchange as a node runs it. */
export interface Exchange {
  readonly service: ExchangeService;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MessageSource): void;
  /** May this person's live stream mention it? Asked through row security, not journalled. */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
}

/** Opens exchange. Its verbs throw the faults of their policy and of faults.ts. */
export const createExchange = (given: AssemblyNeeds): Exchange => {
  const matcher = writtenAlike;
  const followers: readonly ItemFollower[] = [referenceFollower, createKeyFollower({ ...given, matcher })];
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  const threads = createThreads({ ...needs, items: service });
  const graph = createGraph(needs);
  const duplicates = createDuplicates({ ...needs, items: service });
  given.scheduler.every('exchange.duplicates', compareEveryMs, createMatching({ ...given, matcher }).match);
  return {
    service,
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerThreads(app, threads);
      registerGraph(app, graph);
      registerDuplicates(app, duplicates);
    },
    registerMessages: (source) => registerExchangeMessages(source, needs),
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
  };
};
