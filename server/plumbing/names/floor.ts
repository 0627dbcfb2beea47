/** Where weighing a part of a query may stop. */

/** Once so many parts are weighed, those below all of them are given up, unless they would be likely. */
const partsKept = 40;
const likely = -1;

/** The floor for the next weight: it rises to that of the last of the best parts, but not above `likely`. */
export const createFloor = (leastWeight: number) => {
  const best = new Float64Array(partsKept).fill(leastWeight);
  return {
    least: leastWeight,
    note(weight: number) {
      if (weight <= (best[partsKept - 1] ?? 0)) return;
      let at = partsKept - 1;
      for (; at > 0 && (best[at - 1] ?? 0) < weight; at -= 1) best[at] = best[at - 1] ?? 0;
      best[at] = weight;
      this.least = Math.min(likely, best[partsKept - 1] ?? 0);
    },
  };
};
