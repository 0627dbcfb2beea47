/** Federation adapter: alerts and acknowledgements that come from other nodes. No logic of its own. */
import type { Federation, Message } from '../../../federation/index.ts';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type AlertId, type DeskId, type PartyId, readId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Clock, Instant } from '../../../kernel/time.ts';
import { hidesSomething, isVisible } from '../../../kernel/visible.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import type { AgreementService } from '../../agreements/index.ts';
import type { Notices } from '../notices/notices-service.ts';
import { alertFromWire, type Ending, type StoredAlert } from './alert.ts';
import { alertKinds } from './alert-kinds.ts';
import * as store from './alert-store.ts';
import { alertGapOf } from './cover.ts';

/** Where this capability hangs its handlers. */
export type AlertSource = Pick<Federation, 'onMessage'>;

export interface AlertMessageNeeds {
  readonly self: PartyId;
  readonly clock: Clock;
  readonly live: Live;
  readonly agreements: Pick<AgreementService, 'find'>;
  readonly notices: Pick<Notices, 'queue'>;
  /** The desk that takes in what partners send. */
  intakeDesk(unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>): Promise<DeskId | null>;
}

/** What is not seen and turns nothing: a node of another make may send it, and its alert is heard. */
const unseen = /\u034F|[\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/gu;
const turnsSomething = (text: string): boolean => hidesSomething(text.replaceAll(unseen, ''));

const firstOf = (body: JsonObject): unknown => (Array.isArray(body.objects) ? body.objects[0] : undefined);
const unsound = (...problems: string[]): Fault => new Fault('watch/message-unsound', { problems });

/** The alert as it came, once it is sound, its sender's own, for us, and under an agreement. */
const readAlert = (needs: Pick<AlertMessageNeeds, 'self'>, message: Message) => {
  const { self } = needs;
  const reading = messages['x-tansiq-alert'].read(firstOf(message.body));
  if (reading.kind === 'refused') throw unsound('x-tansiq-alert');
  const { from, receivedAt } = message;
  const { msg_type: kind = 'Alert', reason = '' } = reading.message;
  const read = alertFromWire(reading.message, { holder: self, desk: null, receivedAt });
  if (read === null || !isVisible(read.headline)) throw unsound('x-tansiq-alert');
  const words = [read.headline, read.description, read.area ?? '', reason];
  if (words.some(turnsSomething)) throw unsound('hidden');
  if (read.originator !== from || !read.marking.releasableTo.includes(self))
    throw new Fault('watch/not-for-us');
  return { read, kind, reason };
};

const requireCovered = async (needs: AlertMessageNeeds, unit: Unit, read: StoredAlert): Promise<void> => {
  const agreement = await needs.agreements.find(unit, read.agreement);
  for (const party of [read.originator, needs.self]) {
    const gap = alertGapOf(agreement, read.marking, party);
    if (gap !== null) throw new Fault('watch/alert-not-covered', { gap, parties: [party] });
  }
};

/** Ends what is here of this sender; what ended before stays as it ended. */
const end = async (needs: AlertMessageNeeds, unit: Unit, id: AlertId, ending: Ending): Promise<boolean> => {
  const ended = await store.endAlert(unit, id, { ...ending, by: null });
  if (ended) await needs.live.announce(unit, { topic: 'watch.alert', id });
  return ended;
};

/** Keeps a new alert, and ends what it takes the place of, whichever of the two came first. */
const keepAlert = async (needs: AlertMessageNeeds, unit: Unit, read: StoredAlert): Promise<void> => {
  const { id, originator, replaces, reason } = read;
  const at = needs.clock.now();
  await store.insertAlert(unit, { ...read, desk: await needs.intakeDesk(unit, originator, read.marking) });
  await store.insertCountry(unit, id, needs.self, null);
  await needs.live.announce(unit, { topic: 'watch.alert', id });
  const before = replaces === null ? null : await store.findAlert(unit, replaces);
  if (before?.originator === originator)
    await end(needs, unit, before.id, { at, how: 'updated', reason, replacedBy: id });
  const after = await store.findReplacement(unit, id, originator);
  if (after !== null)
    await end(needs, unit, id, { at, how: 'updated', reason: after.reason, replacedBy: after.id });
};

/** Called off: here, or before it came. What comes of the same alert afterwards changes nothing. */
const takeCancellation = async (
  needs: AlertMessageNeeds,
  unit: Unit,
  { read, reason, isHere }: { readonly read: StoredAlert; readonly reason: string; readonly isHere: boolean },
): Promise<boolean> => {
  if (!isHere) await keepAlert(needs, unit, { ...read, replaces: null, reason: null });
  const ending = { at: needs.clock.now(), how: 'cancelled', reason, replacedBy: null } as const;
  return end(needs, unit, read.id, ending);
};

const takeAlert = async (needs: AlertMessageNeeds, unit: Unit, message: Message): Promise<void> => {
  const { read, kind, reason } = readAlert(needs, message);
  const before = await store.lockAlert(unit, read.id);
  if (before !== null && before.originator !== message.from) throw new Fault('watch/not-for-us');
  const isHere = before !== null;
  // That an alert is called off says nothing that is new; anything else is asked for its agreement.
  if (kind !== 'Cancel' || !isHere) await requireCovered(needs, unit, read);
  if (kind === 'Cancel') {
    const isFirst = await takeCancellation(needs, unit, { read, reason, isHere });
    message.note({
      verb: 'watch.hear-cancellation',
      subject: read.id,
      rule: isFirst ? 'watch/called-off-by-its-sender' : 'watch/ended-before',
      details: {},
    });
    return;
  }
  message.note({
    verb: 'watch.receive-alert',
    subject: read.id,
    rule: isHere ? 'watch/already-here' : 'watch/releasable-covered-here',
    details: { acknowledgeBy: read.acknowledgeBy, ...(read.replaces ? { replaces: read.replaces } : {}) },
  });
  if (isHere) return;
  await keepAlert(needs, unit, read);
  await needs.notices.queue(unit, read.id, 'received');
};

/** When it was acknowledged: as that country says, where that lies between our sending and now. */
const acknowledgedAt = (alert: Pick<StoredAlert, 'sentAt'>, told: Instant, now: Instant): Instant =>
  alert.sentAt !== null && told >= alert.sentAt && told <= now ? told : now;

const takeAcknowledgement = async (needs: AlertMessageNeeds, unit: Unit, message: Message): Promise<void> => {
  const reading = messages['x-tansiq-acknowledgement'].read(firstOf(message.body));
  if (reading.kind === 'refused') throw unsound('x-tansiq-acknowledgement');
  const { alert_ref, party_ref, acknowledged_at, role, contact = null } = reading.message;
  const id = readId('alert', alert_ref);
  if (id === null || party_ref !== message.from) throw unsound('party_ref');
  if (contact !== null && turnsSomething(contact)) throw unsound('hidden');
  const alert = await store.findAlert(unit, id);
  const isOurs = alert?.originator === needs.self && alert.state === 'sent';
  const heardAt = needs.clock.now();
  const at = alert === null ? heardAt : acknowledgedAt(alert, acknowledged_at, heardAt);
  const given = { at, role, contact, person: null, heardAt };
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
