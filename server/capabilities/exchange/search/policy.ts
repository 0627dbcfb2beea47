/** Who may search, and who may trace that a word was searched for. What is found is up to `mayRead`. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { mayList } from '../policy.ts';

/** May he search? Those who may open the boxes, on the same terms; a node of a partner may not. */
export const maySearch = (actor: Actor): Decision =>
  actor.kind === 'peer' ? refuse('exchange/searching-is-for-people', 'access/absent') : mayList(actor);

/** May he learn the fingerprint of a word, to find in the journal who searched for it? */
export const mayTraceSearch = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && actor.party === self && actor.role === 'data-protection-officer'
    ? allow('exchange/data-protection-traces-searches')
    : refuse('exchange/data-protection-traces-searches');

/** Does he find nothing above TLP:GREEN, whatever there is? No rule of its own: it says where to look. */
export const seesOpenOnly = (actor: Actor): boolean =>
  actor.kind === 'person' && (actor.role === 'observer' || tlpRank(actor.clearance) <= tlpRank('green'));
