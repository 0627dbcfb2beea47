/**
 * Bytes of attachments by their hash: gathered, placed, counted by holders, inspected. Knows no capability.
 */
export { type Attachments, type AttachmentsNeeds, openAttachments } from './attachments.ts';
export { type ByteRange, type ByteStore, type Gathered, type GatherLimits, TooManyBytes } from './folder.ts';
export type { ArchiveFacts, ArchiveRefusal, Inspection } from './inspection.ts';
export { isShownWhole, isShownWithinPage, makeThumbnail } from './pictures.ts';
export type { StoreFinding, StoreVerdict } from './verify.ts';
