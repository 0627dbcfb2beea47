/** Federation adapter: alerts and acknowledgements that come from other nodes. No logic of its own. */
import type { Federation, Message } from '../../../federation/index.ts';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type DeskId, type PartyId, readId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Clock } from '../../../kernel/time.ts';
import { isVisible } from '../../../kernel/visible.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import { type AgreementService, gapOf } from '../../agreements/index.ts';
import { hidesSomething } from '../log/entry.ts';
import { alertFromWire } from './alert.ts';
import * as store from './alert-store.ts';
import { alertKinds } from './alerts-service.ts';

/** Where this capability hangs its handlers. */
export type AlertSource = Pick<Federation, 'onMessage'>;

export interface AlertMessageNeeds {
  readonly self: PartyId;
  readonly clock: Clock;
  readonly live: Live;
  readonly agreements: Pick<AgreementService, 'find'>;
  /** The desk that takes in what partners send. */
  intakeDesk(unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>): Promise<DeskId | null>;
}

const firstOf = (body: JsonObject): unknown => (Array.isArray(body.objects) ? body.objects[0] : undefined);
const unsound = (...problems: string[]): Fault => new Fault('watch/message-unsound', { problems });

const takeAlert = async (needs: AlertMessageNeeds, unit: Unit, message: Message): Promise<void> => {
  const { self, live } = needs;
  const reading = messages['x-tansiq-alert'].read(firstOf(message.body));
  if (reading.kind === 'refused') throw unsound('x-tansiq-alert');
  const { from, receivedAt } = message;
  const read = alertFromWire(reading.message, { holder: self, desk: null, receivedAt });
  if (read === null || !isVisible(read.headline)) throw unsound('x-tansiq-alert');
  if ([read.headline, read.description, read.area ?? ''].some(hidesSomething)) throw unsound('hidden');
  if (read.originator !== from || !read.marking.releasableTo.includes(self))
    throw new Fault('watch/not-for-us');
  const agreement = await needs.agreements.find(unit, read.agreement);
  for (const party of [from, self]) {
    const gap = agreement === null ? 'no-agreement' : gapOf(agreement, read.marking, party);
    if (gap !== null) throw new Fault('watch/alert-not-covered', { gap, parties: [party] });
  }
  const before = await store.findAlert(unit, read.id);
  if (before !== null && before.originator !== from) throw new Fault('watch/not-for-us');
  message.note({
    verb: 'watch.receive-alert',
    subject: read.id,
    rule: before === null ? 'watch/releasable-covered-here' : 'watch/already-here',
    details: { acknowledgeBy: read.acknowledgeBy },
  });
  if (before !== null) return;
  await store.insertAlert(unit, { ...read, desk: await needs.intakeDesk(unit, from, read.marking) });
  await store.insertCountry(unit, read.id, self, null);
  await live.announce(unit, { topic: 'watch.alert', id: read.id });
};

const takeAcknowledgement = async (needs: AlertMessageNeeds, unit: Unit, message: Message): Promise<void> => {
  const reading = messages['x-tansiq-acknowledgement'].read(firstOf(message.body));
  if (reading.kind === 'refused') throw unsound('x-tansiq-acknowledgement');
  const { alert_ref, party_ref, acknowledged_at, role, contact = null } = reading.message;
  const id = readId('alert', alert_ref);
  if (id === null || party_ref !== message.from) throw unsound('party_ref');
  if (contact !== null && hidesSomething(contact)) throw unsound('hidden');
  const alert = await store.findAlert(unit, id);
  const isOurs = alert?.originator === needs.self && alert.state === 'sent';
  const given = { at: acknowledged_at, role, contact, person: null, heardAt: needs.clock.now() };
  const isFirst = isOurs && (await store.acknowledge(unit, id, message.from, given));
  message.note({
    verb: 'watch.hear-acknowledgement',
    subject: id,
    rule: isFirst ? 'watch/first-acknowledgement' : 'watch/not-sent-or-acknowledged-before',
    details: { acknowledgedAt: acknowledged_at },
  });
  if (isFirst) await needs.live.announce(unit, { topic: 'watch.alert', id });
};

/** Names who takes alerts and acknowledgements. */
export const registerAlertMessages = (source: AlertSource, needs: AlertMessageNeeds): void => {
  source.onMessage(alertKinds.alert, (unit, message) => takeAlert(needs, unit, message));
  source.onMessage(alertKinds.acknowledgement, (unit, message) => takeAcknowledgement(needs, unit, message));
};
