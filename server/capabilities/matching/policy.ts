/** Who may ask, who reads what came of it, what may be asked about, and what leaves. Pure. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Actor, allow, type Decision, type Role, refuse } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../kernel/marking.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';
import type { Day } from '../../kernel/time.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import { type Agreement, gapOf } from '../agreements/index.ts';
import { consultationPolicy } from '../exchange/index.ts';

const askers: readonly Role[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'contact-point',
  'centre-head',
];
const overseers: readonly Role[] = ['centre-head', 'data-protection-officer'];
const readersOfUse: readonly Role[] = [...askers, 'data-protection-officer', 'service-head'];

const ownPerson = (actor: Actor, self: PartyId, roles: readonly Role[], rule: string): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('matching/house');
    case 'peer':
      return refuse('matching/own-people', 'access/absent');
    case 'person':
      break;
  }
  if (actor.party !== self) return refuse('matching/own-people', 'access/absent');
  return roles.includes(actor.role) ? allow(rule) : refuse(rule);
};

/** May he ask a partner? Officers of this service who also write requests. */
export const mayCheck = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, askers, 'matching/officers-ask');

/** May he see what was asked? Who asked it, and who answers for it. */
export const mayReadCheck = (actor: Actor, self: PartyId, check: { readonly officer: string }): Decision => {
  if (actor.kind === 'person' && actor.party === self && actor.person === check.officer)
    return allow('matching/own-checks');
  const decision = ownPerson(actor, self, overseers, 'matching/overseers-read');
  return decision.kind === 'refused' ? refuse('matching/own-checks', 'access/absent') : decision;
};

/** May he see hits? Who asks, and who oversees. */
export const mayReadCards = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, [...askers, 'data-protection-officer'], 'matching/officers-read-hits');

/** Kinds that name a person, or lead to one. */
const personalKinds: readonly IdentifierKind[] = [
  'document',
  'phone',
  'email',
  'iban',
  'plate',
  'imei',
  'imsi',
  'name-birth',
];

/** May he see these? What an officer asked himself has its reason; for the rest he states one. */
export const mayConsultCards = (
  actor: Actor,
  shown: readonly { readonly officer: string; readonly kind: IdentifierKind | null }[],
): { readonly decision: Decision; readonly personal: boolean } => {
  const own = actor.kind === 'person' ? actor.person : null;
  const personal = shown.some(
    ({ officer, kind }) => officer !== own && kind !== null && personalKinds.includes(kind),
  );
  return { decision: consultationPolicy.mayConsult(actor, personal), personal };
};

/** As what a check stands before a tightening: content of this service, which leaves under its agreement. */
export const markingOf = (self: PartyId, about: Pick<Marking, 'field' | 'purpose'>) => ({
  ...about,
  tlp: 'amber' as const,
  personCategories: [],
  releasableTo: [self],
});

/** May he see which partners asked far more than usual? Who answers for what is asked here. */
export const mayReadAlarms = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, [...overseers, 'service-head'], 'matching/overseers-hear-alarms');

/** May he make a request of a hit, or set it aside? A person, always. */
export const mayDecide = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person'
    ? ownPerson(actor, self, askers, 'matching/officers-decide')
    : refuse('matching/a-person-decides');

/** May he see how much was asked, here and there? */
export const mayReadUse = (actor: Actor, self: PartyId): Decision =>
  ownPerson(actor, self, readersOfUse, 'matching/use-is-open');

/** What an item must be for its identifiers to be asked about. */
export interface MatchableItem {
  readonly isOwn: boolean;
  readonly marking: Pick<Marking, 'field' | 'purpose' | 'tlp' | 'releasableTo' | 'eraseOn'>;
}

/**
 * May a partner find out that this item names an identifier? It is this service's own (what came from a third
 * is his to tell), the agreement covers it, and what is for named eyes alone names him.
 */
export const isMatchable = (
  item: MatchableItem,
  agreement: Pick<Agreement, 'fields' | 'purposes'>,
  partner: PartyId,
  today: Day,
): boolean => {
  const { field, purpose, tlp, releasableTo, eraseOn } = item.marking;
  if (!item.isOwn || eraseOn <= today) return false;
  if (!agreement.fields.includes(field) || !agreement.purposes.includes(purpose)) return false;
  return tlpRank(tlp) < tlpRank('amber+strict') || releasableTo.includes(partner);
};

/** Why there is no matching with a party in this field and for this purpose; null where there is. */
export const matchGap = (
  agreement: Agreement | null,
  asked: Pick<Marking, 'field' | 'purpose'>,
  parties: readonly PartyId[],
): string | null => {
  if (agreement === null) return 'no-agreement';
  if (agreement.matching === undefined) return 'no-matching';
  for (const party of parties) {
    const gap = gapOf(agreement, asked, party);
    if (gap !== null) return gap;
  }
  return null;
};

/** A message, or bytes, for a party of an agreement in force that has terms for matching. */
export const releaseMatching = <Content>(
  agreement: Pick<Agreement, 'state' | 'parties' | 'matching'>,
  recipient: PartyId,
  content: Content,
): Released<Content> | null =>
  agreement.state === 'in-force' && agreement.parties.includes(recipient) && agreement.matching !== undefined
    ? mintReleased(content, recipient, 'matching/agreed')
    : null;

/** A body as it is sent. */
export type MatchingCopy = { readonly kind: string; readonly body: JsonObject };
