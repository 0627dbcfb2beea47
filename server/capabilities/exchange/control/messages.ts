/** Federation adapter of originator control: recalls and proofs. No logic of its own. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import type { MessageSource } from '../messages.ts';
import { markRefused } from './compliance-store.ts';
import { announceItem, type ControlNeeds } from './control-service.ts';
import type { Obeying } from './obeying-service.ts';
import { controlKinds } from './wire.ts';

interface Reader<Content> {
  read(value: unknown): { readonly kind: 'read'; readonly message: Content } | { readonly kind: 'refused' };
}

/** The one object in a bundle that the reader knows; a fault where there is none, or it is unsound. */
export const readMessage = <Content>(body: JsonObject, name: string, reader: Reader<Content>): Content => {
  const objects = Array.isArray(body.objects) ? body.objects : [];
  for (const object of objects) {
    const reading = reader.read(object);
    if (reading.kind === 'read') return reading.message;
  }
  throw new Fault('exchange/message-unsound', { problems: [name] });
};

/** Names who takes recalls and proofs. */
export const registerRecallMessages = (
  source: MessageSource,
  needs: ControlNeeds,
  obeying: Obeying,
): void => {
  source.onMessage(controlKinds.recall, async (unit, message) => {
    const recall = readMessage(message.body, 'x-tansiq-recall', messages['x-tansiq-recall']);
    const { item, rule } = await obeying.take(unit, message.from, recall);
    const details = { recall: recall.id, kind: recall.recall_kind, envelope: message.envelope };
    message.note({ verb: 'exchange.hear-recall', subject: item, rule, details });
  });
  source.onMessage(controlKinds.compliance, async (unit, message) => {
    const proof = readMessage(message.body, 'x-tansiq-compliance', messages['x-tansiq-compliance']);
    const { item, isFirst, verified } = await obeying.takeProof(unit, message.from, proof);
    message.note({
      verb: 'exchange.hear-compliance',
      subject: item,
      rule: isFirst ? 'control/proof' : 'control/proof-before',
      details: { recall: proof.recall_ref, party: proof.party_ref, outcome: proof.outcome, verified },
    });
  });
  source.onReceipt(controlKinds.recall, async (unit, { envelope, outcome, fault }) => {
    if (outcome !== 'refused') return;
    const item = await markRefused(unit, envelope, fault ?? 'unnamed');
    if (item !== null) await announceItem(needs, unit, item);
  });
};
