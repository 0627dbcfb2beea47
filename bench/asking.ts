/** Questions that a bench puts to a node over and over, and their answers where it holds few and many. */
import type { ProcessNode } from '../testing/process-node.ts';
import { good } from '../testing/process-world.ts';
import { type Measure, type measuresOf, percentile, timesOf } from './measure.ts';

export type Question = readonly [name: string, role: string, path: string];

/** Milliseconds of each answer, by the name of the question. */
export type Answers = ReadonlyMap<string, readonly number[]>;

/** Asks each question so many times, one after the other. */
export const askEach = async (
  node: ProcessNode,
  questions: readonly Question[],
  rounds: number,
): Promise<Answers> => {
  const answers = new Map<string, readonly number[]>();
  for (const [name, role, path] of questions)
    answers.set(name, await timesOf(rounds, () => good(node.call(role, 'GET', path))));
  return answers;
};

/** The middle and the worst of the answers where it holds many, each beside that where it holds few. */
export const besideFew = (
  measure: ReturnType<typeof measuresOf>,
  [many, manyWord]: readonly [Answers, string],
  [few, fewWord]: readonly [Answers, string],
): readonly Measure[] =>
  [...many].flatMap(([name, times]) =>
    ([50, 99] as const).map((share) =>
      measure(`${name}-of-${manyWord}-p${share}`, percentile(times, share / 100), 'ms', {
        name: `of ${fewWord}`,
        value: percentile(few.get(name) ?? [], share / 100),
      }),
    ),
  );
