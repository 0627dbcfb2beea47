/** What the index adds to writing an item of fifty thousand objects, as the node writes it. */
import type { StoredItem, StoredObject } from '../server/capabilities/exchange/item.ts';
import { searchFollower } from '../server/capabilities/exchange/search/index-service.ts';
import { deleteItem, putItem, putObjects } from '../server/capabilities/exchange/store.ts';
import { asId } from '../server/kernel/ids.ts';
import type { Database } from '../server/plumbing/database/index.ts';
import { serviceIdentity } from '../server/plumbing/stix/index.ts';
import { plainItem, plainMarking } from '../testing/stored-item.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';
import { house, objectsOf, party } from './search-filling.ts';

const measure = measuresOf('search');
const objectsInItem = 50_000;
const rounds = 5;

const itemOf = (number: number): StoredItem => ({
  ...plainItem,
  id: asId('item', `grouping--${crypto.randomUUID()}`),
  state: 'draft',
  originator: party,
  holder: party,
  author: null,
  desk: null,
  identity: serviceIdentity({ party, name: 'Service', country: 'FR' }),
  title: `Indicators of the night ${number}`,
  summary: 'Many indicators in one.',
  marking: { ...plainMarking, tlp: 'amber', releasableTo: [party] },
  objectCount: objectsInItem,
});

const contentOf = (round: number): StoredObject[] => {
  const from = 10_000_000 + round * objectsInItem;
  return Array.from({ length: objectsInItem / 4 }, (_, at) => objectsOf(from + at)).flat();
};

/** Both ways of writing in turn, so that what else the machine does falls upon both. */
export const measureWriting = async (database: Database): Promise<readonly Measure[]> => {
  const write = async (round: number, isIndexed: boolean): Promise<number[]> => {
    const item = itemOf(round);
    const objects = contentOf(round);
    const times = await timesOf(1, () =>
      database.transact(house, async (unit) => {
        await putItem(unit, item);
        await putObjects(unit, item.id, objects);
        if (isIndexed) await searchFollower.kept(unit, item, objects);
      }),
    );
    await database.transact(house, (unit) => deleteItem(unit, item.id));
    return times;
  };
  const [plain, indexed]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(...(await write(2 * round, false)));
    indexed.push(...(await write(2 * round + 1, true)));
  }
  const peer = { name: 'without the index', value: percentile(plain, 0.5) };
  return [measure('write-of-an-item-of-50k-objects-p50', percentile(indexed, 0.5), 'ms', peer)];
};
