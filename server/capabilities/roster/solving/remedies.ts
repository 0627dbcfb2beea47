/** What would fill an open post: units that a partner could be asked for, or another time. Pure. */
import { hasAll, type Requirement } from '../../../plumbing/specialties/index.ts';
import type { Plan, Unit } from '../plan.ts';
import { free, staticBlock } from './feasibility.ts';
import { instanceOf } from './instance.ts';
import { blockWhenMoved } from './single.ts';
import { RosterState } from './state.ts';

const movedMinutes = 30;
const mostMovers = 20;

/** A service of which the plan has such units already. */
export interface PartnerUnits {
  readonly party: string;
  /** Of the specialty, and of those, the ones that meet all of what is required. */
  readonly units: number;
  readonly able: number;
}

/** What would fill an open post; minutes are of duty. */
export type Remedy =
  /** So many more units of this kind, the whole time, would cover so much; who has such units. */
  | {
      readonly kind: 'ask';
      readonly requirement: Requirement;
      readonly quantity: number;
      readonly minutes: number;
      /** Minutes that the first of them would cover, the first two, and so on. */
      readonly covers: readonly number[];
      readonly partners: readonly PartnerUnits[];
    }
  /** The post could be held by this unit when it were moved. */
  | { readonly kind: 'move'; readonly minutes: number; readonly unit: string }
  /** What one more seat of it costs elsewhere, weighted: below its worth, another search may fill it. */
  | { readonly kind: 'price'; readonly price: number; readonly worth: number };

/** A move by half an hour after which somebody could hold the post, and those who hold it still can. */
export const movesOf = (state: RosterState, units: readonly number[], post: number): readonly Remedy[] => {
  const couldHold = (unit: number, minutes: number): boolean => {
    const others = (state.duties[unit] ?? []).filter((duty) => duty !== post);
    const shift = { from: minutes, to: minutes };
    return blockWhenMoved(state.instance, unit, others, post, shift) === free;
  };
  for (const minutes of [-movedMinutes, movedMinutes]) {
    if (!(state.on[post] ?? []).every((unit) => couldHold(unit, minutes))) continue;
    const mover = units.slice(0, mostMovers).find((unit) => couldHold(unit, minutes));
    if (mover !== undefined)
      return [{ kind: 'move', minutes, unit: state.instance.plan.units[mover]?.id ?? '' }];
  }
  return [];
};

const meets = (unit: Pick<Unit, 'skills' | 'languages' | 'powers'>, wanted: Requirement): boolean =>
  hasAll(unit.skills, wanted.skills) &&
  hasAll(unit.languages, wanted.languages) &&
  hasAll(unit.powers, wanted.powers);

/** Services other than the host with units of the specialty; those with most that meet all of it first. */
const partnersWith = ({ units, host }: Plan, wanted: Requirement): readonly PartnerUnits[] => {
  const found = new Map<string, PartnerUnits>();
  for (const unit of units) {
    const { party, specialties } = unit;
    if (party === host || !specialties.includes(wanted.specialty)) continue;
    const { units: known, able } = found.get(party) ?? { units: 0, able: 0 };
    found.set(party, { party, units: known + 1, able: able + Number(meets(unit, wanted)) });
  }
  return [...found.values()].sort((a, b) => b.able - a.able || b.units - a.units);
};

const mostAsked = 50;
const dayOfDuty = 480;

/** This post, and the open ones that whoever can do it can do too. */
const alikeOpen = ({ instance, open }: RosterState, own: number, wanted: Requirement): readonly number[] => {
  const posts = Array.from({ length: open.count }, (_, at) => open.at(at));
  return posts
    .filter((post) => {
      const other = instance.plan.posts[post]?.requirement;
      return other !== undefined && other.specialty === wanted.specialty && meets(wanted, other);
    })
    .sort(
      (a, b) =>
        Number(b === own) - Number(a === own) || (instance.value[b] ?? 0) - (instance.value[a] ?? 0) || a - b,
    );
};

/** Units that do not exist yet, one after the other, each given what is open and matters most. */
export const askFor = (state: RosterState, post: number): Remedy | null => {
  const { plan } = state.instance;
  const wanted = plan.posts[post];
  if (wanted === undefined) return null;
  const open = alikeOpen(state, post, wanted.requirement);
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
  const covers: number[] = [];
  for (let unit = 0; unit < mostAsked && left.some((count) => count > 0); unit += 1) {
    const isWanted = (left[0] ?? 0) > 0;
    for (const [at, count] of left.entries()) {
      if (at >= posts.length || count <= 0 || small.block(unit, at) !== free) continue;
      if (staticBlock(small.instance, unit, at) !== null) continue;
      small.give(unit, at);
      left[at] = count - 1;
    }
    // This post has its seats filled; more are worth it while each covers as much as a day of duty.
    const load = small.load[unit] ?? 0;
    if (load === 0 || (!isWanted && load < dayOfDuty)) break;
    quantity += 1;
    covers.push((covers.at(-1) ?? 0) + load);
  }
  const { requirement } = wanted;
  const minutes = covers.at(-1) ?? 0;
  const partners = partnersWith(plan, requirement);
  return quantity === 0
    ? null
    : { ...({ kind: 'ask', requirement, quantity, minutes } as const), covers, partners };
};

const traitsOf = ({ specialty, skills, languages, powers }: Requirement) => ({
  specialties: [specialty],
  skills,
  languages,
  powers,
});
