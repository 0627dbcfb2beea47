/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */
import type { PersonActor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { registerExchange } from './routes.ts';
import { isVisible } from './store.ts';
import { registerThreads } from './threads/routes.ts';
import { createThreads } from './threads/threads-service.ts';

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> & { readonly database: Database };

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
  const followers: readonly ItemFollower[] = [];
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  const threads = createThreads({ ...needs, items: service });
  return {
    service,
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerThreads(app, threads);
    },
    registerMessages: (source) => registerExchangeMessages(source, needs),
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
  };
};
