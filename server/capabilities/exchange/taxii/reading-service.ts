/**
 * The verbs of a TAXII reader: what there is, and pages of it. Each reading is journalled; content never is.
 */
import type { PersonActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { asId, type ItemId } from '../../../kernel/ids.ts';
import { later } from '../../../kernel/time.ts';
import { type TaxiiQuery, taxiiLimits, writeMicros, writePageToken } from '../../../plumbing/taxii/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { noteShown } from '../consultation/consultation-service.ts';
import * as collected from './collected-store.ts';
import { type Collection, collectionLimits } from './collection.ts';
import * as collections from './collection-store.ts';
import { fullSight, mayDiscover, mayReadCollection, mayReadStatus } from './policy.ts';
import { loadCollection, openCollectionsFor, type TaxiiNeeds } from './taxii-service.ts';

/** A page: its entries as JSON text, and what its headers and its envelope say of it. */
export interface Page {
  /** Entries joined by commas; null for none. */
  readonly entries: string | null;
  readonly more: boolean;
  readonly next: string | null;
  /** `date_added` of the first and the last entry; null for a page without entries. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Which entries a page is made of. */
export type PageKind = 'objects' | 'manifest' | 'versions';

const recordText = {
  manifest: ({ stix_id: id, added, version }: collected.RecordRow): string =>
    JSON.stringify({
      id,
      date_added: writeMicros(added),
      version,
      media_type: 'application/stix+json;version=2.1',
    }),
  versions: ({ version }: collected.RecordRow): string => JSON.stringify(version),
} as const;

interface Found {
  readonly entries: string | null;
  readonly count: number;
  readonly more: boolean;
  readonly first: number | null;
  readonly last: number | null;
  readonly items: readonly ItemId[];
}

const readRecords = async (
  { unit }: Work,
  collection: string,
  query: TaxiiQuery,
  needs: { readonly sight: number; readonly kind: 'manifest' | 'versions' },
): Promise<Found> => {
  const rows = await collected.readRecordPage(unit, collection, query, needs.sight);
  const page = rows.slice(0, query.limit);
  const items = new Set(page.flatMap(({ item }) => item ?? []));
  return {
    entries: page.length === 0 ? null : page.map(recordText[needs.kind]).join(','),
    count: page.length,
    more: rows.length > page.length,
    first: page[0]?.added ?? null,
    last: page.at(-1)?.added ?? null,
    items: [...items].slice(0, collectionLimits.itemsNamed),
  };
};

const readObjects = async (
  { unit }: Work,
  collection: string,
  query: TaxiiQuery,
  sight: number,
): Promise<Found> => {
  const bounds = { sight, bytes: taxiiLimits.pageBytes, itemsNamed: collectionLimits.itemsNamed };
  const page = await collected.readObjectPage(unit, collection, query, bounds);
  return { ...page, entries: page.objects, more: page.found > page.count };
};

const toPage = ({ entries, more, first, last }: Found, query: TaxiiQuery): Page => ({
  entries,
  more,
  next: more && last !== null ? writePageToken(last, query.fixed) : null,
  first: first === null ? null : writeMicros(first),
  last: last === null ? null : writeMicros(last),
});

const verbs = {
  objects: 'exchange.read-collection',
  manifest: 'exchange.read-manifest',
  versions: 'exchange.read-versions',
} as const;

/** Makes the verbs; `place` brings what was released into a collection before it is read. */
export const createReading = (needs: TaxiiNeeds, place: (collection: string) => Promise<void>) => ({
  /** Anyone signed in may ask what this server is. */
  discover: (actor: PersonActor): Promise<void> =>
    needs.verbs.read({ actor, verb: 'exchange.discover', subject: null }, async ({ permit }) => {
      permit(mayDiscover(actor));
    }),

  /** The collections that this reader has; never one that he has not. */
  list: async (actor: PersonActor): Promise<readonly Collection[]> => {
    await openCollectionsFor(needs, actor);
    const call = { actor, verb: 'exchange.list-collections', subject: null } as const;
    return needs.verbs.read(call, async ({ unit, permit }) => {
      permit(mayDiscover(actor));
      return collections.listCollections(unit);
    });
  },

  find: (actor: PersonActor, id: string): Promise<Collection> =>
    needs.verbs.read({ actor, verb: 'exchange.find-collection', subject: id }, async ({ unit, permit }) => {
      const collection = await loadCollection(unit, id);
      permit(mayReadCollection(actor, collection));
      return collection;
    }),

  /** A page of a collection, or of one `object` in it: absent where he may see no version of it. */
  page: async (
    actor: PersonActor,
    id: string,
    kind: PageKind,
    query: TaxiiQuery,
    object: string | null = null,
  ): Promise<Page> => {
    await place(id);
    const call = { actor, verb: verbs[kind], subject: id };
    return needs.verbs.run(call, async (work) => {
      const collection = await loadCollection(work.unit, id);
      work.permit(mayReadCollection(actor, collection));
      const sight = fullSight(actor, collection);
      if (object !== null && !(await collected.hasObject(work.unit, id, object)))
        throw new Fault('access/absent');
      const asked = object === null ? query : { ...query, ids: [object] };
      const found = await (kind === 'objects'
        ? readObjects(work, id, asked, sight)
        : readRecords(work, id, asked, { sight, kind }));
      await noteShown(work, actor, found.items);
      work.note({
        count: found.count,
        ...(found.items.length === 0 ? {} : { items: [...found.items] }),
        ...(object === null ? {} : { object }),
      });
      return toPage(found, query);
    });
  },

  /** What came of a POST, for who posted, for a day. */
  status: (actor: PersonActor, id: string): Promise<string> =>
    needs.verbs.read({ actor, verb: 'exchange.read-status', subject: id }, async ({ unit, permit }) => {
      const since = later(needs.clock.now(), -collectionLimits.statusMs);
      const status = await collections.findStatus(unit, id, since);
      if (status === null) throw new Fault('access/absent');
      permit(mayReadStatus(actor, asId('person', status.person)));
      return status.body;
    }),
});
