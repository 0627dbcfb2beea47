/** What a node stands on, opened for it: journal, keys, verbs, news, scheduler, attachments, documents. */
import { join } from 'node:path';
import type { SystemActor } from './kernel/decision.ts';
import type { PartyId } from './kernel/ids.ts';
import { type Clock, systemClock } from './kernel/time.ts';
import { houseFolder } from './node-database.ts';
import { type Attachments, openAttachments } from './plumbing/attachments/index.ts';
import type { NodeSettings } from './plumbing/config/index.ts';
import type { Database } from './plumbing/database/index.ts';
import { createTypesetter, type Typesetter } from './plumbing/documents/index.ts';
import { createJournal, type Journal } from './plumbing/journal/index.ts';
import { createKeys, type Keys, openSecret } from './plumbing/keys/index.ts';
import { createLive, type Live } from './plumbing/live/index.ts';
import { type Oprf, openOprf } from './plumbing/oprf/index.ts';
import { type NoticeWay, openNoticeWays } from './plumbing/outward/index.ts';
import { createScheduler, type Scheduler } from './plumbing/scheduler/index.ts';
import { createVerbs, type Verbs } from './plumbing/verbs/index.ts';

interface PlumbingNeeds {
  readonly settings: NodeSettings;
  /** The node's data folder. */
  readonly folder: string;
  readonly clock?: Clock;
}

/** The plumbing of one node, opened. */
export interface Plumbing {
  readonly settings: NodeSettings;
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly database: Database;
  readonly journal: Journal;
  readonly verbs: Verbs;
  readonly live: Live;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Keys the hashes under which the subjects of items are found again. */
  readonly subjectSecret: string;
  /** What every key of matching is derived from: 32 bytes, hexadecimal. */
  readonly matchingSecret: string;
  readonly oprf: Oprf;
  readonly attachments: Attachments;
  readonly typesetter: Typesetter;
  /** Where this node says that something waits, beside its console. */
  readonly ways: readonly NoticeWay[];
  /** The node's data folder. */
  readonly folder: string;
}

/** Opens it on a database that is open. Throws what its parts throw. */
export const openPlumbing = async (needs: PlumbingNeeds, database: Database): Promise<Plumbing> => {
  const { settings, folder, clock = systemClock } = needs;
  const self = settings.party;
  const keys = await createKeys({ folder: join(folder, 'keys'), commonName: self });
  const journal = createJournal({ party: self, clock, keys });
  return {
    settings,
    self,
    house: { kind: 'system', name: 'node', party: self },
    database,
    journal,
    keys,
    clock,
    verbs: createVerbs({ database, journal }),
    live: await createLive({ database }),
    scheduler: createScheduler(),
    subjectSecret: await openSecret({ folder: join(folder, 'keys'), name: 'subjects' }),
    matchingSecret: await openSecret({ folder: join(folder, 'keys'), name: 'matching' }),
    oprf: await openOprf({ house: houseFolder() }),
    attachments: await openAttachments({ folder, database, clock, self }),
    typesetter: createTypesetter({ house: houseFolder(), folder }),
    ways: await openNoticeWays(settings.notices),
    folder,
  };
};
