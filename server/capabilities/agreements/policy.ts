/** Who may make, sign and end agreements and circles, and to whom their texts may go. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';
import type { Agreement, Circle } from './contract.ts';

export type AgreementVerb = 'read' | 'compose' | 'propose' | 'sign' | 'end' | 'compose-circle';

/** The minimal view of a thing that the rules look at. */
export interface Subject {
  readonly self: PartyId;
  readonly parties: readonly PartyId[];
  readonly owner: PartyId;
}

const composers = ['contact-point', 'service-head'];
const circleComposers = ['contact-point', 'service-head', 'centre-head'];

export const decide = (actor: Actor, verb: AgreementVerb, subject: Subject): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('agreements/house');
    case 'peer':
      return decidePeer(actor.party, verb, subject);
    case 'person':
      break;
  }
  if (!subject.parties.includes(actor.party)) return refuse('agreements/not-a-party', 'access/absent');
  if (verb === 'read') return allow('agreements/parties-read');
  if (actor.party !== subject.self) return refuse('agreements/guests-only-read');
  switch (verb) {
    case 'compose':
    case 'sign':
    case 'end':
      return composers.includes(actor.role)
        ? allow('agreements/contact-point-or-head')
        : refuse('agreements/contact-point-or-head');
    case 'propose':
      if (subject.owner !== subject.self) return refuse('agreements/only-the-proposer-proposes');
      return composers.includes(actor.role)
        ? allow('agreements/contact-point-or-head')
        : refuse('agreements/contact-point-or-head');
    case 'compose-circle':
      if (subject.owner !== subject.self) return refuse('agreements/only-the-owner-versions');
      return circleComposers.includes(actor.role)
        ? allow('agreements/circle-composers')
        : refuse('agreements/circle-composers');
  }
};

/** Another node speaks for its own party alone. */
const decidePeer = (party: PartyId, verb: AgreementVerb, subject: Subject): Decision => {
  if (!subject.parties.includes(party) || !subject.parties.includes(subject.self))
    return refuse('agreements/not-a-party', 'access/absent');
  switch (verb) {
    case 'propose':
    case 'compose-circle':
      return subject.owner === party
        ? allow('agreements/owner-versions')
        : refuse('agreements/owner-versions', 'access/absent');
    case 'sign':
    case 'end':
      return allow('agreements/party-answers');
    case 'read':
    case 'compose':
      return refuse('agreements/peers-do-not-read', 'access/absent');
  }
};

/** Lets an agreement's text, or news of it, go to one of its parties. */
export const releaseToParty = <Content>(
  agreement: Pick<Agreement, 'parties'>,
  recipient: PartyId,
  content: Content,
): Released<Content> | null =>
  agreement.parties.includes(recipient)
    ? mintReleased(content, recipient, 'agreements/to-its-parties')
    : null;

/** Lets a circle's list go to one of its members. */
export const releaseToMember = <Content>(
  circle: Pick<Circle, 'members'>,
  recipient: PartyId,
  content: Content,
): Released<Content> | null =>
  circle.members.includes(recipient) ? mintReleased(content, recipient, 'agreements/to-its-members') : null;
