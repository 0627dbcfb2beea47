/**
 * What a file is, by its bytes, and what its reader should be warned of. The name it came with proves
 * nothing.
 */
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { FileWarning } from '../../kernel/files.ts';
import { type ArchiveFacts, type ArchiveRefusal, inspectArchive } from './archive.ts';
import { attachmentLimits } from './limits.ts';
import { endingOf, isDisguised, isOtherEnding, runsByEnding } from './names.ts';
import { isShownWithinPage, measurePicture } from './pictures.ts';
import { sniffText } from './text.ts';

export type { ArchiveFacts, ArchiveRefusal } from './archive.ts';

/** What was found by looking into a file. */
export interface Inspection {
  /** By content; `application/octet-stream` where it is nothing known. */
  readonly mimeType: string;
  readonly warnings: readonly FileWarning[];
  /** Of an archive that was looked into. */
  readonly archive: ArchiveFacts | null;
  /** Why it must not be kept; null where it may be. */
  readonly refusal: ArchiveRefusal | null;
  /** Points of a picture; missing in what is none, and in what was inspected before they were counted. */
  readonly pixels?: number;
}

interface Kind {
  readonly mimeType: string;
  /** The usual ending of the kind; null where it is nothing known. */
  readonly ending: string | null;
  readonly isText: boolean;
}

const programs: readonly string[] = [
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-ms-shortcut',
  'application/x.ms.shortcut',
  'application/wasm',
  'application/x-deb',
  'application/x-rpm',
  'application/x-msi',
  'application/x-apple-diskimage',
  'application/x-chrome-extension',
  'application/vnd.microsoft.portable-executable',
];
const actives: readonly string[] = ['image/svg+xml', 'text/html'];

const readSample = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(attachmentLimits.sampleBytes);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** A file that breaks the reader of its own kind is of no known kind. */
const sniffBinary = async (path: string): Promise<Kind | null> => {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found
    ? {
        mimeType: found.mime,
        ending: found.ext.split('.').at(-1) ?? null,
        isText: found.mime === 'application/xml',
      }
    : null;
};

const sniff = async (path: string, fileName: string): Promise<Kind> => {
  const sample = await readSample(path);
  const binary = await sniffBinary(path);
  const text = binary === null || binary.isText ? sniffText(sample, endingOf(fileName)) : null;
  if (text !== null) return { ...text, isText: true };
  return binary ?? { mimeType: 'application/octet-stream', ending: null, isText: false };
};

/** Looks into a file of `bytes` bytes that came under this name. */
export const inspectFile = async (path: string, bytes: number, fileName: string): Promise<Inspection> => {
  const kind = await sniff(path, fileName);
  const archive = await inspectArchive(path, bytes, kind.mimeType);
  const runs = runsByEnding(fileName);
  const warnings: readonly (FileWarning | false)[] = [
    (programs.includes(kind.mimeType) || runs === 'program') && 'executable',
    (kind.mimeType === 'text/x-script' || runs === 'script') && 'script',
    actives.includes(kind.mimeType) && 'active',
    archive.hasMacros && 'macros',
    archive.isEncrypted && 'encrypted',
    archive.isUnchecked && !archive.isEncrypted && 'unchecked',
    isOtherEnding(fileName, kind) && 'wrong-ending',
    isDisguised(fileName) && 'disguised',
  ];
  const pixels = isShownWithinPage(kind.mimeType) ? await measurePicture(path) : undefined;
  return {
    mimeType: kind.mimeType,
    warnings: warnings.filter((warning) => warning !== false),
    archive: archive.facts,
    refusal: archive.refusal,
    ...(pixels === undefined ? {} : { pixels }),
  };
};
