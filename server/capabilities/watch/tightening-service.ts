/** What the node's owner keeps from a reader is in none of his lists. */
import type { Actor } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { LogNeeds } from './log/log-service.ts';

/** An entry is its holder's, an alert is its sender's. */
type Marked = { readonly marking: Marking; readonly holder: PartyId; readonly originator?: PartyId };

/** Those that he is not kept from; asked once for each marking of the list. */
export const untightened = async <Thing extends Marked>(
  { isTightened }: Pick<LogNeeds, 'isTightened'>,
  unit: Unit,
  actor: Actor,
  things: readonly Thing[],
): Promise<readonly Thing[]> => {
  const verdicts = new Map<string, boolean>();
  const kept: Thing[] = [];
  for (const thing of things) {
    const { marking, holder, originator = holder } = thing;
    const { tlp, field, purpose, personCategories, releasableTo } = marking;
    const key = JSON.stringify([originator, tlp, field, purpose, personCategories, releasableTo]);
    const refused = verdicts.get(key) ?? (await isTightened(unit, actor, { originator, marking }));
    verdicts.set(key, refused);
    if (!refused) kept.push(thing);
  }
  return kept;
};
