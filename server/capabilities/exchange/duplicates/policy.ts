/**
 * Who decides whether two items tell of the same thing, and under which marking partners may hear of it.
 * Pure.
 */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { type Marking, paps, tlpRank } from '../../../kernel/marking.ts';
import type { Day } from '../../../kernel/time.ts';
import { type ItemView, mayCompose, mayRead } from '../policy.ts';

const deciders: readonly string[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'centre-head',
  'contact-point',
];

/** May he confirm, dismiss or take back? Who works with information here and reads both. */
export const mayDecide = (actor: Actor, self: PartyId, pair: readonly ItemView[]): Decision => {
  for (const item of pair) {
    const readable = mayRead(actor, item);
    if (readable.kind === 'refused') return readable;
  }
  if (actor.kind !== 'person') return refuse('exchange/people-decide');
  if (actor.party !== self) return refuse('exchange/guests-only-read');
  return deciders.includes(actor.role) ? allow('exchange/deciders') : refuse('exchange/deciders');
};

/**
 * May he tell partners that they are the same? Who may decide, and write at the stricter of both markings.
 */
export const mayTell = (actor: Actor, self: PartyId, pair: readonly ItemView[]): Decision => {
  const decides = mayDecide(actor, self, pair);
  if (decides.kind === 'refused') return decides;
  // A partner is not told that an item exists which he was not sent.
  if (pair.some(({ state }) => state !== 'released' && state !== 'received'))
    return refuse('exchange/only-what-was-sent-is-answered');
  const strictest = pair.reduce<Marking['tlp']>(
    (found, { marking }) => (tlpRank(marking.tlp) > tlpRank(found) ? marking.tlp : found),
    'clear',
  );
  return mayCompose(actor, self, strictest);
};

const stricter = <Value>(order: readonly Value[], one: Value, other: Value): Value =>
  order.indexOf(one) > order.indexOf(other) ? one : other;

const earlier = (one: Day, other: Day): Day => [one, other].sort()[0] ?? one;

/**
 * The marking of what is said of both: as strict as each, for those alone who may have both. The purpose
 * is the first one's; where the second has another, the answer is refused, as no marking would do for
 * both.
 */
export const strictestOf = (one: Marking, other: Marking): Marking => {
  const codes = [...new Set([...one.handling, ...other.handling])].filter((code) => code !== 'H0');
  const texts = [...new Set([one.handlingText, other.handlingText])].filter((text) => text !== undefined);
  const { grading: _given, handlingText: _said, ...rest } = one;
  return {
    ...rest,
    tlp: tlpRank(one.tlp) >= tlpRank(other.tlp) ? one.tlp : other.tlp,
    pap: stricter(paps, one.pap, other.pap),
    handling: codes.length > 0 ? codes : ['H0'],
    ...(texts.length > 0 ? { handlingText: texts.join(' · ') } : {}),
    personCategories: [...new Set([...one.personCategories, ...other.personCategories])],
    releasableTo: one.releasableTo.filter((party) => other.releasableTo.includes(party)),
    reviewOn: earlier(one.reviewOn, other.reviewOn),
    eraseOn: earlier(one.eraseOn, other.eraseOn),
  };
};
