/** One step of the graph: a node, and what is related with it in the items that the reader may read. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  partyIdSchema,
  tlpSchema,
} from '../../../kernel/schemas.ts';
import { itemStates } from '../contract.ts';

export const graphLimits = {
  /** Neighbours of each sort on one page. */
  page: 20,
  /** Index entries looked at for one page of one sort. */
  scanned: 1_000,
  /** Beyond this many the rest is «more than». */
  counted: 500,
  /** Items named as where a edge was seen. */
  seenIn: 5,
  filters: 40,
} as const;

/** The sorts of edges, each with its own order and its own end of page. */
export const edgeSorts = ['outgoing', 'incoming', 'holders', 'contents', 'answers', 'answered'] as const;
export type EdgeSort = (typeof edgeSorts)[number];

const nodeId = Type.String({ pattern: '^[a-z0-9-]{1,250}--[0-9a-f-]{36}$' });
const word = Type.String({ pattern: '^[a-z0-9-]{1,250}$' });
const words = (item: ReturnType<typeof Type.String>) =>
  Type.Optional(Type.Array(item, { maxItems: graphLimits.filters }));

export const graphQuerySchema = Type.Object(
  {
    node: nodeId,
    /** STIX types of the neighbours wanted; `grouping` for items. */
    type: words(word),
    relation: words(word),
    /** Services whose items the edge must stand in. */
    service: Type.Optional(Type.Array(partyIdSchema, { maxItems: graphLimits.filters })),
    /** Days on which those items were made. */
    from: Type.Optional(daySchema),
    to: Type.Optional(daySchema),
    cursor: Type.Optional(Type.String({ maxLength: 2_000 })),
  },
  { additionalProperties: false },
);
export type GraphQuery = Static<typeof graphQuerySchema>;

export const graphNodeSchema = Type.Object({
  id: Type.String(),
  type: Type.String(),
  /** Its own name, value or title; null where the reader may read nothing but its id. */
  name: nullable(Type.String()),
  /**
   * Of the item that it was read in; null where nothing that he may read holds it, though something names
   * it.
   */
  tlp: nullable(tlpSchema),
  /** Of an item; null for an object, which may be in several. */
  item: nullable(
    Type.Object({
      originator: partyIdSchema,
      state: oneOf(itemStates),
      language: languageSchema,
      at: instantSchema,
      /** The item that it answers. */
      about: nullable(itemIdSchema),
      /** True when it holds personal data and the reader has not said why he looks. */
      needsReason: Type.Boolean(),
    }),
  ),
});
export type GraphNode = Static<typeof graphNodeSchema>;

export const graphEdgeSchema = Type.Object({
  /** `holds`, `answers`, a relationship's type or the name of a reference. */
  relation: Type.String(),
  /** True where it goes from the node asked about to the neighbour. */
  outward: Type.Boolean(),
  neighbour: graphNodeSchema,
  /** Some of the items that say so. */
  seenIn: Type.Array(itemIdSchema),
  /** The highest label among the items that say so. */
  tlp: tlpSchema,
});
export type GraphEdge = Static<typeof graphEdgeSchema>;

export const graphStepSchema = Type.Object({
  node: graphNodeSchema,
  edges: Type.Array(graphEdgeSchema),
  /** How many there are beyond this page, counted up to `counted`. */
  more: Type.Integer(),
  moreAtLeast: Type.Boolean(),
  next: nullable(Type.String()),
});
export type GraphStep = Static<typeof graphStepSchema>;
