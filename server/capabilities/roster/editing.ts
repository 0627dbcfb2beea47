/**
 * What an edit of a person changes, and which rules stand in its way. A rule can be set aside for one duty,
 * with the reason kept; that a visiting officer stands beside one of the host cannot. Pure.
 */
import { exhaustive } from '../../kernel/faults.ts';
import type { Edit } from './contract.ts';
import {
  applyChanges,
  type Change,
  type DraftState,
  holdChange,
  holdKey,
  readSeatKey,
  type Standing,
  seatedAsBefore,
  seatKey,
  standChange,
  standingChanges,
} from './draft.ts';
import { brokenBy, type Check, inTheWay, leaving, standingOf, type TakenPlan } from './hindrance.ts';
import { type Hold, neverSetAside, type Rule, rules } from './plan.ts';
import type { Violation } from './roster.ts';

/** Of the rules that nobody sets aside, the ones that speak of host officers. */
export const ofPairs: readonly string[] = ['host-pair', 'escort', 'pair-apart'] satisfies readonly Rule[];

/** What an edit needs to know. */
export interface EditingNeeds {
  readonly plan: TakenPlan;
  readonly state: DraftState;
  /** The hard rules that these assignments of this plan break. */
  readonly check: Check;
  /** Who decides it. */
  readonly by: string;
}

/** What an edit changes, or why it cannot be. */
export type Editing =
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'pinned' }
  | { readonly kind: 'locked' }
  /** Rules that a reason would set aside. */
  | { readonly kind: 'broken'; readonly violations: readonly Violation[] }
  /** Rules that nobody sets aside. */
  | { readonly kind: 'barred'; readonly violations: readonly Violation[] };

interface Seat {
  readonly post: string;
  readonly seat: number;
}

const standingAt = ({ standing }: DraftState, { post, seat }: Seat): Standing | null =>
  standing.get(seatKey(post, seat)) ?? null;

const isRule = (rule: string): rule is Rule => rules.some((one) => one === rule);

/** Does the plan have this seat? */
const hasSeat = ({ posts }: TakenPlan, { post, seat }: Seat): boolean =>
  posts.some(({ id, quantity }) => id === post && seat < quantity);

/** Seats that change hands, each once. */
const seatChanges = ({ plan, state }: EditingNeeds, edit: Edit): readonly Change[] | null => {
  const isUnit = (unit: string): boolean => plan.units.some(({ id }) => id === unit);
  switch (edit.kind) {
    case 'place':
      if (!hasSeat(plan, edit) || !isUnit(edit.unit)) return null;
      return standChange(state, edit, { unit: edit.unit });
    case 'unassign':
      return hasSeat(plan, edit) ? standChange(state, edit, null) : null;
    case 'swap': {
      if (!hasSeat(plan, edit.one) || !hasSeat(plan, edit.other)) return null;
      const [one, other] = [standingAt(state, edit.one), standingAt(state, edit.other)];
      const whole = (from: Standing | null): Standing | null => (from === null ? null : { unit: from.unit });
      return [...standChange(state, edit.one, whole(other)), ...standChange(state, edit.other, whole(one))];
    }
    case 'move': {
      const standing = standingAt(state, edit.from);
      if (standing === null || !hasSeat(plan, edit.to)) return null;
      return [
        ...standChange(state, edit.from, null),
        ...standChange(state, edit.to, { unit: standing.unit }),
      ];
    }
    case 'import': {
      const seats = new Set(edit.assignments.map(({ post, seat }) => seatKey(post, seat)));
      if (seats.size < edit.assignments.length) return null;
      if (!edit.assignments.every((one) => isUnit(one.unit))) return null;
      const posts = new Map(plan.posts.map(({ id, quantity }) => [id, quantity]));
      if (!edit.assignments.every(({ post, seat }) => seat < (posts.get(post) ?? 0))) return null;
      return standingChanges(state.standing, seatedAsBefore(state.standing, edit.assignments));
    }
    default:
      return [];
  }
};

const overrides = (
  state: DraftState,
  violations: readonly Violation[],
  why: { readonly by: string; readonly reason: string },
): readonly Change[] => {
  const broken = new Map<string, { unit: string; post: string; rules: Set<Rule> }>();
  for (const { unit, post, rule } of violations) {
    if (!isRule(rule)) continue;
    const known = broken.get(`${unit} ${post}`) ?? { unit, post, rules: new Set<Rule>() };
    broken.set(`${unit} ${post}`, known);
    known.rules.add(rule);
  }
  return [...broken.values()].flatMap(({ unit, post, rules: those }) => {
    const hold: Hold = { kind: 'override', unit, post, rules: [...those], ...why };
    const before = state.holds.get(holdKey(hold));
    const earlier = before?.kind === 'override' ? before.rules : [];
    return holdChange(state, { ...hold, rules: [...new Set([...earlier, ...those])] });
  });
};

const settle = (needs: EditingNeeds, changes: readonly Change[], reason: string): Editing => {
  const hindrance = inTheWay(needs, changes);
  if (hindrance !== null) return hindrance;
  const all = [...changes, ...leaving(needs.state, changes)];
  const after = applyChanges(needs.state, all);
  const joined = standingOf(changes).flatMap(({ after: now }) => (now === null ? [] : [now.unit]));
  // Who escorts leaves others without: they are looked at with those who come.
  const left = standingOf(changes).flatMap(({ before }) => (before === null ? [] : [before.unit]));
  const escorting = needs.plan.units.filter(({ escorts }) => (escorts ?? []).length > 0).map(({ id }) => id);
  const isEscortLeaving = left.some((unit) => escorting.includes(unit));
  const looked = isEscortLeaving ? needs.plan.units.map(({ id }) => id) : joined;
  const violations = brokenBy(needs, after, new Set(looked));
  const barred = violations.filter(({ rule }) => neverSetAside.includes(rule) || !isRule(rule));
  if (barred.length > 0) return { kind: 'barred', violations: barred };
  if (violations.length === 0) return { kind: 'changed', changes: all };
  if (reason.trim() === '') return { kind: 'broken', violations };
  return { kind: 'changed', changes: [...all, ...overrides(after, violations, { by: needs.by, reason })] };
};

const holdOf = (edit: Edit, by: string): { readonly hold: Hold; readonly isTakenBack: boolean } | null => {
  switch (edit.kind) {
    case 'pin':
    case 'unpin': {
      const reason = edit.kind === 'pin' ? edit.reason : '';
      const hold: Hold = { kind: 'pin', unit: edit.unit, post: edit.post, by, reason };
      return { hold, isTakenBack: edit.kind === 'unpin' };
    }
    case 'forbid':
    case 'permit': {
      const post = edit.post === undefined ? {} : { post: edit.post };
      const reason = edit.kind === 'forbid' ? edit.reason : '';
      const hold: Hold = { kind: 'forbid', unit: edit.unit, ...post, by, reason };
      return { hold, isTakenBack: edit.kind === 'permit' };
    }
    case 'lock':
    case 'unlock': {
      const unit = edit.unit === undefined ? {} : { unit: edit.unit };
      const [until, reason] = edit.kind === 'lock' ? [edit.until, edit.reason] : ['', ''];
      return { hold: { kind: 'lock', ...unit, until, by, reason }, isTakenBack: edit.kind === 'unlock' };
    }
    default:
      return null;
  }
};

/** Who may not stand there any longer is taken off. */
const forbidding = (needs: EditingNeeds, hold: Hold): readonly Change[] =>
  hold.kind !== 'forbid'
    ? []
    : [...needs.state.standing].flatMap(([key, { unit }]) => {
        const seat = readSeatKey(key);
        const isMeant = unit === hold.unit && (hold.post === undefined || hold.post === seat.post);
        return isMeant ? standChange(needs.state, seat, null) : [];
      });

/** What this edit changes in the draft, or why it cannot be. */
export const editDraft = (needs: EditingNeeds, edit: Edit): Editing => {
  switch (edit.kind) {
    case 'place':
    case 'swap':
    case 'move':
    case 'unassign':
    case 'import': {
      const changes = seatChanges(needs, edit);
      if (changes === null) return { kind: 'unknown' };
      return settle(needs, changes, 'reason' in edit ? edit.reason : '');
    }
    case 'pin':
    case 'unpin':
    case 'forbid':
    case 'permit':
    case 'lock':
    case 'unlock': {
      const settled = holdOf(edit, needs.by);
      if (settled === null || !isKnown(needs, settled.hold)) return { kind: 'unknown' };
      const { hold, isTakenBack } = settled;
      const stands = isTakenBack ? [] : forbidding(needs, hold);
      const done = settle(needs, stands, '');
      if (done.kind !== 'changed') return done;
      return { kind: 'changed', changes: [...done.changes, ...holdChange(needs.state, hold, isTakenBack)] };
    }
    default:
      return exhaustive(edit);
  }
};

/** Does it speak of units and posts of the plan; and a pin, of somebody who stands there? */
const isKnown = ({ plan, state }: EditingNeeds, hold: Hold): boolean => {
  if (hold.unit !== undefined && !plan.units.some(({ id }) => id === hold.unit)) return false;
  if (!('post' in hold) || hold.post === undefined) return true;
  if (!plan.posts.some(({ id }) => id === hold.post)) return false;
  return (
    hold.kind !== 'pin' ||
    [...state.standing].some(([key, { unit }]) => unit === hold.unit && readSeatKey(key).post === hold.post)
  );
};
