/**
 * What the holder is told of hits, as far as the agreement says that it is; and what its officers make of it:
 * whether a formal request, if one comes, is to be answered. Nothing of that leaves.
 */
import type { Message } from '../../federation/index.ts';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { identifierKinds } from '../../plumbing/identifiers/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { StoredCheck } from './check-store.ts';
import type { Told } from './contract.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import type { Observed } from './observed.ts';
import { mayConsultCards, mayDecide, mayReadCards, releaseMatching } from './policy.ts';
import * as questions from './question-store.ts';
import * as records from './record-store.ts';
import * as told from './told-store.ts';
import { hitToWire, matchingKinds, readHit } from './wire.ts';

const nobody = '';

/** Tells the holder of cards that were opened; in the transaction that opens them. */
export const tellHits = async (
  needs: MatchingNeeds,
  { unit, note }: Pick<Work, 'unit' | 'note'>,
  check: StoredCheck,
  opened: readonly Observed[],
): Promise<void> => {
  const agreement = await needs.agreements.find(unit, check.agreement);
  const terms = agreement?.matching?.hitsTold;
  if (agreement === null || terms === undefined || check.question === null || opened.length === 0) return;
  const identifiers = terms === 'identifiers' ? opened : null;
  const hit = { question: check.question, hits: opened.length, identifiers };
  const body = toBundle([hitToWire(hit, { by: needs.self, at: needs.clock.now() })]);
  const released = releaseMatching(agreement, check.partner, { kind: matchingKinds.hit, body });
  if (released === null) return;
  await needs.federation.send(unit, released);
  note({ told: opened.length, disclosedTo: [check.partner] });
};

/**
 * Takes what a partner tells of hits. What he names and is not to be found here is not kept, and the receipt
 * is the same: by telling of hits nobody finds out what is held.
 */
export const takeHit = async (needs: MatchingNeeds, unit: Unit, message: Message): Promise<void> => {
  const read = readHit(message.body);
  if (read === null || read.created_by_ref !== message.from) throw new Fault('matching/message-unsound');
  const question = await questions.findQuestion(unit, message.from, read.question_ref);
  if (question === null) throw new Fault('matching/unasked');
  const agreement = await needs.agreements.find(unit, question.agreement);
  const terms = agreement?.state === 'in-force' ? agreement.matching?.hitsTold : undefined;
  const { hits, identifiers = null } = read;
  if (agreement === null || terms === undefined) throw new Fault('matching/not-covered');
  if ((identifiers === null) !== (terms === 'count')) throw new Fault('matching/not-covered');
  const isCounted = identifiers === null || identifiers.length === hits;
  if (!isCounted || hits + (await told.toldOf(unit, question.id)) > question.asked)
    throw new Fault('matching/message-unsound');
  const today = dayOf(needs.clock.now());
  const named = (identifiers ?? []).flatMap(({ kind: text, form }) => {
    const kind = identifierKinds.find((one) => one === text);
    return kind === undefined ? [] : [{ kind, form }];
  });
  const { fields, purposes } = agreement;
  const standing = await records.standing(unit, { partner: message.from, fields, purposes, today }, named);
  const cards =
    identifiers === null ? [{ kind: null, form: null, hits }] : standing.map((one) => ({ ...one, hits: 1 }));
  const { field, purpose } = question;
  await told.insertTold(
    unit,
    {
      holder: needs.self,
      question: question.id,
      agreement: agreement.id,
      partner: message.from,
      field,
      purpose,
      at: message.receivedAt,
      eraseOn: dayOf(later(needs.clock.now(), matchingLimits.keptDays * dayMs)),
    },
    cards,
  );
  const details = { hits, kept: cards.length, field, purpose };
  message.note({ verb: 'matching.hear-hits', subject: question.id, rule: 'matching/agreed', details });
  await needs.live.announce(unit, { topic: 'matching.told', id: question.id });
};

/** With items of ours that name it, so that its reader finds what the partner found. */
const withItems = async (unit: Unit, actor: Actor, found: readonly told.ToldHit[]): Promise<Told[]> => {
  const clearance = actor.kind === 'person' ? actor.clearance : 'clear';
  const most = { clearance, limit: matchingLimits.itemsNamed };
  const named = found.flatMap(({ kind, form }) => (kind === null || form === null ? [] : [{ kind, form }]));
  const naming = await unit.asHouse('matching', (house) => records.itemsNaming(house, named, most));
  return found.map((one) => {
    const same = naming.find(({ kind, form }) => kind === one.kind && form === one.form);
    return { ...one, items: [...(same?.items ?? [])] };
  });
};

export const createTold = (needs: MatchingNeeds) => ({
  /** Hits that partners told of. */
  list: (actor: Actor): Promise<Told[]> =>
    needs.verbs.run({ actor, verb: 'matching.list-told', subject: null }, async ({ unit, permit, note }) => {
      permit(mayReadCards(actor, needs.self));
      const found = await told.listTold(unit, matchingLimits.listed);
      const isPersonal = mayConsultCards(
        actor,
        found.map(({ kind }) => ({ officer: nobody, kind })),
      );
      permit(isPersonal.decision);
      if (isPersonal.personal) note({ personal: true });
      return withItems(unit, actor, found);
    }),

  /** Says whether a formal request about it, if one comes, is to be answered; once. */
  decide: (actor: Actor, id: string, isToAnswer: boolean): Promise<Told> =>
    needs.verbs.run({ actor, verb: 'matching.decide-told', subject: id }, async ({ unit, permit, note }) => {
      const found = await told.findTold(unit, id);
      if (found === null) throw new Fault('access/absent');
      permit(mayDecide(actor, needs.self));
      const state = isToAnswer ? 'to-answer' : 'not-to-answer';
      const decision = { state, by: actorName(actor), at: needs.clock.now() } as const;
      if (!(await unit.asHouse('matching', (house) => told.decideTold(house, id, decision))))
        throw new Fault('matching/card-decided');
      note({ state });
      await needs.live.announce(unit, { topic: 'matching.told', id });
      const [decided] = await withItems(unit, actor, [{ ...found, state }]);
      assert(decided !== undefined, 'a told hit that was decided on is gone');
      return decided;
    }),
});
