/**
 * The fewest changes that fill what broke, found by a whole-number program: what re-plans are held
 * against.
 */
import type { Highs } from 'highs';
import { Program } from '../server/capabilities/roster/solving/linear.ts';
import type { Prepared } from '../server/capabilities/roster/solving/solve.ts';
import { type SpanTable, spansOf } from '../server/capabilities/roster/solving/spans.ts';

export interface Fewest {
  readonly covered: number;
  readonly changes: number;
}

/** One day of few units: each serves one span at most. Coverage comes first, then what was told. */
export const fewestChanges = (highs: Highs, { instance, candidates }: Prepared): Fewest => {
  const table: SpanTable | null = spansOf(instance, candidates);
  if (table === null) throw new Error('too many spans');
  const { plan } = instance;
  const told = new Set(plan.told.map(({ unit, post }) => `${unit} ${post}`));
  const seats = new Map<number, number>();
  for (const { post } of plan.told) {
    const at = instance.postAt.get(post) ?? -1;
    if (at >= 0) seats.set(at, Math.min(instance.quantity[at] ?? 0, (seats.get(at) ?? 0) + 1));
  }
  const program = new Program();
  const rows = new Map([...seats].map(([post, most]) => [post, program.row(Number.NEGATIVE_INFINITY, most)]));
  const big = 1_000;
  const columns: { value: number; kept: number; given: number }[] = [];
  for (const { units, spans } of table.classes)
    for (const unit of units) {
      const own = program.row(Number.NEGATIVE_INFINITY, 1);
      for (const span of spans) {
        const posts = [...table.posts.slice(table.at[span], table.at[span + 1])];
        if (posts.some((post) => !rows.has(post))) continue;
        const name = plan.units[unit]?.id ?? '';
        const kept = posts.filter((post) => told.has(`${name} ${plan.posts[post]?.id}`)).length;
        const value = posts.reduce((sum, post) => sum + (instance.value[post] ?? 0), 0);
        for (const post of posts) program.entry(rows.get(post) ?? 0, 1);
        program.entry(own, 1);
        program.column(value * big + kept - (posts.length - kept), 1);
        columns.push({ value, kept, given: posts.length - kept });
      }
    }
  const solved = program.solve(highs, { whole: true });
  const chosen = columns.filter((_, at) => (solved?.columns[at] ?? 0) > 0.5);
  const sum = (read: (column: (typeof columns)[number]) => number): number =>
    chosen.reduce((total, column) => total + read(column), 0);
  return {
    covered: sum(({ value }) => value),
    changes: sum(({ given }) => given) + told.size - sum(({ kept }) => kept),
  };
};
