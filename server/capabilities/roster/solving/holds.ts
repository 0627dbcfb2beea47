/** Puts into a roster, before the search, what people have settled. */
import type { Hold, Rule } from '../plan.ts';
import type { Note } from '../roster.ts';
import { ruleOf, staticBlock } from './feasibility.ts';
import type { RosterState } from './state.ts';

interface Settled {
  readonly unit: string;
  readonly post: string;
  readonly kind: 'pin' | 'override' | 'lock';
}

const lockedBy = (state: RosterState, hold: Extract<Hold, { kind: 'lock' }>): readonly Settled[] => {
  const { plan, postAt } = state.instance;
  return plan.told
    .filter(({ unit, post }) => {
      const told = plan.posts[postAt.get(post) ?? -1];
      const isBefore = told !== undefined && Date.parse(told.from) < Date.parse(hold.until);
      return isBefore && (hold.unit ?? unit) === unit;
    })
    .map(({ unit, post }) => ({ unit, post, kind: 'lock' }));
};

/** What is overridden comes first: it is there whatever else fits beside it. */
const settledOf = (state: RosterState): readonly Settled[] => {
  const { holds } = state.instance.plan;
  const all = holds.flatMap((hold): readonly Settled[] => {
    if (hold.kind === 'lock') return lockedBy(state, hold);
    return hold.kind === 'forbid' ? [] : [hold];
  });
  const order = ['override', 'pin', 'lock'];
  return all.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

const brokenBy = (state: RosterState, unit: number, post: number): Rule | null =>
  staticBlock(state.instance, unit, post) ?? ruleOf(state.block(unit, post));

/** What no person sets aside: nobody is in two places, and a visitor is beside his host officer. */
const barredBy = (state: RosterState, unit: number, post: number): Rule | null => {
  const fixed = staticBlock(state.instance, unit, post);
  return fixed === 'host-pair' ? fixed : ruleOf(state.barred(unit, post));
};

/** Gives what is settled and keeps it there; says which of it a rule forbids. */
export const placeHolds = (state: RosterState): readonly Note[] => {
  const notes: Note[] = [];
  const { unitAt, postAt, quantity } = state.instance;
  for (const settled of settledOf(state)) {
    const [unit, post] = [unitAt.get(settled.unit) ?? -1, postAt.get(settled.post) ?? -1];
    if (unit < 0 || post < 0) continue;
    if (state.has(unit, post)) {
      state.fix(unit, post);
      continue;
    }
    const isFull = (state.on[post]?.length ?? 0) >= (quantity[post] ?? 0);
    const rule = settled.kind === 'override' ? barredBy(state, unit, post) : brokenBy(state, unit, post);
    if (isFull || rule !== null) {
      const why = isFull ? 'all its seats are taken' : `rule ${rule}`;
      notes.push({
        kind: 'hold-broken',
        text: `${settled.kind}: ${settled.unit} cannot have ${settled.post}: ${why}.`,
        ...(rule === null ? {} : { rule }),
        units: [settled.unit],
        posts: [settled.post],
      });
      continue;
    }
    state.give(unit, post);
    state.fix(unit, post);
  }
  state.keep();
  return notes;
};
