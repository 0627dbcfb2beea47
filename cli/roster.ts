/** `tansiq roster`: who stands on which post when, from files alone; no node has to run. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  checkRoster,
  createSolver,
  type Reading,
  readPlan,
  readRoster,
} from '../server/capabilities/roster/index.ts';
import { houseFolder } from '../server/node-database.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { addShifts } from './roster-shifts.ts';

const mostSeconds = 86_400;
const mostSeed = 4_294_967_295;
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const parse = (path: string): unknown => {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
};

const accept = <Read>(path: string, reading: Reading<Read>): Read => {
  if (reading.kind === 'read') return reading.read;
  const lines = reading.problems.map((problem) => `${problem.path}: ${problem.text}`);
  throw new CommandError(`${path} cannot be used. Correct:\n  ${lines.join('\n  ')}`);
};

interface SolveOptions {
  readonly seconds: number;
  readonly proof: number;
  readonly seed?: number;
  readonly iterations?: number;
  readonly stopAfter?: number;
  readonly out?: string;
  readonly json: boolean;
}

const solvePlan = async (path: string, options: SolveOptions): Promise<void> => {
  const read = accept(path, readPlan(parse(path)));
  const { seed, iterations, stopAfter } = options;
  const settings = {
    ...read.settings,
    ...(seed === undefined ? {} : { seed }),
    ...(iterations === undefined ? {} : { iterations }),
    ...(stopAfter === undefined ? {} : { stopAfter }),
  };
  const solver = createSolver(houseFolder());
  try {
    const plan = { ...read, settings };
    const roster = await solver.solve({
      ...({ kind: 'solve', plan, seconds: options.seconds, proofSeconds: options.proof } as const),
    });
    if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(roster, null, 2)}\n`);
    createOutput(options.json).result(roster, (say) => {
      const { coverage, bound, fairness } = roster;
      say(`seats       ${coverage.coveredSeats} of ${coverage.wantedSeats} are filled`);
      say(`minutes     ${percent(coverage.coveredMinutes / Math.max(1, coverage.wantedMinutes))}`);
      for (const [at, one] of coverage.byPriority.entries())
        if (one.wantedMinutes > 0)
          say(`priority ${at + 1}  ${percent(one.coveredMinutes / one.wantedMinutes)}`);
      if (bound !== null) say(`bound       no roster covers ${percent(bound.gap)} more, by weight`);
      say(`fairness    ${fairness.units.toFixed(3)} of units, ${fairness.parties.toFixed(3)} of services`);
      say(`on the way  ${Math.round(fairness.travelMinutes / 60)} h`);
      const stop = roster.stopAfter === undefined ? '' : ` --stop-after ${roster.stopAfter}`;
      say(`again with  --seed ${roster.seed} --iterations ${roster.iterations}${stop}`);
      for (const { text } of roster.notes) say(`note        ${text}`);
    });
  } finally {
    await solver.close();
  }
};

const checkFiles = (planPath: string, rosterPath: string, { json }: { readonly json: boolean }): void => {
  const plan = accept(planPath, readPlan(parse(planPath)));
  const roster = accept(rosterPath, readRoster(parse(rosterPath)));
  const verdict = checkRoster(plan, roster);
  const broken = verdict.violations.filter(({ overridden }) => overridden === undefined);
  // Weights are added up in another order than the bound's.
  const isBoundFalse = roster.bound !== null && roster.bound.covered < verdict.coverage.covered * (1 - 1e-9);
  createOutput(json).result({ ...verdict, bound: roster.bound, isBoundFalse }, (say) => {
    for (const { rule, unit, post, other, text, overridden } of verdict.violations) {
      const beside = other === undefined ? '' : ` beside ${other}`;
      const by = overridden === undefined ? '' : ` (overridden by ${overridden})`;
      say(`${rule}: ${unit} on ${post}${beside}: ${text}${by}`);
    }
    for (const { kind, unit, post } of verdict.brokenHolds) say(`${kind} not kept: ${unit} on ${post}`);
    say(`${broken.length} hard rules broken`);
    const { coverage } = verdict;
    say(`${coverage.coveredSeats} of ${coverage.wantedSeats} seats, weight ${coverage.covered}`);
    if (roster.bound === null) return;
    say(`bound ${roster.bound.covered}, gap ${percent(1 - coverage.covered / roster.bound.covered)}`);
    say('the bound is what the roster says of itself: it was not proven here');
    if (isBoundFalse) say('the bound is false: the roster covers more');
  });
  if (broken.length > 0 || isBoundFalse) process.exitCode = exitCodes.failed;
};

/** Adds `roster` to the command. */
export const addRoster = (program: Command): void => {
  const roster = program.command('roster').description('who stands on which post when');
  roster
    .command('solve')
    .description('solve a plan (protocol/roster/plan.json): who stands where, beside what is proven possible')
    .argument('<plan>', 'file with the plan as JSON')
    .option('--seconds <count>', 'time for the roster', wholeNumber(1, mostSeconds), 30)
    .option('--proof <count>', 'seconds more for a better bound', wholeNumber(0, mostSeconds), 5)
    .option('--seed <number>', 'of chance; the plan’s own, or 0', wholeNumber(0, mostSeed))
    .option(
      '--iterations <count>',
      'in place of seconds: gives the same roster again',
      wholeNumber(0, mostSeed),
    )
    .option('--stop-after <count>', 'how many of them were done, or more', wholeNumber(0, mostSeed))
    .option('--out <file>', 'write the roster there too')
    .option('--json', 'print as JSON', false)
    .action(solvePlan);
  roster
    .command('check')
    .description(
      'check a roster against its plan, hard rule by hard rule; ends with 1 where one, or its bound, is broken',
    )
    .argument('<plan>', 'file with the plan as JSON')
    .argument('<roster>', 'file with the roster as JSON')
    .option('--json', 'print as JSON', false)
    .action(checkFiles);
  addShifts(roster);
};
