/**
 * Who takes which seat at one moment: people of several kinds, seats of several sorts, each person on one seat
 * at most. By augmenting paths, so that no seat stays empty that could be filled by moving others; sorts of
 * seats that are filled first stay filled. Pure.
 */

/** Seats that are being filled. */
export interface Filling {
  /** Fills so many seats of a sort; how many nobody can take. */
  fill(sort: number, seats: number): number;
}

/**
 * Begins with empty seats. `fitting` has, for each sort of seat, the kinds of people who may take it; `room`
 * how many there are of each kind, which may grow while seats are filled.
 */
export const createFilling = (
  fitting: readonly (readonly number[])[],
  room: { readonly [kind: number]: number; readonly length: number },
): Filling => {
  const taken = new Array<number>(room.length).fill(0);
  /** By sort and kind. */
  const given = new Array<number>(fitting.length * room.length).fill(0);
  const givenAt = (sort: number, kind: number): number => sort * room.length + kind;
  const free = (kind: number): number => (room[kind] ?? 0) - (taken[kind] ?? 0);
  const give = (sort: number, kind: number, seats: number): void => {
    given[givenAt(sort, kind)] = (given[givenAt(sort, kind)] ?? 0) + seats;
  };

  /** Takes whoever is free. */
  const fillFree = (sort: number, seats: number): number => {
    let left = seats;
    for (const kind of fitting[sort] ?? []) {
      const some = Math.min(left, free(kind));
      if (some <= 0) continue;
      give(sort, kind, some);
      taken[kind] = (taken[kind] ?? 0) + some;
      left -= some;
    }
    return left;
  };

  interface Step {
    readonly sort: number;
    readonly kind: number;
    readonly before: Step | null;
  }

  /** The shortest way to somebody free: each step takes a person off the sort that the next one fills. */
  const wayFrom = (sort: number): Step | null => {
    const seen = new Set<number>();
    const open: { readonly sort: number; readonly before: Step | null }[] = [{ sort, before: null }];
    for (const at of open)
      for (const kind of fitting[at.sort] ?? []) {
        if (seen.has(kind)) continue;
        seen.add(kind);
        const step: Step = { sort: at.sort, kind, before: at.before };
        if (free(kind) > 0) return step;
        for (let other = 0; other < fitting.length; other += 1)
          if ((given[givenAt(other, kind)] ?? 0) > 0) open.push({ sort: other, before: step });
      }
    return null;
  };

  /** Moves as many as the way lets through. */
  const move = (last: Step, seats: number): number => {
    let some = Math.min(seats, free(last.kind));
    for (let step: Step = last; step.before !== null; step = step.before)
      some = Math.min(some, given[givenAt(step.sort, step.before.kind)] ?? 0);
    taken[last.kind] = (taken[last.kind] ?? 0) + some;
    for (let step: Step | null = last; step !== null; step = step.before) {
      give(step.sort, step.kind, some);
      if (step.before !== null) give(step.sort, step.before.kind, -some);
    }
    return some;
  };

  return {
    fill: (sort, seats) => {
      let left = fillFree(sort, seats);
      while (left > 0) {
        const way = wayFrom(sort);
        if (way === null) break;
        left -= move(way, left);
      }
      return left;
    },
  };
};
