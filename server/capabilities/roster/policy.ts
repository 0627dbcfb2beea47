/** Who plans, who approves, who sees whose duties, and what of them leaves. Pure. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Actor, actorName, allow, type Decision, type Role, refuse } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';

const readers: readonly Role[] = ['event-planner', 'centre-head'];
const planners: readonly Role[] = ['event-planner'];
const approvers: readonly Role[] = ['centre-head'];
const onDuty: readonly Role[] = ['host-officer', 'field-officer'];

/** Guests, other nodes and whoever has none of these roles see nothing of it, not even that it is there. */
const ownPerson = (actor: Actor, self: PartyId, roles: readonly Role[], rule: string): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('roster/house');
    case 'peer':
      return refuse('roster/own-people', 'access/absent');
    case 'person':
      break;
  }
  if (actor.party !== self) return refuse('roster/own-people', 'access/absent');
  return roles.includes(actor.role) ? allow(rule) : refuse(rule, 'access/absent');
};

/** Who reads it and does not do this is told so; all others that there is nothing. */
const readerAs = (actor: Actor, self: PartyId, roles: readonly Role[], rule: string): Decision => {
  const readable = mayReadRoster(actor, self);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  return roles.includes(actor.role) ? allow(rule) : refuse(rule);
};

/** May he see drafts, publications and everybody's duties? */
export const mayReadRoster = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, readers, 'roster/planners-read');

/** May he draft, edit, solve, and propose? */
export const mayPlan = (actor: Actor, self: PartyId): Decision =>
  readerAs(actor, self, planners, 'roster/planners-plan');

/**
 * May he publish what was proposed, or send it back? Never what he proposed himself; and what he wrote,
 * edited or had solved he does not publish.
 */
export const mayApprove = (
  actor: Actor,
  self: PartyId,
  draft: { readonly proposedBy: string | null; readonly authors?: readonly string[] },
): Decision => {
  if (actor.kind === 'system') return refuse('roster/a-person-approves');
  const readable = mayReadRoster(actor, self);
  if (readable.kind === 'refused') return readable;
  const name = actorName(actor);
  // Said before the role is looked at: another role of his would not help him.
  if (draft.proposedBy === name) return refuse('roster/four-eyes', 'roster/own-proposal');
  const decision = readerAs(actor, self, approvers, 'roster/four-eyes');
  if (decision.kind === 'refused' || !draft.authors?.includes(name)) return decision;
  return refuse('roster/four-eyes', 'roster/own-work');
};

/** Whose duty it is: accounts of this node, where they have one. */
export interface DutyOwners {
  readonly officer: string | null;
  /** The account of the host pair. */
  readonly host: string | null;
}

/** May he see this duty? Who plans; else the officer whose duty it is, and his host pair. */
export const mayReadDuty = (actor: Actor, self: PartyId, duty: DutyOwners): Decision => {
  const planner = mayReadRoster(actor, self);
  if (planner.kind === 'allowed' || actor.kind !== 'person' || actor.party !== self) return planner;
  if (!onDuty.includes(actor.role)) return planner;
  return duty.officer === actor.person || duty.host === actor.person
    ? allow('roster/own-duties')
    : refuse('roster/own-duties', 'access/absent');
};

/** May he ask for his own duties? */
export const mayAskOwnDuties = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, [...readers, ...onDuty], 'roster/own-duties');

/** A link that is shown to nobody but the unit that it is for. */
export interface UsedLink {
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Does this secret still open the page of its unit? */
export const mayOpenLink = (link: UsedLink | null, now: string): Decision =>
  link !== null && link.revokedAt === null && now < link.expiresAt
    ? allow('roster/holder-of-link')
    : refuse('roster/holder-of-link', 'access/absent');

/** A body as it is sent. */
export type DutiesCopy = { readonly kind: string; readonly body: JsonObject };

/** Duties go to the service that sent the officers, and to no other: null where one is not its own. */
export const releaseDuties = <Content>(
  recipient: PartyId,
  parties: readonly PartyId[],
  content: Content,
): Released<Content> | null =>
  parties.length > 0 && parties.every((party) => party === recipient)
    ? mintReleased(content, recipient, 'roster/own-officers')
    : null;
