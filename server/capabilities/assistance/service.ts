/** Assistance put together; main.ts opens it after matching. */
import type { PersonActor } from '../../kernel/decision.ts';
import { allow } from '../../kernel/decision.ts';
import { dayOf } from '../../kernel/time.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { createAnswering } from './answering-service.ts';
import * as asks from './ask-store.ts';
import { type AssistanceSource, registerAssistanceMessages } from './assistance-messages.ts';
import type { DeploymentNeeds } from './deployment/needs-service.ts';
import { mayHearUnits } from './deployment/policy.ts';
import { createDeployment, type Deployment } from './deployment/service.ts';
import { createDrafting } from './drafting-service.ts';
import { createIssuing } from './issuing-service.ts';
import { createMissing, type MissingNeeds } from './missing-service.ts';
import type { AssistanceNeeds } from './needs-service.ts';
import { mayList } from './policy.ts';
import { createReading } from './reading-service.ts';
import { createReminding } from './reminding-service.ts';
import { registerAssistance } from './routes.ts';
import { closePassed, summariesDue } from './summary-store.ts';
import { sumUp } from './summing-service.ts';

const eraseEveryMs = 3_600_000;
/** How often it is looked for asks that are over, or without a summary, and for how many at once. */
const sumUpEveryMs = 60_000;
const summedAtOnce = 500;
/** How often it is looked whose time to answer comes near or is over. */
const remindEveryMs = 60_000;

/** Assistance as a node runs it. */
export interface Assistance {
  /** Officers and teams as the roster plans with them. */
  readonly roster: Deployment['roster'];
  /** What each partner answered when he was last asked for a specialty, as far as the reader may know. */
  readonly answersBefore: ReturnType<typeof createReading>['answersBefore'];
  /** All that travelled of an ask, as EDXL-RM 1.0; the journal keeps that it was asked for. */
  readonly exported: ReturnType<typeof createReading>['exported'];
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: AssistanceSource): void;
  /** May this person's live stream mention it? */
  mayHear(actor: PersonActor, event: LiveEvent): boolean;
}

/** Opens assistance. Its verbs throw the faults of their policy and of faults.ts. */
export const createAssistance = (
  given: Omit<AssistanceNeeds, 'followers'> &
    Omit<DeploymentNeeds, 'unitFollowers'> &
    Pick<MissingNeeds, 'events'> & { readonly scheduler: Scheduler },
): Assistance => {
  const deployment = createDeployment(given);
  const needs = { ...given, followers: [deployment.acceptances] };
  const { self, house } = needs;
  needs.scheduler.every('assistance.erase', eraseEveryMs, async () => {
    await needs.verbs.read({ actor: house, verb: 'assistance.erase', subject: null }, async (work) => {
      work.permit(allow('assistance/house'));
      const erased = await asks.eraseDue(work.unit, dayOf(needs.clock.now()));
      if (erased.length > 0) work.note({ asks: [...erased] });
    });
  });
  const reading = createReading(needs);
  needs.scheduler.every('assistance.sum-up', sumUpEveryMs, async () => {
    const { database } = needs;
    const due = await database.transact(house, async (unit) => {
      await closePassed(unit, needs.clock.now(), summedAtOnce);
      return summariesDue(unit, summedAtOnce);
    });
    for (const id of due) await database.transact(house, (unit) => sumUp(needs, unit, id));
  });
  needs.scheduler.every('assistance.remind', remindEveryMs, createReminding(needs, reading));
  return {
    roster: deployment.roster,
    answersBefore: reading.answersBefore,
    exported: reading.exported,
    registerRoutes: (app) => {
      deployment.registerRoutes(app);
      registerAssistance(app, {
        drafting: createDrafting(needs),
        issuing: createIssuing(needs),
        answering: createAnswering(needs),
        reading,
        missing: createMissing({ ...needs, reading }),
      });
    },
    registerMessages: (source) => {
      registerAssistanceMessages(source, needs);
      deployment.registerMessages(source);
    },
    mayHear: (actor, { topic }) =>
      (topic === 'assistance.unit' ? mayHearUnits(actor, self) : mayList(actor, self)).kind === 'allowed',
  };
};
