/** Who knows of desks' heads and absences, who settles them, and who takes a handing over back. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';

/** Those who settle who heads a desk. */
const settlers: readonly string[] = ['administrator', 'centre-head', 'service-head'];
/** Those who may mark others as away, and take back what others handed over: they route the work. */
const routers: readonly string[] = ['watch-officer', 'centre-head', 'contact-point'];

/** May he know who heads a desk and who is away? His service's own people; the rule of migration 010. */
export const mayKnowStaff = (actor: Actor, holder: PartyId): Decision => {
  if (actor.kind === 'system') return allow('requests/house');
  return actor.kind === 'person' && actor.party === holder
    ? allow('requests/own-people-know-each-other')
    : refuse('requests/own-people-know-each-other', 'access/absent');
};

const ofOwn = (actor: Actor, self: PartyId, decide: (role: string) => Decision): Decision => {
  const knows = mayKnowStaff(actor, self);
  if (knows.kind === 'refused' || actor.kind !== 'person') return knows;
  return decide(actor.role);
};

/** May he name the head of a desk? */
export const mayNameHead = (actor: Actor, self: PartyId): Decision =>
  ofOwn(actor, self, (role) =>
    settlers.includes(role) ? allow('requests/settlers') : refuse('requests/settlers'),
  );

/** May he say when this person is away, or that he is back? Each for himself; who routes, for all. */
export const mayMarkAbsent = (
  actor: Actor,
  self: PartyId,
  about: { readonly person: PersonId | null; readonly headsHim: boolean },
): Decision =>
  ofOwn(actor, self, (role) => {
    if (role === 'observer' || role === 'connector') return refuse('requests/officers-have-absences');
    if (actor.kind === 'person' && actor.person === about.person) return allow('requests/his-own-absence');
    if (about.headsHim) return allow('requests/desk-head');
    return routers.includes(role) || role === 'administrator'
      ? allow('requests/routers')
      : refuse('requests/his-own-absence');
  });

/** May he take back what was handed over? Who did it, the head of a desk of it, and who routes. */
export const mayUndo = (
  actor: Actor,
  self: PartyId,
  about: { readonly by: PersonId | null; readonly headsIt: boolean },
): Decision =>
  ofOwn(actor, self, (role) => {
    if (actor.kind === 'person' && about.by === actor.person) return allow('requests/who-handed-it-over');
    if (about.headsIt) return allow('requests/desk-head');
    return routers.includes(role) ? allow('requests/routers') : refuse('requests/who-handed-it-over');
  });

/** True for who heads one of these desks. */
export const headsOneOf = (
  actor: Actor,
  heads: ReadonlyMap<DeskId, PersonId>,
  desks: readonly (DeskId | null)[],
): boolean =>
  actor.kind === 'person' && desks.some((desk) => desk !== null && heads.get(desk) === actor.person);
