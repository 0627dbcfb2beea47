/**
 * How an ask stands with one partner: what the steps of the two sides come to. Pure. Both nodes compute the
 * same from the same steps, whatever crossed on the way: a step stands after those that its writer had seen,
 * and of two that crossed the partner's stands first, so that nobody is bound to what was changed meanwhile.
 */
import type { Instant } from '../../kernel/time.ts';
import type { Side, StepContent, StepKind, ThreadState } from './answer-contract.ts';

/** A step that went out or came, as the rules look at it. */
export interface TravelledStep {
  readonly id: string;
  readonly side: Side;
  /** Counts its writer's steps. */
  readonly number: number;
  /** The number of the other side's last step that its writer knew of; 0 for none. */
  readonly seen: number;
  readonly content: StepContent;
}

/** What was accepted, and of which offer. */
export interface Acceptance<Step extends TravelledStep = TravelledStep> {
  readonly accept: Step;
  readonly offer: Step;
}

export interface Thread<Step extends TravelledStep = TravelledStep> {
  readonly state: ThreadState;
  /** The offer that stands, accepted or not. */
  readonly offer: Step | null;
  readonly acceptance: Acceptance<Step> | null;
  /** Steps that crossed with one of the other side and have no effect. */
  readonly crossed: ReadonlySet<string>;
}

const partnerKinds: readonly StepKind[] = ['read', 'offer', 'counter', 'decline', 'withdraw'];
const hostKinds: readonly StepKind[] = ['accept', 'reject', 'more', 'withdraw'];

/** Whether this side may say such a thing at all. */
export const isOfSide = (side: Side, kind: StepKind): boolean =>
  (side === 'host' ? hostKinds : partnerKinds).includes(kind);

const beginning: Thread<never> = { state: 'asked', offer: null, acceptance: null, crossed: new Set() };

/** From which states each side may say what; what more it takes is asked below. */
const from: Readonly<Record<Side, Partial<Record<StepKind, readonly ThreadState[]>>>> = {
  partner: {
    offer: ['asked', 'offered', 'countered', 'declined', 'rejected', 'more-asked', 'withdrawn', 'cancelled'],
    counter: [
      'asked',
      'offered',
      'countered',
      'declined',
      'rejected',
      'more-asked',
      'withdrawn',
      'cancelled',
    ],
    decline: ['asked', 'more-asked', 'rejected', 'cancelled'],
    withdraw: ['offered', 'countered', 'accepted', 'more-asked'],
  },
  host: {
    accept: ['offered', 'countered', 'accepted', 'more-asked'],
    reject: ['offered', 'countered'],
    more: ['offered', 'countered', 'declined', 'accepted', 'rejected', 'withdrawn', 'cancelled'],
    withdraw: ['accepted', 'offered', 'countered', 'more-asked'],
  },
};

/** The lines of an acceptance are of the offer, and no more of each than it has. */
const isWithin = (accept: StepContent, offer: StepContent): boolean =>
  accept.lines.length > 0 &&
  accept.lines.every(({ line, quantity }) =>
    offer.lines.some((offered) => offered.line === line && quantity <= offered.quantity),
  );

const applyPartner = <Step extends TravelledStep>(thread: Thread<Step>, step: Step): Thread<Step> | null => {
  const { kind } = step.content;
  switch (kind) {
    case 'offer':
      return { ...thread, state: 'offered', offer: step };
    case 'counter':
      return { ...thread, state: 'countered', offer: step };
    case 'decline':
      // Who was asked for more and has no more stands by what was accepted.
      return thread.acceptance === null
        ? { ...thread, state: 'declined', offer: null }
        : { ...thread, state: 'accepted', offer: thread.acceptance.offer };
    case 'withdraw':
      return thread.offer === null ? null : { ...thread, state: 'withdrawn', offer: null, acceptance: null };
    default:
      return null;
  }
};

const applyHost = <Step extends TravelledStep>(thread: Thread<Step>, step: Step): Thread<Step> | null => {
  const { offer, acceptance } = thread;
  const { kind, answers } = step.content;
  const isMeant = offer !== null && answers === offer.number;
  switch (kind) {
    case 'accept':
      return isMeant && isWithin(step.content, offer.content)
        ? { ...thread, state: 'accepted', acceptance: { accept: step, offer } }
        : null;
    case 'reject':
      if (!isMeant) return null;
      // What was accepted before the new offer still stands.
      return acceptance === null
        ? { ...thread, state: 'rejected', offer: null }
        : { ...thread, state: 'accepted', offer: acceptance.offer };
    case 'more':
      return { ...thread, state: 'more-asked' };
    case 'withdraw':
      return acceptance === null ? null : { ...thread, state: 'cancelled', offer: null, acceptance: null };
    default:
      return null;
  }
};

/** The thread after a step; null where it cannot be said now. */
export const applyStep = <Step extends TravelledStep>(
  thread: Thread<Step>,
  step: Step,
): Thread<Step> | null => {
  if (step.side === 'partner' && step.content.kind === 'read') return thread;
  if (!(from[step.side][step.content.kind] ?? []).includes(thread.state)) return null;
  return step.side === 'partner' ? applyPartner(thread, step) : applyHost(thread, step);
};

/** All steps in the one order that both nodes give them. */
export const inOrder = <Step extends TravelledStep>(steps: readonly Step[]): readonly Step[] => {
  const of = (side: Side): Step[] =>
    steps.filter((step) => step.side === side).sort((one, other) => one.number - other.number);
  const [partner, host] = [of('partner'), of('host')];
  const ordered: Step[] = [];
  let [lastOfPartner, lastOfHost] = [0, 0];
  for (;;) {
    const [fromPartner, fromHost] = [partner[0], host[0]];
    const isFree = fromPartner !== undefined && (fromHost === undefined || fromPartner.seen <= lastOfHost);
    const next = isFree ? fromPartner : (fromHost ?? fromPartner);
    if (next === undefined) return ordered;
    ordered.push(next);
    if (next.side === 'partner') lastOfPartner = partner.shift()?.number ?? lastOfPartner;
    else lastOfHost = host.shift()?.number ?? lastOfHost;
  }
};

/** What the steps come to. A step that cannot be said where it stands has crossed and changes nothing. */
export const foldThread = <Step extends TravelledStep>(steps: readonly Step[]): Thread<Step> => {
  let thread: Thread<Step> = beginning;
  const crossed = new Set<string>();
  for (const step of inOrder(steps)) {
    const after = applyStep(thread, step);
    if (after === null) crossed.add(step.id);
    else thread = after;
  }
  return { ...thread, crossed };
};

/** The thread as the writer of a step knew it: his own steps, and those that he had seen. */
export const knownTo = <Step extends TravelledStep>(
  steps: readonly Step[],
  step: Pick<TravelledStep, 'side' | 'number' | 'seen'>,
): Thread<Step> =>
  foldThread(
    steps.filter(({ side, number }) => (side === step.side ? number < step.number : number <= step.seen)),
  );

/** Whether the time for which an offer was made is over at a moment. */
export const isLapsed = (offer: Pick<StepContent, 'validUntil'> | null | undefined, at: Instant): boolean => {
  const until = offer?.validUntil ?? null;
  return until !== null && until <= at;
};

/** The number of a side's last step; 0 where it has said nothing. */
export const lastOf = (steps: readonly Pick<TravelledStep, 'side' | 'number'>[], side: Side): number =>
  Math.max(0, ...steps.filter((step) => step.side === side).map(({ number }) => number));

/** How many of a line are offered, and how many accepted, by this partner. */
export const quantitiesOf = (thread: Thread, line: string): { offered: number; accepted: number } => {
  const of = (content: StepContent | undefined): number =>
    content?.lines.find((one) => one.line === line)?.quantity ?? 0;
  return { offered: of(thread.offer?.content), accepted: of(thread.acceptance?.accept.content) };
};
