/** The map of levels, arranged for the screen. Pure. */
import { type Level, rankOf } from '../../../../server/capabilities/events/risk/contract.ts';
import type { Heat } from '../../../../server/capabilities/events/risk/view-contract.ts';

type Cell = Heat['cells'][number];

/** Venues down, days across; null where a venue has nothing on a day. */
export interface HeatMap {
  readonly days: readonly string[];
  readonly rows: readonly {
    readonly venue: string;
    readonly name: string;
    readonly cells: readonly (Cell | null)[];
  }[];
}

/** Arranges cells; venues by name, as the reader's language orders them. */
export const mapOf = (
  heat: Pick<Heat, 'cells'>,
  nameOf: (venue: string) => string,
  compare: (one: string, other: string) => number,
): HeatMap => {
  const days = [...new Set(heat.cells.map(({ day }) => day))].sort();
  const byPlace = new Map(heat.cells.map((cell) => [`${cell.venue} ${cell.day}`, cell]));
  const venues = [...new Set(heat.cells.map(({ venue }) => venue))]
    .map((venue) => ({ venue, name: nameOf(venue) }))
    .sort((one, other) => compare(one.name, other.name));
  return {
    days,
    rows: venues.map((named) => ({
      ...named,
      cells: days.map((day) => byPlace.get(`${named.venue} ${day}`) ?? null),
    })),
  };
};

/** The greatest level of a day, anywhere. */
export const worstOf = (map: HeatMap, column: number): Level | null =>
  map.rows.reduce<Level | null>((most, { cells }) => {
    const level = cells[column]?.level ?? null;
    return rankOf(level) > rankOf(most) ? level : most;
  }, null);
