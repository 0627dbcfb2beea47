/**
 * A link is what two parties think of each other: each side has one stance, which it alone changes and signs,
 * and the state is computed from the two. So there is nothing to merge, and a notice may be lost, late or
 * repeated.
 */
import { exhaustive } from '../kernel/faults.ts';

/** `unanswered`: knows of the other and has said nothing. */
export const stances = ['unanswered', 'proposed', 'accepted', 'suspended', 'ended'] as const;
export type Stance = (typeof stances)[number];

/** What a link can be, as one side sees it. */
export const linkStates = [
  'proposed',
  'offered',
  'accepted-here',
  'accepted-there',
  'active',
  'suspended',
  'ended',
] as const;
/** One of `linkStates`. */
export type LinkState = (typeof linkStates)[number];

export const linkVerbs = ['accept', 'suspend', 'resume', 'end'] as const;
export type LinkVerb = (typeof linkVerbs)[number];

/** True once a side has compared the words and said yes; suspending does not take that back. */
const hasAccepted = (stance: Stance): boolean => stance === 'accepted' || stance === 'suspended';

/** The state as the first side sees it. Active only when both have accepted and neither holds it back. */
export const stateOf = (own: Stance, theirs: Stance): LinkState => {
  if (own === 'ended' || theirs === 'ended') return 'ended';
  if (!hasAccepted(own)) {
    if (hasAccepted(theirs)) return 'accepted-there';
    return own === 'proposed' ? 'proposed' : 'offered';
  }
  if (!hasAccepted(theirs)) return 'accepted-here';
  return own === 'accepted' && theirs === 'accepted' ? 'active' : 'suspended';
};

/** What this side thinks after the verb; null where the verb makes no sense. An end is final. */
export const nextStance = (own: Stance, theirs: Stance, verb: LinkVerb): Stance | null => {
  const state = stateOf(own, theirs);
  if (state === 'ended') return null;
  switch (verb) {
    case 'accept':
      return hasAccepted(own) ? null : 'accepted';
    case 'suspend':
      return own === 'accepted' && hasAccepted(theirs) ? 'suspended' : null;
    case 'resume':
      return own === 'suspended' ? 'accepted' : null;
    case 'end':
      return 'ended';
    default:
      return exhaustive(verb);
  }
};
