/**
 * What became of what was sent. A name that the host's node refused takes no place, is mended and sent again;
 * what mends a name holds once the host has it. A step that was only said counts as not said; one that is a
 * fact here stays one, is marked, and can be sent again.
 */
import type { Federation, ReceiptNews } from '../../../federation/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { unsay } from './machine.ts';
import type { DeploymentNeeds } from './needs-service.ts';
import * as steps from './step-store.ts';
import * as units from './unit-store.ts';
import { deploymentKinds } from './wire.ts';

type ReceiptNeeds = Pick<DeploymentNeeds, 'live'>;

const takeNamed = async ({ live }: ReceiptNeeds, unit: Unit, news: ReceiptNews): Promise<void> => {
  const sent = await units.lockSent(unit, news.envelope);
  if (sent === null) return;
  const { amendment } = sent;
  if (news.outcome === 'accepted') {
    if (amendment !== null) await units.updateProfile(unit, { ...sent, profile: amendment.profile });
    await units.updateSending(unit, { ...sent, envelope: null, refusal: null, amendment: null });
  } else {
    const refusal = { fault: news.fault ?? '', at: news.receivedAt };
    const isName = amendment === null && sent.stage === 'named';
    const stage = isName ? 'turned-away' : sent.stage;
    await units.updateSending(unit, { ...sent, stage, envelope: null, refusal, amendment: null });
  }
  await live.announce(unit, { topic: 'assistance.unit', id: sent.id });
};

const takeStep = async ({ live }: ReceiptNeeds, unit: Unit, news: ReceiptNews): Promise<void> => {
  if (news.outcome === 'accepted') return;
  const step = await steps.markTurnedAway(unit, news.envelope, {
    fault: news.fault ?? '',
    at: news.receivedAt,
  });
  const held = step === null ? null : await units.lockUnit(unit, step.unit);
  if (step === null || held === null) return;
  const { until, was } = step.said;
  const said = {
    kind: step.kind,
    by: step.by,
    until: typeof until === 'string' ? until : null,
    was: typeof was === 'string' ? was : null,
  };
  await units.updateCourse(unit, { ...held, ...unsay(held, said) });
  await live.announce(unit, { topic: 'assistance.unit', id: held.id });
};

/** Names who hears what became of names and steps. Before the federation starts. */
export const registerReceipts = (source: Pick<Federation, 'onReceipt'>, needs: ReceiptNeeds): void => {
  const asHouse =
    (take: typeof takeNamed) =>
    (unit: Unit, news: ReceiptNews): Promise<void> =>
      unit.asHouse('deployment', (part) => take(needs, part, news));
  source.onReceipt(deploymentKinds.named, asHouse(takeNamed));
  source.onReceipt(deploymentKinds.step, asHouse(takeStep));
};
