/** A proposed rule held against accesses that have taken place: how many it would have refused. Pure. */
import type { Role } from '../../../kernel/decision.ts';
import type { DeskId, ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Act, TightenedItem } from '../../exchange/index.ts';
import type { DryRunResult, Rule } from './contract.ts';
import { refuses } from './tightening.ts';

/** Which act a journalled verb was. */
export const actOfVerb: ReadonlyMap<string, Act> = new Map([
  ['exchange.read', 'read'],
  ['exchange.mark-read', 'read'],
  ['exchange.preview', 'read'],
  ['exchange.assign', 'read'],
  ['exchange.export', 'export'],
  ['exchange.compose', 'compose'],
  ['exchange.edit', 'compose'],
  ['exchange.propose', 'compose'],
  ['exchange.import', 'compose'],
  ['exchange.release', 'release'],
  ['exchange.read-attachment', 'read-attachments'],
]);

/** One access as the journal has it, with what is known of who it was and what he saw. */
export interface Access {
  readonly at: Instant;
  readonly verb: string;
  readonly item: ItemId | null;
  /** Null for someone who is no longer known here. */
  readonly person: { readonly role: Role; readonly isOwn: boolean; readonly desk: DeskId | null } | null;
}

interface Tally {
  looked: number;
  refused: number;
}
const countIn = <Key>(tallies: Map<Key, Tally>, key: Key, isRefused: boolean): void => {
  const tally = tallies.get(key) ?? { looked: 0, refused: 0 };
  tallies.set(key, { looked: tally.looked + 1, refused: tally.refused + (isRefused ? 1 : 0) });
};

/** Counts by role, desk and act; which items they were stays out of it. */
export const dryRun = (
  rule: Rule,
  accesses: Iterable<Access>,
  items: ReadonlyMap<string, TightenedItem>,
): Omit<DryRunResult, 'from' | 'to' | 'cut'> => {
  const [roles, desks, acts] = [
    new Map<Role, Tally>(),
    new Map<DeskId | null, Tally>(),
    new Map<Act, Tally>(),
  ];
  let [looked, refused, unknown] = [0, 0, 0];
  for (const access of accesses) {
    const act = actOfVerb.get(access.verb);
    if (act === undefined) continue;
    const item = access.item === null ? undefined : items.get(access.item);
    if (item === undefined || access.person === null) {
      unknown += 1;
      continue;
    }
    const isRefused = refuses(rule, { bound: access.person, act, item, at: access.at });
    looked += 1;
    refused += isRefused ? 1 : 0;
    countIn(roles, access.person.role, isRefused);
    countIn(desks, access.person.desk, isRefused);
    countIn(acts, act, isRefused);
  }
  return {
    looked,
    refused,
    unknown,
    byRole: [...roles].map(([role, tally]) => ({ role, ...tally })),
    byDesk: [...desks].map(([desk, tally]) => ({ desk, ...tally })),
    byAct: [...acts].map(([act, tally]) => ({ act, ...tally })),
  };
};
