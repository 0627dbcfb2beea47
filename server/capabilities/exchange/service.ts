/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */
import type { PersonActor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { registerExchange } from './routes.ts';
import { searchFollower } from './search/index-service.ts';
import { createRebuilding, type Rebuilding } from './search/rebuild-service.ts';
import { registerSearch } from './search/routes.ts';
import { createSearch, type SearchNeeds } from './search/search-service.ts';
import { isVisible } from './store.ts';

/** How often the index is looked over for items that it lacks. */
const indexEveryMs = 60_000;

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> &
  Pick<SearchNeeds, 'services'> & { readonly database: Database; readonly scheduler: Scheduler };

/** Exchange as a node runs it. */
export interface Exchange {
  readonly service: ExchangeService;
  readonly searchIndex: Rebuilding;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MessageSource): void;
  /** May this person's live stream mention it? Asked through row security, not journalled. */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
}

/** Opens exchange. Its verbs throw the faults of their policy and of faults.ts. */
export const createExchange = (given: AssemblyNeeds): Exchange => {
  const followers: readonly ItemFollower[] = [searchFollower];
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  const search = createSearch(given);
  const searchIndex = createRebuilding(given);
  // What was stored before the program could search, or when it read texts otherwise.
  given.scheduler.every('search.index', indexEveryMs, async () => void (await searchIndex.step()));
  return {
    service,
    searchIndex,
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerSearch(app, search);
    },
    registerMessages: (source) => registerExchangeMessages(source, needs),
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
  };
};
