/** A proposed rule held against accesses that have taken place: how many it would have refused. Pure. */
import type { Role } from '../../../kernel/decision.ts';
import type { DeskId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { assistanceActs } from '../../assistance/index.ts';
import { type Act, exchangeVerbs, type TightenedItem } from '../../exchange/index.ts';
import { matchingActs } from '../../matching/index.ts';
import { requestVerbs } from '../../requests/index.ts';
import { watchActs } from '../../watch/index.ts';
import type { DryRunResult, Rule } from './contract.ts';
import { refuses } from './tightening.ts';

/** Which act a journalled verb was, as each capability itself asks `tighten`. */
export const actOfVerb: ReadonlyMap<string, Act> = new Map([
  ...Object.entries({ ...exchangeVerbs, ...requestVerbs }).flatMap(([verb, { act }]): [string, Act][] =>
    act === null ? [] : [[verb, act]],
  ),
  ...Object.entries(watchActs),
  ...Object.entries(matchingActs),
  ...Object.entries(assistanceActs),
]);

/** One access as the journal has it, with what is known of who it was and what he saw. */
export interface Access {
  readonly at: Instant;
  readonly verb: string;
  /** What it was about, or what it showed; none for a search that found nothing. */
  readonly items: readonly string[];
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
    if (act === undefined || access.items.length === 0) continue;
    const known = access.items.flatMap((id) => items.get(id) ?? []);
    const { person, at } = access;
    if (known.length === 0 || person === null) {
      unknown += 1;
      continue;
    }
    // A list of which one item would be missing is an access that the rule changes.
    const isRefused = known.some((item) => refuses(rule, { bound: person, act, item, at }));
    looked += 1;
    refused += isRefused ? 1 : 0;
    countIn(roles, person.role, isRefused);
    countIn(desks, person.desk, isRefused);
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
