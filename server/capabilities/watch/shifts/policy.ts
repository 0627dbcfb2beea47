/** Who sees the rota and the notes, who plans, who signs. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { clears, type Tlp } from '../../../kernel/marking.ts';

const planners: readonly string[] = ['watch-officer', 'centre-head'];
const withoutNotes: readonly string[] = ['administrator', 'data-protection-officer', 'connector', 'observer'];

/** May somebody in one of these roles stand in the rota? Who could read the note, and so sign for it. */
export const standsInRota = (roles: readonly string[]): boolean =>
  roles.some((role) => !withoutNotes.includes(role));

/** May he see who is on duty? This service's own people. */
export const mayReadRota = (actor: Actor, self: PartyId): Decision => {
  if (actor.kind === 'system') return allow('watch/house');
  return actor.kind === 'person' && actor.party === self
    ? allow('watch/rota-is-own-peoples')
    : refuse('watch/rota-is-own-peoples', 'access/absent');
};

/** May he make and cancel shifts? */
export const mayPlan = (actor: Actor, self: PartyId): Decision => {
  const readable = mayReadRota(actor, self);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  return planners.includes(actor.role) ? allow('watch/planners') : refuse('watch/planners');
};

/** May he read a note under this label? The same rule as the row security of migration 003. */
export const mayReadHandover = (actor: Actor, self: PartyId, tlp: Tlp): Decision => {
  const readable = mayReadRota(actor, self);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  if (withoutNotes.includes(actor.role)) return refuse('watch/role-sees-no-content', 'access/absent');
  return clears(actor.clearance, tlp)
    ? allow('watch/notes-for-those-cleared')
    : refuse('watch/above-his-clearance', 'access/absent');
};

/** What the rules of signing look at. */
export interface Signing {
  readonly desk: DeskId;
  readonly officers: readonly PersonId[];
  readonly tlp: Tlp;
  readonly outBy: PersonId | null;
  /** Officers of the shift that comes after on this desk; null where the rota has none. */
  readonly next: readonly PersonId[] | null;
}

/** May he write the note and sign out? An officer of that shift. */
export const maySignOut = (actor: Actor, self: PartyId, signing: Signing): Decision => {
  const readable = mayReadHandover(actor, self, signing.tlp);
  if (readable.kind === 'refused') return readable;
  return actor.kind === 'person' && signing.officers.includes(actor.person)
    ? allow('watch/officer-of-the-shift')
    : refuse('watch/officer-of-the-shift');
};

/** May he take over? Somebody else, of the shift that follows; of the desk where the rota has none. */
export const maySignIn = (actor: Actor, self: PartyId, signing: Signing): Decision => {
  const readable = mayReadHandover(actor, self, signing.tlp);
  if (readable.kind === 'refused') return readable;
  if (actor.kind !== 'person') return refuse('watch/persons-sign');
  if (actor.person === signing.outBy) return refuse('watch/two-persons', 'watch/own-handover');
  const isNext = signing.next?.includes(actor.person) ?? actor.desks.includes(signing.desk);
  return isNext ? allow('watch/incoming-officer') : refuse('watch/incoming-officer');
};
