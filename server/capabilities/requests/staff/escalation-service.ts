/** To whom a request is brought when its time is up. */
import type { DeskId, PersonId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Level } from '../clock.ts';
import { presentFor } from './absence.ts';
import { listAbsences, listHeads } from './staff-store.ts';

/** From this level on it is the desk head's. */
export const headsLevel = 3;

/**
 * The head of the desk, or who stands in for him. Null before its time is up, and where there is nobody: then
 * it stands on the board of the head of the centre at once.
 */
export const escalationOf = async (
  needs: { readonly clock: Clock },
  unit: Unit,
  { desk, level }: { readonly desk: DeskId | null; readonly level: Level },
): Promise<PersonId | null> => {
  if (level < headsLevel || desk === null) return null;
  return unit.asHouse('requests', async (house) => {
    const head = (await listHeads(house)).get(desk);
    if (head === undefined) return null;
    const now = needs.clock.now();
    return presentFor(await listAbsences(house, now), head, now);
  });
};
