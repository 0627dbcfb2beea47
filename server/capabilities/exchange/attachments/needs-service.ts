/** What the room of attachments is given by name. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Attachments } from '../../../plumbing/attachments/index.ts';
import type { ExchangeNeeds } from '../item-service.ts';

export interface RoomNeeds
  extends Pick<ExchangeNeeds, 'verbs' | 'clock' | 'self' | 'live' | 'agreements' | 'tighten'> {
  readonly attachments: Attachments;
  /** Where partners fetch the bytes of this hash from this node. */
  bytesAddress(hash: string): string;
}

/** The topic of news about attachments; the id is the item’s. */
export const attachmentsTopic = 'attachments.item';

/** The name under which a content is gathered from a sender: going on with it needs nothing else. */
export const gatheringOf = (hash: string, sender: PartyId): string =>
  `${hash}.${sender.slice('identity--'.length)}`;
