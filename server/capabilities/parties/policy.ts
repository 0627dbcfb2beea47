/**
 * Who may do what with people, desks, links and his own security. Pure; refuses unless a rule allows. Reading
 * items is not decided here: an administrator has no rule for it anywhere.
 */
import { type Actor, allow, type Decision, type Role, refuse } from '../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { guardedRoles, guestRoles, type PersonFile } from './person.ts';

const isOwn = (actor: Actor, self: PartyId): boolean => actor.kind === 'person' && actor.party === self;

const isAdministrator = (actor: Actor, self: PartyId): boolean =>
  actor.kind === 'person' && actor.party === self && actor.role === 'administrator';

/** Services and desks: everyone who is signed in. */
export const mayReadServices = (actor: Actor): Decision =>
  actor.kind === 'peer' ? refuse('services-are-for-people') : allow('services-for-the-signed-in');

/** The list of people: the service's own; a partner's guest sees himself alone. */
export const mayReadPeople = (actor: Actor, self: PartyId): Decision => {
  if (actor.kind === 'system' || isOwn(actor, self)) return allow('own-people-know-each-other');
  return actor.kind === 'person' ? allow('guest-sees-himself') : refuse('people-stay-here', 'access/absent');
};

const seesClearances: readonly Role[] = [
  'administrator',
  'contact-point',
  'service-head',
  'centre-head',
  'data-protection-officer',
];

/** How far someone is cleared: for those who answer for it, and for himself. */
export const maySeeClearance = (actor: Actor, self: PartyId, person: PersonId): Decision => {
  if (actor.kind === 'system') return allow('node-itself');
  if (actor.kind !== 'person') return refuse('people-stay-here', 'access/absent');
  if (actor.person === person) return allow('his-own-clearance');
  return isOwn(actor, self) && seesClearances.includes(actor.role)
    ? allow('clearances-for-those-who-answer-for-them')
    : refuse('clearances-for-those-who-answer-for-them');
};

export const mayManagePeople = (actor: Actor, self: PartyId): Decision => {
  if (actor.kind === 'system') return allow('node-itself');
  return isAdministrator(actor, self)
    ? allow('administrator-manages-people')
    : refuse('only-administrator-manages-people');
};

/** What a person would hold after the change, and held before it (null: he is new). */
export interface RoleChange {
  readonly person: PersonId | null;
  readonly party: PartyId;
  readonly before: readonly Role[];
  readonly after: readonly Role[];
}

/** Four eyes: nobody gives himself a guarded role. People of partners hold only guest roles. */
export const mayGrantRoles = (actor: Actor, self: PartyId, change: RoleChange): Decision => {
  const manages = mayManagePeople(actor, self);
  if (manages.kind === 'refused') return manages;
  if (change.party !== self && change.after.some((role) => !guestRoles.includes(role)))
    return refuse('guest-holds-guest-roles', 'parties/guest-role');
  const gained = change.after.filter((role) => !change.before.includes(role));
  const isHimself = actor.kind === 'person' && actor.person === change.person;
  if (isHimself && gained.some((role) => guardedRoles.includes(role)))
    return refuse('nobody-grants-himself', 'parties/four-eyes');
  return allow(gained.length > 0 ? 'administrator-grants-roles' : manages.rule);
};

/** An administrator does not suspend or re-enrol himself: the node could lose its last one. */
export const mayChangeAccess = (actor: Actor, self: PartyId, person: PersonId): Decision => {
  const manages = mayManagePeople(actor, self);
  if (manages.kind === 'refused') return manages;
  return actor.kind === 'person' && actor.person === person
    ? refuse('not-his-own-access', 'parties/four-eyes')
    : allow('administrator-changes-access');
};

export const mayManageDesks = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'system' || isAdministrator(actor, self)
    ? allow('administrator-manages-desks')
    : refuse('only-administrator-manages-desks');

/** Addresses, fingerprints and queues of links: the service's own people. */
export const mayReadLinks = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'system' || isOwn(actor, self)
    ? allow('own-people-see-links')
    : refuse('links-are-own-affairs', 'access/absent');

export type LinkVerb = 'propose' | 'accept' | 'suspend' | 'resume' | 'end';

/** Trust between services is the contact point's and the head's; an administrator may enter an address. */
export const mayChangeLink = (actor: Actor, self: PartyId, verb: LinkVerb): Decision => {
  if (actor.kind === 'system') return allow('node-itself');
  if (actor.kind !== 'person' || actor.party !== self)
    return refuse('links-are-own-affairs', 'access/absent');
  if (actor.role === 'contact-point' || actor.role === 'service-head')
    return allow('trust-is-the-contact-points');
  return actor.role === 'administrator' && verb === 'propose'
    ? allow('administrator-enters-address')
    : refuse('trust-is-the-contact-points');
};

/** His own ways of signing in, sessions and tokens: each person, for himself alone. */
export const mayUseOwnSecurity = (actor: Actor, owner: PersonId): Decision =>
  actor.kind === 'person' && actor.person === owner
    ? allow('own-security')
    : refuse('own-security-only', 'access/absent');

/** Why he consults: each states it for himself. */
export const mayStateContext = (actor: Actor): Decision =>
  actor.kind === 'person' ? allow('own-reason') : refuse('reasons-are-peoples');

/** Acting under a role: only one that he holds. */
export const mayActAs = (actor: Actor, held: readonly Role[], role: Role): Decision =>
  actor.kind === 'person' && held.includes(role) ? allow('role-is-held') : refuse('role-not-held');

/** Facts about someone who has just tried to sign in. */
export interface SignInFacts {
  /** The account that was named; null when there is none. */
  readonly person: Pick<PersonFile, 'state' | 'demo'> | null;
  /** The secret was right. */
  readonly proven: boolean;
  /** The person's service is ours, or its link is active. */
  readonly partyLinked: boolean;
  /** This is a demo node. */
  readonly demo: boolean;
}

/** Every refusal looks the same from outside; the journal knows the rule. */
export const maySignIn = (facts: SignInFacts): Decision => {
  const no = (rule: string): Decision => refuse(rule, 'parties/sign-in-failed');
  if (facts.person === null) return no('no-such-account');
  if (!facts.proven) return no('wrong-secret');
  if (facts.person.state !== 'active') return no(`account-${facts.person.state}`);
  if (facts.person.demo && !facts.demo) return no('demo-account-outside-demo');
  if (!facts.partyLinked) return no('link-not-active');
  return allow('secret-proven');
};

/** Enrolment is the node's own work: the one-time link is the proof, and nobody is signed in yet. */
export const mayEnrol = (actor: Actor): Decision =>
  actor.kind === 'system' ? allow('one-time-link') : refuse('one-time-link', 'access/absent');
