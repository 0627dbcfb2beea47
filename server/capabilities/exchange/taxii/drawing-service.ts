/** The verbs of a desk: what connected systems brought to it, and a draft drawn from that. */
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { taxiiPath } from '../../../plumbing/taxii/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { exchangeLimits, type Item } from '../contract.ts';
import type { ExchangeVerb } from '../verbs.ts';
import type { Collection } from './collection.ts';
import * as collections from './collection-store.ts';
import type { Collections, Draw } from './contract.ts';
import { countOwn, drawFresh } from './drawing-store.ts';
import { mayDiscover, mayDraw } from './policy.ts';
import { apiRootPath } from './routes.ts';
import { type ConnectedSystem, openCollectionsFor, type TaxiiNeeds } from './taxii-service.ts';

type ComposeFrom = (
  call: { readonly actor: Actor; readonly verb: ExchangeVerb },
  draft: Draw,
  bring: (work: Work, item: ItemId) => Promise<readonly JsonObject[]>,
) => Promise<Item>;

const microsInMs = 1_000;

const readContent = (text: string): JsonObject => {
  const value = readJson(text)?.value;
  if (!isObject(value)) throw new Error('bug: a collected object is not JSON');
  return value;
};

/** What these systems brought, told without a word of its content. */
const countSystems = (
  unit: Unit,
  systems: readonly ConnectedSystem[],
): Promise<Collections['systems'][number][]> =>
  unit.asHouse('collections', async (house) => {
    const own = await collections.listCollections(house);
    const counts = await countOwn(house);
    return systems.map(({ person, party, name, nameArabic }) => {
      const collection = own.find((one) => one.person === person)?.id ?? null;
      const count = counts.find((one) => one.collection === collection);
      const lastAt = count ? new Date(count.last / microsInMs).toISOString() : null;
      const [total, fresh] = [count?.total ?? 0, count?.fresh ?? 0];
      return { collection, name, nameArabic, party, total, fresh, lastAt };
    });
  });

const present = (root: string, { id, kind }: Collection): Collections['collections'][number] => ({
  id,
  kind,
  address: `${root}collections/${id}/`,
  canWrite: kind === 'own',
});

/** Makes the verbs; `composeFrom` is that of drafting. */
export const createDrawing = (needs: TaxiiNeeds, composeFrom: ComposeFrom) => {
  const { verbs, self } = needs;
  const [address = ''] = needs.addresses;

  return {
    overview: async (actor: PersonActor): Promise<Collections> => {
      await openCollectionsFor(needs, actor);
      const systems = await needs.connectedSystems();
      const call = { actor, verb: 'exchange.list-connected-systems', subject: null } as const;
      return verbs.read(call, async ({ unit, permit }) => {
        permit(mayDiscover(actor));
        const near = systems.filter((system) => mayDraw(actor, self, system).kind === 'allowed');
        const root = `${address}${apiRootPath}`;
        return {
          discovery: `${address}${taxiiPath}`,
          apiRoot: root,
          collections: (await collections.listCollections(unit)).map((one) => present(root, one)),
          systems: near.length === 0 ? [] : await countSystems(unit, near),
        };
      });
    },

    /** Draws what is new in a connected system's collection into a draft of this person. */
    draw: async (actor: PersonActor, id: string, draft: Draw): Promise<Item> => {
      const systems = await needs.connectedSystems();
      return composeFrom({ actor, verb: 'exchange.draw' }, draft, async ({ unit, permit, note }, item) => {
        const texts = await unit.asHouse('collections', async (house) => {
          const collection = await collections.findCollection(house, id);
          const system = systems.find(({ person }) => person === collection?.person);
          if (system === undefined) throw new Fault('access/absent');
          permit(mayDraw(actor, self, system));
          await collections.lockCollection(house, id);
          return drawFresh(house, {
            collection: id,
            item,
            rankAtMost: tlpRank(actor.clearance),
            limit: exchangeLimits.objects,
          });
        });
        if (texts.length === 0) throw new Fault('exchange/nothing-to-draw');
        note({ collection: id, objectCount: texts.length });
        return texts.map(readContent);
      });
    },
  };
};

/** The verbs of a desk on connected systems. */
export type DrawingVerbs = ReturnType<typeof createDrawing>;
