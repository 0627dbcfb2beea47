/** What the console shows of collections, and how a draft is drawn from what a connected system brought. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf, partyIdSchema } from '../../../kernel/schemas.ts';
import { itemDraftSchema } from '../contract.ts';

/**
 * own: what one connected system reads, writes and deletes; service: what is released or received here, for
 * the service's own people; partner: the copies that one partner was released, for his people here.
 */
export const collectionKinds = ['own', 'service', 'partner'] as const;

export const collectionsSchema = Type.Object({
  /** Where a TAXII client begins. */
  discovery: Type.String(),
  apiRoot: Type.String(),
  /** Those that the reader has. */
  collections: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: oneOf(collectionKinds),
      address: Type.String(),
      canWrite: Type.Boolean(),
    }),
  ),
  /** Connected systems on his desks. */
  systems: Type.Array(
    Type.Object({
      /** Null as long as it has never signed in. */
      collection: nullable(Type.String()),
      name: Type.String(),
      nameArabic: Type.String(),
      party: partyIdSchema,
      /** Objects in its collection, all versions. */
      total: Type.Integer(),
      /** Objects that no draft has drawn. */
      fresh: Type.Integer(),
      lastAt: nullable(instantSchema),
    }),
  ),
});
/** The collections of a reader, and what connected systems brought to his desks. */
export type Collections = Static<typeof collectionsSchema>;

export const collectionParamsSchema = Type.Object({ id: Type.String({ maxLength: 36 }) });

/** A draft without its objects: they are drawn from the collection. */
export const drawSchema = Type.Omit(itemDraftSchema, ['objects']);
/** A draft without its objects. */
export type Draw = Static<typeof drawSchema>;
