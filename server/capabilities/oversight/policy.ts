/** Who oversees, who tightens the floor's rules, and who reads what a role may do. Pure. */
import { type Actor, allow, type Decision, type Role, refuse } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';

const confirmers: readonly Role[] = ['service-head', 'data-protection-officer'];
const readers: readonly Role[] = ['administrator', ...confirmers];

const isOwn = (actor: Actor, self: PartyId): boolean => actor.kind === 'person' && actor.party === self;

/** The list of tightenings, their history, and a dry run. */
export const mayReadTightenings = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && isOwn(actor, self) && readers.includes(actor.role)
    ? allow('oversight/tighteners-read')
    : refuse('oversight/tighteners-read');

/** A tightening, or its withdrawal, is proposed by an administrator. */
export const mayPropose = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && isOwn(actor, self) && actor.role === 'administrator'
    ? allow('oversight/administrator-proposes')
    : refuse('oversight/administrator-proposes');

/** Confirmed or rejected by a service head or data protection officer who did not propose it. */
export const mayDecide = (actor: Actor, self: PartyId, proposedBy: string): Decision => {
  if (actor.kind !== 'person' || !isOwn(actor, self) || !confirmers.includes(actor.role))
    return refuse('oversight/head-or-officer-confirms');
  return actor.person === proposedBy
    ? refuse('oversight/four-eyes', 'oversight/own-proposal')
    : allow('oversight/four-eyes');
};

/** Accesses, what is due, and what is held about someone: facts about items, never what they say. */
export const mayOversee = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && actor.party === self && actor.role === 'data-protection-officer'
    ? allow('oversight/data-protection-officer')
    : refuse('oversight/data-protection-officer');

export const mayReadRole = (actor: Actor, self: PartyId, asked: { role: Role; guest: boolean }): Decision => {
  if (actor.kind !== 'person') return refuse('oversight/roles-are-peoples');
  const isHis = asked.role === actor.role && asked.guest === (actor.party !== self);
  return isHis || actor.party === self
    ? allow('oversight/own-people-read-roles')
    : refuse('oversight/own-people-read-roles');
};
