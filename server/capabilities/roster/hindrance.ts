/** What stands in the way of an edit: pins, locks, and hard rules of those whom it touches. Pure. */
import { applyChanges, type Change, type DraftState, readSeatKey, standingIn } from './draft.ts';
import type { Assignment, Hold, Plan } from './plan.ts';
import type { Violation } from './roster.ts';

/** A plan as it is kept: what people settled stands with the draft. */
export type TakenPlan = Omit<Plan, 'holds' | 'told' | 'settings'>;

/** The hard rules that assignments of a plan break. */
export type Check = (plan: Plan, assignments: readonly Assignment[]) => readonly Violation[];

/** The plan with what people settled, as the engine reads it. */
export const planWith = (
  plan: TakenPlan,
  holds: readonly Hold[],
  told: readonly Assignment[] = [],
  settings: Plan['settings'] = {},
): Plan => ({ ...plan, holds: [...holds], told: [...told], settings });

export const standingOf = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'stand' ? [change] : []));

/** Whether a person has to take something back before: a pin, or a lock on what begins by then. */
export const inTheWay = (
  { plan, state }: { readonly plan: TakenPlan; readonly state: DraftState },
  changes: readonly Change[],
): { readonly kind: 'pinned' | 'locked' } | null => {
  const holds = [...state.holds.values()];
  const locks = holds.flatMap((hold) => (hold.kind === 'lock' ? [hold] : []));
  const begins = new Map(plan.posts.map(({ id, from }) => [id, from]));
  for (const { post, before, after } of standingOf(changes)) {
    const moved = before !== null && before.unit !== after?.unit ? before.unit : null;
    const isPinned = holds.some((hold) => hold.kind === 'pin' && hold.post === post && hold.unit === moved);
    if (isPinned) return { kind: 'pinned' };
    const from = begins.get(post) ?? '';
    const touched = [before?.unit, after?.unit];
    const isLocked = locks.some(
      ({ unit, until }) => from < until && (unit === undefined || touched.includes(unit)),
    );
    if (isLocked) return { kind: 'locked' };
  }
  return null;
};

/** Who leaves a post takes with him what was settled of him there. */
export const leaving = (state: DraftState, changes: readonly Change[]): readonly Change[] => {
  const after = applyChanges(state, changes);
  const stays = new Set([...after.standing].map(([key, { unit }]) => `${unit} ${readSeatKey(key).post}`));
  return standingOf(changes).flatMap(({ post, before }): readonly Change[] => {
    if (before === null || stays.has(`${before.unit} ${post}`)) return [];
    return [...state.holds.values()].flatMap((hold): readonly Change[] =>
      (hold.kind === 'pin' || hold.kind === 'override') && hold.unit === before.unit && hold.post === post
        ? [{ kind: 'hold', before: hold, after: null }]
        : [],
    );
  });
};

/** The units with all whom pairs tie to them, however far: host officers, their visitors, and theirs. */
export const tiedTo = ({ units }: TakenPlan, some: ReadonlySet<string>): ReadonlySet<string> => {
  const ties = new Map<string, string[]>();
  const tie = (one: string, other: string): void => {
    ties.set(one, [...(ties.get(one) ?? []), other]);
  };
  for (const { id, hostPair } of units)
    for (const { host } of hostPair.kind === 'paired' ? hostPair.periods : [])
      if (host !== undefined) {
        tie(id, host);
        tie(host, id);
      }
  const found = new Set(some);
  for (const id of found) for (const other of ties.get(id) ?? []) found.add(other);
  return found;
};

/** As much of the plan as bears on these units; all of it where some of them are escorted, or escort. */
const partFor = (plan: TakenPlan, state: DraftState, units: ReadonlySet<string>) => {
  const isShared = plan.units.some(
    ({ id, hostPair, escorts }) =>
      units.has(id) && (hostPair.kind === 'escorted' || (escorts ?? []).length > 0),
  );
  const assignments = standingIn(state, isShared ? undefined : units);
  const posts = new Set(assignments.map(({ post }) => post));
  const holds = [...state.holds.values()].filter(
    (hold) => isShared || hold.unit === undefined || units.has(hold.unit),
  );
  const part: TakenPlan = isShared
    ? plan
    : {
        ...plan,
        units: plan.units.filter(({ id }) => units.has(id)),
        posts: plan.posts.filter(({ id }) => posts.has(id)),
      };
  return {
    plan: planWith(
      part,
      holds.filter((hold) => isWithin(part, hold)),
    ),
    assignments,
  };
};

const isWithin = (plan: TakenPlan, hold: Hold): boolean =>
  !('post' in hold) || hold.post === undefined || plan.posts.some(({ id }) => id === hold.post);

/** What these units break after the changes, that nobody has set aside. */
export const brokenBy = (
  { plan, check }: { readonly plan: TakenPlan; readonly check: Check },
  state: DraftState,
  units: ReadonlySet<string>,
): readonly Violation[] => {
  if (units.size === 0) return [];
  const tied = tiedTo(plan, units);
  const part = partFor(plan, state, tied);
  return check(part.plan, part.assignments).filter(
    ({ unit, rule, overridden }) =>
      overridden === undefined && (units.has(unit) || (rule === 'pair-apart' && tied.has(unit))),
  );
};
