/** Who may read what a role may do: one's own always; that of others, the service's own people. Pure. */
import { type Actor, allow, type Decision, type Role, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';

export const mayReadRole = (actor: Actor, self: PartyId, asked: { role: Role; guest: boolean }): Decision => {
  if (actor.kind !== 'person') return refuse('oversight/roles-are-peoples');
  const isHis = asked.role === actor.role && asked.guest === (actor.party !== self);
  return isHis || actor.party === self
    ? allow('oversight/own-people-read-roles')
    : refuse('oversight/own-people-read-roles');
};
