/**
 * Linear and whole-number programs, given to HiGHS column by column. It blocks its thread: call it in a
 * worker.
 */
import loadHighs, { type Highs } from 'highs';

let loaded: Promise<Highs> | null = null;
/** HiGHS, loaded once. */
export const openHighs = (): Promise<Highs> => {
  loaded ??= loadHighs();
  return loaded;
};

/** A program that grows column by column; everything is made as large as the rows allow. */
export class Program {
  readonly #gain: number[] = [];
  readonly #most: number[] = [];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];
  readonly #low: number[] = [];
  readonly #high: number[] = [];

  get columns(): number {
    return this.#gain.length;
  }

  /** Adds a row and gives its number. */
  row(low: number, high: number): number {
    this.#low.push(low);
    this.#high.push(high);
    return this.#low.length - 1;
  }

  /** Adds an entry of the column that the next `column` closes. */
  entry(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /** Closes a column: from 0 up to `most`, each worth `gain`. Gives its number. */
  column(gain: number, most: number): number {
    this.#gain.push(gain);
    this.#most.push(most);
    this.#starts.push(this.#rows.length);
    return this.#gain.length - 1;
  }

  /** Null where it was not solved in time. Prices are of one more on the right of a row, sign turned. */
  solve(highs: Highs, { options, whole = false }: SolveOptions = {}): Solved | null {
    if (this.#gain.length === 0) return { value: 0, columns: new Float64Array(), prices: new Float64Array() };
    const [numCols, numRows] = [this.#gain.length, this.#low.length];
    const model = highs.createModel({
      ...{ numCols, numRows, offset: 0 },
      // It makes small what it is given.
      colCost: this.#gain.map((gain) => -gain),
      colLower: new Float64Array(numCols),
      colUpper: this.#most,
      rowLower: this.#low,
      rowUpper: this.#high,
      matrix: {
        ...{ format: 'csc', numRows, numCols },
        ...{ starts: this.#starts, indices: this.#rows, values: this.#values },
      },
      ...(whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
    });
    try {
      model.options.set({ output_flag: false, ...options });
      const { modelStatus } = model.run();
      if (modelStatus === highs.constants.modelStatus.infeasible) return null;
      const solution = model.getSolution();
      return { value: -model.getObjectiveValue(), columns: solution.colValue, prices: solution.rowDual };
    } catch {
      return null;
    } finally {
      model.dispose();
    }
  }
}

export interface SolveOptions {
  readonly options?: Readonly<Record<string, boolean | number | string>>;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

export interface Solved {
  readonly value: number;
  readonly columns: Float64Array;
  readonly prices: Float64Array;
}
