/**
 * What would fill an open post: units that are named already and wait for something, another time, or units
 * that a partner could be asked for. Pure.
 */
import { hasAll, type Requirement } from '../../../plumbing/specialties/index.ts';
import type { Plan, Rule, Unit } from '../plan.ts';
import { free, staticBlock, staticBlocks } from './feasibility.ts';
import { instanceOf } from './instance.ts';
import type { Move } from './moves.ts';
import { RosterState } from './state.ts';

/** A service of which the plan has such units already. */
export interface PartnerUnits {
  readonly party: string;
  /** Of the specialty, and of those, the ones that meet all of what is required. */
  readonly units: number;
  readonly able: number;
}

/** What would fill an open post; minutes are of duty. */
export type Remedy =
  /** These units of the plan would cover so much, were they let come: vetted, accredited, paired. */
  | { readonly kind: 'prepare'; readonly units: readonly string[]; readonly minutes: number }
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
  | Move
  /** What one more seat of it costs elsewhere, weighted: below its worth, another search may fill it. */
  | { readonly kind: 'price'; readonly price: number; readonly worth: number };

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

const mostAdded = 50;
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

/** Open seats of a post, which comes first, and of those like it; they are taken by units that are added. */
interface Seats {
  readonly posts: readonly Plan['posts'][number][];
  readonly left: number[];
}

const mostPosts = 2_000;

const seatsOf = (state: RosterState, post: number, wanted: Requirement): Seats => {
  const { plan, quantity } = state.instance;
  const open = alikeOpen(state, post, wanted).slice(0, mostPosts);
  return {
    posts: open.flatMap((one) => plan.posts[one] ?? []),
    left: open.map((one) => (quantity[one] ?? 0) - (state.on[one]?.length ?? 0)),
  };
};

/** One unit after the other takes what is open and matters most: minutes of the first, the first two … */
const take = (plan: Plan, units: readonly Unit[], { posts, left }: Seats): readonly number[] => {
  const small = new RosterState(
    instanceOf({ ...plan, units: [...units], posts: [...posts], holds: [], told: [] }),
  );
  const covers: number[] = [];
  for (let unit = 0; unit < units.length && left.some((count) => count > 0); unit += 1) {
    const isWanted = (left[0] ?? 0) > 0;
    const before = [...left];
    for (const [at, count] of left.entries()) {
      if (count <= 0 || small.block(unit, at) !== free) continue;
      if (staticBlock(small.instance, unit, at) !== null) continue;
      small.give(unit, at);
      left[at] = count - 1;
    }
    // This post has its seats filled; more are worth it while each covers as much as a day of duty.
    const load = small.load[unit] ?? 0;
    if (load === 0 || (!isWanted && load < dayOfDuty)) {
      left.splice(0, left.length, ...before);
      break;
    }
    covers.push((covers.at(-1) ?? 0) + load);
  }
  return covers;
};

/** What people of the node can put right by themselves. */
const ofPreparing: readonly Rule[] = ['not-taskable', 'host-pair'];

/** Units of the plan that nothing else keeps from the post, as they will be once they are let come. */
const toPrepare = ({ instance }: RosterState, post: number): readonly Unit[] =>
  instance.plan.units
    .filter((_, unit) => {
      const blocks = staticBlocks(instance, unit, post);
      return blocks.length > 0 && blocks.every((rule) => ofPreparing.includes(rule));
    })
    .slice(0, mostAdded)
    .map(({ notTaskable: _, ...unit }) => ({
      ...unit,
      ...{ party: instance.plan.host, hostPair: { kind: 'not-needed' } as const },
    }));

/** Units that do not exist yet, there the whole time. */
const added = (plan: Plan, requirement: Requirement, size: number): readonly Unit[] =>
  Array.from(
    { length: mostAdded },
    (_, at): Unit => ({
      ...{ id: `asked ${at}`, party: plan.host, size, ...traitsOf(requirement) },
      ...{ available: [{ from: plan.from, to: plan.to }], hostPair: { kind: 'not-needed' } },
    }),
  );

/** Who is named already and waits, and what beyond them partners could be asked for. */
export const moreUnitsFor = (state: RosterState, post: number): readonly Remedy[] => {
  const { plan } = state.instance;
  const requirement = plan.posts[post]?.requirement;
  if (requirement === undefined) return [];
  const seats = seatsOf(state, post, requirement);
  const waiting = toPrepare(state, post);
  const ready = take(plan, waiting, seats);
  const units = waiting.slice(0, ready.length).map(({ id }) => id);
  const size = Math.max(...seats.posts.map(({ minSize }) => minSize ?? 1));
  // What those who wait would fill is not asked of anybody else.
  const covers = (seats.left[0] ?? 0) > 0 ? take(plan, added(plan, requirement, size), seats) : [];
  const partners = partnersWith(plan, requirement);
  const [quantity, minutes] = [covers.length, covers.at(-1) ?? 0];
  return [
    ...(units.length === 0 ? [] : [{ kind: 'prepare', units, minutes: ready.at(-1) ?? 0 } as const]),
    ...(quantity === 0 ? [] : [{ kind: 'ask', requirement, quantity, minutes, covers, partners } as const]),
  ];
};

const traitsOf = ({ specialty, skills, languages, powers }: Requirement) => ({
  specialties: [specialty],
  skills,
  languages,
  powers,
});
