/** The map of a narrow screen: one day at a time, its venues from the greatest level down. */
import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { rankOf } from '../../../../server/capabilities/events/risk/contract.ts';
import { useReading, useWords } from '../../../kit/language.tsx';
import { type HeatMap, worstOf } from './heat.ts';
import { LevelMark, useLevelName } from './level-mark.tsx';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';

interface Needs {
  readonly map: HeatMap;
  readonly onOpen: (venue: string, day: string) => void;
}

type Cell = NonNullable<HeatMap['rows'][number]['cells'][number]>;

const VenueRow = ({ name, cell, onOpen }: { name: string; cell: Cell; onOpen: () => void }) => {
  const say = useWords(riskWords);
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span>
        <Text component="bdi" fw={600} display="block">
          {name}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {say('sessions', { count: cell.sessions })}
          {cell.overdue > 0 && ` · ${say('overdue', { count: cell.overdue })}`}
        </Text>
      </span>
      <LevelMark level={cell.level} />
    </button>
  );
};

export const HeatDays = ({ map, onOpen }: Needs) => {
  const say = useWords(riskWords);
  const nameOf = useLevelName();
  const { locale } = useReading();
  const [chosen, setChosen] = useState<string | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  const day = chosen ?? map.days.find((one) => one >= today) ?? map.days[0] ?? '';
  const column = map.days.indexOf(day);
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const there = map.rows
    .flatMap(({ venue, name, cells }) => {
      const cell = cells[column] ?? null;
      return cell === null ? [] : [{ venue, name, cell }];
    })
    .sort((one, other) => rankOf(other.cell.level) - rankOf(one.cell.level));
  return (
    <Stack gap="sm">
      <fieldset className={styles.days} aria-label={say('day')}>
        {map.days.map((one, at) => {
          const level = worstOf(map, at);
          return (
            <button
              key={one}
              type="button"
              className={`${styles.level} ${styles.dayChoice}`}
              data-level={level ?? 'none'}
              aria-pressed={one === day}
              onClick={() => setChosen(one)}
            >
              <bdi>{short.format(new Date(`${one}T00:00:00Z`))}</bdi>
              <span className={styles.count}>{level === null ? '–' : rankOf(level)}</span>
              <VisuallyHidden>{nameOf(level)}</VisuallyHidden>
            </button>
          );
        })}
      </fieldset>
      {there.map(({ venue, name, cell }) => (
        <VenueRow key={venue} name={name} cell={cell} onOpen={() => onOpen(venue, day)} />
      ))}
    </Stack>
  );
};
