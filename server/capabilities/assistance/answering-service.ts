/** The verbs of either side that say the next thing: written, brought before the contact point, released. */
import { randomUUID } from 'node:crypto';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { follow } from './accepted-service.ts';
import type { Side, StepContent, StepDraft } from './answer-contract.ts';
import { lastInstantOf, recipientsOf, type StoredAsk, type StoredVersion } from './ask.ts';
import { assistanceLimits } from './ask-contract.ts';
import { countOfficers } from './deployment/ask-units-store.ts';
import {
  type AssistanceNeeds,
  coverOf,
  holdAsk,
  permitTightened,
  requireCovered,
  tell,
  versionsIn,
} from './needs-service.ts';
import { mayAnswer, mayRelease, mayTakeBack, releaseStep } from './policy.ts';
import { unsound } from './problem-words.ts';
import { hasTravelled, isReadableStep, type StoredStep, stepProblems } from './step.ts';
import * as store from './step-store.ts';
import { applyStep, foldThread, isLapsed, isOfSide, lastOf, type Thread } from './thread.ts';
import { assistanceKinds, stepToWire } from './wire.ts';

/** What a new step is written into: the ask, its last version, and what was said so far. */
interface Place {
  readonly ask: StoredAsk;
  readonly issued: StoredVersion;
  readonly party: PartyId;
  readonly side: Side;
  readonly said: readonly StoredStep[];
  readonly versions: readonly StoredVersion[];
}

/** The lines that a step is about: those of the last version, and to accept, those that were answered. */
const linesMeant = (place: Place, { kind }: StepContent, offer: StoredStep | null) => {
  const version = kind === 'accept' ? offer?.askVersion : undefined;
  const answered = place.versions.find((one) => one.version === version) ?? place.issued;
  return answered.content.lines;
};

/** Both sides are bound by what was accepted: the host asks for more, or either takes its word back. */
const isSecondOffer = ({ state }: Pick<Thread, 'state'>, { kind }: StepContent): boolean =>
  state === 'accepted' && (kind === 'offer' || kind === 'counter');

const isOpen = (state: StoredStep['state']): boolean => state === 'draft' || state === 'proposed';

export const createAnswering = (needs: AssistanceNeeds) => {
  const { verbs, clock, self } = needs;

  /** Where this service speaks: as the host with one whom it asked, as a partner for itself alone. */
  const placeOf = async (unit: Unit, ask: StoredAsk, party: PartyId): Promise<Place> => {
    const side: Side = ask.originator === self ? 'host' : 'partner';
    const isParty = side === 'host' ? recipientsOf(ask).includes(party) : party === self;
    const { all, issued } = await versionsIn(unit, ask.id);
    if (!isParty || issued === null) throw new Fault('access/absent');
    const said = (await store.stepsOf(unit, [ask.id], party)).filter(hasTravelled);
    return { ask, issued, party, side, said, versions: all };
  };

  const requireOpen = ({ ask, issued }: Place, content: StepContent): void => {
    if (ask.state === 'withdrawn') throw new Fault('assistance/ended');
    // Who withdraws says so at any time; all else ends with the last day that is asked for.
    if (content.kind !== 'withdraw' && lastInstantOf(issued.content) <= clock.now())
      throw new Fault('assistance/ended');
  };

  /** A fault where it cannot be said now, or does not hold what it must. */
  const requireSound = (place: Place, content: StepContent): void => {
    const { side, said } = place;
    if (content.kind === 'read' || !isOfSide(side, content.kind)) throw new Fault('assistance/state');
    requireOpen(place, content);
    if (said.length >= assistanceLimits.steps) throw new Fault('assistance/full');
    const thread = foldThread(said);
    const next = {
      id: '',
      side,
      number: lastOf(said, side) + 1,
      seen: lastOf(said, side === 'host' ? 'partner' : 'host'),
      content,
    };
    const problems = stepProblems(content, linesMeant(place, content, thread.offer));
    if (problems.length > 0) throw unsound(problems);
    if (!isReadableStep(content)) throw new Fault('assistance/hidden-text');
    if (applyStep(thread, next) === null)
      throw new Fault(isSecondOffer(thread, content) ? 'assistance/offer-accepted' : 'assistance/state');
    if (content.kind === 'accept' && isLapsed(thread.offer?.content, clock.now()))
      throw new Fault('assistance/offer-lapsed');
    if (content.validUntil !== null && content.validUntil <= clock.now()) throw unsound(['validUntil']);
  };

  /** Who withdraws leaves nobody behind who was named on what was accepted. */
  const requireNobodyLeft = async (
    work: Work,
    { ask, party }: Place,
    { kind }: StepContent,
  ): Promise<void> => {
    if (kind !== 'withdraw') return;
    const { here, toCome } = await work.unit.asHouse('assistance', (house) =>
      countOfficers(house, ask.id, party),
    );
    const count = here + toCome;
    if (count > 0)
      work.refuse('assistance/nobody-here-is-left', new Fault('assistance/officers-named', { count }));
  };

  /** What keeps a step from the other side. Who takes his word back needs a link, and no agreement. */
  const gapFor = async (
    unit: Unit,
    ask: StoredAsk,
    { other, kind }: { readonly other: PartyId; readonly kind: StepContent['kind'] },
  ): Promise<string | null> => {
    if (kind === 'withdraw') return (await needs.isLinked(unit, other)) ? null : 'not-linked';
    const [cover] = await coverOf(needs, unit, ask, [other], true);
    return cover?.gap ?? null;
  };

  const writtenBy = (actor: Actor, place: Place, content: StepContent): StoredStep => ({
    id: randomUUID(),
    ask: place.ask.id,
    party: place.party,
    side: place.side,
    state: 'proposed',
    number: 0,
    seen: 0,
    askVersion: place.issued.version,
    content,
    author: actor.kind === 'person' ? actor.person : null,
    createdAt: clock.now(),
    releasedAt: null,
    envelope: null,
    returned: null,
  });

  /** The step that has not gone out, with its ask, held. */
  const openStep = async (unit: Unit, id: string): Promise<{ ask: StoredAsk; step: StoredStep }> => {
    const found = await store.findStep(unit, id);
    if (found === null) throw new Fault('access/absent');
    const ask = await holdAsk(unit, found.ask);
    const step = await store.findStep(unit, id);
    if (step === null || hasTravelled(step) || step.state === 'turned-away')
      throw new Fault('assistance/state');
    return { ask, step };
  };

  const permitAnswer = async (work: Work, actor: Actor, ask: StoredAsk): Promise<void> => {
    work.permit(mayAnswer(actor, self, ask));
    await permitTightened(needs, work, { actor, act: 'compose', ask });
  };

  return {
    /** Says the next thing, for the contact point to release; answers the step's id. */
    answer: (actor: Actor, id: string, { party, content }: StepDraft): Promise<string> =>
      verbs.run({ actor, verb: 'assistance.answer', subject: id }, async (work) => {
        const { unit, note } = work;
        const ask = await holdAsk(unit, id);
        await permitAnswer(work, actor, ask);
        const place = await placeOf(unit, ask, party);
        requireSound(place, content);
        await requireNobodyLeft(work, place, content);
        const waiting = await store.stepsOf(unit, [id], party);
        if (waiting.some(({ side, state }) => side === place.side && isOpen(state)))
          throw new Fault('assistance/step-waits');
        const step = writtenBy(actor, place, content);
        await store.insertStep(unit, ask, step);
        note({ step: step.id, kind: content.kind, party });
        await tell(needs, unit, id);
        return step.id;
      }),

    /** Writes anew what has not gone out, and brings it before the contact point again. */
    rewrite: (actor: Actor, id: string, content: StepContent): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.answer', subject: id }, async (work) => {
        const { unit, note } = work;
        const { ask, step } = await openStep(unit, id);
        await permitAnswer(work, actor, ask);
        const place = await placeOf(unit, ask, step.party);
        requireSound(place, content);
        await store.rewriteStep(unit, { ...writtenBy(actor, place, content), id });
        note({ ask: ask.id, kind: content.kind, party: step.party });
        await tell(needs, unit, ask.id);
      }),

    /** Takes it back before it went out; the contact point gives it back with a reason. */
    takeBackStep: (actor: Actor, id: string, reason: string | null): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.take-back', subject: id }, async ({ unit, permit, note }) => {
        const { ask, step } = await openStep(unit, id);
        permit(mayTakeBack(actor, self, ask));
        if (step.state !== 'proposed') throw new Fault('assistance/state');
        await store.rewriteStep(unit, { ...step, state: 'draft', returned: reason });
        note({ ask: ask.id });
        await tell(needs, unit, ask.id);
      }),

    /** Gives up what has not gone out. */
    discardStep: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.discard', subject: id }, async ({ unit, permit, note }) => {
        const { ask } = await openStep(unit, id);
        permit(mayAnswer(actor, self, ask));
        await store.deleteStep(unit, id);
        note({ ask: ask.id });
        await tell(needs, unit, ask.id);
      }),

    /** Lets it leave. What changed since it was written is asked again: the other side may have spoken. */
    releaseStep: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.release-step', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { ask, step } = await openStep(unit, id);
        permit(mayRelease(actor, self, ask, step.author));
        await permitTightened(needs, work, { actor, act: 'release', ask });
        if (step.state !== 'proposed') throw new Fault('assistance/state');
        const place = await placeOf(unit, ask, step.party);
        requireSound(place, step.content);
        await requireNobodyLeft(work, place, step.content);
        const { side, said, party } = place;
        const at = clock.now();
        const numbered = {
          ...step,
          number: lastOf(await store.stepsOf(unit, [ask.id], party), side) + 1,
          seen: lastOf(said, side === 'host' ? 'partner' : 'host'),
        };
        const other = side === 'host' ? party : ask.originator;
        const gap = await gapFor(unit, ask, { other, kind: step.content.kind });
        requireCovered([{ party: other, gap }]);
        const body = toBundle([stepToWire(numbered, { writer: self, at })]);
        const copy = { kind: assistanceKinds.step, body };
        const released = releaseStep(ask, { party, self, gap }, copy);
        if (released === null) throw new Fault('access/absent');
        const envelope = await needs.federation.send(unit, released);
        await store.markReleased(unit, numbered, { at, by: actorName(actor), envelope });
        await follow(needs, unit, ask.id, [party]);
        note({ ask: ask.id, kind: step.content.kind, disclosedTo: [other], agreement: ask.agreement });
        await tell(needs, unit, ask.id);
      }),
  };
};
