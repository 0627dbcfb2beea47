/**
 * OR-Tools CP-SAT and HiGHS on the same plans, in the form that suits them best: flows of spans of duty. The
 * plans lie in one region: no way is longer than a rest.
 */
import type { Highs } from 'highs';
import { piecesOf } from '../server/capabilities/roster/solving/flow.ts';
import { Program } from '../server/capabilities/roster/solving/linear.ts';
import type { Prepared } from '../server/capabilities/roster/solving/solve.ts';
import { type SpanTable, spansOf } from '../server/capabilities/roster/solving/spans.ts';
import { pythonWith, runPython } from '../testing/python.ts';

export interface PeerRound {
  readonly seconds: number;
  /** Weighted minutes; nothing where no roster was found. */
  readonly covered: number;
}

interface FlowClass {
  readonly units: number;
  readonly moments: number;
  /** Moment of beginning, moment from which it is ready again, posts. */
  readonly spans: readonly (readonly [number, number, readonly number[]])[];
}

const flowOf = ({ instance }: Prepared, table: SpanTable): readonly FlowClass[] =>
  table.classes.map((one) => {
    const moments: number[] = [];
    let [last, count] = [-1, -1];
    for (const span of one.spans) {
      const begin = instance.from[table.posts[table.at[span] ?? 0] ?? 0] ?? 0;
      if (begin !== last) count += 1;
      moments.push(count);
      last = begin;
    }
    const spans = [...one.spans].map((span, at): readonly [number, number, readonly number[]] => [
      moments[at] ?? 0,
      moments[one.next[0]?.[at] ?? moments.length] ?? count + 1,
      [...table.posts.slice(table.at[span], table.at[span + 1])],
    ]);
    return { units: one.units.length, moments: count + 1, spans };
  });

const isRound = (value: unknown): value is PeerRound =>
  typeof value === 'object' && value !== null && 'seconds' in value && 'covered' in value;

/** CP-SAT with two workers; hours of seven days are left out for it, which can only help it. */
export const byCpSat = async (
  prepared: Prepared,
  seconds: readonly number[],
): Promise<readonly PeerRound[]> => {
  const table = spansOf(prepared.instance, prepared.candidates);
  if (table === null) return [];
  try {
    const python = await pythonWith('bench/roster-peers.txt', 'roster-peers');
    const { value, quantity, posts } = prepared.instance;
    const given = {
      posts: Array.from({ length: posts }, (_, at) => ({ value: value[at], quantity: quantity[at] })),
      classes: flowOf(prepared, table),
      ...{ seconds, workers: 2 },
    };
    const rounds = await runPython(python, 'bench/roster-peer.py', given);
    return Array.isArray(rounds) ? rounds.filter(isRound) : [];
  } catch (error) {
    process.stderr.write(`CP-SAT does not run here: ${String(error).slice(0, 300)}\n`);
    return [];
  }
};

/** HiGHS on the same form as a whole-number program. */
export const byHighs = (highs: Highs, prepared: Prepared, seconds: number): PeerRound => {
  const { instance, candidates } = prepared;
  const table = spansOf(instance, candidates);
  if (table === null || piecesOf(instance, table).length === 0) return { seconds, covered: 0 };
  const program = new Program();
  const rows = Array.from({ length: instance.posts }, (_, post) => {
    const row = program.row(Number.NEGATIVE_INFINITY, 0);
    program.entry(row, 1);
    program.column(instance.value[post] ?? 0, instance.quantity[post] ?? 0);
    return row;
  });
  for (const { units, moments, spans } of flowOf(prepared, table)) {
    const ready = Array.from({ length: moments }, (_, at) =>
      program.row(at === 0 ? units : 0, at === 0 ? units : 0),
    );
    const arc = (from: number, to: number): void => {
      program.entry(ready[from] ?? 0, 1);
      const next = ready[to];
      if (next !== undefined) program.entry(next, -1);
    };
    for (let moment = 0; moment < moments; moment += 1) {
      arc(moment, moment + 1);
      program.column(0, units);
    }
    for (const [begin, again, posts] of spans) {
      for (const post of posts) program.entry(rows[post] ?? 0, -1);
      arc(begin, again);
      program.column(0, units);
    }
  }
  const solved = program.solve(highs, { whole: true, options: { time_limit: seconds } });
  return { seconds, covered: Math.max(0, solved?.value ?? 0) };
};
