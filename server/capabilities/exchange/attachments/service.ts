/** The room of attachments put together. */
import './faults.ts';
import type { BytesHandler, Federation } from '../../../federation/index.ts';
import type { Attachments } from '../../../plumbing/attachments/index.ts';
import type { Scheduler } from '../../../plumbing/scheduler/index.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { createFetching, type Fetching, type FetchingNeeds } from './fetching-service.ts';
import { createFollower } from './following-service.ts';
import { createGiving } from './giving-service.ts';
import { createUploads, type Uploads } from './lending-service.ts';
import { createAttachmentReading } from './reading-service.ts';
import { createUploading } from './uploading-service.ts';

/** How often what is due is looked for, beside being woken; and how often the store is swept. */
const lookAgainMs = 2_000;
const sweepMs = 3_600_000;

/** The verbs of attachments. */
export type AttachmentService = ReturnType<typeof createAttachmentReading> &
  ReturnType<typeof createUploading>;

/** What the room offers the capability that it is part of. */
export interface AttachmentRoom {
  readonly service: AttachmentService;
  readonly uploads: Uploads;
  readonly follower: ItemFollower;
  readonly fetching: Fetching;
  /** Decides which partner may have which bytes. */
  readonly give: BytesHandler;
}

/** What the room is connected with: links, and what comes round by itself. */
export interface Connections {
  readonly federation: Pick<Federation, 'onBytes' | 'onLinkChange'>;
  readonly scheduler: Pick<Scheduler, 'every'>;
  readonly attachments: Pick<Attachments, 'sweep'>;
}

/** Hangs the room into the federation and the scheduler. Before either starts. */
export const connectAttachments = (given: Connections, room: AttachmentRoom): void => {
  given.federation.onBytes(room.give);
  given.federation.onLinkChange(async (unit, { party, state }) => {
    if (state === 'active') await room.fetching.hearOf(unit, party);
  });
  given.scheduler.every('exchange.fetch-attachments', lookAgainMs, room.fetching.lookAgain);
  given.scheduler.every('exchange.sweep-attachments', sweepMs, async () => {
    await room.service.giveUpOldUploads();
    await given.attachments.sweep();
  });
};

/** Opens the room. */
export const createAttachmentRoom = (needs: FetchingNeeds): AttachmentRoom => {
  const fetching = createFetching(needs);
  const follower = createFollower({ ...needs, wakeFetching: fetching.wake });
  return {
    service: {
      ...createAttachmentReading({ ...needs, wakeFetching: fetching.wake }),
      ...createUploading(needs),
    },
    uploads: createUploads(needs),
    follower,
    fetching,
    give: createGiving(needs),
  };
};
