/** Situations in which the policies are asked what a role may do, and what they are asked about. Pure. */
import type { Decision, PersonActor } from '../../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Tlp } from '../../../kernel/marking.ts';
import type { Facet, RoleVerb } from './contract.ts';
import type { Policies } from './policies.ts';

type ItemView = Parameters<Policies['exchange']['mayRead']>[1];

/** Ids that stand for others: other people, another desk, another service. */
export interface Others {
  readonly person: PersonId;
  readonly desk: DeskId;
  readonly party: PartyId;
}

export interface Asking {
  readonly actor: PersonActor;
  readonly self: PartyId;
  readonly others: Others;
  readonly policies: Policies;
}

type Facets = { readonly [Name in Facet]?: string };
export interface Situation {
  readonly verb: RoleVerb;
  readonly facets: Facets;
  readonly decision: Decision;
}

export const ownItem = (
  { actor, self, others }: Asking,
  facts: { state: ItemView['state']; tlp: Tlp; near: boolean; written?: boolean },
): ItemView => ({
  originator: self,
  holder: self,
  via: null,
  editors: [],
  state: facts.state,
  marking: { tlp: facts.tlp, releasableTo: [self, others.party] },
  author: (facts.written ?? facts.near) ? actor.person : others.person,
  proposedBy: null,
  desk: facts.near ? (actor.desks[0] ?? null) : others.desk,
});

export const receivedItem = (asking: Asking, tlp: Tlp, near: boolean): ItemView => ({
  ...ownItem(asking, { state: 'received', tlp, near }),
  originator: asking.others.party,
  author: null,
});

export const nearness = [true, false] as const;
export const nearName = (near: boolean): string => (near ? 'near' : 'far');
