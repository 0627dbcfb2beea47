/** Days across, venues down: how many sessions are where. */
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import type { Calendar } from '../../../server/capabilities/events/session-contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import { useNameOf, useNumber } from './names.ts';
import { sessionWords } from './session-words.ts';

type Cell = Calendar['cells'][number];

interface Needs {
  readonly calendar: Calendar;
  readonly venues: readonly Venue[];
  readonly chosen: { readonly day: string | null; readonly venue: string | null };
  /** Undefined for what is chosen no more. */
  readonly onChoose: (day: string | undefined, venue: string | undefined) => void;
}

/** The darkest cell, in percent of the colour. */
const darkest = 55;

const CellButton = ({
  cell,
  name,
  most,
  chosen,
  onChoose,
}: Omit<Needs, 'calendar' | 'venues'> & { cell: Cell; name: string; most: number }) => {
  const say = useWords(sessionWords);
  const dates = useDates();
  const number = useNumber();
  const isChosen = chosen.day === cell.day && (cell.venue === null || chosen.venue === cell.venue);
  const share = `${Math.round((cell.sessions / most) * darkest)}%`;
  return (
    <button
      type="button"
      className={styles.cell}
      style={{ background: `color-mix(in srgb, var(--mantine-color-anchor) ${share}, transparent)` }}
      aria-pressed={isChosen}
      aria-label={say('cell', { venue: name, day: dates.day(cell.day), count: cell.sessions })}
      onClick={() =>
        isChosen ? onChoose(undefined, undefined) : onChoose(cell.day, cell.venue ?? undefined)
      }
    >
      <span className={cell.cancelled === cell.sessions ? styles.gone : undefined}>
        {number(cell.sessions)}
      </span>
    </button>
  );
};

const useShortDay = (): ((day: string) => string) => {
  const { locale } = useReading();
  return (day) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
};

/** The days that have sessions, and each venue's cells by day. */
const useCells = (calendar: Calendar) =>
  useMemo(() => {
    const days = [...new Set(calendar.cells.map(({ day }) => day))].sort();
    const rows = new Map<string | null, Map<string, Cell>>();
    for (const cell of calendar.cells) {
      const row = rows.get(cell.venue) ?? new Map<string, Cell>();
      row.set(cell.day, cell);
      rows.set(cell.venue, row);
    }
    return { days, rows, most: Math.max(1, ...calendar.cells.map(({ sessions }) => sessions)) };
  }, [calendar]);

interface RowNeeds extends Pick<Needs, 'chosen' | 'onChoose'> {
  readonly name: string;
  readonly days: readonly string[];
  readonly cells: ReadonlyMap<string, Cell> | undefined;
  readonly most: number;
}

const Row = ({ name, days, cells, most, chosen, onChoose }: RowNeeds) => (
  <tr>
    <th scope="row">
      <bdi>{name}</bdi>
    </th>
    {days.map((day) => {
      const cell = cells?.get(day);
      const needs = { name, most, chosen, onChoose };
      return <td key={day}>{cell && <CellButton cell={cell} {...needs} />}</td>;
    })}
  </tr>
);

export const CalendarGrid = ({ calendar, venues, chosen, onChoose }: Needs) => {
  const say = useWords(sessionWords);
  const nameOf = useNameOf();
  const shortDay = useShortDay();
  const { days, rows, most } = useCells(calendar);
  const named = venues.map(({ id, name }) => ({ id: String(id), name: nameOf(name) }));
  const ordered = named
    .filter(({ id }) => rows.has(id))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const needs = { days, most, chosen, onChoose };
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {say('calendarTeach')}
      </Text>
      <div className={styles.calendar}>
        <table aria-label={say('calendar')}>
          <thead>
            <tr>
              <th scope="col">{say('venue')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {shortDay(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ id, name }) => (
              <Row key={id} name={name} cells={rows.get(id)} {...needs} />
            ))}
            {rows.has(null) && <Row name={say('noPlace')} cells={rows.get(null)} {...needs} />}
          </tbody>
        </table>
      </div>
    </div>
  );
};
