/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */

import type { Federation } from '../../federation/index.ts';
import type { PersonActor } from '../../kernel/decision.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import type { FetchingNeeds } from './attachments/fetching-service.ts';
import { registerAttachments } from './attachments/routes.ts';
import { connectAttachments, createAttachmentRoom } from './attachments/service.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { registerExchange } from './routes.ts';

import { isVisible } from './store.ts';

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> &
  Omit<FetchingNeeds, 'fetchBytes' | 'bytesAddress'> & {
    readonly scheduler: Scheduler;
    readonly federation: Pick<Federation, 'fetchBytes' | 'bytesAddress' | 'onBytes' | 'onLinkChange'>;
  };

/** Exchange as a node runs it. */
export interface Exchange {
  readonly service: ExchangeService;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MessageSource): void;
  /** May this person's live stream mention it? Asked through row security, not journalled. */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
  /** Breaks off what is being fetched; it goes on at the next start. */
  stop(): Promise<void>;
}

/** Opens exchange. Its verbs throw the faults of their policy and of faults.ts. */
export const createExchange = (given: AssemblyNeeds): Exchange => {
  const { fetchBytes, bytesAddress } = given.federation;
  const attachments = createAttachmentRoom({ ...given, fetchBytes, bytesAddress });
  const followers: readonly ItemFollower[] = [attachments.follower];
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  return {
    service,
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerAttachments(app, attachments.service);
    },
    registerMessages: (source) => {
      registerExchangeMessages(source, needs);
      connectAttachments(given, attachments);
    },
    stop: attachments.fetching.stop,
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
  };
};
