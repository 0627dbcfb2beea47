/** What a service tells an originator of its readers: numbers, as far as their agreement goes. Pure. */
import { type Role, roles } from '../../../kernel/decision.ts';
import type { ReadReceiptMessage } from '../../../plumbing/stix/index.ts';
import type { ReadersTerm } from '../../agreements/index.ts';

export const readersLimits = {
  /** How often it is looked for what is to be told. */
  everyMs: 60_000,
  /** The originator is told of later readers of one item at most once in this time. */
  tellEveryMs: 3_600_000,
  /** Items of which is told in one round. */
  items: 500,
} as const;

/** How many persons have read an item; by role, where the agreement says so. */
export interface Readers {
  readonly count: number;
  readonly byRole: Readonly<Partial<Record<Role, number>>> | null;
}

/** Counts readers, each given by the role in which he read. */
export const countReaders = (given: readonly Role[]): Readers => {
  const byRole: Partial<Record<Role, number>> = {};
  for (const role of given) byRole[role] = (byRole[role] ?? 0) + 1;
  return { count: given.length, byRole };
};

/** What of the readers may be told, and kept of what was told; null where only the first reading may. */
export const readersUnder = (term: ReadersTerm, readers: Readers | null): Readers | null => {
  if (readers === null || readers.count < 1 || term === 'first-reading') return null;
  return term === 'roles' ? readers : { count: readers.count, byRole: null };
};

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** The roles in which there are readers, in the order of the house. */
export const rolesOf = (byRole: NonNullable<Readers['byRole']>) =>
  roles.flatMap((role) => {
    const count = byRole[role];
    return count === undefined ? [] : [{ role, count }];
  });

/** As it travels. */
export const readersToWire = ({ count, byRole }: Readers): NonNullable<ReadReceiptMessage['readers']> => {
  const told = byRole === null ? [] : rolesOf(byRole);
  return told.length === 0 ? { count } : { count, by_role: told };
};

/**
 * As it came; null where nothing was told, undefined where it contradicts itself. Roles that this node does
 * not know count among the readers alone.
 */
export const readersFromWire = (told: ReadReceiptMessage['readers']): Readers | null | undefined => {
  if (told === undefined) return null;
  if (told.by_role === undefined) return { count: told.count, byRole: null };
  const byRole: Partial<Record<Role, number>> = {};
  let sum = 0;
  for (const { role, count } of told.by_role) {
    sum += count;
    if (!isRole(role)) continue;
    if (byRole[role] !== undefined) return undefined;
    byRole[role] = count;
  }
  return sum > told.count ? undefined : { count: told.count, byRole };
};
