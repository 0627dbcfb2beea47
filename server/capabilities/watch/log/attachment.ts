/** A file or photo of an entry: what is kept of it, and how it is shown. Pure. */
import { type Inspection, isShownWhole } from '../../../plumbing/attachments/index.ts';
import { watchLimits } from '../contract.ts';
import type { EntryAttachment } from './contract.ts';

/** An attachment as it stands beside the content of its entry. */
export interface StoredAttachment {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  /** What a picture shows, in the words of who attached it. */
  readonly description: string | null;
  readonly bytes: number;
  readonly mimeType: string;
  readonly inspection: Inspection;
  readonly hasThumbnail: boolean;
}

/** What the hash of the content takes in of its attachments; nothing where there are none. */
export const hashedAttachments = (attachments: readonly StoredAttachment[]) =>
  attachments.length === 0
    ? {}
    : { attachments: attachments.map(({ hash, name, description }) => ({ hash, name, description })) };

/** True for a picture that the page itself may show, at its full size. */
export const isPicture = ({ inspection, bytes }: StoredAttachment): boolean =>
  isShownWhole(inspection) && bytes <= watchLimits.attachmentBytes;

/** As a reader sees it. */
export const presentAttachment = (stored: StoredAttachment): EntryAttachment => ({
  hash: stored.hash,
  name: stored.name,
  description: stored.description,
  bytes: stored.bytes,
  mimeType: stored.mimeType,
  warnings: [...stored.inspection.warnings],
  isPicture: isPicture(stored),
  hasThumbnail: stored.hasThumbnail,
});
