/**
 * Who may see, take on and answer a request, and which word of it may leave. Pure. Whether a request exists
 * for someone is exchange's to say: it is an item. The only place where a step is minted to be sent.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Actor, allow, type Decision, refuse } from '../../kernel/decision.ts';
import type { DeskId, PartyId } from '../../kernel/ids.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';
import { exchangePolicy } from '../exchange/index.ts';
import type { StepKind, StrandState } from './contract.ts';
import { type Side, sideOf, stepsFrom } from './request.ts';

export type ItemView = Parameters<typeof exchangePolicy.mayRead>[1];

/** What the rules look at beside the item. */
export interface StrandFacts {
  readonly requester: PartyId;
  readonly addressee: PartyId;
  readonly desk: DeskId | null;
}

/** Those who speak for their service about a request: to the partner, in words that leave the country. */
const speakers: readonly string[] = ['watch-officer', 'liaison-officer', 'centre-head', 'contact-point'];
/** Those who route what comes in, and hand it over. */
const routers: readonly string[] = ['watch-officer', 'centre-head', 'contact-point'];

/** May he follow it: see its strands, steps and answers? This service's people who may read the item. */
export const mayFollow = (actor: Actor, item: ItemView): Decision => {
  const readable = exchangePolicy.mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  if (actor.kind === 'peer') return refuse('requests/peers-are-told', 'access/absent');
  return actor.party === item.holder
    ? allow('requests/readers-follow')
    : refuse('requests/guests-follow-on-their-own-node', 'access/absent');
};

/** May he write a request? Who writes items. */
export const mayAsk = exchangePolicy.mayCompose;

/** May he open the board? What stands on it is up to `mayFollow`, line by line. */
export const mayBoard = (actor: Actor, self: PartyId): Decision => {
  const lists = exchangePolicy.mayList(actor);
  if (lists.kind === 'refused') return lists;
  return actor.party === self && actor.kind !== 'peer'
    ? allow('requests/board-shows-what-he-may-follow')
    : refuse('requests/guests-follow-on-their-own-node');
};

/** May he keep what he is writing? Who writes items; it is his own, and nobody else's to read. */
export const mayScribble = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' ? exchangePolicy.mayCompose(actor, self, 'clear') : refuse('requests/people-write');

const onSide = (strand: StrandFacts, self: PartyId, side: Side): boolean =>
  (side === 'requester' ? strand.requester : strand.addressee) === self;

/** May he tell the other side this? Who speaks for the service, on the side whose step it is. */
export const mayStep = (
  actor: Actor,
  item: ItemView,
  about: { readonly strand: StrandFacts; readonly kind: StepKind; readonly self: PartyId },
): Decision => {
  const follows = mayFollow(actor, item);
  if (follows.kind === 'refused') return follows;
  const { strand, kind, self } = about;
  if (!onSide(strand, self, sideOf(kind))) return refuse('requests/the-other-sides-step');
  return maySpeak(actor, kind);
};

const maySpeak = (actor: Actor, kind: StepKind): Decision => {
  if (actor.kind !== 'person') return allow('requests/house');
  // That a service refuses is settled by who answers for it; the watch brings it to him.
  if (kind === 'refused' && actor.role === 'watch-officer') return refuse('requests/refusals-are-settled');
  return speakers.includes(actor.role) ? allow('requests/speakers') : refuse('requests/speakers');
};

/** What the house says by itself: that it came, and that an answer went. */
const ofTheHouse: readonly StepKind[] = ['received', 'partly', 'answered'];

/** The steps worth offering to a reader who follows the strand; `mayStep` decides when he takes one. */
export const offeredTo = (
  actor: Actor,
  strand: StrandFacts & { readonly state: StrandState },
  self: PartyId,
): readonly StepKind[] =>
  stepsFrom(strand.state, strand.requester === self ? 'requester' : 'addressee').filter(
    (kind) => !ofTheHouse.includes(kind) && maySpeak(actor, kind).kind === 'allowed',
  );

/** May he write an answer? Who writes items, where the request was addressed to this service. */
export const mayAnswer = (
  actor: Actor,
  item: ItemView,
  about: { readonly strand: StrandFacts; readonly self: PartyId },
): Decision => {
  const follows = mayFollow(actor, item);
  if (follows.kind === 'refused') return follows;
  if (!onSide(about.strand, about.self, 'addressee')) return refuse('requests/the-other-sides-step');
  return exchangePolicy.mayCompose(actor, about.self, item.marking.tlp);
};

/** May he give it to another desk or officer? Who routes, the head of its desk; within a desk, its people. */
export const mayAssign = (
  actor: Actor,
  item: ItemView,
  about: { readonly strand: StrandFacts; readonly desk: DeskId | null; readonly headsIt?: boolean },
): Decision => {
  const follows = mayFollow(actor, item);
  if (follows.kind === 'refused') return follows;
  if (actor.kind !== 'person') return allow('requests/house');
  if (routers.includes(actor.role)) return allow('requests/routers');
  const { strand, desk, headsIt = false } = about;
  if (headsIt) return allow('requests/desk-head');
  const isWithin = strand.desk !== null && actor.desks.includes(strand.desk) && desk === strand.desk;
  return isWithin && exchangePolicy.mayCompose(actor, item.holder, item.marking.tlp).kind === 'allowed'
    ? allow('requests/desk-shares-its-work')
    : refuse('requests/routers');
};

/** May the other side say this, as its signed message claims? Only of its own strand, and its own steps. */
export const mayHear = (
  from: PartyId,
  strand: StrandFacts,
  about: { readonly kind: StepKind; readonly self: PartyId },
): Decision => {
  const speaker = sideOf(about.kind) === 'addressee' ? strand.addressee : strand.requester;
  const hearer = sideOf(about.kind) === 'addressee' ? strand.requester : strand.addressee;
  return speaker === from && hearer === about.self
    ? allow('requests/between-requester-and-addressee')
    : refuse('requests/between-requester-and-addressee', 'requests/not-a-party');
};

/** Why a step may not leave; null when it may. Words leave under the agreement alone, as the item did. */
export const stepGap = (grounds: {
  readonly linked: boolean;
  readonly hasWords: boolean;
  readonly gap: string | null;
}): string | null => {
  if (!grounds.linked) return 'not-linked';
  return grounds.hasWords ? grounds.gap : null;
};

/** Mints a step for the other side of its strand, and for nobody else. */
export const releaseStep = <Content extends JsonObject>(
  strand: StrandFacts,
  about: { readonly kind: StepKind; readonly self: PartyId },
  grounds: { readonly linked: boolean; readonly hasWords: boolean; readonly gap: string | null },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null => {
  const side = sideOf(about.kind);
  if (!onSide(strand, about.self, side) || stepGap(grounds) !== null) return null;
  const recipient = side === 'requester' ? strand.addressee : strand.requester;
  return mintReleased(copy, recipient, 'requests/between-requester-and-addressee');
};
