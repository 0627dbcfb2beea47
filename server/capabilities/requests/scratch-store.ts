/** The SQL of what officers were writing when their browsers closed. */
import type { ItemId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

interface Tables {
  request_scratch: { person: PersonId; name: string; content: string; saved_at: Instant };
}
const tables = (unit: Unit) => unit.tables<Tables>();

export const putScratch = async (
  unit: Unit,
  person: PersonId,
  scratch: { readonly name: string; readonly content: string; readonly at: Instant },
): Promise<void> => {
  const changing = { content: scratch.content, saved_at: scratch.at };
  await tables(unit)
    .insertInto('request_scratch')
    .values({ person, name: scratch.name, ...changing })
    .onConflict((conflict) => conflict.columns(['person', 'name']).doUpdateSet(changing))
    .execute();
};

export const findScratch = async (unit: Unit, person: PersonId, name: string): Promise<string | null> => {
  const row = await tables(unit)
    .selectFrom('request_scratch')
    .select('content')
    .where('person', '=', person)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.content ?? null;
};

export const deleteScratch = async (unit: Unit, person: PersonId, name: string): Promise<void> => {
  await tables(unit)
    .deleteFrom('request_scratch')
    .where('person', '=', person)
    .where('name', '=', name)
    .execute();
};

/** What anyone was writing about the item: it goes with the content of the item. */
export const deleteScratchOf = async (unit: Unit, item: ItemId): Promise<void> => {
  await tables(unit).deleteFrom('request_scratch').where('name', '=', item).execute();
};

export const deleteScratchBefore = async (unit: Unit, at: Instant): Promise<void> => {
  await tables(unit).deleteFrom('request_scratch').where('saved_at', '<', at).execute();
};
