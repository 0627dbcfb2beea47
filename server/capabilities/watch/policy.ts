/**
 * Who sees what of the watch, and who writes it. Pure. `mayRead` is the same rule as the row security of
 * migration 001; a test holds the two together.
 */
import { type Actor, allow, type Decision, type PersonActor, refuse } from '../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import { clears, type Marking, type Tlp, tlpRank } from '../../kernel/marking.ts';

/** What the rules look at, of an entry or an alert. */
export interface WatchView {
  /** The service whose node holds it. */
  readonly holder: PartyId;
  readonly author: PersonId | null;
  readonly desk: DeskId | null;
  readonly marking: Pick<Marking, 'tlp' | 'releasableTo'>;
}

const writers: readonly string[] = [
  'watch-officer',
  'liaison-officer',
  'analyst',
  'centre-head',
  'event-planner',
  'operation-commander',
  'field-officer',
  'host-officer',
  'contact-point',
];
const withoutContent: readonly string[] = ['administrator', 'data-protection-officer', 'connector'];
const readsRed: readonly string[] = ['contact-point', 'centre-head'];
const erasers: readonly string[] = ['contact-point', 'centre-head'];

const isNear = (actor: PersonActor, view: WatchView): boolean =>
  view.author === actor.person || (view.desk !== null && actor.desks.includes(view.desk));

const mayPersonRead = (actor: PersonActor, view: WatchView): Decision => {
  const absent = (rule: string) => refuse(rule, 'access/absent');
  const { tlp, releasableTo } = view.marking;
  if (!releasableTo.includes(actor.party)) return absent('watch/not-for-his-party');
  if (!clears(actor.clearance, tlp)) return absent('watch/above-his-clearance');
  if (withoutContent.includes(actor.role)) return absent('watch/role-sees-no-content');
  if (actor.role === 'observer' && tlpRank(tlp) > tlpRank('green'))
    return absent('watch/observers-see-no-operational-data');
  if (tlp !== 'red') return allow('watch/for-his-party');
  const isNamed = isNear(actor, view) || readsRed.includes(actor.role);
  return actor.party === view.holder && isNamed ? allow('watch/red-to-those-named') : absent('watch/red');
};

/** May he know of it, and read it? Guests of this node read what their service may. */
export const mayRead = (actor: Actor, view: WatchView): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('watch/house');
    case 'peer':
      return refuse('watch/log-is-for-people', 'access/absent');
    case 'person':
      return mayPersonRead(actor, view);
  }
};

/** May he open the log at all? What stands in it is up to `mayRead`, entry by entry. */
export const mayList = (actor: Actor): Decision => {
  if (actor.kind === 'system') return allow('watch/house');
  if (actor.kind === 'peer') return refuse('watch/log-is-for-people', 'access/absent');
  return withoutContent.includes(actor.role)
    ? refuse('watch/role-sees-no-content')
    : allow('watch/log-shows-what-he-may-read');
};

/** May he write under this label? This service's own people who write; guests read. */
export const mayWrite = (actor: Actor, self: PartyId, tlp: Tlp): Decision => {
  if (actor.kind === 'system') return allow('watch/house');
  if (actor.kind === 'peer') return refuse('watch/log-is-for-people', 'access/absent');
  if (actor.party !== self) return refuse('watch/guests-only-read');
  if (!writers.includes(actor.role)) return refuse('watch/writers');
  return clears(actor.clearance, tlp)
    ? allow('watch/writers')
    : refuse('watch/above-his-clearance', 'watch/above-clearance');
};

/** May he add to what is there: pin, correct, promote? Who reads it and may write. */
export const mayAddTo = (actor: Actor, self: PartyId, view: WatchView): Decision => {
  const readable = mayRead(actor, view);
  return readable.kind === 'refused' ? readable : mayWrite(actor, self, view.marking.tlp);
};

/** May he erase the content before its date? Its author's desk, the contact point, the centre head. */
export const mayErase = (actor: Actor, self: PartyId, view: WatchView): Decision => {
  const writes = mayAddTo(actor, self, view);
  if (writes.kind === 'refused' || actor.kind !== 'person') return writes;
  return isNear(actor, view) || erasers.includes(actor.role)
    ? allow('watch/author-desk-and-heads-erase')
    : refuse('watch/author-desk-and-heads-erase');
};
