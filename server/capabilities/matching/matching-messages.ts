/** Federation adapter of matching: sets that are announced, questions and answers as they come. */
import { randomUUID } from 'node:crypto';
import type { Federation, Message } from '../../federation/index.ts';
import { sha256 } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import { readId } from '../../kernel/ids.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { elementBytes, oprfLimits, proofBytes } from '../../plumbing/oprf/index.ts';
import * as checks from './check-store.ts';
import { isUnusual, matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { matchGap } from './policy.ts';
import * as questions from './question-store.ts';
import * as sets from './set-store.ts';
import { takeHit } from './telling-service.ts';
import { matchingKinds, readAnswer, readQuestion, readSet, toBytes } from './wire.ts';

/** Where matching hangs its handlers. */
export type MatchingSource = Pick<Federation, 'onMessage' | 'onReceipt' | 'onBytes'>;

const unsound = (): Fault => new Fault('matching/message-unsound');

/** The message, if it is sound and its sender's own. */
const own = <Read extends { readonly created_by_ref: string }>(read: Read | null, from: string): Read => {
  if (read === null || read.created_by_ref !== from) throw unsound();
  return read;
};

const agreementOf = async (needs: MatchingNeeds, unit: Unit, ref: string) => {
  const id = readId('agreement', ref);
  return id === null ? null : needs.agreements.find(unit, id);
};

const takeSet = async (needs: MatchingNeeds, unit: Unit, message: Message): Promise<void> => {
  const read = own(readSet(message.body), message.from);
  const agreement = await agreementOf(needs, unit, read.agreement_ref);
  const isAgreed =
    agreement?.state === 'in-force' &&
    agreement.matching !== undefined &&
    agreement.parties.includes(message.from);
  if (!isAgreed) throw new Fault('matching/not-covered');
  const publicKey = toBytes(read.public_key);
  if (read.filter.bytes > matchingLimits.filterBytes)
    throw new Fault('matching/too-many', { limit: matchingLimits.filterBytes });
  if (!(await needs.oprf.check(publicKey))) throw new Fault('matching/not-elements');
  const { epoch, version, filter, delta = null } = read;
  const held = await sets.findHeld(unit, agreement.id, message.from);
  // One key for an epoch: with two he could tell one check from another by what he answers.
  if (held?.epoch === epoch && Buffer.compare(held.public_key, publicKey) !== 0)
    throw new Fault('matching/key-changed');
  const announced = { agreement: agreement.id, epoch, publicKey, version, filter, delta };
  await sets.keepAnnounced(unit, { ...announced, partner: message.from, holder: needs.self });
  message.note({
    verb: 'matching.hear-set',
    subject: agreement.id,
    rule: 'matching/agreed',
    details: { epoch, version, filterBytes: filter.bytes },
  });
};

/** How much of the day's share is spent, and whether this question makes the day unusual. */
const weigh = async (
  needs: MatchingNeeds,
  unit: Unit,
  of: Parameters<typeof questions.askedByDay>[1] & { readonly asked: number; readonly perDay: number },
): Promise<boolean> => {
  const at = needs.clock.now();
  const since = `${dayOf(later(at, -matchingLimits.usualDays * dayMs))}T00:00:00.000Z`;
  const days = await questions.askedByDay(unit, of, since);
  const before = days.filter(({ day }) => day !== dayOf(at)).map(({ asked }) => asked);
  const today = (days.find(({ day }) => day === dayOf(at))?.asked ?? 0) + of.asked;
  if (today > of.perDay) throw new Fault('matching/quota-spent', { limit: of.perDay });
  return isUnusual(today, before);
};

const takeQuestion = async (needs: MatchingNeeds, unit: Unit, message: Message): Promise<void> => {
  const { from } = message;
  const read = own(readQuestion(message.body), from);
  const agreement = await agreementOf(needs, unit, read.agreement_ref);
  if (agreement?.matching === undefined || matchGap(agreement, read, [needs.self, from]) !== null)
    throw new Fault('matching/not-covered');
  const elements = toBytes(read.elements);
  const asked = elements.length / elementBytes;
  if (!Number.isInteger(asked)) throw unsound();
  if (asked > matchingLimits.identifiers)
    throw new Fault('matching/too-many', { limit: matchingLimits.identifiers });
  const set = await sets.findServing(unit, agreement.id, from);
  if (set === null || set.epoch !== read.epoch) throw new Fault('matching/other-epoch');
  const { perDay } = agreement.matching;
  const alarm = await weigh(needs, unit, { agreement: agreement.id, partner: from, asked, perDay });
  if (!(await needs.oprf.check(elements))) throw new Fault('matching/not-elements');
  const { field, purpose } = read;
  const facts = {
    id: read.id,
    agreement: agreement.id,
    partner: from,
    set_id: set.id,
    field,
    purpose,
    asked,
  };
  const isNew = await questions.insertQuestion(unit, {
    ...facts,
    elements,
    holder: needs.self,
    elementsHash: sha256(elements).toString('hex'),
    receivedAt: message.receivedAt,
    alarm,
  });
  if (!isNew) throw new Fault('matching/replayed');
  const details = { agreement: agreement.id, field, purpose, asked, epoch: read.epoch };
  message.note({ verb: 'matching.hear-question', subject: read.id, rule: 'matching/agreed', details });
  if (!alarm) return;
  message.note({
    verb: 'matching.alarm',
    subject: agreement.id,
    rule: 'matching/far-from-usual',
    details: { asked },
  });
  await needs.live.announce(unit, { topic: 'matching.alarm', id: randomUUID() });
};

const takeAnswer = async (_needs: MatchingNeeds, unit: Unit, message: Message): Promise<void> => {
  const read = own(readAnswer(message.body), message.from);
  const check = await checks.findAsked(unit, read.question_ref);
  if (check === null || check.partner !== message.from) throw new Fault('matching/unasked');
  const [evaluated, proofs] = [toBytes(read.elements), toBytes(read.proofs)];
  const isWhole =
    evaluated.length === check.sent * elementBytes &&
    proofs.length === Math.ceil(check.sent / oprfLimits.piece) * proofBytes;
  if (!isWhole) throw unsound();
  await checks.keepAnswer(unit, check.id, { evaluated, proofs });
  const details = { asked: check.asked };
  message.note({ verb: 'matching.hear-answer', subject: check.id, rule: 'matching/answers-ours', details });
};

/** Names who takes what partners say, and who gives them filters. Before the federation starts. */
export const registerMatchingMessages = (
  source: MatchingSource,
  needs: MatchingNeeds,
  parts: { readonly kick: () => void; readonly give: Parameters<Federation['onBytes']>[0] },
): void => {
  const handle = (kind: string, take: typeof takeSet) =>
    source.onMessage(kind, async (unit, message) => {
      await take(needs, unit, message);
      unit.afterCommit(parts.kick);
    });
  handle(matchingKinds.set, takeSet);
  handle(matchingKinds.question, takeQuestion);
  handle(matchingKinds.answer, takeAnswer);
  handle(matchingKinds.hit, takeHit);
  source.onReceipt(matchingKinds.question, async (unit, { envelope, outcome, fault }) => {
    if (outcome === 'refused')
      await checks.refuseByEnvelope(unit, envelope, fault ?? 'matching/message-unsound');
  });
  source.onBytes(parts.give);
};
