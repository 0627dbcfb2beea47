/** The watch put together; main.ts opens it. Its rooms: the log, shifts with their handovers, alerts. */
import type { Actor, PersonActor, SystemActor } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Live, LiveEvent } from '../../plumbing/live/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import type { AgreementService, Circle } from '../agreements/index.ts';
import type { ExchangeService, Tighten } from '../exchange/index.ts';
import { type AlertMessageNeeds, type AlertSource, registerAlertMessages } from './alerts/alert-messages.ts';
import { createAlerts, openAlertsOf } from './alerts/alerts-service.ts';
import { registerAlerts } from './alerts/routes.ts';
import type { AlertNeeds } from './alerts/showing-service.ts';
import { createHearing } from './hearing-service.ts';
import { createLogAttachments } from './log/attachments-service.ts';
import { createLogKeeping } from './log/keeping-service.ts';
import type { LogNeeds } from './log/log-service.ts';
import { createLogReading } from './log/reading-service.ts';
import { type LogService, registerLog } from './log/routes.ts';
import { createLogWriting } from './log/writing-service.ts';
import { createNotices, type NoticeNeeds } from './notices/notices-service.ts';
import type { RequestSource } from './requested-service.ts';
import { registerShifts } from './shifts/routes.ts';
import { createShifts, type ShiftNeeds } from './shifts/shifts-service.ts';
import type { SitrepService } from './sitrep/routes.ts';
import { registerSitreps } from './sitrep/routes.ts';
import { createSitreps } from './sitrep/service.ts';
import type { SitrepNeeds } from './sitrep/sitrep-service.ts';

/** What the watch is given by name. */
export interface WatchNeeds
  extends Pick<ShiftNeeds, 'colleagues' | 'isDesk'>,
    Pick<AlertNeeds, 'isLinked' | 'send'>,
    Pick<AlertMessageNeeds, 'intakeDesk'>,
    Pick<LogNeeds, 'attachments' | 'uploads' | 'beginRequest'>,
    Pick<SitrepNeeds, 'typesetter' | 'names'>,
    Pick<NoticeNeeds, 'ways'> {
  readonly service: SitrepNeeds['service'] & NoticeNeeds['service'];
  readonly verbs: Verbs;
  readonly database: Database;
  readonly live: Live;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly self: PartyId;
  readonly house: SystemActor;
  /** The zone by whose clock this centre works (IANA). */
  readonly timeZone: string;
  readonly agreements: Pick<AgreementService, 'find' | 'hold' | 'findCircle'>;
  /** The circles that he may know of; asked outside any transaction. */
  circles(actor: Actor): Promise<readonly Circle[]>;
  readonly items: Pick<ExchangeService, 'composeFrom' | 'propose' | 'read'>;
  /** What it is told of requests for information. */
  readonly requests: RequestSource;
  /** What the node's owner forbids beyond the rules of the house. */
  readonly tighten: Tighten;
}

/** How often the log is looked over for content that has come to its date. */
const eraseEveryMs = 3_600_000;

/** How often countdowns are looked at; a node that was down finds at its start what ran out meanwhile. */
const escalateEveryMs = 10_000;

/** How often notices that are due are looked for. */
const noticesEveryMs = 2_000;

/** The watch as a node runs it. */
export interface Watch {
  readonly log: LogService;
  readonly sitreps: SitrepService;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners send. Before the federation starts. */
  registerMessages(source: AlertSource): void;
  /** May this person's live stream mention it? */
  mayHear(actor: PersonActor, event: LiveEvent): Promise<boolean>;
}

const withTightening = (given: WatchNeeds): WatchNeeds & LogNeeds => ({
  ...given,
  permitTightened: async ({ unit, permit }, actor, act, about) => {
    const decision = await given.tighten(unit, actor, act, about);
    // Named only when it refuses: the entry of what was done names the floor's own rule.
    if (decision.kind === 'refused') permit(decision);
  },
  isTightened: async (unit, actor, about) =>
    (await given.tighten(unit, actor, 'read', about)).kind === 'refused',
});

/** Opens the watch. Its verbs throw the faults of their policy and of their room's faults.ts. */
export const createWatch = (given: WatchNeeds): Watch => {
  const needs = withTightening(given);
  const keeping = createLogKeeping({ ...needs, database: given.database, house: given.house });
  const log: LogService = {
    ...createLogReading(needs),
    ...createLogWriting(needs),
    ...createLogAttachments(needs),
    ...keeping,
  };
  const notices = createNotices(given);
  const alerts = createAlerts({ ...needs, notices });
  const openAlerts: ShiftNeeds['openAlerts'] = (unit) => openAlertsOf(unit, given.clock.now());
  const shifts = createShifts({ ...needs, openAlerts });
  const sitreps = createSitreps(needs);
  given.scheduler.every('watch.erase', eraseEveryMs, async () => {
    await keeping.eraseDue();
    await shifts.eraseDue();
    await alerts.eraseDue();
    await sitreps.eraseDue();
  });
  given.scheduler.every('watch.escalate', escalateEveryMs, alerts.escalateDue);
  given.scheduler.every('watch.notices', noticesEveryMs, notices.giveDue);
  return {
    log,
    sitreps: sitreps.service,
    registerRoutes: (app) => {
      registerLog(app, log);
      registerShifts(app, shifts);
      registerAlerts(app, alerts);
      registerSitreps(app, sitreps.service);
    },
    registerMessages: (source) => registerAlertMessages(source, { ...given, notices }),
    mayHear: createHearing(needs),
  };
};
