/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */
import type { PersonActor } from '../../kernel/decision.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { createConsultationFollower } from './consultation/consultation-service.ts';
import { findBySubject } from './consultation/consultation-store.ts';
import { askedKeys, type SubjectKind } from './consultation/personal-data.ts';
import { subjectHash } from './consultation/subject-hash.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { type ItemMetadata, retentionLimits } from './retention/contract.ts';
import { createRetention } from './retention/retention-service.ts';
import { listDue, readMetadata } from './retention/retention-store.ts';
import { registerRetention } from './retention/routes.ts';
import { registerExchange } from './routes.ts';
import { isVisible } from './store.ts';

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> & {
  readonly scheduler: Scheduler;
  /** Keys the hashes under which the subjects of items are found again. */
  readonly subjectSecret: string;
};

/** Items as metadata, for whoever oversees: each takes a unit of the house and has asked its own policy. */
export interface ItemsOverseen {
  due(
    unit: Unit,
    wanted: { until: Day; cursor?: string | undefined; limit?: number | undefined },
  ): Promise<{ readonly items: readonly ItemMetadata[]; readonly next: string | null }>;
  byIds(unit: Unit, ids: readonly ItemId[]): Promise<readonly ItemMetadata[]>;
  /** Items that name who or what is asked for, exactly or folded, and as what. */
  bySubject(
    unit: Unit,
    asked: string,
    limit: number,
  ): Promise<readonly { readonly item: ItemId; readonly kinds: readonly SubjectKind[] }[]>;
}

/** Exchange as a node runs it. */
export interface Exchange {
  readonly service: ExchangeService;
  readonly overseen: ItemsOverseen;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MessageSource): void;
  /** May this person's live stream mention it? Asked through row security, not journalled. */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
}

/** Opens exchange. Its verbs throw the faults of their policy and of faults.ts. */
export const createExchange = (given: AssemblyNeeds): Exchange => {
  const followers: readonly ItemFollower[] = [createConsultationFollower(given)];
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  const retention = createRetention(needs);
  given.scheduler.every('exchange.erase', retentionLimits.everyMs, async () => {
    await retention.eraseDue();
  });
  return {
    service,
    overseen: {
      due: async (unit, wanted) => {
        const { items, next } = await listDue(unit, wanted);
        return { items: items.map(({ metadata }) => metadata), next };
      },
      byIds: readMetadata,
      bySubject: (unit, asked, limit) => {
        const hashes = askedKeys(asked).map((key) => subjectHash(given.subjectSecret, key));
        return findBySubject(unit, hashes, limit);
      },
    },
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerRetention(app, retention);
    },
    registerMessages: (source) => registerExchangeMessages(source, needs),
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
  };
};
