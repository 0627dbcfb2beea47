/** What has been asked of the graph so far, put together: each thing and each relation once. Pure. */
import type {
  GraphEdge,
  GraphNode,
  GraphStep,
} from '../../../../server/capabilities/exchange/graph/contract.ts';
import { type Tlp, tlpRank } from '../../../../server/kernel/marking.ts';

export const chartLimits = {
  /** Things drawn at once: more cannot be told apart on a screen or a sheet of paper. */
  nodes: 150,
  steps: 40,
} as const;

/** One question: what is around this, after where the page before ended. */
export interface Asked {
  readonly node: string;
  readonly cursor: string;
}

export interface ChartEdge {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly seenIn: readonly string[];
}

/** What is left around a node that was asked about. */
interface Left {
  readonly next: string | null;
  readonly more: number;
  readonly moreAtLeast: boolean;
}

export interface Chart {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly ChartEdge[];
  readonly left: ReadonlyMap<string, Left>;
  readonly isFull: boolean;
  /** The highest label of all that is shown: a printed sheet is handled as such. */
  readonly tlp: Tlp;
}

const toEdge = (node: string, edge: GraphEdge): ChartEdge => {
  const [source, target] = edge.outward ? [node, edge.neighbour.id] : [edge.neighbour.id, node];
  return { source, target, relation: edge.relation, seenIn: edge.seenIn };
};

const highest = (labels: readonly (Tlp | null)[]): Tlp =>
  labels.reduce<Tlp>((found, one) => (one !== null && tlpRank(one) > tlpRank(found) ? one : found), 'clear');

/** Puts the answers together, in the order in which they were asked for. */
export const chartOf = (answers: readonly GraphStep[]): Chart => {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, ChartEdge>();
  const left = new Map<string, Left>();
  let isFull = false;
  for (const { node, edges: found, next, more, moreAtLeast } of answers) {
    nodes.set(node.id, node);
    left.set(node.id, { next, more, moreAtLeast });
    for (const one of found) {
      const { id } = one.neighbour;
      if (!nodes.has(id) && nodes.size >= chartLimits.nodes) isFull = true;
      else {
        if (nodes.get(id)?.name == null) nodes.set(id, one.neighbour);
        const edge = toEdge(node.id, one);
        edges.set(`${edge.source} ${edge.relation} ${edge.target}`, edge);
      }
    }
  }
  const labels = [...nodes.values(), ...answers.flatMap((answer) => answer.edges)].map(({ tlp }) => tlp);
  return { nodes, edges: [...edges.values()], left, isFull, tlp: highest(labels) };
};

/** The next question about a node; null where all is known. */
export const nextAsked = (chart: Chart, node: string): Asked | null => {
  const left = chart.left.get(node);
  if (left === undefined) return { node, cursor: '' };
  return left.next === null ? null : { node, cursor: left.next };
};

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The nearest node that way: far to the side counts double. */
export const nearest = (places: ReadonlyMap<string, Point>, from: string, way: Way): string | null => {
  const start = places.get(from);
  if (start === undefined) return null;
  let [best, least]: [string | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - start.x, y - start.y];
    const isAcross = way === 'ArrowLeft' || way === 'ArrowRight';
    const along = isAcross ? (way === 'ArrowLeft' ? -dx : dx) : way === 'ArrowUp' ? -dy : dy;
    const aside = Math.abs(isAcross ? dy : dx);
    if (id !== from && along > 0 && along + 2 * aside < least) [best, least] = [id, along + 2 * aside];
  }
  return best;
};
