/**
 * Looks into archives without unpacking them to the disk: how many entries, how large unpacked, how deep.
 * What is beyond the limits is refused: whoever unpacks it would fill his disk. What cannot be looked into
 * (encrypted, broken, of a kind that is only recognised) is kept and its reader warned: services do send
 * each other encrypted archives, and this node never unpacks one.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import yauzl from 'yauzl';
import { assert } from '../../kernel/faults.ts';
import { attachmentLimits } from './limits.ts';

/** What an archive holds, archives within it included. */
export interface ArchiveFacts {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** 1 for an archive without archives. */
  readonly depth: number;
}

/** The limit that an archive breaks. */
export type ArchiveRefusal = 'archive-entries' | 'archive-size' | 'archive-ratio' | 'archive-depth';

interface ArchiveReport {
  readonly facts: ArchiveFacts | null;
  readonly refusal: ArchiveRefusal | null;
  readonly isEncrypted: boolean;
  readonly isUnchecked: boolean;
  readonly hasMacros: boolean;
}

const nothing: ArchiveReport = {
  facts: null,
  refusal: null,
  isEncrypted: false,
  isUnchecked: false,
  hasMacros: false,
};

class Beyond extends Error {
  readonly refusal: ArchiveRefusal;
  constructor(refusal: ArchiveRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
class TooSlow extends Error {}

/** Counts what comes out of the archive against its limits. */
const createTally = (packedBytes: number) => {
  const until = performance.now() + attachmentLimits.archiveMs;
  const most = Math.max(attachmentLimits.archiveRatioFromBytes, packedBytes * attachmentLimits.archiveRatio);
  const found = {
    entries: 0,
    unpackedBytes: 0,
    depth: 1,
    isEncrypted: false,
    isUnchecked: false,
    hasMacros: false,
  };
  return {
    found,
    /** What the archive says that it holds: refused before each is looked at. */
    announced: (entries: number): void => {
      if (found.entries + entries > attachmentLimits.archiveEntries) throw new Beyond('archive-entries');
    },
    entry: (name: string): void => {
      found.entries += 1;
      if (found.entries > attachmentLimits.archiveEntries) throw new Beyond('archive-entries');
      if (/(^|\/)vbaProject\.bin$/i.test(name)) found.hasMacros = true;
    },
    bytes: (count: number): void => {
      found.unpackedBytes += count;
      if (found.unpackedBytes > attachmentLimits.archiveUnpackedBytes) throw new Beyond('archive-size');
      if (found.unpackedBytes > most) throw new Beyond('archive-ratio');
      if (performance.now() > until) throw new TooSlow('the archive takes too long to look into');
    },
    nested: (depth: number): void => {
      if (depth > attachmentLimits.archiveDepth) throw new Beyond('archive-depth');
      found.depth = Math.max(found.depth, depth);
    },
  };
};
type Tally = ReturnType<typeof createTally>;

const kinds = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  gzip: [0x1f, 0x8b],
  sevenZip: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
};
const startsWith = (start: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, at) => start[at] === byte);

/** Counts the bytes of one entry, and keeps them where they are an archive that can be looked into. */
const drain = async (
  source: AsyncIterable<unknown>,
  count: (bytes: number) => void,
  tally: Tally,
  depth: number,
): Promise<void> => {
  let kept: Buffer[] | null = [];
  let bytes = 0;
  let kind: 'zip' | 'gzip' | null = null;
  for await (const piece of source) {
    assert(Buffer.isBuffer(piece), 'an archive gives bytes');
    count(piece.length);
    if (bytes === 0) {
      kind = startsWith(piece, kinds.zip) ? 'zip' : startsWith(piece, kinds.gzip) ? 'gzip' : null;
      if (startsWith(piece, kinds.sevenZip)) tally.found.isUnchecked = true;
    }
    bytes += piece.length;
    if (kind === null || bytes > attachmentLimits.archiveNestedBytes) kept = null;
    else kept?.push(piece);
  }
  if (kind === null) return;
  tally.nested(depth + 1);
  if (kept === null) {
    tally.found.isUnchecked = true;
    return;
  }
  const content = Buffer.concat(kept);
  if (kind === 'zip') await lookIntoZip(() => yauzl.fromBufferPromise(content, zipOptions), tally, depth + 1);
  else
    await lookIntoGzip(
      async function* () {
        yield content;
      },
      tally,
      depth + 1,
    );
};

const zipOptions = {
  lazyEntries: true,
  validateEntrySizes: true,
  strictFileNames: false,
  decodeStrings: true,
};

const lookIntoZip = async (
  open: () => Promise<yauzl.ZipFile>,
  tally: Tally,
  depth: number,
): Promise<void> => {
  const zip = await open();
  try {
    tally.announced(zip.entryCount);
    for await (const entry of zip.eachEntry()) {
      tally.entry(entry.fileName);
      if (entry.isEncrypted()) tally.found.isEncrypted = true;
      else if (!entry.canDecodeFileData()) tally.found.isUnchecked = true;
      else if (entry.compressedSize > 0)
        await drain(await zip.openReadStreamPromise(entry), tally.bytes, tally, depth);
    }
  } finally {
    zip.close();
  }
};

const tarMagicAt = 257;
const isTar = (start: Buffer): boolean => start.toString('latin1', tarMagicAt, tarMagicAt + 5) === 'ustar';

/** What `source` gives is counted as a whole: the frame of a tar could be all there is. */
const lookIntoTar = async (source: AsyncIterable<Buffer>, tally: Tally, depth: number): Promise<void> => {
  const extract = tar.extract();
  const feeding = pipeline(counted(source, tally), extract);
  // Awaited below; until then its failure is told by the entries.
  feeding.catch(() => undefined);
  for await (const entry of extract) {
    tally.entry(entry.header.name);
    await drain(entry, () => undefined, tally, depth);
  }
  await feeding;
};

/** Looks at the first piece, and gives the whole all the same. */
const peek = async (source: AsyncIterable<Buffer>, least: number) => {
  const iterator = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let bytes = 0;
  while (bytes < least) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    first.push(value);
    bytes += value.length;
  }
  async function* all(): AsyncIterable<Buffer> {
    yield* first;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done === true) return;
      yield value;
    }
  }
  return { start: Buffer.concat(first), all };
};

const lookIntoGzip = async (
  source: () => AsyncIterable<Buffer>,
  tally: Tally,
  depth: number,
): Promise<void> => {
  const gunzip = createGunzip();
  const feeding = pipeline(source(), gunzip);
  feeding.catch(() => undefined);
  const { start, all } = await peek(gunzip, tarMagicAt + 5);
  if (isTar(start)) await lookIntoTar(all(), tally, depth);
  else {
    tally.entry('');
    for await (const part of all()) tally.bytes(part.length);
  }
  await feeding;
};

async function* counted(source: AsyncIterable<Buffer>, tally: Tally): AsyncIterable<Buffer> {
  for await (const part of source) {
    tally.bytes(part.length);
    yield part;
  }
}

const zipKinds =
  /^application\/(zip|epub\+zip|java-archive|vnd\.(openxmlformats|oasis|ms-|android\.package))/;
const recognisedOnly: readonly string[] = [
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/vnd.rar',
  'application/x-bzip2',
  'application/x-xz',
  'application/x-compress',
  'application/x-lzip',
  'application/zstd',
  'application/x-lz4',
  'application/vnd.ms-cab-compressed',
];

const look = async (path: string, mimeType: string, tally: Tally): Promise<boolean> => {
  if (zipKinds.test(mimeType)) await lookIntoZip(() => yauzl.openPromise(path, zipOptions), tally, 1);
  else if (mimeType === 'application/gzip') await lookIntoGzip(() => createReadStream(path), tally, 1);
  else if (mimeType === 'application/x-tar') await lookIntoTar(createReadStream(path), tally, 1);
  else return false;
  return true;
};

/** Looks into an archive of this kind; a report of nothing where it is none. Never throws for its content. */
export const inspectArchive = async (
  path: string,
  bytes: number,
  mimeType: string,
): Promise<ArchiveReport> => {
  if (recognisedOnly.includes(mimeType)) return { ...nothing, isUnchecked: true };
  const tally = createTally(bytes);
  const report = (refusal: ArchiveRefusal | null, isBroken: boolean): ArchiveReport => {
    const { entries, unpackedBytes, depth, isEncrypted, isUnchecked, hasMacros } = tally.found;
    const facts = { entries, unpackedBytes, depth };
    return { facts, refusal, isEncrypted, isUnchecked: isUnchecked || isBroken, hasMacros };
  };
  try {
    return (await look(path, mimeType, tally)) ? report(null, false) : nothing;
  } catch (error) {
    if (error instanceof Beyond) return report(error.refusal, false);
    // Broken, cut off, or without end: it could not be looked into, and its reader is told so.
    return report(null, true);
  }
};
