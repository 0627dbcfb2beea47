import { expect, test } from 'vitest';
import { shiftFile, shiftProblem } from '../../../../bench/roster-shifts-plan.ts';
import { readShifts, ShiftFileError, type ShiftProblem } from './shift-reading.ts';
import { mostAtOnce, NobodyCan, solveShifts } from './shifts.ts';

/** Over after so many questions: a test does not depend on how fast the machine is. */
const after = (questions: number) => {
  let asked = 0;
  return (): boolean => {
    asked += 1;
    return asked > questions;
  };
};
const file = (lines: readonly string[]): string => lines.join('\n');
const small = ['# a remark', 'Type = 1', 'Jobs = 3', '0 10', '5 15', '10 20', 'Qualifications = 3'];

test('jobs that follow each other take one worker, those at one moment two', () => {
  const problem = readShifts(file([...small, '2: 0 2', '3: 0 1 2', '1: 1']));
  const plan = solveShifts(problem, { seed: 1, isOver: after(1_000) });
  expect(plan).toMatchObject({ used: 2, bound: 2 });
  for (const [job, worker] of [...(plan?.worker ?? [])].entries())
    expect(problem.able[worker]?.includes(job)).toBe(true);
});

const expectSound = (problem: ShiftProblem, worker: Int32Array): void => {
  for (const [job, one] of worker.entries()) {
    expect(problem.able[one]?.includes(job)).toBe(true);
    for (const [other, same] of worker.entries())
      if (other < job && same === one)
        expect(
          (problem.from[other] ?? 0) < (problem.to[job] ?? 0) &&
            (problem.to[other] ?? 0) > (problem.from[job] ?? 0),
        ).toBe(false);
  }
};

test.each([
  { workers: 12, staff: 16, jobs: 60, skill: 0.5, seed: 3 },
  { workers: 30, staff: 40, jobs: 240, skill: 0.2, seed: 3 },
  { workers: 60, staff: 75, jobs: 150, skill: 0.66, seed: 3 },
])('a plan for $workers gives every job to one who can, none to two at once', (size) => {
  const problem = shiftProblem(size);
  expect(readShifts(shiftFile(problem))).toEqual(problem);
  const plan = solveShifts(problem, { seed: 1, isOver: after(2_000) });
  if (plan === null) throw new Error('no plan');
  expect(plan.used).toBeGreaterThanOrEqual(mostAtOnce(problem));
  expect(plan.used).toBeLessThanOrEqual(size.workers + 3);
  expectSound(problem, plan.worker);
});

test('the hidden plan’s number is reached, the same seed gives the same plan, and enough is enough', () => {
  const problem = shiftProblem({ workers: 20, staff: 26, jobs: 180, skill: 0.5, seed: 3 });
  const plan = solveShifts(problem, { seed: 1, isOver: after(20_000) });
  expect(plan?.used).toBe(mostAtOnce(problem));
  expect(solveShifts(problem, { seed: 1, isOver: after(20_000) })).toEqual(plan);
  const easy = solveShifts(problem, { seed: 1, isOver: after(20_000), enough: 22 });
  expect(easy?.steps).toBeLessThan(plan?.steps ?? 0);
  expect(easy?.used).toBeLessThanOrEqual(22);
});

test('the recipe fills nine tenths of each day of the hidden plan', () => {
  const { from, to, jobs } = shiftProblem({ workers: 10, staff: 12, jobs: 87, skill: 0.2, seed: 2 });
  const minutes = Array.from({ length: jobs }, (_, job) => (to[job] ?? 0) - (from[job] ?? 0));
  expect(jobs).toBe(87);
  expect(minutes.reduce((sum, length) => sum + length, 0) / (10 * 1_440)).toBeCloseTo(0.9, 2);
  expect(Math.max(...to)).toBeLessThanOrEqual(1_440);
});

test('a file that is wrong is refused with its line, and a job that nobody can do is named', () => {
  const read = (lines: readonly string[]) => () => readShifts(file(lines));
  expect(read(['Type = 2'])).toThrow(ShiftFileError);
  expect(read([...small.slice(0, 3), '10 0'])).toThrow('line 4: a beginning and a later end are wanted');
  expect(read([...small, '2: 0'])).toThrow('line 8: 2 jobs are said, 1 follow');
  expect(read([...small, '1: 9', '0:', '0:'])).toThrow('line 8: there is no job 9');
  expect(read([...small, '1: 0'])).toThrow('line 9: the file ends before worker 2 of 3');
  const nobody = readShifts(file([...small, '2: 0 2', '0:', '0:']));
  expect(() => solveShifts(nobody, { seed: 1, isOver: () => false })).toThrow(NobodyCan);
});
