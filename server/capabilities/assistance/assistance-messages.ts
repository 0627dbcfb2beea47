/** Federation adapter: asks and steps that come from other nodes, and receipts of what was sent. */
import type { Federation, Message, ReceiptNews } from '../../federation/index.ts';
import { canonical, type JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import { dayMs, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { messages } from '../../plumbing/stix/index.ts';
import { follow } from './accepted-service.ts';
import {
  contentProblems,
  isReadable,
  lastInstantOf,
  recipientsOf,
  type StoredAsk,
  type StoredVersion,
} from './ask.ts';
import { assistanceLimits } from './ask-contract.ts';
import * as asks from './ask-store.ts';
import { type AssistanceNeeds, coverOf, requireCovered, tell, versionsIn } from './needs-service.ts';
import { hasTravelled, isReadableStep, type StoredStep, stepProblems } from './step.ts';
import * as steps from './step-store.ts';
import { applyStep, isLapsed, isOfSide, knownTo, lastOf, type TravelledStep } from './thread.ts';
import { askFromWire, assistanceKinds, stepFromWire } from './wire.ts';

/** Where this capability hangs its handlers. */
export type AssistanceSource = Pick<Federation, 'onMessage' | 'onReceipt'>;

const firstOf = (body: JsonObject): unknown => (Array.isArray(body.objects) ? body.objects[0] : undefined);
const unsound = (...problems: string[]): Fault => new Fault('assistance/message-unsound', { problems });
const notForUs = (): Fault => new Fault('assistance/not-for-us');

/** The ask as it came, once it is sound, its sender's own, and for us alone. */
const readAsk = ({ self }: AssistanceNeeds, message: Message) => {
  const reading = messages['x-tansiq-assistance'].read(firstOf(message.body));
  if (reading.kind === 'refused') throw unsound('x-tansiq-assistance');
  const read = askFromWire(reading.message, { holder: self, receivedAt: message.receivedAt });
  if (read === null) throw unsound('x-tansiq-assistance');
  const { ask, version } = read;
  if (ask.originator !== message.from) throw notForUs();
  const [only, ...more] = recipientsOf(ask);
  if (only !== self || more.length > 0) throw notForUs();
  if (version.version > assistanceLimits.versions) throw unsound('version');
  // By the sender's clock: it may have waited at a node that was down.
  const problems = contentProblems(version.content, reading.message.issued_at);
  if (problems.length > 0) throw unsound(...problems);
  if (!isReadable(version.content)) throw unsound('hidden');
  return { ask, version };
};

const isSameContent = (one: StoredVersion, other: StoredVersion): boolean =>
  canonical(one.content) === canonical(other.content);

/** What may not change with a version: the label and ground that its reader has relied on. */
const requireSameGround = (before: StoredAsk, ask: StoredAsk): void => {
  if (before.agreement !== ask.agreement || before.marking.tlp !== ask.marking.tlp) throw unsound('marking');
};

const takeAsk = async (needs: AssistanceNeeds, unit: Unit, message: Message): Promise<void> => {
  const { ask, version } = readAsk(needs, message);
  const note = (rule: string): void =>
    message.note({
      verb: 'assistance.hear-ask',
      subject: ask.id,
      rule,
      details: { version: version.version },
    });
  const before = await asks.lockAsk(unit, ask.id);
  if (before !== null && before.originator !== message.from) throw notForUs();
  if (before?.state === 'withdrawn') return note('assistance/withdrawn-before');
  const isWithdrawal = ask.state === 'withdrawn';
  const { all } = await versionsIn(unit, ask.id);
  const known = all.find((one) => one.version === version.version);
  // What is withdrawn is known here as it was asked.
  if (known !== undefined && !isWithdrawal && !isSameContent(known, version)) throw unsound('version');
  if (before !== null) requireSameGround(before, ask);
  if (before !== null && !isWithdrawal && version.version <= before.version)
    return note('assistance/already-here');
  // That an ask is withdrawn says nothing that is new; anything else is asked for its agreement.
  if (!isWithdrawal || before === null)
    requireCovered(await coverOf({ ...needs, isLinked: async () => true }, unit, ask, [message.from]));
  const kept = { ...ask, version: Math.max(ask.version, before?.version ?? 0) };
  if (before === null) await asks.insertAsk(unit, kept);
  else await asks.updateAsk(unit, { ...kept, createdAt: before.createdAt });
  if (known === undefined) await asks.putVersion(unit, ask, version);
  if (isWithdrawal) await follow(needs, unit, ask.id, [needs.self]);
  await tell(needs, unit, ask.id);
  note(isWithdrawal ? 'assistance/withdrawn-by-its-asker' : 'assistance/asked-covered-here');
};

/** The step as it came, its sender's own. */
const readStep = (message: Message) => {
  const reading = messages['x-tansiq-assistance-step'].read(firstOf(message.body));
  const read = reading.kind === 'refused' ? null : stepFromWire(reading.message);
  if (read === null) throw unsound('x-tansiq-assistance-step');
  if (read.writer !== message.from) throw notForUs();
  if (!isReadableStep(read.content)) throw unsound('hidden');
  return read;
};

type ReadStep = ReturnType<typeof readStep>;

/** On which side of which ask it was said. What was never asked, or not of him, is refused alike. */
const sideOf = (ask: StoredAsk | null, read: ReadStep, { self }: AssistanceNeeds): StoredStep['side'] => {
  if (ask === null || ask.state === 'draft') throw notForUs();
  const isHost = read.writer === ask.originator && read.party === self && ask.originator !== self;
  const isPartner =
    read.writer === read.party && ask.originator === self && recipientsOf(ask).includes(read.party);
  if (!isHost && !isPartner) throw notForUs();
  return isHost ? 'host' : 'partner';
};

/** A fault where it does not hold what it must, or could not be said by one who knew what it says he knew. */
const requireSayable = (
  read: ReadStep,
  side: StoredStep['side'],
  said: readonly StoredStep[],
  { versions, now }: { readonly versions: readonly StoredVersion[]; readonly now: string },
): void => {
  if (!isOfSide(side, read.content.kind)) throw unsound('step');
  const asked = versions.find(({ version }) => version === read.askVersion);
  if (asked === undefined) throw unsound('ask_version');
  const other = side === 'host' ? 'partner' : 'host';
  if (read.seen > lastOf(said, other) || read.number <= lastOf(said, side)) throw unsound('number');
  const known = knownTo(said, { side, number: read.number, seen: read.seen });
  const meant = read.content.kind === 'accept' ? known.offer?.askVersion : read.askVersion;
  const lines = (versions.find(({ version }) => version === meant) ?? asked).content.lines;
  const problems = stepProblems(read.content, lines);
  if (problems.length > 0) throw unsound(...problems);
  if (applyStep<TravelledStep>(known, { ...read, side }) === null) throw unsound('step');
  if (read.content.kind === 'accept') requireStanding(known.offer?.content, read.createdAt, now);
};

/** An acceptance said in time that was long on its way still holds: so long at most. */
const heardWithinMs = 7 * dayMs;

/** Bound is whose offer was accepted in time: as the host says, and not long after by his own clock. */
const requireStanding = (
  offer: Pick<ReadStep['content'], 'validUntil'> | undefined,
  said: string,
  now: string,
): void => {
  if (isLapsed(offer, said) || isLapsed(offer, later(now, -heardWithinMs)))
    throw new Fault('assistance/offer-lapsed');
};

const requireInTime = (ask: StoredAsk, versions: readonly StoredVersion[], read: ReadStep, now: string) => {
  if (ask.state === 'withdrawn') throw new Fault('assistance/ended');
  const last = versions.at(-1);
  const isLate = last !== undefined && lastInstantOf(last.content) <= now;
  if (isLate && read.content.kind !== 'withdraw') throw new Fault('assistance/ended');
};

const takeStep = async (needs: AssistanceNeeds, unit: Unit, message: Message): Promise<void> => {
  const read = readStep(message);
  const ask = await asks.lockAsk(unit, read.ask);
  const side = sideOf(ask, read, needs);
  if (ask === null) throw notForUs();
  const note = (rule: string): void =>
    message.note({
      verb: 'assistance.hear-step',
      subject: ask.id,
      rule,
      details: { step: read.id, kind: read.content.kind, number: read.number, version: read.askVersion },
    });
  const all = await steps.stepsOf(unit, [ask.id], read.party);
  const same = all.find(({ id }) => id === read.id);
  if (same !== undefined) {
    const isSame = same.number === read.number && canonical(same.content) === canonical(read.content);
    if (!isSame) throw unsound('id');
    return note('assistance/already-here');
  }
  const said = all.filter(hasTravelled);
  if (said.length >= assistanceLimits.steps) throw new Fault('assistance/full');
  const { all: versions } = await versionsIn(unit, ask.id);
  const issued = versions.filter(({ state }) => state === 'issued');
  requireInTime(ask, issued, read, needs.clock.now());
  requireSayable(read, side, said, { versions: issued, now: needs.clock.now() });
  // Who withdraws, or has read, says nothing that needs a ground.
  if (read.content.kind !== 'withdraw' && read.content.kind !== 'read')
    requireCovered(await coverOf({ ...needs, isLinked: async () => true }, unit, ask, [message.from]));
  await steps.insertStep(unit, ask, heard(read, side, message, needs));
  await follow(needs, unit, ask.id, [read.party]);
  await tell(needs, unit, ask.id);
  note('assistance/said-by-the-other-side');
};

/** Nobody speaks from the future: what claims to is kept under the time at which it came. */
const heard = (
  read: ReadStep,
  side: StoredStep['side'],
  { receivedAt }: Message,
  { clock }: AssistanceNeeds,
): StoredStep => ({
  ...read,
  side,
  state: 'heard',
  author: null,
  createdAt: read.createdAt < later(clock.now(), 1) ? read.createdAt : clock.now(),
  releasedAt: receivedAt,
  envelope: null,
  returned: null,
});

/** What the other node would not have was not said: it counts for nothing here either. */
const takeReceipt = async (needs: AssistanceNeeds, unit: Unit, news: ReceiptNews): Promise<void> => {
  await unit.asHouse('assistance', async (house) => {
    const step = news.outcome === 'refused' ? await steps.markTurnedAway(house, news.envelope) : null;
    if (step === null) return;
    await follow(needs, house, step.ask, [step.party]);
    await tell(needs, house, step.ask);
  });
};

/** Names who takes asks and steps, and who hears what became of those that were sent. */
export const registerAssistanceMessages = (source: AssistanceSource, needs: AssistanceNeeds): void => {
  source.onMessage(assistanceKinds.ask, (unit, message) => takeAsk(needs, unit, message));
  source.onMessage(assistanceKinds.step, (unit, message) => takeStep(needs, unit, message));
  source.onReceipt(assistanceKinds.step, (unit, news) => takeReceipt(needs, unit, news));
};
