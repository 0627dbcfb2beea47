/** A database with the tables of some modules alone, for tests of what stands in them. */
import type { Clock } from '../server/kernel/time.ts';
import { migrationFolders } from '../server/node-database.ts';
import { type Database, migrate, openDatabase } from '../server/plumbing/database/index.ts';
import { freshDatabase } from './database.ts';

/** Opens a new one, by the modules' names; `close` ends its connections and drops it. */
export const openModuleDatabase = async (
  modules: readonly string[],
  options: { readonly clock?: Clock } = {},
): Promise<{ readonly database: Database; close(): Promise<void> }> => {
  const folders = migrationFolders().filter(({ name }) => modules.includes(name));
  if (folders.length !== modules.length) throw new Error(`not all of ${modules.join(', ')} have migrations`);
  const fresh = await freshDatabase();
  await migrate({ url: fresh.url, folders });
  const database = await openDatabase({ url: fresh.url, ...options });
  return {
    database,
    close: async () => {
      await database.close();
      await fresh.drop();
    },
  };
};
