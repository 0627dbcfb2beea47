/** `tansiq roster smptsp`: a benchmark of others, solved by the same kind of search. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { NobodyCan, readShifts, ShiftFileError, solveShifts } from '../server/capabilities/roster/index.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError, createOutput } from './output.ts';

interface ShiftOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly json: boolean;
}

const solveFile = (path: string, { seconds, seed, json }: ShiftOptions): void => {
  const start = performance.now();
  const isOver = () => performance.now() - start >= seconds * 1_000;
  try {
    const problem = readShifts(readFileSync(path, 'utf8'));
    const plan = solveShifts(problem, { seed, isOver });
    if (plan === null)
      throw new CommandError(
        `${path}: no plan for all jobs was found in ${seconds} s. Give it more --seconds.`,
      );
    const { used, bound, steps, worker } = plan;
    const taken = (performance.now() - start) / 1_000;
    const assignments = [...worker].map((one, job) => ({ job, worker: one }));
    createOutput(json).result({ workers: used, bound, steps, seconds: taken, assignments }, (say) => {
      say(`workers ${used}`);
      say(`bound   ${bound}${used === bound ? ' (so it is the fewest)' : ''}`);
      say(`seconds ${taken.toFixed(2)}`);
    });
  } catch (error) {
    if (error instanceof ShiftFileError) throw new CommandError(`${path}, ${error.message}.`);
    if (error instanceof NobodyCan) throw new CommandError(`${path}: ${error.message}: no plan is possible.`);
    throw error;
  }
};

/** Adds `smptsp` to `roster`. */
export const addShifts = (roster: Command): void => {
  roster
    .command('smptsp')
    .description('the fewest workers for an instance of Krishnamoorthy, Ernst and Baatar 2012')
    .argument('<file>', 'the instance: Type, Jobs with beginning and end, Qualifications')
    .option('--seconds <count>', 'time at most', wholeNumber(1, 86_400), 60)
    .option('--seed <number>', 'of chance', wholeNumber(0, 4_294_967_295), 0)
    .option('--json', 'print as JSON', false)
    .action(solveFile);
};
