/**
 * Whether a live stream may mention an entry. Two hundred consoles hear of each entry at once: its fact is
 * read once for all of them, as the house, and each listener is judged by the policy that row security
 * repeats.
 */
import type { PersonActor, SystemActor } from '../../kernel/decision.ts';
import { type EntryId, readId } from '../../kernel/ids.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { LiveEvent } from '../../plumbing/live/index.ts';
import { findAlert } from './alerts/alert-store.ts';
import { mayReadAlert } from './alerts/policy.ts';
import type { EntryFact } from './log/entry.ts';
import { findFact } from './log/log-store.ts';
import { mayRead } from './policy.ts';
import { mayReadRota } from './shifts/policy.ts';
import { mayListSitreps } from './sitrep/policy.ts';

/** Facts kept at hand; they never change. */
const factsKept = 100;

/** May this person hear of it: of an entry, an alert, a shift? */
export const createHearing = (needs: {
  readonly database: Database;
  readonly house: SystemActor;
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
  const alertOf = async (text: string) => {
    const id = readId('alert', text);
    return id === null ? null : needs.database.transact(needs.house, (unit) => findAlert(unit, id));
  };
  return async (actor, event) => {
    if (event.topic === 'watch.shift') return mayReadRota(actor, needs.house.party).kind === 'allowed';
    if (event.topic === 'watch.sitrep') return mayListSitreps(actor, needs.house.party).kind === 'allowed';
    if (event.topic === 'watch.alert') {
      const alert = await alertOf(event.id);
      return alert !== null && mayReadAlert(actor, alert).kind === 'allowed';
    }
    const id = readId('entry', event.id);
    const fact = id === null ? null : await factOf(id);
    return fact !== null && mayRead(actor, fact).kind === 'allowed';
  };
};
