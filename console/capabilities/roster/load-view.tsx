/** Who carries how much: services beside each other, and those who carry most. */
import { Group, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { DataTable } from '../../kit/data-table.tsx';
import { useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import { loadOf } from './board.ts';
import { useBoard } from './board-context.ts';
import { useFigures } from './figures.ts';
import styles from './roster.module.css';
import { rosterWords } from './words.ts';

/** Units shown at once: those who carry most. */
const shownUnits = 40;

const Meter = ({ share }: { share: number }) => (
  <div className={styles.meter} aria-hidden>
    <span style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
  </div>
);

const Hours = ({ hours, most }: { hours: number; most: number }) => {
  const say = useWords(rosterWords);
  const { count } = useFigures();
  return (
    <Group gap="xs" wrap="nowrap">
      <Meter share={hours / most} />
      <span>{say('hoursCount', { hours: count(hours) })}</span>
    </Group>
  );
};

type Load = ReturnType<typeof loadOf>;

const Services = ({ services }: Pick<Load, 'services'>) => {
  const say = useWords(rosterWords);
  const partyName = usePartyName();
  const { count } = useFigures();
  const most = Math.max(1, ...services.map(({ mean }) => mean));
  const hours = (value: number): string => say('hoursCount', { hours: count(value) });
  return (
    <DataTable
      label={say('load')}
      rows={services}
      keyOf={({ party }) => party}
      columns={[
        {
          key: 'party',
          header: say('country'),
          main: true,
          cell: ({ party }) => <bdi>{partyName(party)}</bdi>,
        },
        { key: 'units', header: say('unitsCount'), cell: (row) => count(row.units) },
        { key: 'hours', header: say('hours'), cell: (row) => hours(row.hours) },
        { key: 'mean', header: say('mean'), cell: (row) => <Hours hours={row.mean} most={most} /> },
        {
          key: 'spread',
          header: say('spread'),
          cell: (row) => <bdi>{`${hours(row.least)} – ${hours(row.most)}`}</bdi>,
        },
        { key: 'idle', header: say('idle'), cell: (row) => row.idle },
      ]}
    />
  );
};

const Busiest = ({ units }: Pick<Load, 'units'>) => {
  const say = useWords(rosterWords);
  const partyName = usePartyName();
  const rows = units.toSorted((one, other) => other.hours - one.hours).slice(0, shownUnits);
  const most = Math.max(1, rows[0]?.hours ?? 1);
  return (
    <DataTable
      label={say('units')}
      rows={rows}
      keyOf={({ unit }) => unit.id}
      columns={[
        {
          key: 'unit',
          header: say('unit'),
          main: true,
          cell: ({ unit }) => <bdi>{unit.name ?? unit.id}</bdi>,
        },
        { key: 'party', header: say('country'), cell: ({ unit }) => <bdi>{partyName(unit.party)}</bdi> },
        { key: 'hours', header: say('hours'), cell: ({ hours }) => <Hours hours={hours} most={most} /> },
        { key: 'duties', header: say('duties'), cell: ({ duties }) => duties },
      ]}
    />
  );
};

export const LoadView = () => {
  const { board } = useBoard();
  const { services, units } = useMemo(() => loadOf(board), [board]);
  return (
    <Stack>
      <Services services={services} />
      <Busiest units={units} />
    </Stack>
  );
};
