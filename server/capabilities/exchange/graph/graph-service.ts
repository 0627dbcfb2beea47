/** The verb of the graph, and what keeps its index beside the content of items. */
import type { Actor } from '../../../kernel/decision.ts';
import { assert, Fault } from '../../../kernel/faults.ts';
import { readId } from '../../../kernel/ids.ts';
import { type Tlp, tlps } from '../../../kernel/marking.ts';
import { dayOf, isDay } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { noteShown, permitReason } from '../consultation/consultation-service.ts';
import type { StoredItem } from '../item.ts';
import type { ExchangeNeeds } from '../item-service.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { findItems } from '../store.ts';
import { edgeSorts, type GraphEdge, type GraphNode, type GraphQuery, type GraphStep } from './contract.ts';
import { type Ends, readCursor, writeCursor } from './cursor.ts';
import * as store from './graph-store.ts';
import { mayExplore } from './policy.ts';
import { objectName, referencesOf } from './references.ts';

/** Keeps what refers to what, in the transaction that keeps the content. */
export const referenceFollower: ItemFollower = {
  kept: async (unit, item, objects) => {
    if (objects === null) return;
    const references = objects.flatMap(referencesOf);
    await unit.asHouse('graph', (house) => store.putReferences(house, item.id, references));
  },
  // A recalled item stays as a tombstone: nothing of what it held may.
  dropped: (unit, item) => unit.asHouse('graph', (house) => store.putReferences(house, item.id, [])),
};

const tlpOf = (rank: number): Tlp => {
  const tlp = tlps[rank];
  assert(tlp !== undefined, 'a stored rank is no label');
  return tlp;
};

const itemNode = (item: StoredItem): GraphNode => ({
  id: item.id,
  type: 'grouping',
  name: item.needsReason === true ? null : item.title,
  tlp: item.marking.tlp,
  item: {
    originator: item.originator,
    state: item.state,
    language: item.language,
    at: item.createdAt,
    about: item.about ?? null,
    needsReason: item.needsReason ?? false,
  },
});

/** What these ids are, as far as the reader may read it; the id alone where he may read no more. */
const describe = async (unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, GraphNode>> => {
  const items = await findItems(
    unit,
    ids.filter((id) => id.startsWith('grouping--')),
  );
  const nodes = new Map<string, GraphNode>([...items].map(([id, item]) => [id, itemNode(item)]));
  const objects = await store.findObjects(
    unit,
    ids.filter((id) => !nodes.has(id)),
  );
  for (const id of ids) {
    if (nodes.has(id)) continue;
    const held = objects.get(id);
    const [type = ''] = id.split('--');
    nodes.set(id, {
      id,
      type,
      name: held === undefined ? null : objectName(held.object),
      tlp: held === undefined ? null : tlpOf(held.rank),
      item: null,
    });
  }
  return nodes;
};

const requireDays = (query: GraphQuery): void => {
  const wrong = (['from', 'to'] as const).filter((name) => {
    const day = query[name];
    return day !== undefined && !(isDay(day) && dayOf(day) >= '0001');
  });
  if (wrong.length > 0) throw new Fault('input/invalid', { fields: wrong });
};

export const createGraph = (needs: Pick<ExchangeNeeds, 'verbs' | 'self'>) => {
  /** One page of every sort of edge that has not ended. */
  const collect = async (unit: Unit, query: GraphQuery) => {
    const from = readCursor(query.cursor);
    const ends: { -readonly [Sort in keyof Ends]: Ends[Sort] } = { ...from };
    const edges: store.EdgePage['edges'][number][] = [];
    let [more, moreAtLeast] = [0, false];
    for (const sort of edgeSorts) {
      const after = from[sort];
      if (after === null) continue;
      const page = await store.listEdges(unit, query, sort, after);
      edges.push(...page.edges);
      ends[sort] = page.end;
      more += page.more;
      moreAtLeast ||= page.moreAtLeast;
    }
    return { edges, more, moreAtLeast, next: writeCursor(ends) };
  };

  const requireKnown = async (unit: Unit, node: GraphNode): Promise<void> => {
    if (node.tlp === null && !(await store.isNamed(unit, node.id))) throw new Fault('access/absent');
  };

  return {
    /** A consultation: from where he looked is journalled. */
    explore: (actor: Actor, query: GraphQuery): Promise<GraphStep> =>
      needs.verbs.run({ actor, verb: 'exchange.explore', subject: query.node }, async (work) => {
        const { unit, permit, note } = work;
        permit(mayExplore(actor, needs.self));
        requireDays(query);
        const page = await collect(unit, query);
        const ids = [...new Set([query.node, ...page.edges.map(({ far }) => far)])];
        const nodes = await describe(unit, ids);
        const node = nodes.get(query.node);
        if (node === undefined) throw new Fault('access/absent');
        await requireKnown(unit, node);
        permitReason(work, actor, node.item?.needsReason ?? false);
        await noteShown(
          work,
          actor,
          [...nodes.keys(), ...page.edges.flatMap(({ items }) => items)].flatMap(
            (id) => readId('item', id) ?? [],
          ),
        );
        note({ edges: page.edges.length });
        const edges = page.edges.flatMap(({ far, relation, outward, items, rank }): GraphEdge[] => {
          const neighbour = nodes.get(far);
          return neighbour === undefined
            ? []
            : [{ relation, outward, neighbour, seenIn: [...items], tlp: tlpOf(rank) }];
        });
        return { node, edges, more: page.more, moreAtLeast: page.moreAtLeast, next: page.next };
      }),
  };
};

/** The verb of the graph. */
export type GraphService = ReturnType<typeof createGraph>;
