/**
 * Bytes by their hash, in a folder: `ab/cd/<hash>`. What is gathered lies under `gathering/` until it is
 * whole, is flushed to the disk, and takes its place by a rename: a name that is there holds the whole
 * content.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assert } from '../../kernel/faults.ts';

/** The first and last byte wanted, both included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Bytes that have been gathered whole. */
export interface Gathered {
  /** The name under which they were gathered. */
  readonly name: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/** Thrown by `gather` when more comes than was allowed. */
export class TooManyBytes extends Error {}

/** Where bytes are kept: a folder here; another kind of storage takes its place with the same six verbs. */
export interface ByteStore {
  /** Bytes gathered so far under this name, by whichever process; 0 where there are none. */
  gatheredSoFar(name: string): Promise<number>;
  /**
   * Appends what comes to what was gathered under this name, and flushes it. What broke off stays, to go on
   * from. `hear` hears how many bytes there are. Throws TooManyBytes beyond `atMost`, and what the source
   * throws.
   */
  gather(name: string, source: Readable, limits: GatherLimits): Promise<Gathered>;
  /** Gives gathered bytes their place; done twice, it is done once. */
  place(gathered: Gathered): Promise<void>;
  /** Gives up what was gathered under this name. */
  giveUp(name: string): Promise<void>;
  /** Names under which something is gathered that nobody has touched since. */
  abandoned(before: Date): Promise<readonly string[]>;
  /** Bytes of a content that is here; null where it is not. */
  size(hash: string): Promise<number | null>;
  read(hash: string, range?: ByteRange): Readable;
  remove(hash: string): Promise<void>;
  /** The hashes of all that is here, in order. */
  all(): AsyncIterable<string>;
}

/** How much is gathered at most, and who hears how much there is. */
export interface GatherLimits {
  readonly atMost: number;
  hear?(bytes: number): void;
}

const hashPattern = /^[0-9a-f]{64}$/;
const namePattern = /^[0-9a-z._-]{1,200}$/;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const orNull = async <Value>(work: Promise<Value>): Promise<Value | null> => {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** A rename or a new folder outlives a power cut once its folder is flushed. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const counting = (start: number, limits: GatherLimits, hash: ReturnType<typeof createHash>) => {
  let bytes = start;
  const counter = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > limits.atMost) return done(new TooManyBytes(`more than ${limits.atMost} bytes`));
      hash.update(part);
      limits.hear?.(bytes);
      done(null, part);
    },
  });
  return { counter, count: () => bytes };
};

/** The folder's own layout, for whoever looks into what was gathered. */
export const gatheringPath = (folder: string, name: string): string => {
  assert(namePattern.test(name) && !name.startsWith('.'), `not a name of a gathering: ${name}`);
  return join(folder, 'gathering', name);
};

const placeOf = (folder: string, hash: string): string => {
  assert(hashPattern.test(hash), `not a hash: ${hash}`);
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
};

const hashFile = async (path: string): Promise<ReturnType<typeof createHash>> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash;
};

const gatherAt = async (path: string, name: string, source: Readable, limits: GatherLimits) => {
  const start = (await orNull(stat(path)))?.size ?? 0;
  const hash = start > 0 ? await hashFile(path) : createHash('sha256');
  const { counter, count } = counting(start, limits, hash);
  await pipeline(source, counter, createWriteStream(path, { flags: 'a', mode: 0o600 }));
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name, hash: hash.digest('hex'), bytes: count() };
};

/** Makes the folder, and each folder above it, outlive a power cut. */
const makeFolder = async (folder: string, top: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= top.length; made = dirname(made)) await flushFolder(made);
};

async function* walk(folder: string): AsyncIterable<string> {
  const inside = async (path: string): Promise<readonly string[]> =>
    ((await orNull(readdir(path))) ?? []).filter((name) => name !== 'gathering').sort();
  for (const first of await inside(folder))
    for (const second of await inside(join(folder, first)))
      for (const hash of await inside(join(folder, first, second))) if (hashPattern.test(hash)) yield hash;
}

/** Opens the store in a folder, which is made. */
export const openFolder = async (folder: string): Promise<ByteStore> => {
  await makeFolder(join(folder, 'gathering'), folder);
  const isWhole = async (path: string, bytes: number) => (await orNull(stat(path)))?.size === bytes;
  return {
    gatheredSoFar: async (name) => (await orNull(stat(gatheringPath(folder, name))))?.size ?? 0,
    gather: (name, source, limits) => gatherAt(gatheringPath(folder, name), name, source, limits),
    place: async ({ name, hash, bytes }) => {
      const path = placeOf(folder, hash);
      await makeFolder(dirname(path), folder);
      // Over one that is there too: equal by its hash, and whole, where that one may have decayed.
      const moved = await orNull(rename(gatheringPath(folder, name), path).then(() => true));
      assert(moved === true || (await isWhole(path, bytes)), `the gathered bytes of ${name} are gone`);
      await flushFolder(dirname(path));
      await utimes(path, new Date(), new Date());
    },
    giveUp: (name) => rm(gatheringPath(folder, name), { force: true }),
    abandoned: async (before) => {
      const names = await readdir(join(folder, 'gathering'));
      const ages = await Promise.all(
        names.map(async (name) => ({ name, at: (await orNull(stat(gatheringPath(folder, name))))?.mtime })),
      );
      return ages.flatMap(({ name, at }) => (at !== undefined && at < before ? [name] : []));
    },
    size: async (hash) => (await orNull(stat(placeOf(folder, hash))))?.size ?? null,
    read: (hash, range) =>
      createReadStream(placeOf(folder, hash), range ? { start: range.from, end: range.to } : {}),
    remove: (hash) => rm(placeOf(folder, hash), { force: true }),
    all: () => walk(folder),
  };
};
