/**
 * Where an event takes place: points, outlines and routes on a plain grid, drawn here, so that nothing is
 * asked of anybody and no border is shown.
 */
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Line, Outline, Point } from '../../../server/capabilities/events/contract.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import {
  gridOf,
  mainView,
  moved,
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

/** Names are written while they do not hide one another: fewer than this in sight. */
const namedAtMost = 24;

const Shapes = ({
  things,
  squeeze,
  width,
}: {
  things: readonly MapThing[];
  squeeze: number;
  width: number;
}) => (
  <>
    {things.map(({ id, name, outline, line }) => (
      <g key={id} strokeWidth={width / 400}>
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
            strokeWidth={width / 250}
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

const Points = ({ things, chosen, onChoose, squeeze, view }: Needs & { squeeze: number; view: View }) => {
  const placed = things.flatMap((thing) =>
    thing.place === null ? [] : [{ thing, spot: spotOf(thing.place, squeeze) }],
  );
  const inSight = placed.filter(
    ({ spot: { x, y } }) =>
      x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height,
  );
  const named = inSight.length <= namedAtMost;
  const size = view.width / 130;
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
          fontSize={size * 2.6}
          strokeWidth={size / 1.6}
          textAnchor="middle"
        >
          {thing.name}
        </text>
      )}
    </g>
  ));
};

const Scale = ({ view }: { view: View }) => {
  const say = useWords(eventsWords);
  const number = useNumber();
  const { kilometres, degrees } = scaleOf(view);
  const [x, y] = [view.x + view.width * 0.03, view.y + view.height * 0.95];
  return (
    <g strokeWidth={view.width / 300} className={styles.grid}>
      <line x1={x} x2={x + degrees} y1={y} y2={y} stroke="currentColor" />
      <text
        className={styles.mapLabel}
        x={x}
        y={y - view.height * 0.02}
        fontSize={view.width / 55}
        direction="ltr"
      >
        {say('kilometres', { distance: number(kilometres) })}
      </text>
    </g>
  );
};

const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, -0.1],
  ArrowDown: [0, 0.1],
};

/** What part is shown, and the hands and keys that change it. */
const useView = (spots: readonly Spot[]) => {
  const [view, setView] = useState<View>(() =>
    spots.length < namedAtMost ? wholeView(spots) : mainView(spots),
  );
  const picture = useRef<SVGSVGElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const svg = picture.current;
    // Not by React: only a listener that says so may keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
      event.preventDefault();
      setView((before) => zoomed(before, event.deltaY > 0 ? 1.2 : 1 / 1.2));
    };
    svg?.addEventListener('wheel', onWheel, { passive: false });
    return () => svg?.removeEventListener('wheel', onWheel);
  }, []);
  const hands = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const [from, box] = [held.current, picture.current?.getBoundingClientRect()];
      if (from === null || box === undefined) return;
      const [byX, byY] = [(from.x - event.clientX) / box.width, (from.y - event.clientY) / box.height];
      held.current = { x: event.clientX, y: event.clientY };
      setView((before) => moved(before, byX, byY));
    },
    onPointerUp: () => {
      held.current = null;
    },
    onPointerLeave: () => {
      held.current = null;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = keySteps[event.key];
      if (step === undefined && event.key !== '+' && event.key !== '-') return;
      event.preventDefault();
      if (step !== undefined) setView((before) => moved(before, step[0], step[1]));
      else setView((before) => zoomed(before, event.key === '+' ? 1 / 1.4 : 1.4));
    },
  };
  return { view, setView, picture, hands };
};

const Grid = ({ view }: { view: View }) => {
  const { xs, ys } = gridOf(view);
  return (
    <g className={styles.grid} strokeWidth={view.width / 1_500}>
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
  const { view, setView, picture, hands } = useView(spots);
  const unplaced = things.filter((thing) => !isOnMap(thing)).length;
  return (
    <figure style={{ margin: 0 }}>
      <svg
        ref={picture}
        className={styles.map}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map, which is looked at
        tabIndex={0}
        aria-label={say('map')}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        preserveAspectRatio="xMidYMid meet"
        {...hands}
      >
        <Grid view={view} />
        <Shapes things={things} squeeze={squeeze} width={view.width} />
        <Points {...needs} squeeze={squeeze} view={view} />
        <Scale view={view} />
      </svg>
      <Group justify="space-between" mt={4} gap="xs">
        <Text size="xs" c="dimmed" maw="40rem">
          {say('mapTeach')} {unplaced > 0 && say('unplaced', { count: unplaced })}
        </Text>
        <Buttons view={view} spots={spots} onView={setView} />
      </Group>
    </figure>
  );
};
