/** The database of a node: which modules have tables in it, where they stand, and how it is opened. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from './kernel/time.ts';
import type { NodeSettings } from './plumbing/config/index.ts';
import { migrate, openDatabase, startEmbedded } from './plumbing/database/index.ts';

/** Modules with tables, in the order in which their migrations are applied. */
const modules = [
  ['journal', 'server/plumbing/journal'],
  ['attachments', 'server/plumbing/attachments'],
  ['federation', 'server/federation'],
  ['parties', 'server/capabilities/parties'],
  ['agreements', 'server/capabilities/agreements'],
  ['exchange', 'server/capabilities/exchange'],
  ['requests', 'server/capabilities/requests'],
  ['watch', 'server/capabilities/watch'],
  ['matching', 'server/capabilities/matching'],
  ['events', 'server/capabilities/events'],
  ['assistance', 'server/capabilities/assistance'],
  ['oversight', 'server/capabilities/oversight'],
] as const;

/** Where the project stands: the sources when run from them, the same from the built bundle. */
export const houseFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'architecture.mjs'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('bug: the house was not found above its own code');
    folder = above;
  }
  return folder;
};

/** Where the migrations of the whole house are, in their order. */
export const migrationFolders = () =>
  modules.map(([name, folder]) => ({ name, folder: join(houseFolder(), folder, 'migrations') }));

export interface DatabaseNeeds {
  readonly settings: NodeSettings;
  /** The node's data folder: settings, keys, attachments, and the embedded database. */
  readonly folder: string;
  /** Goes before the settings' database. */
  readonly databaseUrl?: string | null;
  /** The node's clock: rules in the database that look at the time go by it. */
  readonly clock?: Clock;
  /** Hears, line by line, what is worth showing to who starts the node. */
  readonly say?: (line: string) => void;
}

/** Opens a node's database, migrated: the one named, or the embedded one in the data folder. */
export const openNodeDatabase = async (needs: DatabaseNeeds) => {
  const named = needs.databaseUrl ?? needs.settings.databaseUrl;
  const embedded =
    named === null
      ? await startEmbedded({
          folder: join(needs.folder, 'postgres'),
          ...(needs.say ? { say: needs.say } : {}),
        })
      : null;
  const url = embedded?.url ?? named ?? '';
  const opened: (() => Promise<void>)[] = embedded ? [() => embedded.stop()] : [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    // Opened before it is migrated: a superuser, whom it refuses, must not come to own the tables.
    const database = await openDatabase({ url, ...(needs.clock ? { clock: needs.clock } : {}) });
    opened.push(() => database.close());
    await migrate({ url, folders: migrationFolders() });
    return { database, close };
  } catch (error) {
    await close();
    throw error;
  }
};
