/**
 * Instances of the shift-minimisation problem by the recipe of its paper: workers' days are filled with
 * jobs to nine tenths, which gives a plan for that many workers, and each worker can do a share of all
 * jobs beside his.
 */

import { Chance } from '../server/capabilities/roster/solving/random.ts';
import type { ShiftProblem } from '../server/capabilities/roster/solving/shift-reading.ts';

export interface ShiftSize {
  /** Workers of the plan that is hidden in it: nobody needs more. */
  readonly workers: number;
  /** All workers there are. */
  readonly staff: number;
  /** Share of all jobs that each can do. */
  readonly skill: number;
  readonly seed: number;
}

const dayMinutes = 1_440;
const tightness = 0.9;

export const shiftProblem = ({ workers, staff, skill, seed }: ShiftSize): ShiftProblem => {
  const chance = new Chance(seed);
  const jobs: { from: number; to: number; worker: number }[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    let at = chance.below(120);
    let idle = at;
    while (at < dayMinutes - 120) {
      const to = Math.min(dayMinutes, at + 60 + chance.below(400));
      jobs.push({ from: at, to, worker });
      const rest = (to * (1 - tightness) - idle) * 2;
      const gap = rest > 0 ? chance.below(Math.ceil(rest)) : 0;
      idle += gap;
      at = to + gap;
    }
  }
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
