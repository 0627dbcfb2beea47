/**
 * Why a post is open and what would help, and why a unit has a post: asked of the same feasibility as the
 * search. Pure but for the state that it reads.
 */
import { type Rule, rules } from '../plan.ts';
import type { Roster } from '../roster.ts';
import { codes, free, ruleOf, staticBlock, staticBlocks } from './feasibility.ts';
import { askedAt } from './impossible.ts';
import type { Instance } from './instance.ts';
import { movesOf } from './moves.ts';
import { moreUnitsFor, type Remedy } from './remedies.ts';
import { Secondary } from './secondary.ts';
import { longestPart, type Part } from './single.ts';
import type { Prepared } from './solve.ts';
import { RosterState } from './state.ts';

/** How many are named; the counts are of all. */
const named = { free: 5, misses: 10, engaged: 5, parts: 3, looked: 20, others: 10 } as const;

/** Units that are left after a rule was asked, of all. */
export interface Remaining {
  readonly rule: Rule;
  readonly left: number;
}

/** A unit that one rule alone keeps from the post, and the duty that it clashes with. */
export interface NearMiss {
  readonly unit: string;
  readonly rule: Rule;
  readonly beside: string | null;
}

/** A unit that could serve a part; minutes that stay open. */
export interface PartOf extends Part {
  readonly unit: string;
  readonly openMinutes: number;
}

/** Why a post has open seats, and what would help. */
export interface OpenPost {
  readonly post: string;
  readonly open: number;
  readonly remaining: readonly Remaining[];
  /** The rule that keeps most of the last units from it. */
  readonly binding: Rule;
  /** Units that could be put there now, as nothing stands in their way. */
  readonly free: readonly string[];
  readonly nearMisses: readonly NearMiss[];
  readonly parts: readonly PartOf[];
  readonly remedies: readonly Remedy[];
}

/** The state of a roster that keeps the hard rules; what is not of the plan is left out. */
export const stateOf = (instance: Instance, { assignments }: Pick<Roster, 'assignments'>): RosterState => {
  const state = new RosterState(instance);
  for (const { unit, post } of assignments) {
    const [one, two] = [instance.unitAt.get(unit) ?? -1, instance.postAt.get(post) ?? -1];
    if (one >= 0 && two >= 0 && !state.has(one, two)) state.give(one, two);
  }
  state.keep();
  return state;
};

/** What another time of the post may lift. */
const ofTimes: readonly Rule[] = ['availability', 'engaged'];
const staticRules = rules.filter((rule) => askedAt(rule) >= 0).sort((a, b) => askedAt(a) - askedAt(b));

/** Of those who are not on the post already; rules that nobody is left for are not asked. */
const remainingOf = (
  state: RosterState,
  post: number,
): { remaining: Remaining[]; last: Rule; misses: NearMiss[]; left: number; untimely: number[] } => {
  const { instance } = state;
  const stopped = new Map<Rule, number[]>();
  for (let unit = 0; unit < instance.units; unit += 1) {
    const rule = state.has(unit, post) ? null : staticBlock(instance, unit, post);
    if (rule !== null) stopped.set(rule, [...(stopped.get(rule) ?? []), unit]);
  }
  let left = instance.units - (state.on[post]?.length ?? 0);
  const remaining: Remaining[] = [];
  let last: Rule = 'specialty';
  let misses: NearMiss[] = [];
  for (const rule of staticRules) {
    const units = stopped.get(rule) ?? [];
    if (left === 0) break;
    left -= units.length;
    remaining.push({ rule, left });
    if (units.length === 0) continue;
    last = rule;
    // One that lacks more than this, or is busy elsewhere, is no near miss.
    misses = units
      .filter((unit) => staticBlocks(instance, unit, post).length === 1 && state.block(unit, post) === free)
      .map((unit) => ({ ...nameOf(state, unit), rule, beside: null }));
  }
  const untimely = ofTimes
    .flatMap((rule) => stopped.get(rule) ?? [])
    .filter((unit) => staticBlocks(instance, unit, post).length === 1);
  return { remaining, last, misses, left, untimely };
};

/** The duty without which the rule would not be in the way. */
const besideOf = (state: RosterState, unit: number, post: number): number | null => {
  for (const duty of [...(state.duties[unit] ?? [])]) {
    state.take(unit, duty);
    const isFree = state.block(unit, post) === free;
    state.give(unit, duty);
    if (isFree) return duty;
  }
  return null;
};

interface Busy {
  readonly unit: number;
  readonly block: number;
}

const busyOf = (state: RosterState, able: Uint16Array, post: number): readonly Busy[] =>
  [...able]
    .filter((unit) => !state.has(unit, post))
    .map((unit) => ({ unit, block: state.block(unit, post) }));

const mostFrequent = (busy: readonly Busy[]): Rule | null => {
  const counts = new Map<number, number>();
  for (const { block } of busy) if (block !== free) counts.set(block, (counts.get(block) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined ? null : ruleOf(first[0]);
};

/** What those who could be given the post do instead: here, elsewhere, or rest; most of them first. */
const engagedOf = (busy: readonly Busy[], able: number): readonly Remaining[] => {
  const counts = new Map<Rule, number>();
  for (const { block } of busy) {
    const rule = ruleOf(block);
    if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  let left = able;
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, count]) => {
      left -= count;
      return { rule, left };
    });
};

const missesOf = (state: RosterState, busy: readonly Busy[], post: number): readonly NearMiss[] => {
  const misses: NearMiss[] = [];
  for (const { unit, block } of busy) {
    if (misses.length === named.misses) break;
    const rule = ruleOf(block);
    const duty = rule === null ? null : besideOf(state, unit, post);
    if (rule !== null && duty !== null)
      misses.push({ ...nameOf(state, unit), rule, beside: state.instance.plan.posts[duty]?.id ?? null });
  }
  state.keep();
  return misses;
};

const nameOf = ({ instance }: RosterState, unit: number): { unit: string } => ({
  unit: instance.plan.units[unit]?.id ?? '',
});

const partsOf = (state: RosterState, busy: readonly Busy[], post: number): readonly PartOf[] =>
  busy
    .filter(({ block }) => block !== free && block !== codes.escort && block !== codes.pairApart)
    .slice(0, named.looked)
    .flatMap(({ unit }) => {
      const part = longestPart(state.instance, unit, state.duties[unit] ?? [], post);
      return part === null ? [] : [{ ...nameOf(state, unit), ...part, openMinutes: part.late + part.early }];
    })
    .sort((a, b) => a.openMinutes - b.openMinutes)
    .slice(0, named.parts);

/** Those whom a duty in another event alone keeps from it: somebody may decide otherwise there. */
const engagedElsewhere = (
  state: RosterState,
  untimely: readonly number[],
  post: number,
): readonly NearMiss[] =>
  untimely
    .filter((unit) => staticBlock(state.instance, unit, post) === 'engaged')
    .slice(0, named.engaged)
    .map((unit) => ({ ...nameOf(state, unit), rule: 'engaged', beside: null }));

/** Why a post has open seats. `prices` are those of the programs, where they are known. */
export const explainOpen = (
  { instance, candidates }: Prepared,
  state: RosterState,
  post: number,
  prices: Float64Array | null,
): OpenPost => {
  const wanted = instance.plan.posts[post];
  const able = candidates[post] ?? new Uint16Array();
  const { remaining, last, misses, left, untimely } = remainingOf(state, post);
  const busy = busyOf(state, able, post);
  const more = moreUnitsFor(state, post);
  const [price, worth] = [prices?.[post], instance.value[post] ?? 0];
  const ready = busy.filter(({ block }) => block === free).map(({ unit }) => nameOf(state, unit).unit);
  // Whom nothing keeps from it needs no other time.
  const moves = ready.length > 0 ? [] : movesOf(state, [...busy.map(({ unit }) => unit), ...untimely], post);
  return {
    post: wanted?.id ?? '',
    open: (instance.quantity[post] ?? 0) - (state.on[post]?.length ?? 0),
    remaining: [...remaining, ...engagedOf(busy, left)],
    binding: mostFrequent(busy) ?? last,
    free: ready.slice(0, named.free),
    nearMisses: [
      ...(able.length > 0 ? missesOf(state, busy, post) : misses.slice(0, named.misses)),
      ...(last === 'engaged' && able.length === 0 ? [] : engagedElsewhere(state, untimely, post)),
    ],
    parts: partsOf(state, busy, post),
    remedies: [
      ...more.filter(({ kind }) => kind === 'prepare'),
      ...moves,
      ...more.filter(({ kind }) => kind !== 'prepare'),
      ...(price === undefined ? [] : [{ kind: 'price', price, worth } as const]),
    ],
  };
};

/** Why a unit has a post: who else could, and what keeps them. */
export interface Why {
  readonly unit: string;
  readonly post: string;
  /** Units that no rule on what they are, and when and where they can be, keeps from it. */
  readonly able: number;
  /** Of those, how many could have it beside their other duties, this one included. */
  readonly free: number;
  /** Its place among those by share of hours and ways: 1 is the best. */
  readonly rank: number;
  /** Others that were able, and what kept each from it; null where it was free. */
  readonly others: readonly { readonly unit: string; readonly rule: Rule | null }[];
  /** What a person decided of it. */
  readonly settled: string | null;
}

/** Why a unit has a post; null where it has not. */
export const explainAssignment = (
  { instance, candidates }: Prepared,
  state: RosterState,
  unit: number,
  post: number,
): Why | null => {
  if (!state.has(unit, post)) return null;
  const { plan } = instance;
  const secondary = new Secondary(state);
  const mark = state.mark();
  state.take(unit, post);
  const busy = busyOf(state, candidates[post] ?? new Uint16Array(), post);
  const costs = busy
    .filter(({ block }) => block === free)
    .map((one) => ({ unit: one.unit, cost: secondary.ofGiving(one.unit, post) }))
    .sort((a, b) => a.cost - b.cost);
  state.undo(mark);
  const names = { unit: plan.units[unit]?.id ?? '', post: plan.posts[post]?.id ?? '' };
  const hold = plan.holds.find(
    (one) =>
      (one.kind === 'pin' || one.kind === 'override') && one.unit === names.unit && one.post === names.post,
  );
  return {
    ...names,
    able: (candidates[post] ?? []).length,
    free: costs.length,
    rank: 1 + costs.findIndex((one) => one.unit === unit),
    others: busy
      .filter((one) => one.unit !== unit)
      .slice(0, named.others)
      .map((one) => ({ ...nameOf(state, one.unit), rule: ruleOf(one.block) })),
    settled: hold === undefined ? null : `${hold.by}: ${hold.reason}`,
  };
};
