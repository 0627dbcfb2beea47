/**
 * Reads an instance of the shift-minimisation personnel task scheduling problem (Krishnamoorthy, Ernst,
 * Baatar 2012): lines of remarks, `Type = 1`, `Jobs = n`, n lines of beginning and end, `Qualifications =
 * m`, and for each of m workers how many jobs he can do and which. Pure.
 */

/** Limits of an instance. */
export const shiftLimits = { jobs: 20_000, workers: 5_000, pairs: 20_000_000 } as const;

/** An instance; times are whole numbers of any unit. */
export interface ShiftProblem {
  readonly jobs: number;
  readonly workers: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Jobs that each worker can do. */
  readonly able: readonly Int32Array[];
}

/** The instance cannot be read; the message names the line. */
export class ShiftFileError extends Error {
  override readonly name = 'ShiftFileError';
  constructor(line: number, text: string) {
    super(`line ${line}: ${text}`);
  }
}

interface Line {
  readonly at: number;
  readonly text: string;
}

class Lines {
  readonly #lines: readonly Line[];
  #next = 0;

  constructor(text: string) {
    this.#lines = text
      .split(/\r?\n/)
      .map((line, at) => ({ at: at + 1, text: line.replace(/#.*/, '').trim() }))
      .filter((line) => line.text !== '');
  }

  take(wanted: string): Line {
    const line = this.#lines[this.#next];
    this.#next += 1;
    const last = this.#lines.at(-1)?.at ?? 0;
    if (line === undefined) throw new ShiftFileError(last + 1, `the file ends before ${wanted}`);
    return line;
  }

  /** `Jobs = 40`. */
  setting(name: string, most: number): number {
    const line = this.take(`«${name} = …»`);
    const found = new RegExp(`^${name}\\s*=\\s*(\\d+)$`, 'i').exec(line.text);
    const value = Number(found?.[1] ?? Number.NaN);
    if (found === null) throw new ShiftFileError(line.at, `«${name} = number» is wanted, not «${line.text}»`);
    if (value > most) throw new ShiftFileError(line.at, `${value} is more than ${most}`);
    return value;
  }
}

const wholeNumbers = ({ at, text }: Line): readonly number[] =>
  text.split(/\s+/).map((word) => {
    if (!/^-?\d+$/.test(word)) throw new ShiftFileError(at, `«${word}» is no whole number`);
    return Number(word);
  });

interface Skill {
  readonly at: number;
  readonly list: readonly number[];
}

const readSkill = (line: Line): Skill => {
  const [head = '', ...rest] = line.text.split(':');
  if (rest.length !== 1) throw new ShiftFileError(line.at, '«count: job job …» is wanted');
  const tail = rest.join('').trim();
  const list = tail === '' ? [] : wholeNumbers({ at: line.at, text: tail });
  const count = Number(head.trim());
  if (count !== list.length)
    throw new ShiftFileError(line.at, `${head.trim()} jobs are said, ${list.length} follow`);
  return { at: line.at, list };
};

/** Jobs count from 0, or from 1 where none is 0 and one is as high as their number. */
const ableOf = (skills: readonly Skill[], jobs: number): readonly Int32Array[] => {
  const all = skills.flatMap(({ list }) => list);
  const hasNone = all.every((job) => job !== 0);
  const first = hasNone && all.includes(jobs) ? 1 : 0;
  return skills.map(({ at, list }) => {
    const wrong = list.find((job) => job < first || job >= jobs + first);
    if (wrong !== undefined) throw new ShiftFileError(at, `there is no job ${wrong}`);
    return Int32Array.from(new Set(list), (job) => job - first);
  });
};

/** The instance of a file; throws `ShiftFileError` with the line that is wrong. */
export const readShifts = (text: string): ShiftProblem => {
  const lines = new Lines(text);
  const type = lines.setting('Type', 9);
  if (type !== 1) throw new ShiftFileError(1, `type ${type} is another problem; type 1 is solved here`);
  const jobs = lines.setting('Jobs', shiftLimits.jobs);
  const [from, to] = [new Int32Array(jobs), new Int32Array(jobs)];
  for (let job = 0; job < jobs; job += 1) {
    const line = lines.take(`job ${job + 1} of ${jobs}`);
    const [begin, end, more] = wholeNumbers(line);
    if (begin === undefined || end === undefined || more !== undefined || end <= begin)
      throw new ShiftFileError(line.at, 'a beginning and a later end are wanted');
    from[job] = begin;
    to[job] = end;
  }
  const workers = lines.setting('Qualifications', shiftLimits.workers);
  const skills: Skill[] = [];
  for (let worker = 0; worker < workers; worker += 1)
    skills.push(readSkill(lines.take(`worker ${worker + 1} of ${workers}`)));
  if (skills.reduce((sum, { list }) => sum + list.length, 0) > shiftLimits.pairs)
    throw new ShiftFileError(1, `more than ${shiftLimits.pairs} pairs of workers and jobs`);
  return { jobs, workers, from, to, able: ableOf(skills, jobs) };
};
