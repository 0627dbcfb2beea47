/**
 * Who may add to an item, and what an answer may not be: milder than what it answers, or for anyone who may
 * not have that. Pure. Notes for this service alone have no rule here that lets them go: nothing can mint
 * one.
 */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Marking, paps, tlpRank } from '../../../kernel/marking.ts';
import { type ItemView, mayCompose, mayRead } from '../policy.ts';

const isMilder = (answered: Marking, answer: Marking): Readonly<Record<string, boolean>> => ({
  tlp: tlpRank(answer.tlp) < tlpRank(answered.tlp),
  pap: paps.indexOf(answer.pap) < paps.indexOf(answered.pap),
  // H0 asks for nothing beyond the law; every other code goes on to the answer.
  handling: answered.handling.some((code) => code !== 'H0' && !answer.handling.includes(code)),
  handlingText:
    answered.handlingText !== undefined && !(answer.handlingText ?? '').includes(answered.handlingText),
  purpose: answer.purpose !== answered.purpose,
  releasableTo: answer.releasableTo.some((party) => !answered.releasableTo.includes(party)),
  eraseOn: answer.eraseOn > answered.eraseOn,
});

/** The parts of an answer's marking that are less restrictive than those of what it answers. */
export const milderParts = (answered: Marking, answer: Marking): readonly string[] =>
  Object.entries(isMilder(answered, answer)).flatMap(([part, milder]) => (milder ? [part] : []));

/**
 * May this service's answer stand in the thread of the item at all? Only who may have the item answers it.
 */
export const belongsInThread = (answered: Pick<Marking, 'releasableTo'>, from: PartyId): boolean =>
  answered.releasableTo.includes(from);

/**
 * May he add a note, an opinion or a sighting for partners? Who reads the item and writes for this
 * service.
 */
export const mayContribute = (actor: Actor, self: PartyId, answered: ItemView): Decision => {
  const readable = mayRead(actor, answered);
  if (readable.kind === 'refused') return readable;
  const writes = mayCompose(actor, self, answered.marking.tlp);
  if (writes.kind === 'refused') return writes;
  // A partner who has not been sent the item cannot be answered on it.
  return answered.state === 'released' || answered.state === 'received'
    ? allow('exchange/readers-who-write-contribute')
    : refuse('exchange/only-what-was-sent-is-answered');
};

/** May he note something for colleagues alone? Whoever reads the item and writes, whatever its state. */
export const mayNoteForOwn = (actor: Actor, self: PartyId, answered: ItemView): Decision => {
  const readable = mayRead(actor, answered);
  if (readable.kind === 'refused') return readable;
  if (actor.kind !== 'person') return refuse('exchange/people-note');
  if (answered.state === 'recalled') return refuse('exchange/nothing-is-noted-on-a-recalled-item');
  return mayCompose(actor, self, answered.marking.tlp);
};

/** May he take the note away again? Its author. */
export const mayRemoveOwnNote = (actor: Actor, author: PersonId): Decision =>
  actor.kind === 'person' && actor.person === author
    ? allow('exchange/author-removes-his-note')
    : refuse('exchange/author-removes-his-note');
