/** Federation adapter: items and read receipts that come from other nodes. No logic of its own. */
import type { Federation, Message } from '../../federation/index.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import { asId, type ItemId, type PartyId, readId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { isVisible } from '../../kernel/visible.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { readBundle, unpackItem, type WireItem } from '../../plumbing/stix/index.ts';
import { gapOf } from '../agreements/index.ts';
import { findDelivery, markDeliveryRead, putDeliveryReaders } from './delivery-store.ts';
import { countTypes, nearestLanguage, type StoredItem } from './item.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { keepItem } from './keeping-service.ts';
import { findReadReceipt, readKind } from './read-receipt.ts';
import { readersFromWire, readersUnder } from './readers/readers.ts';
import { readersTermFor } from './readers/readers-service.ts';
import { itemKind } from './releasing-service.ts';
import * as store from './store.ts';
import { requireAnswerReceivable } from './threads/answering-service.ts';

/** Where this capability hangs its handlers. */
export type MessageSource = Pick<Federation, 'onMessage' | 'onReceipt'>;

const problemsNamed = 5;

const unsound = (problems: readonly { readonly path: string; readonly rule: string }[]): Fault =>
  new Fault('exchange/message-unsound', {
    problems: problems.slice(0, problemsNamed).map(({ path, rule }) => `${path} (${rule})`),
  });

/** The item in a bundle; a fault where there is none, or it is unsound. */
export const readItem = (body: JsonObject): WireItem => {
  const reading = readBundle(JSON.stringify(body));
  if (reading.kind === 'refused') throw unsound(reading.problems);
  const unpacking = unpackItem(reading.objects);
  if (unpacking.kind === 'refused') throw unsound(unpacking.problems);
  if (!isVisible(unpacking.item.title)) throw unsound([{ path: '/name', rule: 'empty' }]);
  return unpacking.item;
};

/** What the sender asserted is asserted again: his own item, for us, under an agreement in force here. */
const requireOurs = async (
  needs: ExchangeNeeds,
  unit: Unit,
  from: PartyId,
  item: WireItem,
): Promise<void> => {
  if (item.originator.id !== from || !item.marking.releasableTo.includes(needs.self))
    throw new Fault('exchange/not-for-us');
  const agreement = item.agreement === undefined ? null : await needs.agreements.find(unit, item.agreement);
  for (const party of [from, needs.self]) {
    const gap = agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, party);
    if (gap !== null) throw new Fault('exchange/not-covered', { gap, parties: [party] });
  }
};

/** The item as this node keeps it. */
export const receivedItem = (
  item: WireItem,
  message: Pick<Message, 'from' | 'receivedAt'>,
  place: { readonly holder: PartyId; readonly desk: StoredItem['desk'] },
): StoredItem => ({
  id: item.id,
  version: item.version,
  originator: message.from,
  via: null,
  holder: place.holder,
  identity: item.originator,
  state: 'received',
  title: item.title,
  summary: item.summary ?? '',
  language: nearestLanguage(item.language),
  marking: item.marking,
  agreement: item.agreement ?? null,
  circle: item.circle ?? null,
  recipients: [],
  withheld: [],
  desk: place.desk,
  author: null,
  editors: [],
  objectCount: item.objects.length,
  types: countTypes(item.objects),
  createdAt: item.createdAt,
  modifiedAt: item.modifiedAt,
  proposedAt: null,
  proposedBy: null,
  releasedAt: null,
  releasedBy: null,
  receivedAt: message.receivedAt,
  readAt: null,
  returnedReason: null,
  listedAt: message.receivedAt,
  ...(item.about === undefined ? {} : { about: item.about }),
});

/** A fault where this version was recalled before it came. */
type RefuseRecalled = (
  unit: Unit,
  item: { readonly id: ItemId; readonly version: number; readonly originator: PartyId },
  consentAt: Instant | null,
) => Promise<void>;

/** Calls back what got through although it had been erased here. */
type CallBack = (unit: Unit, overtaken: { readonly item: ItemId; readonly to: PartyId }) => Promise<void>;

const takeItem = async (
  needs: ExchangeNeeds,
  refuseRecalled: RefuseRecalled,
  unit: Unit,
  message: Message,
): Promise<void> => {
  const item = readItem(message.body);
  await requireOurs(needs, unit, message.from, item);
  await refuseRecalled(unit, { ...item, originator: message.from }, null);
  await requireAnswerReceivable(unit, message.from, item);
  const before = await store.lockItem(unit, item.id);
  if (before !== null && before.originator !== message.from) throw new Fault('exchange/not-for-us');
  const isOld = before !== null && before.version >= item.version;
  message.note({
    verb: 'exchange.receive',
    subject: item.id,
    rule: isOld ? 'exchange/already-here' : 'exchange/releasable-covered-here',
    details: { version: item.version, envelope: message.envelope, objectCount: item.objects.length },
  });
  if (isOld) return;
  const desk = before?.desk ?? (await needs.intakeDesk(unit, message.from, item.marking));
  const received = receivedItem(item, message, { holder: needs.self, desk });
  await keepItem(needs, unit, received, item.objects);
};

const ruleOfReading = (isFirst: boolean, isNews: boolean): string => {
  if (isFirst) return 'exchange/first-reading';
  return isNews ? 'exchange/more-readers' : 'exchange/not-sent-or-read-before';
};

const takeReadReceipt = async (needs: ExchangeNeeds, unit: Unit, message: Message): Promise<void> => {
  const receipt = findReadReceipt(message.body);
  const id = receipt === null ? null : readId('item', receipt.item_ref);
  if (receipt === null || id === null || receipt.party_ref !== message.from)
    throw new Fault('exchange/message-unsound', { problems: ['x-tansiq-receipt'] });
  const told = readersFromWire(receipt.readers);
  if (told === undefined)
    throw new Fault('exchange/message-unsound', { problems: ['x-tansiq-receipt readers'] });
  const sent = { item: id, version: receipt.item_version, recipient: message.from };
  const isFirst = await markDeliveryRead(unit, { ...sent, at: receipt.read_at });
  // More than the agreement says is not kept, whoever told it.
  const item = told === null ? null : await store.findItem(unit, id);
  const readers = item === null ? null : readersUnder(await readersTermFor(needs, unit, item), told);
  const isNews =
    readers !== null && (await putDeliveryReaders(unit, { ...sent, at: receipt.modified, readers }));
  message.note({
    verb: 'exchange.hear-read',
    subject: id,
    rule: ruleOfReading(isFirst, isNews),
    details: { version: receipt.item_version, ...(isNews ? { readers: readers.count } : {}) },
  });
  if (isFirst || isNews) await needs.live.announce(unit, { topic: 'exchange.item', id });
};

/** Names who takes items, read receipts and the receipts of items. */
export const registerExchangeMessages = (
  source: MessageSource,
  needs: ExchangeNeeds,
  control: { readonly refuseRecalled: RefuseRecalled; readonly callBack: CallBack },
): void => {
  source.onMessage(itemKind, (unit, message) => takeItem(needs, control.refuseRecalled, unit, message));
  source.onMessage(readKind, (unit, message) => takeReadReceipt(needs, unit, message));
  source.onReceipt(itemKind, async (unit, receipt) => {
    const delivery = await findDelivery(unit, receipt.envelope);
    if (delivery !== null) await needs.live.announce(unit, { topic: 'exchange.item', id: delivery.item });
    const { withdrawn, outcome, to } = receipt;
    if (withdrawn?.hadArrived && outcome === 'accepted')
      await control.callBack(unit, { item: asId('item', withdrawn.about), to });
  });
};
