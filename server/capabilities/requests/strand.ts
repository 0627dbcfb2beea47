/** A strand as kept: what one node knows of a request at one addressee. Pure. */
import type { DeskId, ItemId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import { dueAt, hourMs, nextAt, pause, resume, type StrandClock, start, stop, unstarted } from './clock.ts';
import type { RefusalGround, StepKind, StrandView, Urgency } from './contract.ts';
import { clockEffect, type Side, type Standing, waitsFor } from './request.ts';

export interface Strand extends Standing {
  readonly item: ItemId;
  readonly addressee: PartyId;
  readonly requester: PartyId;
  readonly urgency: Urgency;
  readonly field: Field;
  readonly clock: StrandClock;
  readonly saidReceivedAt: Instant | null;
  readonly saidDueAt: Instant | null;
  readonly ground: RefusalGround | null;
  readonly desk: DeskId | null;
  readonly assignee: PersonId | null;
  /** Whom it was brought to when its time was up: the head of its desk, or who stood in for him. */
  readonly escalatedTo: PersonId | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}

/** After all that has a date: what stands still comes last. */
const endOfTime: Instant = '9999-12-31T00:00:00.000Z';

/** Which of the two this node is. */
export const sideAt = (strand: Pick<Strand, 'requester'>, self: PartyId): Side =>
  strand.requester === self ? 'requester' : 'addressee';

/** What a step makes of it at this moment; `next` is where it leads. */
export const afterStep = (strand: Strand, kind: StepKind, next: Standing, at: Instant): Strand => {
  const clocks = {
    start: () => start(strand.clock, at),
    pause: () => pause(strand.clock, at),
    resume: () => resume(strand.clock, at),
    stop: () => stop(strand.clock, at),
    none: () => strand.clock,
  };
  return { ...strand, ...next, clock: clocks[clockEffect(kind)](), changedAt: at };
};

/** What the tables and the board draw from it. */
export const drawn = (strand: Strand, self: PartyId) => {
  const turn = waitsFor(strand.state, sideAt(strand, self));
  const due = dueAt(strand.clock);
  return {
    waitsFor: turn,
    dueAt: due,
    nextAt: nextAt(strand.clock),
    orderAt: turn === null ? strand.changedAt : (due ?? endOfTime),
  };
};

export const newStrand = (
  given: Pick<Strand, 'item' | 'addressee' | 'requester' | 'urgency' | 'field' | 'desk'> & {
    readonly hours: number;
    readonly at: Instant;
  },
): Strand => {
  const { hours, at, ...named } = given;
  return {
    ...named,
    state: 'sent',
    resume: null,
    clock: unstarted(hours * hourMs),
    saidReceivedAt: null,
    saidDueAt: null,
    ground: null,
    assignee: null,
    escalatedTo: null,
    openedAt: at,
    changedAt: at,
  };
};

export const presentStrand = (strand: Strand, self: PartyId, offered: readonly StepKind[]): StrandView => {
  const { waitsFor: turn, dueAt: due } = drawn(strand, self);
  return {
    item: strand.item,
    requester: strand.requester,
    addressee: strand.addressee,
    state: strand.state,
    waitsFor: turn,
    urgency: strand.urgency,
    field: strand.field,
    startedAt: strand.clock.startedAt,
    termHours: strand.clock.termMs / hourMs,
    dueAt: due,
    pausedAt: strand.clock.pausedAt,
    stoppedAt: strand.clock.stoppedAt,
    level: strand.clock.level,
    saidReceivedAt: strand.saidReceivedAt,
    saidDueAt: strand.saidDueAt,
    ground: strand.ground,
    desk: strand.desk,
    assignee: strand.assignee,
    escalatedTo: strand.escalatedTo,
    openedAt: strand.openedAt,
    changedAt: strand.changedAt,
    offered: [...offered],
  };
};
