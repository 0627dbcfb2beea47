/**
 * Who asks for assistance and who answers, who lets it leave, and what leaves. Pure. `mayRead` is the same
 * rule as the row security of migration 001; a test holds the two together.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import {
  type Actor,
  allow,
  type Decision,
  type PersonActor,
  type Role,
  refuse,
} from '../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { clears, type Marking, type Tlp } from '../../kernel/marking.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';
import { type Agreement, gapOf } from '../agreements/index.ts';

/** What the rules look at, of an ask and of what is said of it. */
export interface AssistanceView {
  readonly originator: PartyId;
  readonly marking: Pick<Marking, 'tlp'>;
}

const readers: readonly Role[] = [
  'event-planner',
  'liaison-officer',
  'contact-point',
  'centre-head',
  'service-head',
];
const askers: readonly Role[] = ['event-planner'];
const answerers: readonly Role[] = ['event-planner', 'liaison-officer'];
const enders: readonly Role[] = ['contact-point', 'centre-head'];

const absent = (rule: string): Decision => refuse(rule, 'access/absent');

const ownPerson = (
  actor: Actor,
  self: PartyId,
): { readonly person: PersonActor } | { readonly decision: Decision } => {
  switch (actor.kind) {
    case 'system':
      return { decision: allow('assistance/house') };
    case 'peer':
      return { decision: absent('assistance/own-people') };
    case 'person':
      return actor.party === self ? { person: actor } : { decision: absent('assistance/own-people') };
  }
};

/** May he see that there is such a thing as asks at all? Own people who plan, answer, release or oversee. */
export const mayList = (actor: Actor, self: PartyId): Decision => {
  const own = ownPerson(actor, self);
  if ('decision' in own) return own.decision;
  return readers.includes(own.person.role)
    ? allow('assistance/planners-and-heads-read')
    : absent('assistance/planners-and-heads-read');
};

/** May he read it, and all that was said of it? */
export const mayRead = (actor: Actor, self: PartyId, view: AssistanceView): Decision => {
  const listed = mayList(actor, self);
  if (listed.kind === 'refused' || actor.kind !== 'person') return listed;
  return clears(actor.clearance, view.marking.tlp) ? listed : absent('assistance/above-his-clearance');
};

const mayAs = (
  actor: Actor,
  self: PartyId,
  view: AssistanceView,
  { roles, rule }: { readonly roles: readonly Role[]; readonly rule: string },
): Decision => {
  const readable = mayRead(actor, self, view);
  if (readable.kind === 'refused') return readable;
  if (actor.kind !== 'person') return refuse('assistance/persons-decide');
  return roles.includes(actor.role) ? allow(rule) : refuse(rule);
};

/** May he write an ask under this label, or change one of this service's? */
export const mayAsk = (actor: Actor, self: PartyId, tlp: Tlp): Decision =>
  mayAs(
    actor,
    self,
    { originator: self, marking: { tlp } },
    { roles: askers, rule: 'assistance/planners-ask' },
  );

/**
 * May he see what an event is missing? Who writes asks for it. To all others it is as if there were no such
 * event: some of them may not read events at all.
 */
export const mayReadMissing = (actor: Actor, self: PartyId): Decision => {
  const asks = mayAsk(actor, self, 'clear');
  return asks.kind === 'allowed' ? asks : absent(asks.rule);
};

/** May he change this ask? Only the service that asks does. */
export const mayChange = (actor: Actor, self: PartyId, view: AssistanceView): Decision => {
  const asks = mayAs(actor, self, view, { roles: askers, rule: 'assistance/planners-ask' });
  if (asks.kind === 'refused') return asks;
  return view.originator === self ? asks : refuse('assistance/asker-changes', 'access/absent');
};

/** May he write what his service says next: an offer, an acceptance? On the host's node its planner alone. */
export const mayAnswer = (actor: Actor, self: PartyId, view: AssistanceView): Decision =>
  view.originator === self
    ? mayAs(actor, self, view, { roles: askers, rule: 'assistance/planners-settle' })
    : mayAs(actor, self, view, { roles: answerers, rule: 'assistance/planners-and-liaison-answer' });

/** May he let it leave? The contact point, and never what he wrote himself: no other role changes that. */
export const mayRelease = (
  actor: Actor,
  self: PartyId,
  view: AssistanceView,
  author: PersonId | null,
): Decision => {
  const readable = mayRead(actor, self, view);
  if (readable.kind === 'refused') return readable;
  if (actor.kind === 'person' && actor.person === author)
    return refuse('assistance/four-eyes', 'assistance/own-words');
  const rule = 'assistance/contact-point-releases';
  const releases = mayAs(actor, self, view, { roles: ['contact-point'], rule });
  return releases.kind === 'refused' ? releases : allow('assistance/four-eyes');
};

/** May he take back what waits for release, or give it back? Who writes such, and the contact point. */
export const mayTakeBack = (actor: Actor, self: PartyId, view: AssistanceView): Decision => {
  const writes = mayAnswer(actor, self, view);
  if (writes.kind === 'allowed') return writes;
  return mayAs(actor, self, view, {
    roles: ['contact-point'],
    rule: 'assistance/contact-point-gives-back',
  });
};

/** May he withdraw an issued ask? Contact point and head, alone: nothing new is told. */
export const mayWithdraw = (actor: Actor, self: PartyId, view: AssistanceView): Decision => {
  const ends = mayAs(actor, self, view, { roles: enders, rule: 'assistance/heads-withdraw' });
  if (ends.kind === 'refused') return ends;
  return view.originator === self ? ends : refuse('assistance/asker-changes', 'access/absent');
};

/** Why an ask cannot go to a party; null where it can. */
export const askGap = (
  agreement: Agreement | null,
  marking: Pick<Marking, 'field' | 'purpose'>,
  { self, party, linked }: { readonly self: PartyId; readonly party: PartyId; readonly linked: boolean },
): string | null => {
  if (agreement === null) return 'no-agreement';
  const gap = gapOf(agreement, marking, self) ?? gapOf(agreement, marking, party);
  if (gap !== null) return gap;
  return linked ? null : 'not-linked';
};

type Copy<Content extends JsonObject> = { readonly kind: string; readonly body: Content };

/** Mints one partner's copy once marking, agreement and link allow it. */
export const releaseAsk = <Content extends JsonObject>(
  marking: Pick<Marking, 'releasableTo'>,
  recipient: PartyId,
  gap: string | null,
  copy: Copy<Content>,
): Released<Copy<Content>> | null =>
  gap === null && marking.releasableTo.includes(recipient)
    ? mintReleased(copy, recipient, 'assistance/releasable-covered-linked')
    : null;

/** Lets the news that an ask is withdrawn go to those who were asked: it says nothing that is new. */
export const releaseWithdrawal = <Content extends JsonObject>(
  told: { readonly recipient: PartyId; readonly linked: boolean },
  copy: Copy<Content>,
): Released<Copy<Content>> | null =>
  told.linked ? mintReleased(copy, told.recipient, 'assistance/withdrawn-to-those-asked') : null;

/** Who hears a step: the other side of this ask with this partner; null where self is neither. */
export const otherSideOf = (
  ask: Pick<AssistanceView, 'originator'>,
  party: PartyId,
  self: PartyId,
): PartyId | null => {
  if (party === ask.originator) return null;
  if (self === ask.originator) return party;
  return self === party ? ask.originator : null;
};

/** Mints a step for the other side, once agreement and link allow it. */
export const releaseStep = <Content extends JsonObject>(
  ask: Pick<AssistanceView, 'originator'>,
  { party, self, gap }: { readonly party: PartyId; readonly self: PartyId; readonly gap: string | null },
  copy: Copy<Content>,
): Released<Copy<Content>> | null => {
  const recipient = otherSideOf(ask, party, self);
  return gap === null && recipient !== null
    ? mintReleased(copy, recipient, 'assistance/step-to-the-other-side')
    : null;
};

/** Lets the asker hear that his ask was read: that, and nothing else, and without anybody's release. */
export const releaseReading = <Content extends JsonObject>(
  ask: Pick<AssistanceView, 'originator'>,
  { self, linked }: { readonly self: PartyId; readonly linked: boolean },
  copy: Copy<Content>,
): Released<Copy<Content>> | null =>
  linked && ask.originator !== self
    ? mintReleased(copy, ask.originator, 'assistance/read-to-the-asker')
    : null;
