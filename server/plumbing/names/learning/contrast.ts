/**
 * The weights after expectation–maximisation, made to tell right from almost right: each form against those
 * that sound like it, with «none of them» as a choice, so that 0 means as likely as not.
 */
import type { Script } from '../letters.ts';
import { createSoundIndex, createSoundSearch } from '../sound-index.ts';
import { align, letterSpan, type Prepared, places, prepare, type Transducer, weigh } from '../transducer.ts';
import type { Pair } from './pair.ts';

const rivalsKept = 14;
const rivalsSought = 160;
const rates = [0.12, 0.06, 0.03, 0.015];
const pull = 1e-3;
const leastShare = 0.01;

interface Side {
  readonly texts: readonly string[];
  readonly prepared: readonly Prepared[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** One form to find, what is right for it, and what sounds like it and is wrong. */
interface Lesson {
  readonly query: number;
  readonly right: number;
  readonly rivals: Int32Array;
}

const sideOf = (chunks: Transducer['a'], texts: Iterable<string>): Side => {
  const list = [...new Set(texts)];
  return {
    texts: list,
    prepared: list.map((text) => prepare(chunks, text)),
    numbers: new Map(list.map((text, number) => [text, number])),
  };
};

type Weigh = (query: number, candidate: number) => number;

const lessonsOf = (
  query: Side,
  candidate: Side,
  scripts: readonly [Script, Script],
  pairs: readonly (readonly [string, string])[],
  score: Weigh,
): readonly Lesson[] => {
  const search = createSoundSearch(
    createSoundIndex(candidate.texts.map((text) => ({ script: scripts[1], text }))),
  );
  const right = new Map<string, Set<number>>();
  for (const [one, two] of pairs) {
    const known = right.get(one) ?? new Set();
    right.set(one, known.add(candidate.numbers.get(two) ?? -1));
  }
  return [...right].flatMap(([text, known]) => {
    const number = query.numbers.get(text) ?? -1;
    // A form stands for itself too, where both sides are of one script.
    const self = scripts[0] === scripts[1] ? (candidate.numbers.get(text) ?? -1) : -1;
    const rivals = [...search(scripts[0], text, rivalsSought)]
      .filter((one) => !known.has(one) && one !== self)
      .map((one) => ({ one, value: score(number, one) }))
      .sort((x, y) => y.value - x.value)
      .slice(0, rivalsKept)
      .map(({ one }) => one);
    return [...known].map((one) => ({ query: number, right: one, rivals: Int32Array.from(rivals) }));
  });
};

/** The learner's own memory of how far each weight has moved. */
interface Memory {
  readonly weight: Float32Array;
  readonly around: Float32Array;
  /** Where the weights began: they are drawn back to it. */
  readonly start: Float32Array;
  readonly rate: number;
}

const nudge = (
  values: Float32Array,
  memory: Float32Array,
  at: number,
  slope: number,
  toward: number,
  rate: number,
): void => {
  const value = values[at] ?? 0;
  const whole = slope - pull * (value - toward);
  const sum = (memory[at] ?? 0) + whole * whole;
  memory[at] = sum;
  values[at] = value + (rate * whole) / Math.sqrt(sum + 1e-2);
};

const learn = (
  model: Transducer,
  { weight, around, start, rate }: Memory,
  x: Prepared,
  y: Prepared,
  slope: number,
): void => {
  for (const { i, j, i2, j2, index } of align(model, x, y).steps) {
    if (index < 0) continue;
    nudge(model.weight, weight, index, slope, start[index] ?? 0, rate);
    const at = index * places.length * letterSpan;
    const letters = [
      i > 0 ? (x.letters[i - 1] ?? 0) : 0,
      i2 < x.length ? (x.letters[i2] ?? 0) : 0,
      j > 0 ? (y.letters[j - 1] ?? 0) : 0,
      j2 < y.length ? (y.letters[j2] ?? 0) : 0,
    ];
    for (const [place, letter] of letters.entries())
      nudge(model.around, around, at + place * letterSpan + letter, slope, 0, rate);
  }
};

const shuffled = <Value>(values: readonly Value[], seed: number): readonly Value[] => {
  const list = [...values];
  let state = seed;
  for (let at = list.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const [one, two] = [list[at], list[other]];
    if (one !== undefined && two !== undefined) {
      list[at] = two;
      list[other] = one;
    }
  }
  return list;
};

interface Course {
  readonly model: Transducer;
  readonly a: Side;
  readonly b: Side;
  readonly memory: Memory;
}

interface TurnedLesson extends Lesson {
  /** Whether the query is of side b. */
  readonly turned: boolean;
}

/** A query and a candidate by number, as side a and side b. */
const sidesOf = ({ a, b, model }: Course, turned: boolean, query: number, candidate: number) => {
  const [left, right] = turned ? [candidate, query] : [query, candidate];
  const empty = prepare(model.a, '');
  return [a.prepared[left] ?? empty, b.prepared[right] ?? empty] as const;
};

/** Learns one lesson; answers with what was lost on it. */
const study = (course: Course, { query, right, rivals, turned }: TurnedLesson): number => {
  const { model, memory } = course;
  const likelihood = (candidate: number): number =>
    Math.exp(Math.min(40, weigh(model, ...sidesOf(course, turned, query, candidate))));
  const values = Array.from(rivals, likelihood);
  const own = likelihood(right);
  const others = values.reduce((sum, value) => sum + value, 1);
  const move = (candidate: number, slope: number): void => {
    if (Math.abs(slope) >= leastShare)
      learn(model, memory, ...sidesOf(course, turned, query, candidate), slope);
  };
  move(right, 1 - own / (own + others));
  // Half of the lessons, so to say, are those where the right one is not in the list.
  for (const [place, rival] of rivals.entries()) {
    const value = values[place] ?? 0;
    move(rival, -(value / (own + others) + (0.5 * value) / others));
  }
  return -Math.log(own / (own + others));
};

const lessonsBothWays = (course: Course, pairs: readonly Pair[]): readonly TurnedLesson[] => {
  const { a, b, model } = course;
  const lessons = (turned: boolean): readonly TurnedLesson[] =>
    lessonsOf(
      turned ? b : a,
      turned ? a : b,
      turned ? [model.b.script, model.a.script] : [model.a.script, model.b.script],
      pairs.map((pair) => (turned ? [pair.b, pair.a] : [pair.a, pair.b])),
      (query, candidate) => weigh(model, ...sidesOf(course, turned, query, candidate)),
    ).map((lesson) => ({ ...lesson, turned }));
  return [...lessons(false), ...lessons(true)];
};

/** The mean of the weights at many moments: steadier than where the last lesson left them. */
const createMean = (model: Transducer) => {
  const weight = new Float64Array(model.weight.length);
  const around = new Float64Array(model.around.length);
  let count = 0;
  return {
    add: (): void => {
      for (let at = 0; at < weight.length; at += 1) weight[at] = (weight[at] ?? 0) + (model.weight[at] ?? 0);
      for (let at = 0; at < around.length; at += 1) around[at] = (around[at] ?? 0) + (model.around[at] ?? 0);
      count += 1;
    },
    take: (): void => {
      for (let at = 0; at < weight.length; at += 1) model.weight[at] = (weight[at] ?? 0) / count;
      for (let at = 0; at < around.length; at += 1) model.around[at] = (around[at] ?? 0) / count;
    },
  };
};

const lessonsBetweenLooks = 2_000;
/** The rivals are sought anew after the first round, and the mean is taken of the rounds after it. */
const roundsAtFirst = 1;

/** Changes the weights of `model` in place; `say` hears of each round. */
export const contrast = (model: Transducer, pairs: readonly Pair[], say: (text: string) => void): void => {
  const memory = {
    weight: new Float32Array(model.weight.length),
    around: new Float32Array(model.around.length),
    start: model.weight.slice(),
    rate: 0,
  };
  const formsA = pairs.map((pair) => pair.a);
  const formsB = pairs.map((pair) => pair.b);
  const course = { model, a: sideOf(model.a, formsA), b: sideOf(model.b, formsB), memory };
  const mean = createMean(model);
  let lessons = lessonsBothWays(course, pairs);
  say(`${lessons.length} lessons`);
  for (const [round, rate] of rates.entries()) {
    let loss = 0;
    if (round === roundsAtFirst) lessons = lessonsBothWays(course, pairs);
    for (const [at, lesson] of shuffled(lessons, round + 7).entries()) {
      loss += study({ ...course, memory: { ...memory, rate } }, lesson);
      if (round > roundsAtFirst && at % lessonsBetweenLooks === 0) mean.add();
    }
    say(`round ${round + 1}: loss ${(loss / lessons.length).toFixed(4)}`);
  }
  mean.take();
};
