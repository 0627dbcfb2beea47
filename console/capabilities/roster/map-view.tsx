/** Places as circles where they lie, filled as far as they are held at a moment. */
import { Slider, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { DataTable } from '../../kit/data-table.tsx';
import { useWords } from '../../kit/language.tsx';
import { atMoment } from './board.ts';
import { useBoard } from './board-context.ts';
import { type Mark, writtenNames } from './map-labels.ts';
import styles from './roster.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** As in the style sheet. */
const narrow = '(max-width: 48em)';
const halfHourMs = 1_800_000;
const mapSize = 640;
const mapEdge = 120;

type Places = ReturnType<typeof atMoment>;

/** Where a place lies in the picture. */
const layoutOf = (places: Places) => {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  // Degrees of longitude are shorter than those of latitude by the cosine of the latitude.
  const short = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const extent = Math.max(north - south, (east - west) * short, 0.01);
  return ({ lat, lon }: Places[number]): readonly [number, number] => [
    mapSize / 2 + (((lon - (west + east) / 2) * short) / extent) * (mapSize - mapEdge),
    mapSize / 2 - ((lat - (south + north) / 2) / extent) * (mapSize - mapEdge),
  ];
};

const radiusOf = ({ wanted }: Places[number], most: number): number =>
  wanted === 0 ? 4 : 8 + 20 * Math.sqrt(wanted / most);

interface MarkNeeds {
  readonly place: Places[number];
  readonly mark: Mark;
  readonly isNamed: boolean;
  readonly scale: number;
}

/** Its name is there for who points at it or comes to it by the keyboard, also where it is not written. */
const PlaceMark = ({ place, mark, isNamed, scale }: MarkNeeds) => {
  const { name, wanted, standing } = place;
  const { x, y, radius } = mark;
  const said = `${name}: ${standing} / ${wanted}`;
  // A name near the edge is written inwards from it.
  const middle = Math.min(Math.max(x, mapEdge), mapSize - mapEdge);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: looked at; its name shows on focus
    <g className={styles.place} role="img" aria-label={said} tabIndex={wanted === 0 ? undefined : 0}>
      <circle
        cx={x}
        cy={y}
        r={radius}
        fill="var(--mantine-color-body)"
        stroke={standing < wanted ? 'var(--alarm-text)' : 'var(--mantine-color-anchor)'}
        strokeWidth="2"
      />
      <circle
        cx={x}
        cy={y}
        r={wanted === 0 ? 0 : radius * Math.sqrt(standing / wanted)}
        fill="var(--mantine-color-anchor)"
        fillOpacity={0.75}
      />
      {isNamed && (
        <text x={x} y={y + radius + 13 * scale} textAnchor="middle">
          {name}
        </text>
      )}
      <text
        className={styles.placeName}
        x={middle}
        y={y + radius + 13 * scale}
        textAnchor="middle"
        aria-hidden
      >
        {said}
      </text>
    </g>
  );
};

const Picture = ({ places }: { places: Places }) => {
  const say = useWords(rosterWords);
  const layout = layoutOf(places);
  const most = Math.max(1, ...places.map(({ wanted }) => wanted));
  const marks = places.map((place) => {
    const [x, y] = layout(place);
    return { place, mark: { id: place.id, name: place.name, x, y, radius: radiusOf(place, most) } };
  });
  // The small lie over the large.
  const drawn = marks.toSorted((one, other) => other.mark.radius - one.mark.radius);
  const wanted = marks.filter(({ place }) => place.wanted > 0).map(({ mark }) => mark);
  // On a telephone the picture is half as large: its letters are drawn larger.
  const scale = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false }) ? 1.7 : 1;
  const named = writtenNames(wanted, mapSize, scale);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture of several marks, no fields of a form
    <svg
      viewBox={`0 0 ${mapSize} ${mapSize}`}
      className={`${styles.figure} ${styles.map}`}
      style={{ maxWidth: '48rem' }}
      role="group"
      aria-label={say('map')}
    >
      <rect width={mapSize} height={mapSize} fill="var(--surface)" rx="10" />
      {drawn.map(({ place, mark }) => (
        <PlaceMark key={place.id} place={place} mark={mark} isNamed={named.has(place.id)} scale={scale} />
      ))}
    </svg>
  );
};

export const MapView = () => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const times = useTimes();
  const first = board.bars.find(({ unit }) => unit !== null)?.from ?? board.from;
  const [moment, setMoment] = useState(first);
  const places = useMemo(() => atMoment(board, moment), [board, moment]);
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
          step={halfHourMs}
          value={moment}
          onChange={setMoment}
          label={times.moment}
        />
      </div>
      <Picture places={places} />
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
