/** Who tightens the floor's rules: four eyes, and never those of the floor itself. Pure. */
import { type Actor, allow, type Decision, type Role, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';

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
