/**
 * What a re-plan would change, post by post, for people to accept or refuse; and the draft as it is when they
 * accepted some of it. Pure.
 */

import { holdsOn } from './circumstances.ts';
import { compareRosters, type PostDifference } from './comparison.ts';
import {
  assignmentsOf,
  type Change,
  type DraftState,
  readSeatKey,
  type Standing,
  seatedAsBefore,
  seatKey,
  standingChanges,
} from './draft.ts';
import { type Check, planWith, type TakenPlan } from './hindrance.ts';
import type { Assignment } from './plan.ts';

/** What a re-plan would change at one post. */
export interface Proposed extends PostDifference {
  /** Changes of one chain hang together: one unit gives way to the next. */
  readonly chain: number;
  /** Who leaves because he can no longer stand there, whatever is decided. */
  readonly forced: readonly string[];
}

/** The roster before, and what was found for the plan as it is now. */
export interface Replanned {
  readonly before: { readonly plan: TakenPlan; readonly state: DraftState };
  readonly plan: TakenPlan;
  readonly found: readonly Assignment[];
  readonly check: Check;
}

const pair = (unit: string, post: string): string => `${unit} ${post}`;

/** Who stood somewhere and still can by seats and posts; a rule may be in the way. */
const stillThere = ({ before, plan }: Replanned): readonly Assignment[] => {
  const seats = new Map(plan.posts.map(({ id, quantity }) => [id, quantity]));
  const units = new Set(plan.units.map(({ id }) => id));
  return assignmentsOf(before.state).filter(
    ({ post, seat, unit }) => seat < (seats.get(post) ?? 0) && units.has(unit),
  );
};

/** Duties that a hard rule forbids now. */
const brokenOf = ({ plan, before, check }: Replanned, assignments: readonly Assignment[]) => {
  const holds = holdsOn(plan, [...before.state.holds.values()]);
  return check(planWith(plan, holds), assignments).filter(({ overridden }) => overridden === undefined);
};

/** Units that change together belong to one chain. */
const chainsOf = (differences: readonly PostDifference[]): readonly number[] => {
  const parent = differences.map((_, at) => at);
  const rootOf = (at: number): number => {
    const above = parent[at] ?? at;
    if (above === at) return at;
    const root = rootOf(above);
    parent[at] = root;
    return root;
  };
  const first = new Map<string, number>();
  differences.forEach(({ leaves, joins }, at) => {
    for (const unit of [...leaves, ...joins]) {
      const known = first.get(unit);
      if (known === undefined) first.set(unit, at);
      else parent[rootOf(at)] = rootOf(known);
    }
  });
  return differences.map((_, at) => rootOf(at));
};

const sideOf = (plan: TakenPlan, standing: ReadonlyMap<string, Standing>) => ({ plan, state: { standing } });

/** Each post where somebody comes, goes, or is there at another time or place. */
export const proposalsOf = (replanned: Replanned): readonly Proposed[] => {
  const { before, plan, found } = replanned;
  const after = seatedAsBefore(before.state.standing, found);
  const { posts } = compareRosters(sideOf(before.plan, before.state.standing), sideOf(plan, after));
  const affecting = posts.filter(
    ({ leaves, joins, moved }) => leaves.length + joins.length + moved.length > 0,
  );
  const there = stillThere(replanned);
  const possible = new Set(there.map(({ unit, post }) => pair(unit, post)));
  for (const { unit, post } of brokenOf(replanned, there)) possible.delete(pair(unit, post));
  const chains = chainsOf(affecting);
  return affecting.map((difference, at) => ({
    ...difference,
    chain: chains[at] ?? at,
    forced: difference.leaves.filter((unit) => !possible.has(pair(unit, difference.post))),
  }));
};

/** The changes of the draft, or the posts where what was accepted does not hold without what was refused. */
export type Accepting =
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'depends'; readonly posts: readonly string[] }
  /** A post is accepted at which nothing was proposed. */
  | { readonly kind: 'unknown' };

/** What the draft becomes when these posts are accepted. */
export const acceptProposals = (
  replanned: Replanned,
  accepted: ReadonlySet<string>,
  ids: { readonly before: string; readonly after: string },
): Accepting => {
  const { before, plan } = replanned;
  const proposals = proposalsOf(replanned);
  const proposed = new Set(proposals.map(({ post }) => post));
  if ([...accepted].some((post) => !proposed.has(post))) return { kind: 'unknown' };
  const standing = new Map<string, Standing>();
  for (const { post, seat, unit, from, to } of stillThere(replanned))
    standing.set(seatKey(post, seat), {
      unit,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
  const seats = new Map<string, string[]>();
  for (const key of standing.keys()) {
    const { post } = readSeatKey(key);
    seats.set(post, [...(seats.get(post) ?? []), key]);
  }
  const take = (post: string, units: readonly string[]): void => {
    for (const key of seats.get(post) ?? [])
      if (units.includes(standing.get(key)?.unit ?? '')) standing.delete(key);
  };
  for (const { post, leaves, forced } of proposals) take(post, accepted.has(post) ? leaves : forced);
  const joining = proposals.filter(({ post }) => accepted.has(post));
  for (const { post, joins } of joining)
    for (const unit of joins) {
      let seat = 0;
      while (standing.has(seatKey(post, seat))) seat += 1;
      standing.set(seatKey(post, seat), { unit });
    }
  const broken = brokenOf(replanned, assignmentsOf({ standing }));
  if (broken.length > 0)
    return { kind: 'depends', posts: [...new Set(broken.map(({ post }) => post))].sort() };
  const kept = new Set(holdsOn(plan, [...before.state.holds.values()]));
  const stays = new Set([...standing].map(([key, { unit }]) => pair(unit, readSeatKey(key).post)));
  const dropped = [...before.state.holds.values()].filter(
    (hold) =>
      !kept.has(hold) ||
      ((hold.kind === 'pin' || hold.kind === 'override') && !stays.has(pair(hold.unit, hold.post))),
  );
  const moved: readonly Change[] =
    ids.before === ids.after ? [] : [{ kind: 'plan', before: ids.before, after: ids.after }];
  return {
    kind: 'changed',
    changes: [
      ...moved,
      ...standingChanges(before.state.standing, standing),
      ...dropped.map((hold): Change => ({ kind: 'hold', before: hold, after: null })),
    ],
  };
};
