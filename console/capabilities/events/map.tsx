/**
 * Where an event takes place: points, outlines and routes on a plain grid, drawn here, so that nothing is
 * asked of anybody and no border is shown.
 */
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Line, Outline, Point } from '../../../server/capabilities/events/contract.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import {
  gridOf,
  pathOf,
  type Spot,
  scaleOf,
  spotOf,
  squeezeOf,
  type View,
  wholeView,
  zoomed,
} from './map-view.ts';
import { useNumber } from './names.ts';
import { useMapView } from './use-map-view.ts';
import { eventsWords } from './words.ts';

export interface MapThing {
  readonly id: string;
  readonly kind: 'venue' | 'object';
  readonly name: string;
  readonly place: Point | null;
  readonly outline: Outline | null;
  readonly line: Line | null;
  readonly isCancelled: boolean;
}

interface Needs {
  readonly things: readonly MapThing[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

const ringsOf = (outline: Outline): readonly (readonly (readonly number[])[])[] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
const pathsOf = (line: Line): readonly (readonly (readonly number[])[])[] =>
  line.type === 'LineString' ? [line.coordinates] : line.coordinates;

/** Every place that a thing has on the map: its point, its outline, its line. */
const pointsOf = ({ place, outline, line }: MapThing): readonly Point[] => [
  ...(place === null ? [] : [place]),
  ...[...(outline === null ? [] : ringsOf(outline)), ...(line === null ? [] : pathsOf(line))]
    .flat()
    .map(([lon = 0, lat = 0]) => ({ lat, lon })),
];
/** Whether there is anything of it to be drawn. */
export const isOnMap = (thing: MapThing): boolean =>
  thing.place !== null || thing.outline !== null || thing.line !== null;

/** How large points and letters are. */
const [pointPixels, letterPixels] = [6, 13];

/** Names are written while they do not hide one another: fewer than this in sight. */
const namedAtMost = 24;

/** What is drawn, and the sizes of it: a point is as large on a telephone as on a wide screen. */
interface Drawn {
  readonly squeeze: number;
  readonly view: View;
  readonly pixel: number;
}

const Shapes = ({ things, squeeze, pixel }: Pick<Needs, 'things'> & Omit<Drawn, 'view'>) => (
  <>
    {things.map(({ id, name, outline, line }) => (
      <g key={id} strokeWidth={2 * pixel}>
        {outline && (
          <path
            className={styles.outline}
            d={ringsOf(outline)
              .map((ring) => pathOf(ring, squeeze, true))
              .join('')}
          />
        )}
        {line && (
          <path
            className={styles.line}
            strokeWidth={3 * pixel}
            d={pathsOf(line)
              .map((path) => pathOf(path, squeeze, false))
              .join('')}
          >
            <title>{name}</title>
          </path>
        )}
      </g>
    ))}
  </>
);

const Points = ({ things, chosen, onChoose, squeeze, view, pixel }: Needs & Drawn) => {
  const placed = things.flatMap((thing) =>
    thing.place === null ? [] : [{ thing, spot: spotOf(thing.place, squeeze) }],
  );
  const inSight = placed.filter(
    ({ spot: { x, y } }) =>
      x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height,
  );
  const named = inSight.length <= namedAtMost;
  const size = pointPixels * pixel;
  return inSight.map(({ thing, spot }) => (
    <g key={thing.id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list below opens it by the keyboard */}
      <circle
        className={styles.point}
        data-kind={thing.kind}
        data-chosen={thing.id === chosen || undefined}
        data-cancelled={thing.isCancelled || undefined}
        cx={spot.x}
        cy={spot.y}
        r={thing.id === chosen ? size * 1.5 : size}
        strokeWidth={size / 3}
        onClick={() => onChoose(thing.id)}
      >
        <title>{thing.name}</title>
      </circle>
      {(named || thing.id === chosen) && (
        <text
          className={styles.mapLabel}
          x={spot.x}
          y={spot.y - size * 1.8}
          fontSize={letterPixels * pixel}
          strokeWidth={3 * pixel}
          textAnchor="middle"
        >
          {thing.name}
        </text>
      )}
    </g>
  ));
};

const Scale = ({ view, pixel }: Omit<Drawn, 'squeeze'>) => {
  const say = useWords(eventsWords);
  const number = useNumber();
  const { kilometres, degrees } = scaleOf(view);
  const [x, y] = [view.x + 12 * pixel, view.y + view.height - 14 * pixel];
  return (
    <g strokeWidth={2 * pixel} className={styles.grid}>
      <line x1={x} x2={x + degrees} y1={y} y2={y} stroke="currentColor" />
      <text
        className={styles.mapLabel}
        x={x}
        y={y - 7 * pixel}
        fontSize={letterPixels * pixel}
        direction="ltr"
      >
        {say('kilometres', { distance: number(kilometres) })}
      </text>
    </g>
  );
};

const Grid = ({ view, pixel }: Omit<Drawn, 'squeeze'>) => {
  const { xs, ys } = gridOf(view);
  return (
    <g className={styles.grid} strokeWidth={pixel}>
      {xs.map((x) => (
        <line key={x} x1={x} x2={x} y1={view.y} y2={view.y + view.height} />
      ))}
      {ys.map((y) => (
        <line key={y} y1={y} y2={y} x1={view.x} x2={view.x + view.width} />
      ))}
    </g>
  );
};

interface ButtonNeeds {
  readonly view: View;
  readonly spots: readonly Spot[];
  readonly onView: (view: View) => void;
}

const Buttons = ({ view, spots, onView }: ButtonNeeds) => {
  const say = useWords(eventsWords);
  return (
    <Group gap={4}>
      <ActionIcon variant="default" aria-label={say('zoomIn')} onClick={() => onView(zoomed(view, 1 / 1.5))}>
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={say('zoomOut')} onClick={() => onView(zoomed(view, 1.5))}>
        <IconMinus size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={say('whole_map')} onClick={() => onView(wholeView(spots))}>
        <IconFocusCentered size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
};

export const EventMap = (needs: Needs) => {
  const say = useWords(eventsWords);
  const { things } = needs;
  const points = useMemo(() => things.flatMap(pointsOf), [things]);
  const squeeze = useMemo(() => squeezeOf(points), [points]);
  const spots = useMemo(() => points.map((place) => spotOf(place, squeeze)), [points, squeeze]);
  const { view, setView, shown, pixel, picture, measure, hands } = useMapView(spots, namedAtMost);
  const unplaced = things.filter((thing) => !isOnMap(thing)).length;
  return (
    <figure style={{ margin: 0 }}>
      <div ref={measure}>
        <svg
          ref={picture}
          className={styles.map}
          role="img"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map, which is looked at
          tabIndex={0}
          aria-label={say('map')}
          viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`}
          {...hands}
        >
          <Grid view={shown} pixel={pixel} />
          <Shapes things={things} squeeze={squeeze} pixel={pixel} />
          <Points {...needs} squeeze={squeeze} view={shown} pixel={pixel} />
          <Scale view={shown} pixel={pixel} />
        </svg>
      </div>
      <Group justify="space-between" mt={4} gap="xs">
        <Text size="xs" c="dimmed" maw="40rem">
          {say('mapTeach')} {unplaced > 0 && say('unplaced', { count: unplaced })}
        </Text>
        <Buttons view={view} spots={spots} onView={setView} />
      </Group>
    </figure>
  );
};
