/**
 * Who may see, fill and draw from a collection. Pure. `mayReadCollection` and `mayReadCollected` are the same
 * rules as the row security of migration 010; a test holds them together.
 */
import { type Actor, allow, type Decision, type PersonActor, refuse } from '../../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { mayCompose } from '../policy.ts';
import type { CollectedView, Collection } from './collection.ts';

const withoutContent: readonly string[] = ['administrator', 'data-protection-officer'];
const readsRed: readonly string[] = ['contact-point', 'centre-head'];
const red = tlpRank('red');
const green = tlpRank('green');

/** May he ask what there is at all? Whoever is signed in; what is listed to him is decided one by one. */
export const mayDiscover = (actor: Actor): Decision =>
  actor.kind === 'peer'
    ? refuse('exchange/nodes-have-their-link', 'access/absent')
    : allow('exchange/discovery-for-the-signed-in');

/** May he know of the collection? */
export const mayReadCollection = (
  actor: Actor,
  collection: Pick<Collection, 'party' | 'person'>,
): Decision => {
  if (actor.kind === 'system') return allow('exchange/house');
  const absent = (rule: string) => refuse(rule, 'access/absent');
  if (actor.kind === 'peer') return absent('exchange/nodes-have-their-link');
  if (actor.party !== collection.party) return absent('exchange/collection-of-another-party');
  if (withoutContent.includes(actor.role)) return absent('exchange/role-sees-no-content');
  if (collection.person === null) return allow('exchange/collection-of-his-party');
  return collection.person === actor.person && actor.role === 'connector'
    ? allow('exchange/own-collection')
    : absent('exchange/own-collection');
};

/** May he add to it and delete in it? A connected system in its own; those of a service fill by release. */
export const mayWriteCollection = (
  actor: Actor,
  collection: Pick<Collection, 'party' | 'person'>,
): Decision => {
  const readable = mayReadCollection(actor, collection);
  if (readable.kind === 'refused' || collection.person !== null) return readable;
  return refuse('exchange/released-things-fill-it');
};

/** May he read this object in it? As `mayRead` of the item that it came with, and its own marking besides. */
export const mayReadCollected = (actor: Actor, object: CollectedView): Decision => {
  const readable = mayReadCollection(actor, object);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  const absent = (rule: string) => refuse(rule, 'access/absent');
  if (object.rank > tlpRank(actor.clearance)) return absent('exchange/above-his-clearance');
  if (actor.role === 'observer' && object.rank > green)
    return absent('exchange/observers-see-no-operational-data');
  if (object.rank < red || object.person !== null) return readable;
  const near = object.author === actor.person || (object.desk !== null && actor.desks.includes(object.desk));
  return near || readsRed.includes(actor.role)
    ? allow('exchange/red-to-those-named')
    : absent('exchange/red');
};

/**
 * Up to which TLP rank a reader sees everything in a collection: which version is the last one for him, and
 * which of the same version he is shown. TLP:RED counts only for those who read all of it.
 */
export const fullSight = (actor: PersonActor, collection: Pick<Collection, 'person'>): number => {
  const cleared = tlpRank(actor.clearance);
  if (actor.role === 'observer') return Math.min(cleared, green);
  const seesRed = collection.person !== null || readsRed.includes(actor.role);
  return seesRed ? cleared : Math.min(cleared, red - 1);
};

/** May a connected system bring an object so marked? Up to its own clearance, as every author. */
export const mayBring = (actor: Actor, rank: number): Decision =>
  actor.kind !== 'person' || rank <= tlpRank(actor.clearance)
    ? allow('exchange/within-clearance')
    : refuse('exchange/above-his-clearance');

/** May he know what a connected system brought, and draw it into a draft? Who writes, on its desk. */
export const mayDraw = (
  actor: Actor,
  self: PartyId,
  system: { readonly desks: readonly DeskId[] },
): Decision => {
  const writes = mayCompose(actor, self, 'clear');
  if (writes.kind === 'refused' || actor.kind !== 'person') return writes;
  return system.desks.some((desk) => actor.desks.includes(desk))
    ? allow('exchange/desk-draws')
    : refuse('exchange/desk-draws', 'access/absent');
};

/** May he see what came of a POST? Who posted. */
export const mayReadStatus = (actor: Actor, poster: PersonId): Decision =>
  actor.kind === 'person' && actor.person === poster
    ? allow('exchange/own-status')
    : refuse('exchange/own-status', 'access/absent');
