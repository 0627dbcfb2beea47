/** The roster put together; main.ts opens it after assistance. */
import type { Actor, PersonActor } from '../../kernel/decision.ts';
import { dayMs, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { createDrafts } from './drafts-service.ts';
import { registerDuties } from './duty-routes.ts';
import { createEditing } from './editing-service.ts';
import { createExplaining } from './explaining-service.ts';
import { createJobs } from './jobs-service.ts';
import { createLapsing } from './lapsing-service.ts';
import { rosterLimits } from './limits.ts';
import { forgetLinks } from './link-store.ts';
import type { RosterNeeds } from './needs-service.ts';
import { createNews } from './news-service.ts';
import { createPage } from './page-service.ts';
import { createPlans } from './plans-service.ts';
import { mayReadRoster } from './policy.ts';
import { createPublishing } from './publishing-service.ts';
import { forgetReceived } from './received-store.ts';
import { createReplanning } from './replanning-service.ts';
import { createPartnerTelling, type RosterMessageSource, registerRosterMessages } from './roster-messages.ts';
import { inRounds } from './rounds.ts';
import { registerRoster } from './routes.ts';
import { createStates } from './states-service.ts';
import { createTelling } from './telling-service.ts';

/** How often services that could not be told are told again; how often what is past is forgotten. */
const tellMs = 30_000;
const forgetMs = 3_600_000;

/** The roster as a node runs it. */
export interface RosterService {
  registerRoutes(app: HttpApp): void;
  /** Hears of a unit that the register lost, or that lost its host officer; in that transaction. */
  unitLost(unit: Unit, lost: { readonly id: string }): Promise<void>;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: RosterMessageSource): void;
  /** May this person's live stream mention it? */
  mayHear(actor: PersonActor, event: LiveEvent): boolean;
  /** Marks the work that a process before this one left. Before anybody asks. */
  start(): Promise<void>;
  /** Ends the work under way. */
  stop(): Promise<void>;
}

/** Opens the roster. Its verbs throw the faults of their policy and of faults.ts. */
export const createRoster = (needs: RosterNeeds & { readonly scheduler: Scheduler }): RosterService => {
  const plans = createPlans(needs);
  const states = createStates();
  const jobs = createJobs(needs, plans);
  const explaining = createExplaining(needs, plans, states);
  // What comes during one round is told in the next.
  const telling = inRounds(createPartnerTelling(needs));
  const kick = (): void => {
    telling
      .begin()
      .catch((error: unknown) => needs.log.error({ error }, 'services could not be told of duties'));
  };
  const lapsing = createLapsing(needs, kick);
  needs.scheduler.every('roster.tell', tellMs, async () => {
    await lapsing.mend();
    await telling.begin();
  });
  needs.scheduler.every('roster.forget', forgetMs, async () => {
    const before = later(needs.clock.now(), -rosterLimits.keptDays * dayMs);
    await needs.database.transact(needs.house, async (unit) => {
      await forgetLinks(unit, before);
      await forgetReceived(unit, before);
    });
  });
  return {
    registerRoutes: (app) => {
      registerRoster(app, {
        drafts: createDrafts(needs, plans, states),
        editing: createEditing(needs, plans, states),
        jobs,
        replanning: createReplanning(needs, plans, jobs),
        explaining,
        publishing: createPublishing(needs, plans, kick),
        news: createNews(needs, plans, states),
      });
      registerDuties(app, { telling: createTelling(needs), page: createPage(needs, kick) });
    },
    unitLost: lapsing.lost,
    registerMessages: (source) => registerRosterMessages(source, needs),
    mayHear: (actor: Actor) => mayReadRoster(actor, needs.self).kind === 'allowed',
    start: jobs.breakOff,
    stop: async () => {
      await jobs.stop();
      await explaining.stop();
      await telling.settled();
    },
  };
};
