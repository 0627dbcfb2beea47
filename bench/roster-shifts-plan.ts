/**
 * Instances of the shift-minimisation problem by the recipe of its paper: each day of some workers is filled
 * with jobs to nine tenths, the idle rest lies between them by chance, and each worker can do a share of all
 * jobs beside his. That is a plan for so many workers; others with as many skills are there too.
 */

import { Chance } from '../server/capabilities/roster/solving/random.ts';
import type { ShiftProblem } from '../server/capabilities/roster/solving/shift-reading.ts';

export interface ShiftSize {
  /** Workers of the plan that is hidden in it: nobody needs more. */
  readonly workers: number;
  /** All workers there are. */
  readonly staff: number;
  readonly jobs: number;
  /** Share of all jobs that each can do. */
  readonly skill: number;
  readonly seed: number;
}

const dayMinutes = 1_440;
const tightness = 0.9;
/** The shortest job and the longest, against what one has on average. */
const shortest = 0.45;
const longest = 1.7;

/** Chance divides a whole into shares, each by a weight. */
const divide = (whole: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((one, two) => one + two, 0);
  return weights.map((weight) => (weight / sum) * whole);
};

interface Job {
  readonly from: number;
  readonly to: number;
  readonly worker: number;
}

const dayOf = (chance: Chance, worker: number, jobs: number): readonly Job[] => {
  const many = { length: jobs };
  const busy = divide(
    dayMinutes * tightness,
    Array.from(many, () => shortest + chance.share() * (longest - shortest)),
  );
  // Shares of a stick that is broken at places of chance.
  const idle = divide(
    dayMinutes * (1 - tightness),
    Array.from({ length: jobs + 1 }, () => -Math.log(1 - chance.share())),
  );
  let at = 0;
  return busy.map((length, job) => {
    const from = at + (idle[job] ?? 0);
    at = from + length;
    return { from: Math.round(from), to: Math.round(at), worker };
  });
};

export const shiftProblem = ({ workers, staff, jobs: wanted, skill, seed }: ShiftSize): ShiftProblem => {
  const chance = new Chance(seed);
  const jobs = Array.from({ length: workers }, (_, worker) =>
    dayOf(chance, worker, Math.floor((wanted + worker) / workers)),
  ).flat();
  const able = Array.from({ length: staff }, (_, worker) =>
    Int32Array.from([...jobs.keys()].filter((job) => jobs[job]?.worker === worker || chance.share() < skill)),
  );
  return {
    ...{ jobs: jobs.length, workers: staff, able },
    from: Int32Array.from(jobs, ({ from }) => from),
    to: Int32Array.from(jobs, ({ to }) => to),
  };
};

/** The instance as a file. */
export const shiftFile = ({ jobs, workers, from, to, able }: ShiftProblem): string =>
  [
    '# made from a seed',
    'Type = 1',
    `Jobs = ${jobs}`,
    ...Array.from({ length: jobs }, (_, job) => `${from[job]} ${to[job]}`),
    `Qualifications = ${workers}`,
    ...able.map((list) => `${list.length}: ${[...list].join(' ')}`),
    '',
  ].join('\n');
