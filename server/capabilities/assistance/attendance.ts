/** Who is there on a day that wants somebody, what he may take there, and how many seats stay empty. Pure. */
import type { Day, Instant } from '../../kernel/time.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import type { DemandDay, Moment } from './demand.ts';
import { createFilling } from './filling.ts';
import { keyOf, meets, type Traits } from './requirement-sets.ts';

const hourMs = 3_600_000;
export const hours = (ms: number): number => Math.round((ms / hourMs) * 10) / 10;
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Officers or teams who are there from a moment to another: the service's own, or accepted of a partner. */
export interface There extends Traits {
  readonly specialty: Specialty;
  readonly quantity: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly isOwn: boolean;
}

/** One day of one specialty, or of what some of its posts want. */
export interface MissingDay {
  readonly day: Day;
  /** Seats at once, at most. */
  readonly peak: number;
  readonly seatHours: number;
  /** Own, and accepted of partners, who are there and have what is wanted; of a specialty, anywhere. */
  readonly own: number;
  readonly accepted: number;
  /** Of the specialty, and there, without what is wanted. */
  readonly unfit: number;
  /** Seats that nobody there can take, at once, at most. */
  readonly missing: number;
}

/** People who may take the same sorts of seats. */
export interface Kind {
  readonly fits: readonly boolean[];
  readonly people: There[];
}

/** Kinds by the sets that they meet; who meets none is a kind as well. */
export const kindsOf = (sets: readonly Traits[], there: readonly There[]): readonly Kind[] => {
  const byTraits = new Map<string, Kind>();
  const byFit = new Map<string, Kind>();
  for (const one of there) {
    const key = keyOf(one);
    let kind = byTraits.get(key);
    if (kind === undefined) {
      const fits = sets.map((wanted) => meets(one, wanted));
      const fit = fits.map(Number).join('');
      kind = byFit.get(fit) ?? { fits, people: [] };
      byFit.set(fit, kind);
      byTraits.set(key, kind);
    }
    kind.people.push(one);
  }
  // Those who can stand on fewest sorts are taken first.
  const breadth = ({ fits }: Kind): number => fits.filter(Boolean).length;
  return [...byFit.values()].sort((one, other) => breadth(one) - breadth(other));
};

/** Where in a list those are of whom it holds. */
export const indexesOf = <Value>(values: readonly Value[], holds: (value: Value) => boolean): number[] =>
  values.flatMap((value, at) => (holds(value) ? [at] : []));

/** How many of each kind are there for all of a day. */
const presentOn = (kinds: readonly Kind[], { first, last }: DemandDay, isOwn: boolean): readonly number[] => {
  const [from, until] = [new Date(first).toISOString(), new Date(last).toISOString()];
  return kinds.map(({ people }) =>
    people.reduce(
      (sum, one) => sum + (one.isOwn === isOwn && one.from <= from && until <= one.until ? one.quantity : 0),
      0,
    ),
  );
};

/** A day as a whole, sort by sort, and the seats that stay empty at each of its moments. */
export interface CountedDay {
  readonly whole: MissingDay;
  readonly bySort: ReadonlyMap<number, MissingDay>;
  readonly empty: readonly Moment[];
}

/** Counts a day; `fitting` has the kinds that may take each sort. */
export const countDay = (
  demand: DemandDay,
  kinds: readonly Kind[],
  fitting: readonly number[][],
): CountedDay => {
  const [own, accepted] = [presentOn(kinds, demand, true), presentOn(kinds, demand, false)];
  const room = kinds.map((_, kind) => (own[kind] ?? 0) + (accepted[kind] ?? 0));
  const empty = demand.moments.map((moment): Moment => {
    const filling = createFilling(
      moment.map(([sort]) => fitting[sort] ?? []),
      room,
    );
    return moment
      .map(([sort, seats], at) => [sort, filling.fill(at, seats)] as const)
      .filter(([, left]) => left > 0);
  });
  const figures = (
    { peak, seatMs }: Pick<DemandDay, 'peak' | 'seatMs'>,
    fits: (kind: Kind) => boolean,
    missing: number,
  ): MissingDay => {
    const fit = indexesOf(kinds, fits);
    const among = (numbers: readonly number[]): number => sumOf(fit.map((kind) => numbers[kind] ?? 0));
    const unfit = sumOf(room) - among(room);
    return {
      ...{ day: demand.day, peak, seatHours: hours(seatMs) },
      ...{ own: among(own), accepted: among(accepted), unfit, missing },
    };
  };
  const most = (of: (moment: Moment) => number): number =>
    empty.reduce((at, moment) => Math.max(at, of(moment)), 0);
  const leftOf = (sort: number) => (moment: Moment) => moment.find(([one]) => one === sort)?.[1] ?? 0;
  return {
    whole: figures(
      demand,
      ({ fits }) => [...demand.bySort.keys()].some((sort) => fits[sort]),
      most((moment) => sumOf(moment.map(([, left]) => left))),
    ),
    bySort: new Map(
      [...demand.bySort].map(([sort, wanted]) => [
        sort,
        figures(wanted, ({ fits }) => fits[sort] === true, most(leftOf(sort))),
      ]),
    ),
    empty,
  };
};
