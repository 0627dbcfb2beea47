/** Originator control put together: recall, proofs, onward sharing; one of exchange's rooms. */
import type { HttpApp } from '../../../plumbing/http/index.ts';
import type { MessageSource } from '../messages.ts';
import { type Burying, createBurying } from './burying-service.ts';
import { controlLimits } from './contract.ts';
import type { ControlNeeds } from './control-service.ts';
import './faults.ts';
import { registerRecallMessages } from './messages.ts';
import { createObeying, type Obeying } from './obeying-service.ts';
import { registerOnwardMessages } from './onward-messages.ts';
import { registerControl } from './routes.ts';
import { type ControlService, createControlVerbs } from './verbs-service.ts';

/** The room as exchange holds it. */
export interface Control {
  readonly service: ControlService;
  readonly burying: Burying;
  /** A fault where this version was recalled before it came. */
  readonly refuseRecalled: Obeying['refuseRecalled'];
  registerRoutes(app: HttpApp): void;
  registerMessages(source: MessageSource): void;
}

/** Opens the room; reminders come round by the scheduler. */
export const createControl = (needs: ControlNeeds): Control => {
  const service = createControlVerbs(needs);
  const obeying = createObeying(needs);
  const burying = createBurying(needs);
  needs.scheduler.every('exchange.recalls', controlLimits.roundMs, service.remind);
  return {
    service,
    burying,
    refuseRecalled: obeying.refuseRecalled,
    registerRoutes: (app) => registerControl(app, service),
    registerMessages: (source) => {
      registerRecallMessages(source, needs, obeying);
      registerOnwardMessages(source, needs, obeying);
    },
  };
};
