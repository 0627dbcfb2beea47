/**
 * The roster engine on plans like that of a summer Games: what it covers after so many seconds, beside the
 * proven bound, CP-SAT and HiGHS; what the independent checker finds; re-plans of a bad day; workers of
 * shift problems.
 */
import { checkRoster } from '../server/capabilities/roster/index.ts';
import type { Plan } from '../server/capabilities/roster/plan.ts';
import type { Roster } from '../server/capabilities/roster/roster.ts';
import { proveDays, proveWhole } from '../server/capabilities/roster/solving/bound.ts';
import { openHighs } from '../server/capabilities/roster/solving/linear.ts';
import { replan } from '../server/capabilities/roster/solving/replan.ts';
import { solveShifts } from '../server/capabilities/roster/solving/shifts.ts';
import { prepare, solve } from '../server/capabilities/roster/solving/solve.ts';
import { type Measure, measuresOf, percentile } from './measure.ts';
import { byCpSat, byHighs } from './roster-peers.ts';
import { gamesPlan } from './roster-plan.ts';
import { shiftProblem } from './roster-shifts-plan.ts';

export const help = `roster: parts and sizes
  --units=1500        units of the plan; four posts for each
  --seconds=10,30     seconds that each is given
  --proof=300         seconds for the bound
  --paired            a third of the units are visitors, each with a host officer; peers know no such rule
  --without-peers     not against CP-SAT and HiGHS
  --only=solve|replan|shifts   shifts stop at the hidden number, 60 s at most each
`;

const measure = measuresOf('roster');
const mebibyte = 2 ** 20;
const now = () => performance.now();

const option = (options: readonly string[], name: string, usual: string): string =>
  options.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual;

interface Sizes {
  readonly units: number;
  readonly seconds: readonly number[];
  readonly proof: number;
  readonly withPeers: boolean;
  readonly paired: boolean;
}

/** With the seconds all told: reading, programs for prices and search. */
const solveIn = async (plan: Plan, seconds: number): Promise<Roster> => {
  const start = now();
  const endsAt = start + seconds * 1_000;
  const highs = await openHighs();
  const prepared = prepare(plan);
  const { prices } = proveDays(highs, prepared, () => now() > start + (seconds * 1_000) / 3);
  return solve(prepared, { now, endsAt, prices });
};

const percent = (covered: number, bound: number): number => Math.max(0, (1 - covered / bound) * 100);

const benchSolve = async ({
  units,
  seconds,
  proof,
  withPeers,
  paired,
}: Sizes): Promise<readonly Measure[]> => {
  const plan = gamesPlan({ units, seed: 1, paired });
  const name = `${units}-units${paired ? '-paired' : ''}`;
  const rosters: { seconds: number; roster: Roster; taken: number }[] = [];
  for (const one of seconds) {
    const start = now();
    const roster = await solveIn(plan, one);
    rosters.push({ seconds: one, roster, taken: (now() - start) / 1_000 });
  }
  const memory = process.memoryUsage().rss / mebibyte;
  const highs = await openHighs();
  const prepared = prepare(plan);
  const best = Math.max(...rosters.map(({ roster }) => roster.coverage.covered));
  const first = proveDays(highs, prepared);
  const until = now() + proof * 1_000;
  const { covered: bound } = proveWhole(highs, prepared, first, best, () => now() > until);
  const cpSat = withPeers ? await byCpSat(prepared, seconds) : [];
  const whole = withPeers ? seconds.map((one) => byHighs(highs, prepared, one)) : [];
  const rows = rosters.flatMap(({ seconds: one, roster, taken }) => {
    const own = percent(roster.coverage.covered, bound);
    const against = [
      ['CP-SAT', cpSat.find((round) => round.seconds === one)?.covered],
      ['HiGHS', whole.find((round) => round.seconds === one)?.covered],
    ] as const;
    return [
      measure(`${name}-gap-${one}-s`, own, '%'),
      measure(`${name}-taken-of-${one}-s`, taken, 's'),
      measure(`${name}-violations-${one}-s`, checkRoster(plan, roster).violations.length, 'rules'),
      ...against.flatMap(([peer, covered]) =>
        covered === undefined
          ? []
          : [
              measure(`${name}-gap-${one}-s-${peer}`, own, '%', {
                name: peer,
                value: percent(covered, bound),
              }),
            ],
      ),
    ];
  });
  const days = percent(bound, first.covered);
  return [...rows, measure(`${name}-bound-below-days`, days, '%'), measure(`${name}-memory`, memory, 'MiB')];
};

const shiftSeconds = 60;
const badDays = 20;

/** Two units withdrawn, or a session an hour and a half later, or a place closed for the day. */
const badDay = (plan: Plan, at: number): Plan => {
  const ninety = 90 * 60_000;
  const later = (instant: string): string => new Date(Date.parse(instant) + ninety).toISOString();
  const post = plan.posts[(at * 311) % plan.posts.length];
  if (at % 3 === 0) {
    const gone = [(at * 7) % plan.units.length, (at * 13 + 1) % plan.units.length];
    const units = plan.units.map((unit, n) =>
      gone.includes(n) ? { ...unit, notTaskable: 'withdrawn' } : unit,
    );
    return { ...plan, units };
  }
  const isHit = (one: Plan['posts'][number]): boolean =>
    one.place === post?.place && one.from.slice(0, 10) === post.from.slice(0, 10);
  if (at % 3 === 1)
    return {
      ...plan,
      posts: plan.posts.map((one) =>
        isHit(one) ? { ...one, from: later(one.from), to: later(one.to) } : one,
      ),
    };
  return { ...plan, posts: plan.posts.filter((one) => !isHit(one)) };
};

const benchReplan = async ({ units }: Sizes): Promise<readonly Measure[]> => {
  const plan = gamesPlan({ units, seed: 1 });
  const { assignments } = await solveIn(plan, 10);
  const told = { ...plan, told: assignments };
  const times: number[] = [];
  let [changes, broken, violations] = [0, 0, 0];
  for (let at = 0; at < badDays; at += 1) {
    const changed = badDay(told, at);
    const start = now();
    const answer = replan(prepare(changed));
    times.push((now() - start) / 1_000);
    changes += answer.changes.length;
    broken += answer.broken.length;
    violations += checkRoster(changed, answer.roster).violations.length;
  }
  return [
    measure(`replan-${units}-units-p95`, percentile(times, 0.95), 's'),
    measure('replan-changes-for-each-broken', changes / Math.max(1, broken), 'changes'),
    measure('replan-violations', violations, 'rules'),
  ];
};

/** Sizes of the paper's own instances, and harder ones: fewer skills, hardly more staff than are needed. */
const shiftSizes = [
  { workers: 20, staff: 23, jobs: 40, skill: 0.66, seed: 1 },
  { workers: 20, staff: 22, jobs: 120, skill: 0.33, seed: 2 },
  { workers: 40, staff: 44, jobs: 260, skill: 0.2, seed: 3 },
  { workers: 60, staff: 64, jobs: 525, skill: 0.33, seed: 4 },
  { workers: 80, staff: 88, jobs: 1_022, skill: 0.2, seed: 5 },
  { workers: 100, staff: 110, jobs: 520, skill: 0.33, seed: 6 },
  { workers: 120, staff: 147, jobs: 1_345, skill: 0.33, seed: 7 },
  { workers: 150, staff: 165, jobs: 1_057, skill: 0.33, seed: 8 },
  { workers: 190, staff: 245, jobs: 2_105, skill: 0.33, seed: 9 },
  { workers: 190, staff: 216, jobs: 2_000, skill: 0.66, seed: 10 },
  { workers: 220, staff: 245, jobs: 1_134, skill: 0.33, seed: 11 },
  { workers: 348, staff: 422, jobs: 1_358, skill: 0.66, seed: 12 },
] as const;

/** Made by the recipe of the paper with a plan hidden in them: no more workers are needed than it has. */
const benchShifts = (): readonly Measure[] =>
  shiftSizes.flatMap((size) => {
    const { workers, staff, jobs, skill } = size;
    const problem = shiftProblem(size);
    const start = now();
    const isOver = () => now() - start > shiftSeconds * 1_000;
    const used = solveShifts(problem, { seed: 1, isOver, enough: workers })?.used ?? staff;
    const name = `shifts-${workers}-of-${staff}-jobs-${jobs}-skilled-${skill * 100}`;
    return [
      measure(name, used, 'workers', { name: 'hidden plan', value: workers }),
      measure(`${name}-taken`, (now() - start) / 1_000, 's'),
    ];
  });

export const run = async (options: readonly string[]): Promise<readonly Measure[]> => {
  const sizes: Sizes = {
    units: Number(option(options, 'units', '1500')),
    seconds: option(options, 'seconds', '10,30').split(',').map(Number),
    proof: Number(option(options, 'proof', '300')),
    paired: options.includes('--paired'),
    withPeers: !options.includes('--without-peers'),
  };
  const only = option(options, 'only', '');
  return [
    ...(only === '' || only === 'solve' ? await benchSolve(sizes) : []),
    ...(only === '' || only === 'replan' ? await benchReplan(sizes) : []),
    ...(only === '' || only === 'shifts' ? benchShifts() : []),
  ];
};
