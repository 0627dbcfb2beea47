/**
 * Who assembles, reads, approves and sends a situation report. Pure. `mayReadSitrep` is the same rule as the
 * row security of migration 020; a test holds the two together. Guests read what was released, as the item.
 */
import { type Actor, allow, type Decision, type PersonActor, refuse } from '../../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import { clears, type Tlp } from '../../../kernel/marking.ts';

/** What the rules look at. */
export interface SitrepView {
  readonly holder: PartyId;
  readonly marking: { readonly tlp: Tlp };
  readonly editors: readonly PersonId[];
}

const assemblers: readonly string[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'centre-head',
  'contact-point',
];
const outside: readonly string[] = ['administrator', 'data-protection-officer', 'connector', 'observer'];

const mayPersonRead = (actor: PersonActor, view: SitrepView): Decision => {
  if (actor.party !== view.holder) return refuse('watch/sitrep-guests-read-the-item', 'access/absent');
  if (outside.includes(actor.role)) return refuse('watch/role-sees-no-content', 'access/absent');
  return clears(actor.clearance, view.marking.tlp)
    ? allow('watch/sitrep-own-service')
    : refuse('watch/above-his-clearance', 'access/absent');
};

/** May he know of it, and read it? */
export const mayReadSitrep = (actor: Actor, view: SitrepView): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('watch/house');
    case 'peer':
      return refuse('watch/sitrep-is-for-people', 'access/absent');
    case 'person':
      return mayPersonRead(actor, view);
  }
};

/** May he open the list? What stands in it is up to `mayReadSitrep`. */
export const mayListSitreps = (actor: Actor, self: PartyId): Decision => {
  if (actor.kind === 'system') return allow('watch/house');
  if (actor.kind === 'peer') return refuse('watch/sitrep-is-for-people', 'access/absent');
  if (actor.party !== self) return refuse('watch/sitrep-guests-read-the-item');
  return outside.includes(actor.role)
    ? refuse('watch/role-sees-no-content')
    : allow('watch/sitrep-own-service');
};

/** May he assemble one under this label? */
export const mayAssemble = (actor: Actor, self: PartyId, tlp: Tlp): Decision => {
  const listed = mayListSitreps(actor, self);
  if (listed.kind === 'refused' || actor.kind !== 'person') return listed;
  if (!assemblers.includes(actor.role)) return refuse('watch/sitrep-assemblers');
  return clears(actor.clearance, tlp)
    ? allow('watch/sitrep-assemblers')
    : refuse('watch/above-his-clearance');
};

/** May he write in it, send it, begin its next version? Who reads it and may assemble. */
export const mayWorkOn = (actor: Actor, self: PartyId, view: SitrepView): Decision => {
  const readable = mayReadSitrep(actor, view);
  return readable.kind === 'refused' ? readable : mayAssemble(actor, self, view.marking.tlp);
};

/** May he approve it? The centre head, who wrote nothing in it. */
export const mayApprove = (actor: Actor, view: SitrepView): Decision => {
  const readable = mayReadSitrep(actor, view);
  if (readable.kind === 'refused') return readable;
  if (actor.kind !== 'person' || actor.role !== 'centre-head') return refuse('watch/centre-head-approves');
  return view.editors.includes(actor.person)
    ? refuse('watch/sitrep-four-eyes', 'watch/sitrep-four-eyes')
    : allow('watch/centre-head-approves');
};
