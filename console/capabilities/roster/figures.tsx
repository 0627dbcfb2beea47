/** The coverage over time, a moment on the map, and who carries how much. */
import { Group, Slider, Stack, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataTable } from '../../kit/data-table.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import { atMoment, coverageCurve, loadOf } from './board.ts';
import { useBoard } from './board-context.ts';
import styles from './roster.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const [width, height, edge] = [960, 260, 40];

/** Wanted and standing, hour by hour; time runs as the language does. */
export const CurveView = () => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const { language } = useReading();
  const times = useTimes();
  const curve = useMemo(() => coverageCurve(board, hourMs), [board]);
  const most = Math.max(1, ...curve.map(({ wanted }) => wanted));
  const share = (at: number): number => (at - board.from) / Math.max(1, board.to - board.from);
  const x = (at: number): number => {
    const inward = share(at) * (width - 2 * edge);
    return language === 'ar' ? width - edge - inward : edge + inward;
  };
  const y = (value: number): number => height - edge - (value / most) * (height - 1.5 * edge);
  const line = (read: (point: (typeof curve)[number]) => number): string =>
    curve
      .flatMap((point) => [`${x(point.at)},${y(read(point))}`, `${x(point.at + hourMs)},${y(read(point))}`])
      .join(' ');
  const days: number[] = [];
  for (let at = times.midnight(board.from + dayMs); at < board.to; at += dayMs) days.push(at);
  const thin = Math.ceil(days.length / 10);
  const area = `${x(board.from)},${y(0)} ${line(({ standing }) => standing)} ${x(board.to)},${y(0)}`;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {say('curveTeach')}
      </Text>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.figure} role="img" aria-label={say('curve')}>
        {[0, most / 2, most].map((value) => (
          <g key={value}>
            <line x1={edge} x2={width - edge} y1={y(value)} y2={y(value)} className={styles.grid} />
            <text
              x={language === 'ar' ? width - edge + 6 : edge - 6}
              y={y(value) + 4}
              textAnchor={language === 'ar' ? 'start' : 'end'}
              direction="ltr"
            >
              {Math.round(value)}
            </text>
          </g>
        ))}
        <polygon points={area} className={styles.standingArea} />
        <polyline points={line(({ wanted }) => wanted)} className={styles.wantedLine} />
        {days.map((at, index) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={edge / 2} y2={height - edge} className={styles.grid} />
            {index % thin === 0 && (
              <text x={x(at)} y={height - edge + 18} textAnchor="middle">
                {times.day(at)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <Group gap="lg" className={styles.legend}>
        <Text size="sm">{`▬ ${say('standing')}`}</Text>
        <Text size="sm" c="var(--alarm-text)">{`━ ${say('wanted')}`}</Text>
      </Group>
    </Stack>
  );
};

const mapSize = 640;

/** Places as circles where they lie, filled as far as they are held at a moment. */
export const MapView = () => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const times = useTimes();
  const [moment, setMoment] = useState(
    () => board.bars.find(({ unit }) => unit !== null)?.from ?? board.from,
  );
  const places = useMemo(() => atMoment(board, moment), [board, moment]);
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  // Degrees of longitude are shorter than those of latitude by the cosine of the latitude.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const extent = Math.max(north - south, (east - west) * narrow, 0.01);
  const at = (lat: number, lon: number): readonly [number, number] => [
    mapSize / 2 + (((lon - (west + east) / 2) * narrow) / extent) * (mapSize - 120),
    mapSize / 2 - ((lat - (south + north) / 2) / extent) * (mapSize - 120),
  ];
  const most = Math.max(1, ...places.map(({ wanted }) => wanted));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {say('mapTeach')}
      </Text>
      <div>
        <Text size="sm" fw={600}>
          <bdi>{times.weekday(moment)}</bdi> <bdi>{times.clock(moment)}</bdi>
        </Text>
        <Slider
          thumbLabel={say('moment')}
          min={board.from}
          max={board.to}
          step={hourMs / 2}
          value={moment}
          onChange={setMoment}
          label={times.moment}
        />
      </div>
      <svg
        viewBox={`0 0 ${mapSize} ${mapSize}`}
        className={styles.figure}
        style={{ maxWidth: '48rem' }}
        role="img"
        aria-label={say('map')}
      >
        <rect width={mapSize} height={mapSize} fill="var(--surface)" rx="10" />
        {places.map(({ id, lat, lon, name, wanted, standing }) => {
          const [x, y] = at(lat, lon);
          const radius = wanted === 0 ? 4 : 8 + 20 * Math.sqrt(wanted / most);
          const filled = wanted === 0 ? 0 : radius * Math.sqrt(standing / wanted);
          return (
            <g key={id}>
              <title>{`${name}: ${standing} / ${wanted}`}</title>
              <circle
                cx={x}
                cy={y}
                r={radius}
                fill="var(--mantine-color-body)"
                stroke={standing < wanted ? 'var(--alarm-text)' : 'var(--mantine-color-anchor)'}
                strokeWidth="2"
              />
              <circle cx={x} cy={y} r={filled} fill="var(--mantine-color-anchor)" />
              {wanted > most / 3 && (
                <text x={x} y={y + radius + 13} textAnchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <DataTable
        label={say('map')}
        rows={places.filter(({ wanted }) => wanted > 0)}
        keyOf={({ id }) => id}
        columns={[
          { key: 'venue', header: say('venue'), main: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'wanted', header: say('wanted'), cell: ({ wanted }) => wanted },
          { key: 'standing', header: say('standing'), cell: ({ standing }) => standing },
        ]}
      />
    </Stack>
  );
};

const Meter = ({ share }: { share: number }) => (
  <div className={styles.meter} aria-hidden>
    <span style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
  </div>
);

/** Hours of each service and of each person. */
export const LoadView = () => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const partyName = usePartyName();
  const { services, units } = useMemo(() => loadOf(board), [board]);
  const most = Math.max(1, ...services.map(({ mean }) => mean));
  const top = units.toSorted((one, other) => other.hours - one.hours).slice(0, 40);
  const busiest = Math.max(1, top[0]?.hours ?? 1);
  const hours = (value: number): string => say('hoursCount', { hours: Math.round(value) });
  return (
    <Stack>
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
          { key: 'units', header: say('unitsCount'), cell: (row) => row.units },
          { key: 'hours', header: say('hours'), cell: (row) => hours(row.hours) },
          {
            key: 'mean',
            header: say('mean'),
            cell: (row) => (
              <Group gap="xs" wrap="nowrap">
                <Meter share={row.mean / most} />
                <span>{hours(row.mean)}</span>
              </Group>
            ),
          },
          {
            key: 'spread',
            header: say('spread'),
            cell: (row) => <bdi>{`${hours(row.least)} – ${hours(row.most)}`}</bdi>,
          },
          { key: 'idle', header: say('idle'), cell: (row) => row.idle },
        ]}
      />
      <Table aria-label={say('units')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('unit')}</Table.Th>
            <Table.Th scope="col">{say('country')}</Table.Th>
            <Table.Th scope="col">{say('hours')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {top.map(({ unit, hours: own, duties }) => (
            <Table.Tr key={unit.id}>
              <Table.Td>
                <bdi>{unit.name ?? unit.id}</bdi>
              </Table.Td>
              <Table.Td>
                <bdi>{partyName(unit.party)}</bdi>
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <Meter share={own / busiest} />
                  <span>{hours(own)}</span>
                  <Text span size="xs" c="dimmed">
                    {duties}
                  </Text>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
