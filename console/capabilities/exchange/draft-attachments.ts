/** The attachments of a draft: each a STIX artifact, and the file that names it. */
import type { Upload } from '../../../server/capabilities/exchange/attachments/contract.ts';
import type { Item, ItemDraft } from '../../../server/capabilities/exchange/contract.ts';

type StixObject = Item['objects'][number];

/** One attachment of a draft. */
export interface DraftAttachment {
  /** The artifact's id. */
  readonly artifact: string;
  readonly name: string;
  readonly bytes: number;
  readonly mimeType: string;
  readonly warnings: Upload['warnings'];
  readonly objects: readonly StixObject[];
}

const isArtifact = ({ type, url }: StixObject): boolean =>
  type === 'artifact' && typeof url === 'string' && /\/federation\/attachments\/[0-9a-f]{64}$/.test(url);

/** An upload, as part of a draft. */
export const attachmentOf = (upload: Upload): DraftAttachment => ({
  artifact: String(upload.objects.find(({ type }) => type === 'artifact')?.id),
  name: upload.name,
  bytes: upload.bytes,
  mimeType: upload.mimeType,
  warnings: upload.warnings,
  // Objects of the contract are JSON; their schema says only what the form looks at.
  objects: JSON.parse(JSON.stringify(upload.objects)),
});

const filesOf = (objects: readonly StixObject[], artifact: StixObject): readonly StixObject[] =>
  objects.filter(({ type, content_ref: of }) => type === 'file' && of === artifact.id);

/** The attachments among the objects of a saved item, and the other objects. */
export const splitAttachments = (
  objects: readonly StixObject[],
): { attachments: readonly DraftAttachment[]; others: StixObject[] } => {
  const attachments = objects.filter(isArtifact).map((artifact) => {
    const files = filesOf(objects, artifact);
    const [file] = files;
    return {
      artifact: String(artifact.id),
      name: typeof file?.name === 'string' ? file.name : '',
      bytes: typeof file?.size === 'number' ? file.size : 0,
      mimeType: typeof artifact.mime_type === 'string' ? artifact.mime_type : '',
      warnings: [],
      objects: [artifact, ...files],
    };
  });
  const taken = new Set(attachments.flatMap((one) => one.objects));
  return { attachments, others: objects.filter((object) => !taken.has(object)) };
};

/** All objects of the attachments; the same content twice is there once. */
export const attachmentObjects = (attachments: readonly DraftAttachment[] = []): ItemDraft['objects'] => [
  ...new Map(attachments.flatMap(({ objects }) => objects).map((object) => [object.id, object])).values(),
];
