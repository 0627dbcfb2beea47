/** Deployments put together: the register, the way of an officer from his name to his debrief, the board. */
import { dayOf } from '../../../kernel/time.ts';
import type { HttpApp } from '../../../plumbing/http/index.ts';
import type { Scheduler } from '../../../plumbing/scheduler/index.ts';
import type { AcceptanceFollower } from '../accepted-service.ts';
import { createBadges } from './badges-service.ts';
import { createBoard } from './board-service.ts';
import { createCourse } from './course-service.ts';
import { type DeploymentSource, registerDeploymentMessages } from './deployment-messages.ts';
import { createAcceptedFollower } from './following-service.ts';
import { createNaming } from './naming-service.ts';
import { asDeployment, type DeploymentNeeds, type UnitFollower } from './needs-service.ts';
import { createPairing } from './pairing-service.ts';
import { createRosterPeople } from './people-service.ts';
import { mayList } from './policy.ts';
import { registerReceipts } from './receipts-service.ts';
import { createRegister } from './register-service.ts';
import { createRosterUnits } from './roster-service.ts';
import { registerDeployment } from './routes.ts';
import { createUnitShowing } from './showing-service.ts';
import { createStepping } from './stepping-service.ts';
import { createTasking } from './tasking-service.ts';
import * as units from './unit-store.ts';
import './detail-words.ts';
import './faults.ts';

/** Pairs whose period is over are looked for this often; what has come to its date, that often. */
const pairsMs = 60_000;
const eraseMs = 3_600_000;
const erasedAtOnce = 1_000;

/** What the roster asks of the register. */
export type RosterRegister = ReturnType<typeof createRosterUnits> & ReturnType<typeof createRosterPeople>;

/** Deployments as a node runs them. */
export interface Deployment {
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: DeploymentSource): void;
  /** Hears what becomes of acceptances. */
  readonly acceptances: AcceptanceFollower;
  /** What the roster plans with; its events are the live topic `assistance.unit`. */
  readonly roster: RosterRegister;
}

/** Deletes units on their date; the journal keeps that they were, and a tombstone meets what comes late. */
const createErasing =
  ({ verbs, house, self, clock }: DeploymentNeeds) =>
  (): Promise<void> =>
    verbs.read({ actor: house, verb: 'assistance.erase-units', subject: null }, async (work) => {
      work.permit(mayList(house, self));
      const erased = await asDeployment(work, (part) =>
        units.eraseDue(part, dayOf(clock.now()), erasedAtOnce),
      );
      if (erased.length > 0) work.note({ units: [...erased] });
    });

/** Opens deployments. Their verbs throw the faults of their policy and of faults.ts. */
export const createDeployment = (
  given: Omit<DeploymentNeeds, 'unitFollowers'> & { readonly scheduler: Scheduler },
): Deployment => {
  const unitFollowers: UnitFollower[] = [];
  const needs = { ...given, unitFollowers };
  const course = createCourse(needs);
  const shown = createUnitShowing(needs);
  const pairing = createPairing(needs, course, shown);
  needs.scheduler.every('assistance.end-pairs', pairsMs, pairing.endDue);
  needs.scheduler.every('assistance.erase-units', eraseMs, createErasing(needs));
  return {
    registerRoutes: (app) =>
      registerDeployment(app, {
        register: createRegister(needs, shown),
        naming: createNaming(needs, course),
        stepping: createStepping(needs, course, shown),
        pairing,
        tasking: createTasking(needs, course, shown),
        badges: createBadges(needs),
        board: createBoard(needs),
      }),
    registerMessages: (source) => {
      registerDeploymentMessages(source, needs, course);
      registerReceipts(source, needs);
    },
    acceptances: createAcceptedFollower(needs, course),
    roster: { ...createRosterUnits(unitFollowers), ...createRosterPeople() },
  };
};
