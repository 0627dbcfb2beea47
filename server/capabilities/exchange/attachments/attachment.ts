/** Attachments as STIX objects: an artifact (§6.1) for the bytes, a file (§6.7) for their name. Pure. */
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { type Inspection, isShownWhole } from '../../../plumbing/attachments/index.ts';
import { deriveId } from '../../../plumbing/stix/index.ts';
import { type Attachment, attachmentLimits, type Failure } from './contract.ts';

/** An artifact whose bytes are kept apart from the item. */
export interface Wanted {
  readonly artifact: string;
  readonly hash: string;
  readonly url: string;
  readonly mimeType: string | null;
  readonly name: string | null;
  readonly bytes: number | null;
}

/** An attachment as stored. */
export interface StoredAttachment {
  readonly item: string;
  readonly artifact: string;
  readonly hash: string;
  readonly ordinal: number;
  readonly name: string | null;
  readonly bytes: number | null;
  readonly mimeType: string | null;
  readonly sender: PartyId | null;
  readonly state: Attachment['state'];
  readonly fetchedBytes: number;
  readonly failure: Failure | null;
  readonly retryAt: Instant | null;
  readonly inspection: Inspection | null;
}

export interface Described {
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
  readonly mimeType: string;
}

const hashName = 'SHA-256';

/** The STIX objects that stand for bytes; `url` is where they are had by whoever may. */
export const objectsFor = (given: Described, url: string): readonly JsonObject[] => {
  const hashes = { [hashName]: given.hash };
  const artifact = { type: 'artifact', spec_version: '2.1', mime_type: given.mimeType, url, hashes };
  const id = deriveId(artifact);
  const file = {
    type: 'file',
    spec_version: '2.1',
    name: given.name,
    size: given.bytes,
    mime_type: given.mimeType,
    hashes,
    content_ref: id,
  };
  return [
    { ...artifact, id },
    { ...file, id: deriveId(file) },
  ];
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const size = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** The hash of an artifact whose bytes are at a node's door; null for any other object. */
const hashOf = (object: JsonObject): string | null => {
  const { type, url, hashes, payload_bin: payload } = object;
  if (type !== 'artifact' || payload !== undefined || typeof url !== 'string' || !isObject(hashes))
    return null;
  const hash = text(hashes[hashName])?.toLowerCase() ?? '';
  return /^[0-9a-f]{64}$/.test(hash) && url.endsWith(`/federation/attachments/${hash}`) ? hash : null;
};

/** The attachments among an item's objects, in their order. */
export const attachmentsIn = (
  objects: readonly (JsonObject & { readonly id: string })[],
): readonly Wanted[] => {
  const files = new Map<string, JsonObject>();
  for (const object of objects)
    if (object.type === 'file' && typeof object.content_ref === 'string' && !files.has(object.content_ref))
      files.set(object.content_ref, object);
  return objects.flatMap((object) => {
    const hash = hashOf(object);
    if (hash === null) return [];
    const file = files.get(object.id);
    const name = text(file?.name)?.slice(0, attachmentLimits.nameLength) ?? null;
    const url = text(object.url) ?? '';
    return [
      { artifact: object.id, hash, url, mimeType: text(object.mime_type), name, bytes: size(file?.size) },
    ];
  });
};

/**
 * True for bytes that are here and may be shown within the page: by what they are, not by what they are
 * called.
 */
export const isPicture = ({ state, inspection, bytes }: StoredAttachment): boolean =>
  state === 'here' &&
  inspection !== null &&
  isShownWhole(inspection) &&
  (bytes ?? 0) <= attachmentLimits.pictureBytes;

/** As a reader sees it. Until the bytes are here, their kind is what the sender says. */
export const presentAttachment = (stored: StoredAttachment): Attachment => ({
  artifact: stored.artifact,
  name: stored.name,
  bytes: stored.bytes,
  hash: stored.hash,
  mimeType: stored.inspection?.mimeType ?? stored.mimeType ?? 'application/octet-stream',
  warnings: [...(stored.inspection?.warnings ?? [])],
  archive: stored.inspection?.archive ?? null,
  state: stored.state,
  fetchedBytes: stored.fetchedBytes,
  failure: stored.failure,
  retryAt: stored.retryAt,
  isPicture: isPicture(stored),
});

/** How long to wait before the next attempt. */
export const waitAfter = (attempts: number): number =>
  Math.min(attachmentLimits.retryMostMs, attachmentLimits.retryFirstMs * 2 ** Math.min(attempts, 20));
