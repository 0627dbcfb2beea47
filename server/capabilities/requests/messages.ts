/** Federation adapter: the steps that the other side of a request tells. */
import type { Federation, Message } from '../../federation/index.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { requestLimits } from './contract.ts';
import { mayHear } from './policy.ts';
import { advance } from './request.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';
import { afterStep, type Strand } from './strand.ts';
import { announce, type TellingNeeds } from './telling-service.ts';
import { stepFromWire, stepMessageKind, type Told } from './wire.ts';

/** Where this capability hangs its handlers. */
export type MessageSource = Pick<Federation, 'onMessage' | 'onReceipt'>;

/** What the other side says of its time is shown as its own; this node's clock goes by this node's time. */
const heard = (strand: Strand, told: Told): Strand => ({
  ...strand,
  ground: told.ground ?? strand.ground,
  ...(told.kind === 'received' ? { saidReceivedAt: told.saidAt, saidDueAt: told.dueAt } : {}),
});

const takeStep = async (needs: TellingNeeds, unit: Unit, message: Message): Promise<void> => {
  const told = stepFromWire(message.body);
  if (told === null || told.by !== message.from)
    throw new Fault('requests/message-unsound', { problems: ['x-tansiq-request-step'] });
  const strand = await store.lockStrand(unit, told.item, told.addressee);
  if (strand === null) throw new Fault('requests/unknown');
  const decision = mayHear(message.from, strand, { kind: told.kind, self: needs.self });
  if (decision.kind === 'refused') throw new Fault(decision.fault);
  const entry = {
    verb: `requests.hear-${told.kind}`,
    subject: told.item,
    details: { step: told.id, envelope: message.envelope, saidAt: told.saidAt },
  };
  if (await steps.hasStep(unit, told.id))
    return message.note({ ...entry, rule: 'requests/step-heard-before' });
  const ordinal = (await steps.countSteps(unit, told.item, told.addressee)) + 1;
  if (ordinal > requestLimits.steps)
    throw new Fault('requests/too-many-steps', { limit: requestLimits.steps });
  const next = advance(strand, told.kind);
  const at = message.receivedAt;
  if (next !== null)
    await store.putStrand(unit, heard(afterStep(strand, told.kind, next, at), told), needs.self);
  // Both may speak at once: what comes too late changes nothing, and is kept as it was said.
  await steps.insertStep(unit, told, { ordinal, at, person: null, effective: next !== null, envelope: null });
  message.note({ ...entry, rule: next === null ? 'requests/step-without-effect' : decision.rule });
  await announce(needs, unit, told.item);
};

/** Names who takes steps, and who hears that one of ours was not taken. */
export const registerRequestMessages = (source: MessageSource, needs: TellingNeeds): void => {
  source.onMessage(stepMessageKind, (unit, message) => takeStep(needs, unit, message));
  source.onReceipt(stepMessageKind, async (unit, { envelope, outcome, fault }) => {
    if (outcome !== 'refused') return;
    const item = await steps.markStepRefused(unit, envelope, fault ?? 'unnamed');
    if (item !== null) await announce(needs, unit, item);
  });
};
