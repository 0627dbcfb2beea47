/**
 * Who acts, and whether he may. A policy is a pure function from an actor and a thing to a Decision; it
 * refuses unless a rule allows. The name of the rule that allowed or refused goes into the journal.
 */
import type { CircleId, DeskId, PartyId, PersonId } from './ids.ts';
import type { Tlp } from './marking.ts';

/** The roles of product.md. A person may hold several and acts under one at a time. */
export const roles = [
  'watch-officer',
  'liaison-officer',
  'analyst',
  'centre-head',
  'event-planner',
  'operation-commander',
  'field-officer',
  'host-officer',
  'contact-point',
  'service-head',
  'data-protection-officer',
  'administrator',
  'observer',
  'connector',
] as const;
export type Role = (typeof roles)[number];

/** A person, acting under one role, signed in on this node. `party` differs from the node's for guests. */
export interface PersonActor {
  readonly kind: 'person';
  readonly person: PersonId;
  readonly party: PartyId;
  readonly role: Role;
  readonly desks: readonly DeskId[];
  readonly circles: readonly CircleId[];
  /** The highest TLP label that this person may read. */
  readonly clearance: Tlp;
  /** The working context that he stated and works under; its words stay with parties. */
  readonly context?: string;
}
/** Another node, known by its signed envelope. */
export interface PeerActor {
  readonly kind: 'peer';
  readonly party: PartyId;
}
/** A part of this house acting on its own: delivery, erasure, the seed. Journalled like everyone. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
  readonly party: PartyId;
}
export type Actor = PersonActor | PeerActor | SystemActor;

export type Decision =
  | { readonly kind: 'allowed'; readonly rule: string }
  | { readonly kind: 'refused'; readonly rule: string; readonly fault: string };

export const allow = (rule: string): Decision => ({ kind: 'allowed', rule });
/** Refuses; `fault` is the code the caller is told, `access/absent` where even existence is withheld. */
export const refuse = (rule: string, fault = 'access/refused'): Decision => ({
  kind: 'refused',
  rule,
  fault,
});

/** Short name of an actor for the journal: an id, never a person's name. */
export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case 'person':
      return actor.person;
    case 'peer':
      return actor.party;
    case 'system':
      return `system:${actor.name}`;
  }
};
