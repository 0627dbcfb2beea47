/** The map of a wide screen: venues down, days across; arrows move in it. */
import { useDirection } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type Level, rankOf } from '../../../../server/capabilities/events/risk/contract.ts';
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

export const HeatGrid = ({ map, onOpen }: Needs) => {
  const say = useWords(riskWords);
  const nameOf = useLevelName();
  /** What is seen in a cell stands in its name too (WCAG 2.2 §2.5.3). */
  const levelOf = (level: Level | null): string =>
    level === null ? `– ${nameOf(level)}` : `${rankOf(level)} ${nameOf(level)}`;
  const dates = useDates();
  const { dir } = useDirection();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const first = map.rows.flatMap(({ venue, cells }) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [`${venue} ${column}`])),
  )[0];
  const move = (event: KeyboardEvent, row: number, column: number): void => {
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
  return (
    <div className={styles.frame}>
      <table className={styles.grid} aria-label={say('grid')}>
        <thead>
          <tr>
            <th scope="col">{say('venue')}</th>
            {map.days.map((day) => (
              <th key={day} scope="col">
                <DayHead day={day} />
              </th>
            ))}
          </tr>
        </thead>
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
                const label = say('cell', { venue: name, day: dates.day(day), level: levelOf(cell.level) });
                const details = [
                  say('sessions', { count: cell.sessions }),
                  ...(cell.overdue > 0 ? [say('overdue', { count: cell.overdue })] : []),
                ];
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className={`${styles.level} ${styles.cell}`}
                      data-level={cell.level ?? 'none'}
                      data-overdue={cell.overdue > 0 || undefined}
                      data-at={`${row}-${column}`}
                      tabIndex={(at ?? first) === key ? 0 : -1}
                      aria-label={[label, ...details].join(' · ')}
                      title={[label, ...details].join(' · ')}
                      onFocus={() => setAt(key)}
                      onKeyDown={(event) => move(event, row, column)}
                      onClick={() => onOpen(venue, day)}
                    >
                      {cell.level === null ? '–' : rankOf(cell.level)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
