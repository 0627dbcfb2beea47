/** The map of a wide screen: venues down, days across; arrows move in it. */
import { Stack, Text, useDirection } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { rankOf } from '../../../../server/capabilities/events/risk/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import type { HeatMap } from './heat.ts';
import { useLevelName } from './level-mark.tsx';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';

interface Needs {
  readonly map: HeatMap;
  readonly onOpen: (venue: string, day: string) => void;
}

const movesOf = (isRightToLeft: boolean): Readonly<Record<string, readonly [number, number]>> => ({
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, isRightToLeft ? -1 : 1],
  ArrowLeft: [0, isRightToLeft ? 1 : -1],
});

/** A day as the head of a column: its number, and the month under it. */
const DayHead = ({ day }: { day: string }) => {
  const { locale } = useReading();
  const date = new Date(`${day}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  return (
    <>
      <bdi>{part({ day: 'numeric' })}</bdi>
      <br />
      <bdi>{part({ month: 'short' })}</bdi>
    </>
  );
};

type Cell = NonNullable<HeatMap['rows'][number]['cells'][number]>;

const CellButton = (needs: {
  cell: Cell;
  venue: string;
  day: string;
  at: string;
  isEntry: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}) => {
  const say = useWords(riskWords);
  const nameOf = useLevelName();
  const dates = useDates();
  const { cell, venue, day } = needs;
  // What is seen in a cell stands in its name too (WCAG 2.2 §2.5.3).
  const level = `${cell.level === null ? '–' : rankOf(cell.level)} ${nameOf(cell.level)}`;
  const text = [
    say('cell', { venue, day: dates.day(day), level }),
    say('sessions', { count: cell.sessions }),
    ...(cell.overdue > 0 ? [say('overdue', { count: cell.overdue })] : []),
  ].join(' · ');
  return (
    <button
      type="button"
      className={`${styles.level} ${styles.cell}`}
      data-level={cell.level ?? 'none'}
      data-overdue={cell.overdue > 0 || undefined}
      data-at={needs.at}
      tabIndex={needs.isEntry ? 0 : -1}
      aria-label={text}
      title={text}
      onFocus={needs.onFocus}
      onKeyDown={needs.onKeyDown}
      onClick={needs.onOpen}
    >
      {cell.level === null ? '–' : rankOf(cell.level)}
    </button>
  );
};

const Days = ({ days }: { days: readonly string[] }) => {
  const say = useWords(riskWords);
  return (
    <thead>
      <tr>
        <th scope="col">{say('venue')}</th>
        {days.map((day) => (
          <th key={day} scope="col">
            <DayHead day={day} />
          </th>
        ))}
      </tr>
    </thead>
  );
};

type Move = (event: KeyboardEvent, row: number, column: number) => void;

const useMove = (body: RefObject<HTMLTableSectionElement | null>): Move => {
  const { dir } = useDirection();
  return (event, row, column) => {
    const step = movesOf(dir === 'rtl')[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // Over what is blank to the next cell in that direction.
    for (let far = 1; far < 200; far += 1) {
      const selector = `[data-at="${row + far * step[0]}-${column + far * step[1]}"]`;
      const next = body.current?.querySelector<HTMLButtonElement>(selector);
      if (next) {
        next.focus();
        return;
      }
    }
  };
};

export const HeatGrid = ({ map, onOpen }: Needs) => {
  const say = useWords(riskWords);
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const first = map.rows.flatMap(({ venue, cells }) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [`${venue} ${column}`])),
  )[0];
  const move = useMove(body);
  const keys = useId();
  return (
    <Stack gap={4}>
      <Text id={keys} size="sm" c="dimmed">
        {say('gridKeys')}
      </Text>
      <div className={styles.frame}>
        <table className={styles.grid} aria-label={say('grid')} aria-describedby={keys}>
          <Days days={map.days} />
          <tbody ref={body}>
            {map.rows.map(({ venue, name, cells }, row) => (
              <tr key={venue}>
                <th scope="row" title={name}>
                  <bdi>{name}</bdi>
                </th>
                {cells.map((cell, column) => {
                  const day = map.days[column] ?? '';
                  const key = `${venue} ${column}`;
                  if (cell === null) return <td key={day} />;
                  return (
                    <td key={day}>
                      <CellButton
                        cell={cell}
                        venue={name}
                        day={day}
                        at={`${row}-${column}`}
                        isEntry={(at ?? first) === key}
                        onFocus={() => setAt(key)}
                        onKeyDown={(event) => move(event, row, column)}
                        onOpen={() => onOpen(venue, day)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
};
