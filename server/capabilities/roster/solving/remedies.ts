/** What would fill an open post: units that a partner could be asked for, or another time. Pure. */
import type { Requirement } from '../../../plumbing/specialties/index.ts';
import type { Plan, Unit } from '../plan.ts';
import { free, staticBlock } from './feasibility.ts';
import { instanceOf } from './instance.ts';
import { blockWhenMoved } from './single.ts';
import { RosterState } from './state.ts';

const movedMinutes = 30;
const mostMovers = 20;
const mostParties = 5;

/** What would fill an open post; minutes are of duty, weighted minutes as the search counts them. */
export type Remedy =
  /** So many more units of this kind, the whole time, would cover so much; who has such units. */
  | {
      readonly kind: 'ask';
      readonly requirement: Requirement;
      readonly quantity: number;
      readonly minutes: number;
      readonly weighted: number;
      readonly parties: readonly string[];
    }
  /** The post could be held by this unit when it were moved. */
  | { readonly kind: 'move'; readonly minutes: number; readonly unit: string }
  /** What one more seat of it costs elsewhere, weighted: below its worth, another search may fill it. */
  | { readonly kind: 'price'; readonly price: number; readonly worth: number };

/** A move by half an hour after which somebody could hold the post. */
export const movesOf = (state: RosterState, units: readonly number[], post: number): readonly Remedy[] => {
  for (const unit of units.slice(0, mostMovers))
    for (const minutes of [-movedMinutes, movedMinutes]) {
      const shift = { from: minutes, to: minutes };
      const block = blockWhenMoved(state.instance, unit, state.duties[unit] ?? [], post, shift);
      if (block === free) return [{ kind: 'move', minutes, unit: state.instance.plan.units[unit]?.id ?? '' }];
    }
  return [];
};

/** Who could be asked: services, other than the host, with units of the specialty; most of them first. */
const partiesWith = ({ units, host }: Plan, { specialty }: Requirement): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { party, specialties } of units)
    if (party !== host && specialties.includes(specialty)) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostParties)
    .map(([party]) => party);
};

const mostAsked = 50;

/** Open posts that whoever can do this one can do too. */
const alikeOpen = ({ instance, open }: RosterState, wanted: Requirement): readonly number[] => {
  const posts = Array.from({ length: open.count }, (_, at) => open.at(at));
  return posts
    .filter((post) => {
      const other = instance.plan.posts[post]?.requirement;
      const has = (held: readonly string[], list: readonly string[]) =>
        list.every((one) => held.includes(one));
      return (
        other !== undefined &&
        other.specialty === wanted.specialty &&
        has(wanted.skills, other.skills) &&
        has(wanted.languages, other.languages) &&
        has(wanted.powers, other.powers)
      );
    })
    .sort((a, b) => (instance.value[b] ?? 0) - (instance.value[a] ?? 0) || a - b);
};

/** Units that do not exist yet, one after the other, each given what is open and matters most. */
export const askFor = (state: RosterState, post: number): Remedy | null => {
  const { plan } = state.instance;
  const wanted = plan.posts[post];
  if (wanted === undefined) return null;
  const open = alikeOpen(state, wanted.requirement);
  const posts = open.flatMap((one) => plan.posts[one] ?? []).slice(0, 2_000);
  const size = Math.max(...posts.map(({ minSize }) => minSize ?? 1));
  const units = Array.from(
    { length: mostAsked },
    (_, at): Unit => ({
      ...{ id: `asked ${at}`, party: plan.host, size, ...traitsOf(wanted.requirement) },
      ...{ available: [{ from: plan.from, to: plan.to }], hostPair: { kind: 'not-needed' } },
    }),
  );
  const numbers = state.instance;
  const left = open.map((one) => (numbers.quantity[one] ?? 0) - (state.on[one]?.length ?? 0));
  const small = new RosterState(instanceOf({ ...plan, units, posts, holds: [], told: [] }));
  let quantity = 0;
  for (let unit = 0; unit < mostAsked && left.some((count) => count > 0); unit += 1) {
    let took = false;
    for (const [at, count] of left.entries()) {
      if (at >= posts.length || count <= 0 || small.block(unit, at) !== free) continue;
      if (staticBlock(small.instance, unit, at) !== null) continue;
      small.give(unit, at);
      left[at] = count - 1;
      took = true;
    }
    if (!took) break;
    quantity += 1;
    // The first is what this post needs; more are worth it while each covers as much as a day of duty.
    if ((small.load[unit] ?? 0) < 480) break;
  }
  const minutes = small.load.reduce((sum, one) => sum + one, 0);
  return quantity === 0
    ? null
    : {
        ...({
          kind: 'ask',
          requirement: wanted.requirement,
          quantity,
          minutes,
          weighted: small.covered,
        } as const),
        parties: partiesWith(plan, wanted.requirement),
      };
};

const traitsOf = ({ specialty, skills, languages, powers }: Requirement) => ({
  specialties: [specialty],
  skills,
  languages,
  powers,
});
