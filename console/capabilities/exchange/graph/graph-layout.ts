/**
 * Where things stand on the chart: worked out at once, without movement, the same for the same chart. What
 * stood somewhere before starts from there.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Chart, Point } from './graph-model.ts';

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

const rounds = 300;
/** Room for a label beneath each, and how strongly all is drawn to the middle, across and down. */
const shapes = {
  /** Wider than high, as screens and sheets of paper are. */
  wide: { apart: 72, reach: 190, margin: 100, across: 0.04, down: 0.08, push: -520 },
  /** Higher than wide: on a handheld one scrolls down. */
  upright: { apart: 60, reach: 120, margin: 72, across: 0.35, down: 0.02, push: -420 },
} as const;

/** What the chart is drawn on. */
export interface Sheet {
  readonly isMirrored: boolean;
  readonly isUpright: boolean;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
}

export const layoutOf = (
  chart: Pick<Chart, 'nodes' | 'edges'>,
  root: string,
  { isMirrored, isUpright }: Sheet,
): Layout => {
  const { apart, reach, margin, across, down, push } = shapes[isUpright ? 'upright' : 'wide'];
  const bodies: Body[] = [...chart.nodes.keys()].map((id) => (id === root ? { id, fx: 0, fy: 0 } : { id }));
  const joined = chart.edges.map(({ source, target }) => ({ source, target }));
  forceSimulation(bodies)
    .force(
      'edges',
      forceLink<Body, { source: string; target: string }>(joined)
        .id(({ id }) => id)
        .distance(reach),
    )
    .force('apart', forceManyBody().strength(push))
    .force('room', forceCollide(apart))
    .force('x', forceX(0).strength(across))
    .force('y', forceY(0).strength(down))
    .stop()
    .tick(rounds);
  const points = bodies.map(({ id, x = 0, y = 0 }) => ({ id, x: isMirrored ? -x : x, y }));
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  return {
    places: new Map(
      points.map(({ id, x, y }) => [
        id,
        { x: Math.round(x - left + margin), y: Math.round(y - top + margin / 2) },
      ]),
    ),
    width: Math.round(right - left + 2 * margin),
    height: Math.round(bottom - top + 1.5 * margin),
  };
};
