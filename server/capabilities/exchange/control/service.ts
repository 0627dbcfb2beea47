/** Originator control put together: recall, proofs, onward sharing. exchange/service.ts adds it to its rooms. */
import type { HttpApp } from '../../../plumbing/http/index.ts';
import type { MessageSource } from '../messages.ts';
import { controlLimits } from './contract.ts';
import type { ControlNeeds } from './control-service.ts';
import './faults.ts';
import { createFollowing } from './following-service.ts';
import { registerRecallMessages } from './messages.ts';
import { createObeying, type Obeying } from './obeying-service.ts';
import { registerOnwardMessages } from './onward-messages.ts';
import { createOnward } from './onward-service.ts';
import { createRecalling } from './recalling-service.ts';
import { registerControl } from './routes.ts';

const createControlVerbs = (needs: ControlNeeds) => ({
  ...createRecalling(needs),
  ...createFollowing(needs),
  ...createOnward(needs),
});

/** The verbs of originator control. */
export type ControlService = ReturnType<typeof createControlVerbs>;

/** The room as exchange holds it. */
export interface Control {
  readonly service: ControlService;
  /** A fault where this version was recalled before it came. */
  readonly refuseRecalled: Obeying['refuseRecalled'];
  registerRoutes(app: HttpApp): void;
  registerMessages(source: MessageSource): void;
}

/** Opens the room; reminders come round by the scheduler. */
export const createControl = (needs: ControlNeeds): Control => {
  const service = createControlVerbs(needs);
  const obeying = createObeying(needs);
  needs.scheduler.every('exchange.recalls', controlLimits.roundMs, service.remind);
  return {
    service,
    refuseRecalled: obeying.refuseRecalled,
    registerRoutes: (app) => registerControl(app, service),
    registerMessages: (source) => {
      registerRecallMessages(source, needs, obeying);
      registerOnwardMessages(source, needs, obeying);
    },
  };
};
