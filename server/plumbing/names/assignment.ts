/** Which part of one name stands for which of another, in any order; parts of either may be left over. */

/** What is known of two names before they are joined. Weights are nats. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** What it is worth to join a row and a column. */
  worth(row: number, column: number): number;
  /** What it costs to leave a part over. */
  rowCost(row: number): number;
  columnCost(column: number): number;
}

export interface Assignment {
  readonly total: number;
  /** For each row its column, or -1. */
  readonly columnOf: readonly number[];
}

const mostExact = 6;
/** Parts that keep their order are a little more likely one name than those that do not. */
const turnCost = 0.5;

/** Greedy: the best pair first; for names of very many parts. */
const assignGreedily = (grid: Grid, worths: Float64Array): Assignment => {
  const columnOf = new Array<number>(grid.rows).fill(-1);
  const taken = new Set<number>();
  let total = 0;
  for (let row = 0; row < grid.rows; row += 1) total -= grid.rowCost(row);
  for (let column = 0; column < grid.columns; column += 1) total -= grid.columnCost(column);
  const order = [...worths.keys()].sort((one, two) => (worths[two] ?? 0) - (worths[one] ?? 0));
  for (const at of order) {
    const [row, column] = [Math.floor(at / grid.columns), at % grid.columns];
    if (columnOf[row] !== -1 || taken.has(column)) continue;
    const gain = (worths[at] ?? 0) + grid.rowCost(row) + grid.columnCost(column);
    if (gain <= 0) continue;
    columnOf[row] = column;
    taken.add(column);
    total += gain;
  }
  return { total, columnOf };
};

/** All ways at once: for each set of columns taken and the last one, the best that the rows so far bring. */
const assignExactly = (grid: Grid, worths: Float64Array): Assignment => {
  const { rows, columns } = grid;
  const lasts = columns + 1;
  const states = (1 << columns) * lasts;
  let now = new Float64Array(states).fill(-Infinity);
  now[columns] = 0;
  const choices: Int16Array[] = [];
  const origins: Int32Array[] = [];
  for (let row = 0; row < rows; row += 1) {
    const next = new Float64Array(states).fill(-Infinity);
    const choice = new Int16Array(states).fill(-1);
    const origin = new Int32Array(states);
    const leave = grid.rowCost(row);
    for (let state = 0; state < states; state += 1) {
      const value = now[state] ?? -Infinity;
      if (value === -Infinity) continue;
      const set = Math.floor(state / lasts);
      const last = state % lasts;
      const offer = (to: number, worth: number, column: number): void => {
        if (worth <= (next[to] ?? 0)) return;
        next[to] = worth;
        choice[to] = column;
        origin[to] = state;
      };
      offer(state, value - leave, -1);
      for (let column = 0; column < columns; column += 1) {
        if (set & (1 << column)) continue;
        const turned = last < columns && column < last ? turnCost : 0;
        const worth = value + (worths[row * columns + column] ?? 0) - turned;
        offer((set | (1 << column)) * lasts + column, worth, column);
      }
    }
    choices.push(choice);
    origins.push(origin);
    now = next;
  }
  return traceBack(grid, now, choices, origins);
};

const traceBack = (
  grid: Grid,
  ends: Float64Array,
  choices: readonly Int16Array[],
  origins: readonly Int32Array[],
): Assignment => {
  const lasts = grid.columns + 1;
  let best = -Infinity;
  let at = 0;
  for (let state = 0; state < ends.length; state += 1) {
    let value = ends[state] ?? -Infinity;
    if (value === -Infinity) continue;
    const set = Math.floor(state / lasts);
    for (let column = 0; column < grid.columns; column += 1)
      if (!(set & (1 << column))) value -= grid.columnCost(column);
    if (value <= best) continue;
    best = value;
    at = state;
  }
  const columnOf = new Array<number>(grid.rows).fill(-1);
  for (let row = grid.rows - 1; row >= 0; row -= 1) {
    columnOf[row] = choices[row]?.[at] ?? -1;
    at = origins[row]?.[at] ?? 0;
  }
  return { total: best, columnOf };
};

/** The best assignment. Exact to six columns, greedy beyond. */
export const assign = (grid: Grid): Assignment => {
  const worths = new Float64Array(grid.rows * grid.columns);
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1)
      worths[row * grid.columns + column] = grid.worth(row, column);
  return grid.columns <= mostExact ? assignExactly(grid, worths) : assignGreedily(grid, worths);
};
