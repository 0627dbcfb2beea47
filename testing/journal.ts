/**
 * A world for the journal's tests: an empty database with the journal's tables, keys and a clock of its own.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { type Clock, later } from '../server/kernel/time.ts';
import { type Database, migrate, openDatabase, type Unit } from '../server/plumbing/database/index.ts';
import {
  createJournal,
  type Journal,
  type JournalKeys,
  type NewEntry,
} from '../server/plumbing/journal/index.ts';
import { freshDatabase } from './database.ts';

const migrations = fileURLToPath(new URL('../server/plumbing/journal/migrations', import.meta.url));

export const newKeys = (): JournalKeys => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: privateKey.export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
};

/** A clock that goes on by a second each time it is read. */
export const tickingClock = (): Clock => {
  let now = '2024-07-26T17:30:00.000Z';
  return {
    now: () => {
      now = later(now, 1000);
      return now;
    },
  };
};

export interface JournalWorld {
  readonly party: PartyId;
  readonly keys: JournalKeys;
  readonly database: Database;
  readonly journal: Journal;
  /** One transaction as the house itself. */
  work<Result>(run: (unit: Unit) => Promise<Result>): Promise<Result>;
  /** Something that happened, told apart by its number. */
  entry(number: number): NewEntry;
  /** Appends so many entries, each in a transaction of its own. */
  live(entries: number): Promise<void>;
  end(): Promise<void>;
}

export const journalWorld = async (): Promise<JournalWorld> => {
  const { url, drop } = await freshDatabase();
  await migrate({ url, folders: [{ name: 'journal', folder: migrations }] });
  const database = await openDatabase({ url });
  const party = newId('party');
  const keys = newKeys();
  const journal = createJournal({ party, clock: tickingClock(), keys });
  const actor = { kind: 'system', name: 'test', party } as const;
  const work: JournalWorld['work'] = (run) => database.transact(actor, run);
  const entry = (number: number): NewEntry => ({
    actor,
    verb: 'exchange.release',
    subject: `grouping--${number}`,
    outcome: 'done',
    rule: 'contact-point-releases',
    details: { number },
  });
  return {
    party,
    keys,
    database,
    journal,
    work,
    entry,
    live: async (entries) => {
      for (let number = 0; number < entries; number += 1)
        await work((unit) => journal.append(unit, entry(number)));
    },
    end: async () => {
      await database.close();
      await drop();
    },
  };
};
