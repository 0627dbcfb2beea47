/** Who oversees: the node's own data protection officer, who sees no content. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** Accesses, what is due, and what is held about someone: facts about items, never what they say. */
export const mayOversee = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && actor.party === self && actor.role === 'data-protection-officer'
    ? allow('oversight/data-protection-officer')
    : refuse('oversight/data-protection-officer');
