/** Who sees officers and teams, who says what of them, and what leaves. Pure. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import {
  type Actor,
  allow,
  type Decision,
  type PersonActor,
  type Role,
  refuse,
} from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { mintReleased, type Released } from '../../../kernel/released.ts';
import { isWhose, sideOf } from './machine.ts';
import type { StepKind, UnitKind } from './vocabulary.ts';

/** Read every unit of their node: who plans, who heads, who answers for what leaves, who oversees. */
const readers: readonly Role[] = ['event-planner', 'centre-head', 'contact-point', 'data-protection-officer'];
/** See themselves and those whom they are paired with. */
const onTheStreet: readonly Role[] = ['host-officer', 'field-officer'];
const planners: readonly Role[] = ['event-planner'];
/** A refusal or a badge is a decision of the host; the head of the centre may take it as well. */
const deciders: readonly Role[] = ['event-planner', 'centre-head'];

/** What the rules look at. */
export interface UnitFacts {
  readonly holder: PartyId;
  readonly kind: UnitKind;
  readonly party: PartyId;
  readonly host: PartyId;
  readonly person: string | null;
  /** Persons of the units that it is paired with now. */
  readonly pairedPersons: readonly string[];
}

/** May he see this unit? The database holds the same rule. */
export const maySee = (actor: Actor, unit: UnitFacts): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('assistance/house');
    case 'peer':
      return refuse('assistance/own-officers-only', 'access/absent');
    case 'person':
      break;
  }
  if (actor.party !== unit.holder) return refuse('assistance/own-officers-only', 'access/absent');
  if (readers.includes(actor.role)) return allow('assistance/planners-read');
  const isHisOwn = unit.person === actor.person || unit.pairedPersons.includes(actor.person);
  return onTheStreet.includes(actor.role) && isHisOwn
    ? allow('assistance/own-pair')
    : refuse('assistance/own-pair', 'access/absent');
};

/** Does he see himself and his own pairs alone? */
export const seesOwnPairsAlone = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && onTheStreet.includes(actor.role);

/** May he read it whole for no stated reason? He himself, and whom he works beside. */
export const isOwnPair = (actor: Actor, unit: UnitFacts): boolean =>
  actor.kind === 'person' &&
  onTheStreet.includes(actor.role) &&
  (unit.person === actor.person || unit.pairedPersons.includes(actor.person));

const ownPerson = (actor: Actor, self: PartyId, roles: readonly Role[], rule: string): Decision => {
  if (actor.kind === 'system') return allow('assistance/house');
  if (actor.kind === 'peer' || actor.party !== self)
    return refuse('assistance/own-officers-only', 'access/absent');
  return roles.includes(actor.role) ? allow(rule) : refuse(rule);
};

/** May he list units? What each reader gets is then the database's rule. */
export const mayList = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, [...readers, ...onTheStreet], 'assistance/planners-read');

/** May his console hear that something of a unit is new? News name the unit: who sees all hears them. */
export const mayHearUnits = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, readers, 'assistance/planners-read');

/** May he see the board, with what is missing and what it costs? */
export const mayReadBoard = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, deciders, 'assistance/planners-read-board');

/** May he name officers or keep the register? */
export const mayRegister = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, [...planners, 'contact-point'], 'assistance/planners-register');

/** May he let a name go to the host? The contact point alone, and none that he wrote or changed himself. */
export const mayReleaseName = (actor: Actor, self: PartyId, writers: readonly string[]): Decision => {
  const released = ownPerson(actor, self, ['contact-point'], 'assistance/contact-point-releases-names');
  const isOwn = actor.kind === 'person' && writers.includes(actor.person);
  return released.kind === 'allowed' && isOwn
    ? refuse('assistance/four-eyes', 'assistance/own-words')
    : released;
};

/** Whom a step belongs to, among the roles of the service whose step it is. */
const rolesFor = (kind: StepKind): readonly Role[] => {
  if (kind === 'vet' || kind === 'accredit' || kind === 'revoke-badge') return deciders;
  // What a partner tells leaves his country; the host's own planners run the host's side.
  if (kind === 'withdraw') return [...planners, 'contact-point'];
  return sideOf(kind) === 'both' ? [...planners, 'contact-point'] : planners;
};

/** May he take this step for this service? A partner that vets its own officer is refused, whoever asks. */
export const mayStep = (actor: Actor, self: PartyId, unit: UnitFacts, kind: StepKind): Decision => {
  const seen = maySee(actor, unit);
  if (seen.kind === 'refused') return seen;
  // Of the host's own officers only that they are withdrawn, tasked or done is said.
  if (unit.kind !== 'own' && !isWhose(unit, kind, self)) return refuse('assistance/the-other-sides-step');
  return ownPerson(actor, self, rolesFor(kind), 'assistance/planners-step');
};

/** May he tend pairs, tasks and costs of a unit at this node? */
export const mayTend = (actor: Actor, self: PartyId, unit: UnitFacts): Decision => {
  const seen = maySee(actor, unit);
  if (seen.kind === 'refused') return seen;
  if (unit.host !== self) return refuse('assistance/host-tends');
  return ownPerson(actor, self, planners, 'assistance/planners-tend');
};

/** May the other side say this of the unit, as its signed message claims? */
export const mayHear = (
  from: PartyId,
  self: PartyId,
  unit: Pick<UnitFacts, 'party' | 'host'>,
  kind: StepKind,
): Decision =>
  from !== self && [unit.party, unit.host].includes(from) && isWhose(unit, kind, from)
    ? allow('assistance/between-partner-and-host')
    : refuse('assistance/between-partner-and-host', 'assistance/not-your-step');

/** Mints the names for the host of the accepted offer, and for nobody else. */
export const releaseNames = <Content extends JsonObject>(
  unit: Pick<UnitFacts, 'party' | 'host'>,
  grounds: { readonly self: PartyId; readonly linked: boolean; readonly accepted: boolean },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  unit.party === grounds.self && grounds.linked && grounds.accepted
    ? mintReleased(copy, unit.host, 'assistance/names-to-the-host-of-an-accepted-offer')
    : null;

/** Mints a step for the other side of a deployment. */
export const releaseStep = <Content extends JsonObject>(
  unit: Pick<UnitFacts, 'party' | 'host'>,
  about: { readonly self: PartyId; readonly linked: boolean; readonly step: StepKind },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null => {
  if (unit.party === unit.host || !about.linked || !isWhose(unit, about.step, about.self)) return null;
  const other = unit.party === about.self ? unit.host : unit.party;
  return mintReleased(copy, other, 'assistance/between-partner-and-host');
};
