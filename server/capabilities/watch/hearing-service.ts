/**
 * Whether a live stream may mention an entry. Two hundred consoles hear of each entry at once: its fact is
 * read once for all of them, as the house, and each listener is judged by the policy that row security
 * repeats.
 */
import type { PersonActor, SystemActor } from '../../kernel/decision.ts';
import { type EntryId, readId } from '../../kernel/ids.ts';
import { type Clock, type Instant, later } from '../../kernel/time.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import type { TightenedItem } from '../exchange/index.ts';
import { findAlert } from './alerts/alert-store.ts';
import { mayReadAlert } from './alerts/policy.ts';
import type { EntryFact } from './log/entry.ts';
import type { LogNeeds } from './log/log-service.ts';
import { findFact } from './log/log-store.ts';
import { mayRead } from './policy.ts';
import { mayReadRota } from './shifts/policy.ts';
import { mayListSitreps } from './sitrep/policy.ts';

/** Facts kept at hand; they never change. */
const factsKept = 100;
/** What the node's owner forbids is asked once for all of one role who listen at the same time. */
const [verdictsKept, verdictMs] = [500, 1_000];

/** May this person hear of it: of an entry, an alert, a shift? */
export const createHearing = (needs: {
  readonly database: Database;
  readonly house: SystemActor;
  readonly clock: Clock;
  readonly isTightened: LogNeeds['isTightened'];
}): ((actor: PersonActor, event: LiveEvent) => Promise<boolean>) => {
  const facts = new Map<EntryId, Promise<EntryFact | null>>();
  const factOf = (id: EntryId): Promise<EntryFact | null> => {
    const known = facts.get(id);
    if (known !== undefined) return known;
    const found = needs.database.transact(needs.house, (unit) => findFact(unit, { id }));
    facts.set(id, found);
    found.catch(() => facts.delete(id));
    const [oldest] = facts.keys();
    if (facts.size > factsKept && oldest !== undefined) facts.delete(oldest);
    return found;
  };
  const verdicts = new Map<string, { readonly until: Instant; readonly tightened: Promise<boolean> }>();
  /** True where the node's owner keeps it from him: then his stream does not mention it either. */
  const isKept = (actor: PersonActor, id: string, about: TightenedItem): Promise<boolean> => {
    const key = [id, actor.role, actor.party].join(' ');
    const now = needs.clock.now();
    const known = verdicts.get(key);
    if (known !== undefined && now < known.until) return known.tightened;
    const tightened = needs.database.transact(needs.house, (unit) => needs.isTightened(unit, actor, about));
    verdicts.delete(key);
    verdicts.set(key, { until: later(now, verdictMs), tightened });
    const [oldest] = verdicts.keys();
    if (verdicts.size > verdictsKept && oldest !== undefined) verdicts.delete(oldest);
    return tightened;
  };
  const alertOf = async (text: string) => {
    const id = readId('alert', text);
    return id === null ? null : needs.database.transact(needs.house, (unit) => findAlert(unit, id));
  };
  return async (actor, event) => {
    if (event.topic === 'watch.shift') return mayReadRota(actor, needs.house.party).kind === 'allowed';
    if (event.topic === 'watch.sitrep') return mayListSitreps(actor, needs.house.party).kind === 'allowed';
    if (event.topic === 'watch.alert') {
      const alert = await alertOf(event.id);
      if (alert === null || mayReadAlert(actor, alert).kind === 'refused') return false;
      return !(await isKept(actor, event.id, alert));
    }
    const id = readId('entry', event.id);
    const fact = id === null ? null : await factOf(id);
    if (fact === null || mayRead(actor, fact).kind === 'refused') return false;
    return !(await isKept(actor, event.id, { originator: fact.holder, marking: fact.marking }));
  };
};
