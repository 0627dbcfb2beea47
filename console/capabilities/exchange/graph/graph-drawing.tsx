/** The chart as a drawing: things with their names beneath, arrows with what they say. Keyboard and all. */
import {
  IconAlertTriangle,
  IconBuildingWarehouse,
  IconCircleDot,
  IconEye,
  IconFile,
  IconMapPin,
  IconMessage,
  IconNetwork,
  IconNote,
  IconRadar,
  IconTarget,
  IconUser,
  IconWorld,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { GraphNode } from '../../../../server/capabilities/exchange/graph/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import styles from './graph.module.css';
import type { Layout } from './graph-layout.ts';
import { type Chart, type ChartEdge, nearest, type Point, type Way } from './graph-model.ts';
import { graphWords } from './graph-words.ts';
import { isWordless, useNodeName, useNodeType, useRelationName } from './naming.ts';

const icons: Readonly<Record<string, typeof IconUser>> = {
  grouping: IconMessage,
  identity: IconUser,
  location: IconMapPin,
  note: IconNote,
  opinion: IconNote,
  report: IconNote,
  sighting: IconEye,
  indicator: IconTarget,
  incident: IconAlertTriangle,
  infrastructure: IconBuildingWarehouse,
  'threat-actor': IconUser,
  malware: IconRadar,
  file: IconFile,
  url: IconWorld,
  'domain-name': IconWorld,
  'ipv4-addr': IconNetwork,
  'ipv6-addr': IconNetwork,
};

const radius = 22;
const labelLength = 22;
/** How small a drawing becomes to fit its frame. */
const leastFit = 0.75;
const ways: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const isWay = (key: string): key is Way => ways.includes(key);

const shorten = (name: string): string => {
  const letters = [...name];
  return letters.length > labelLength ? `${letters.slice(0, labelLength - 1).join('')}…` : name;
};

/** From rim to rim, so that the arrow's head is seen. */
const lineOf = (from: Point, to: Point) => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [gap, head] = [radius + 1, radius + 8];
  return { x1: from.x + ux * gap, y1: from.y + uy * gap, x2: to.x - ux * head, y2: to.y - uy * head };
};

interface EdgeNeeds {
  readonly edge: ChartEdge;
  readonly from: Point;
  readonly to: Point;
  readonly near: boolean;
}

const EdgeLine = ({ from, to, near, head }: EdgeNeeds & { head: string }) => (
  <line
    {...lineOf(from, to)}
    className={styles.edge}
    data-near={near || undefined}
    markerEnd={`url(#${head})`}
  />
);

/** What the arrow says, above every line: none is drawn through words. */
const EdgeLabel = ({ edge, from, to }: EdgeNeeds) => {
  const relationName = useRelationName();
  return (
    <text
      className={styles.relation}
      x={(from.x + to.x) / 2}
      y={(from.y + to.y) / 2 + 4}
      lang={isWordless(edge.relation) ? 'en' : undefined}
    >
      {relationName(edge.relation)}
    </text>
  );
};

interface NodeNeeds {
  readonly node: GraphNode;
  readonly place: Point;
  readonly chosen: boolean;
  /** Tab reaches one of them; arrow keys go on from there. */
  readonly reachable: boolean;
  readonly onChoose: () => void;
  readonly onKey: (event: KeyboardEvent<SVGGElement>) => void;
}

const Node = ({ node, place, chosen, reachable, onChoose, onKey }: NodeNeeds) => {
  const say = useWords(graphWords);
  const typeOf = useNodeType();
  const Icon = icons[node.type] ?? IconCircleDot;
  const nameOf = useNodeName();
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no button element
    <g
      role="button"
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={say('node', { type: typeOf(node), name: nameOf(node) })}
      className={styles.node}
      data-node={node.id}
      data-item={node.item !== null || undefined}
      data-unknown={node.tlp === null || undefined}
      transform={`translate(${place.x} ${place.y})`}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      {node.item === null ? (
        <circle className={styles.shape} r={radius} />
      ) : (
        <rect
          className={styles.shape}
          x={-radius}
          y={-radius}
          width={2 * radius}
          height={2 * radius}
          rx={6}
        />
      )}
      <Icon x={-11} y={-11} size={22} aria-hidden />
    </g>
  );
};

/**
 * Names and what is left to see, apart from the buttons: these have their whole names, not the shortened
 * ones.
 */
const NodeLabel = ({ node, place, more }: { node: GraphNode; place: Point; more: string }) => {
  const nameOf = useNodeName();
  return (
    <g aria-hidden className={styles.caption} transform={`translate(${place.x} ${place.y})`}>
      {more !== '' && (
        <>
          <circle className={styles.badge} cx={radius - 2} cy={-radius + 2} r={11} />
          <text className={styles.badgeText} x={radius - 2} y={-radius + 6}>
            {more}
          </text>
        </>
      )}
      <text className={styles.label} y={radius + 16} lang="">
        {shorten(nameOf(node))}
      </text>
    </g>
  );
};

interface Needs {
  readonly chart: Chart;
  readonly layout: Layout;
  readonly scale: number;
  readonly chosen: string;
  readonly onChoose: (node: string) => void;
  readonly onExpand: (node: string) => void;
}

/**
 * What is chosen stands in the middle of the frame, as far as the drawing reaches; it jumps, it does not
 * glide.
 */
const useCentred = (place: Point | undefined, width: number, scale: number) => {
  const frame = useRef<HTMLDivElement>(null);
  const [x, y] = [place?.x, place?.y];
  useEffect(() => {
    const { current } = frame;
    if (current === null || x === undefined || y === undefined) return;
    const drawn = (current.firstElementChild?.clientWidth ?? width * scale) / width;
    current.scrollLeft = x * drawn - current.clientWidth / 2;
    current.scrollTop = y * drawn - current.clientHeight / 2;
  }, [x, y, width, scale]);
  return frame;
};

/** Not enlarged, it gives way to a narrow frame, as long as its words can be read. */
const drawnWidth = (width: number, scale: number): string =>
  scale > 1 ? `${width * scale}px` : `max(min(100%, ${width * scale}px), ${width * scale * leastFit}px)`;

const moreOf = (chart: Chart, id: string): string => {
  const left = chart.left.get(id);
  if (left === undefined) return '+';
  if (left.next === null) return '';
  return left.moreAtLeast || left.more === 0 || left.more > 99 ? '+' : String(left.more);
};

const ArrowHead = ({ id }: { id: string }) => (
  <defs>
    <marker id={id} viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 0 8 4 0 8Z" className={styles.arrow} />
    </marker>
  </defs>
);

type Places = Layout['places'];

const placed = ({ chart, places, chosen }: { chart: Chart; places: Places; chosen: string }) =>
  chart.edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.source), places.get(edge.target)];
    const near = edge.source === chosen || edge.target === chosen;
    const key = `${edge.source}${edge.relation}${edge.target}`;
    return from && to ? [{ key, edge, from, to, near }] : [];
  });

const Edges = ({ head, ...needs }: { chart: Chart; places: Places; chosen: string; head: string }) => {
  const edges = placed(needs);
  return (
    <>
      {edges.map(({ key, ...edge }) => (
        <EdgeLine key={key} {...edge} head={head} />
      ))}
      {edges.map(({ key, ...edge }) => (
        <EdgeLabel key={key} {...edge} />
      ))}
    </>
  );
};

const Labels = ({ chart, places }: { chart: Chart; places: Places }) =>
  [...chart.nodes.values()].map((node) => {
    const place = places.get(node.id);
    return place ? <NodeLabel key={node.id} node={node} place={place} more={moreOf(chart, node.id)} /> : null;
  });

/** Arrow keys go to what lies that way, Enter expands, Space chooses. */
const keysOf =
  (needs: Pick<Needs, 'onChoose' | 'onExpand'> & { readonly places: Places }) =>
  (id: string) =>
  (event: KeyboardEvent<SVGGElement>): void => {
    if (event.key === 'Enter') needs.onExpand(id);
    else if (event.key === ' ') needs.onChoose(id);
    else if (isWay(event.key)) {
      const next = nearest(needs.places, id, event.key);
      if (next === null) return;
      needs.onChoose(next);
      event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-node="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  };

export const GraphDrawing = ({ chart, layout, scale, chosen, onChoose, onExpand }: Needs) => {
  const say = useWords(graphWords);
  const head = useId();
  const { places, width, height } = layout;
  const frame = useCentred(places.get(chosen), width, scale);
  const onKey = keysOf({ places, onChoose, onExpand });
  return (
    <div ref={frame} className={styles.frame} dir="ltr">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        className={styles.drawing}
        role="group"
        aria-label={say('drawing')}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: drawnWidth(width, scale) }}
      >
        <ArrowHead id={head} />
        <Edges chart={chart} places={places} chosen={chosen} head={head} />
        {[...chart.nodes.values()].map((node) => {
          const place = places.get(node.id);
          return place ? (
            <Node
              key={node.id}
              node={node}
              place={place}
              chosen={node.id === chosen}
              reachable={node.id === chosen}
              onChoose={() => onChoose(node.id)}
              onKey={onKey(node.id)}
            />
          ) : null;
        })}
        <Labels chart={chart} places={places} />
      </svg>
    </div>
  );
};
