/** Exchange put together; main.ts opens it. Its inner rooms add their verbs, routes and messages here. */
import type { Federation } from '../../federation/index.ts';
import type { PersonActor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import type { FetchingNeeds } from './attachments/fetching-service.ts';
import type { Uploads } from './attachments/lending-service.ts';
import { registerAttachments } from './attachments/routes.ts';
import { connectAttachments, createAttachmentRoom } from './attachments/service.ts';
import { createCautions } from './cautions/cautions-service.ts';
import { registerCautions } from './cautions/routes.ts';
import { createConsultationFollower } from './consultation/consultation-service.ts';
import { controlFollower } from './control/burying-service.ts';
import type { ControlNeeds } from './control/control-service.ts';
import { createControl } from './control/service.ts';
import { createCsvImport } from './csv/csv-service.ts';
import { registerCsv } from './csv/routes.ts';
import { createDuplicates } from './duplicates/duplicates-service.ts';
import { spelledAlike } from './duplicates/likeness.ts';
import { createKeyFollower, createMatching } from './duplicates/matching-service.ts';
import { registerDuplicates } from './duplicates/routes.ts';
import { createGraph, referenceFollower } from './graph/graph-service.ts';
import { registerGraph } from './graph/routes.ts';
import { createHeldItems, type HeldItems } from './held-service.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createItemVerbs, type ExchangeService } from './items-service.ts';
import type { ItemFollower } from './keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from './messages.ts';
import { readersLimits } from './readers/readers.ts';
import { createReaders, readersFollower } from './readers/readers-service.ts';
import { createReplaying } from './replaying-service.ts';
import { retentionLimits } from './retention/contract.ts';
import { createOverseen, type ItemsOverseen } from './retention/overseen-service.ts';
import { createRetention } from './retention/retention-service.ts';
import { registerRetention } from './retention/routes.ts';
import { registerExchange } from './routes.ts';
import { searchFollower } from './search/index-service.ts';
import { createRebuilding, type Rebuilding } from './search/rebuild-service.ts';
import { registerSearch } from './search/routes.ts';
import { createSearch, type SearchNeeds } from './search/search-service.ts';
import { isVisible } from './store.ts';
import { registerDrawing } from './taxii/drawing-routes.ts';
import { createDrawing } from './taxii/drawing-service.ts';
import { registerTaxii } from './taxii/routes.ts';
import type { TaxiiNeeds } from './taxii/taxii-service.ts';
import { createCollections } from './taxii/verbs-service.ts';
import { registerThreads } from './threads/routes.ts';
import { createThreads, ownNoteFollower } from './threads/threads-service.ts';

/** What exchange is given by name. */
export type AssemblyNeeds = Omit<ExchangeNeeds, 'followers'> &
  Omit<ControlNeeds, 'followers'> &
  TaxiiNeeds &
  Pick<SearchNeeds, 'services'> &
  Omit<FetchingNeeds, 'fetchBytes' | 'bytesAddress'> & {
    readonly database: Database;
    readonly scheduler: Scheduler;
    /** Keys the hashes under which the subjects of items are found again. */
    readonly subjectSecret: string;
    /** Capabilities further down that keep something of their own about items. */
    readonly followers?: readonly ItemFollower[];
    readonly federation: Pick<Federation, 'fetchBytes' | 'bytesAddress' | 'onBytes' | 'onLinkChange'>;
  };

/** How often what came is compared with what is here. */
const compareEveryMs = 5_000;
/** How often the index is looked over for items that it lacks. */
const indexEveryMs = 60_000;
/** How often what is begun of large items is read on. */
const catchUpEveryMs = 1_000;

/** Exchange as a node runs it. */
export interface Exchange {
  readonly service: ExchangeService;
  readonly overseen: ItemsOverseen;
  readonly searchIndex: Rebuilding;
  readonly held: HeldItems;
  /** Shows a follower what was kept before it followed. */
  readonly replay: ReturnType<typeof createReplaying>;
  readonly uploads: Uploads;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: MessageSource): void;
  /** May this person's live stream mention it? Asked through row security, not journalled. */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
  /** Breaks off what is being fetched; it goes on at the next start. */
  stop(): Promise<void>;
}

/** The rooms that keep something of their own about the content of items. */
const openFollowing = (given: AssemblyNeeds) => {
  const { fetchBytes, bytesAddress } = given.federation;
  const matcher = spelledAlike;
  const collections = createCollections(given);
  const attachments = createAttachmentRoom({ ...given, fetchBytes, bytesAddress });
  const followers: readonly ItemFollower[] = [
    createConsultationFollower(given),
    searchFollower,
    collections.follower,
    attachments.follower,
    referenceFollower,
    createKeyFollower({ ...given, matcher }),
    ownNoteFollower,
    readersFollower,
    controlFollower,
    ...(given.followers ?? []),
  ];
  given.scheduler.every('exchange.duplicates', compareEveryMs, createMatching({ ...given, matcher }).match);
  return { collections, attachments, followers };
};

/** Opens exchange. Its verbs throw the faults of their policy and of faults.ts. */
export const createExchange = (given: AssemblyNeeds): Exchange => {
  const { collections, attachments, followers } = openFollowing(given);
  const needs = { ...given, followers };
  const service = createItemVerbs(needs);
  const control = createControl(needs);
  const retention = createRetention({ ...needs, buryControl: control.burying.bury });
  given.scheduler.every('exchange.erase', retentionLimits.everyMs, async () => {
    await retention.eraseDue();
  });
  given.scheduler.every('exchange.readers', readersLimits.everyMs, createReaders(needs).tellDue);
  const searchIndex = createRebuilding(given);
  // What was stored before the program could search, or when it read texts otherwise.
  given.scheduler.every('search.index', indexEveryMs, async () => void (await searchIndex.step()));
  given.scheduler.every('search.catch-up', catchUpEveryMs, searchIndex.catchUp);
  return {
    service,
    searchIndex,
    held: createHeldItems(needs),
    replay: createReplaying(given),
    uploads: attachments.uploads,
    overseen: createOverseen(given),
    registerRoutes: (app) => {
      registerExchange(app, service);
      registerCsv(app, createCsvImport(needs));
      registerCautions(app, createCautions(needs));
      registerSearch(app, createSearch(given));
      registerTaxii(app, given, collections.verbs);
      registerDrawing(app, createDrawing(given, service.composeFrom));
      control.registerRoutes(app);
      registerThreads(app, createThreads({ ...needs, items: service }));
      registerGraph(app, createGraph(needs));
      registerDuplicates(app, createDuplicates({ ...needs, items: service }));
      registerRetention(app, retention);
      registerAttachments(app, attachments.service);
    },
    registerMessages: (source) => {
      registerExchangeMessages(source, needs, { ...control.burying, ...control });
      control.registerMessages(source);
      connectAttachments(given, attachments);
    },
    mayHear: (actor, event) => given.database.transact(actor, (unit) => isVisible(unit, event.id)),
    stop: attachments.fetching.stop,
  };
};
