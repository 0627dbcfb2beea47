/**
 * A set of tags in little room, which answers whether it holds one. A tag's first 32 bits choose one of as
 * many buckets as there are records, its next 40 bits are kept; two bits say where each bucket begins: a
 * record takes 5.25 bytes. A tag that is not in the set is taken for one that is with a chance of 2^-40
 * times the records of a bucket, which is one on average. Tags are outputs of a pseudorandom function:
 * whoever lacks its key can read nothing from them, and cannot try values out.
 */
import { tagBytes } from './task.ts';

const magic = 0x54_51_46_31; // TQF1
const headerBytes = 12;
/** 40 bits. */
const printBytes = 5;
/** Bytes of a tag by which it is added to a filter, or taken out: its bucket's 32 bits and its 40 bits. */
export const entryBytes = 4 + printBytes;
/** Buckets at most: beyond, 32 bits would not spread them evenly. */
const mostRecords = 2 ** 24;
const half = 0x1_0000;

/** The bucket of 32 bits: their share of the range, exact for up to 2^24 buckets. */
const bucketOf = (high: number, buckets: number): number =>
  Math.floor(((high >>> 16) * buckets + Math.floor(((high & (half - 1)) * buckets) / half)) / half);

const highOf = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;

const countOf = (entries: Uint8Array, each: number): number => Math.floor(entries.length / each);

/** Entries by bucket, in order, each once. */
interface Sorted {
  readonly buckets: number;
  /** Where each bucket begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly prints: Uint8Array;
}

const comparePrints = (prints: Uint8Array, one: number, other: number): number => {
  for (let at = 0; at < printBytes; at += 1) {
    const difference = (prints[one * printBytes + at] ?? 0) - (prints[other * printBytes + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const copyPrint = (from: Uint8Array, place: number, to: Uint8Array, at: number): void => {
  for (let byte = 0; byte < printBytes; byte += 1)
    to[at * printBytes + byte] = from[place * printBytes + byte] ?? 0;
};

/** Puts prints from `from` to `to` in order, in place; a bucket holds few. */
const sortPrints = (prints: Uint8Array, from: number, to: number): void => {
  const one = new Uint8Array(printBytes);
  for (let next = from + 1; next < to; next += 1) {
    let place = next;
    while (place > from && comparePrints(prints, place - 1, next) > 0) place -= 1;
    if (place === next) continue;
    copyPrint(prints, next, one, 0);
    prints.copyWithin((place + 1) * printBytes, place * printBytes, next * printBytes);
    copyPrint(one, 0, prints, place);
  }
};

/** Puts what each bucket holds in order, in place; what is there twice is left out. */
const order = (buckets: number, starts: Uint32Array, prints: Uint8Array): Sorted => {
  const kept = new Uint32Array(buckets + 1);
  let count = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
    sortPrints(prints, from, to);
    const first = count;
    for (let place = from; place < to; place += 1) {
      if (count > first && comparePrints(prints, count - 1, place) === 0) continue;
      if (count !== place) copyPrint(prints, place, prints, count);
      count += 1;
    }
    kept[bucket + 1] = count;
  }
  return { buckets, starts: kept, prints: prints.subarray(0, count * printBytes) };
};

/** Distributes entries: each begins with the 32 bits that name its bucket, and the 40 that are kept. */
const distribute = (buckets: number, entries: Uint8Array, each: number): Sorted => {
  const count = countOf(entries, each);
  const places = new Uint32Array(count);
  const starts = new Uint32Array(buckets + 1);
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketOf(highOf(entries, at * each), buckets);
    places[at] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = Uint32Array.from(starts);
  const prints = new Uint8Array(count * printBytes);
  for (let at = 0; at < count; at += 1) {
    const bucket = places[at] ?? 0;
    const place = next[bucket] ?? 0;
    for (let byte = 0; byte < printBytes; byte += 1)
      prints[place * printBytes + byte] = entries[at * each + 4 + byte] ?? 0;
    next[bucket] = place + 1;
  }
  return order(buckets, starts, prints);
};

const write = ({ buckets, starts, prints }: Sorted): Uint8Array => {
  const count = prints.length / printBytes;
  const marks = new Uint8Array(Math.ceil((buckets + count) / 8));
  let bit = 0;
  // For each bucket a one for each record that it holds, then a zero.
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at += 1) {
      marks[bit >> 3] = (marks[bit >> 3] ?? 0) | (1 << (bit & 7));
      bit += 1;
    }
    bit += 1;
  }
  const bytes = new Uint8Array(headerBytes + marks.length + prints.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, buckets);
  view.setUint32(8, count);
  bytes.set(marks, headerBytes);
  bytes.set(prints, headerBytes + marks.length);
  return bytes;
};

const read = (bytes: Uint8Array): Sorted | null => {
  if (bytes.length < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [buckets, count] = [view.getUint32(4), view.getUint32(8)];
  if (view.getUint32(0) !== magic || buckets < 1 || buckets > mostRecords || count > mostRecords) return null;
  const marks = Math.ceil((buckets + count) / 8);
  if (bytes.length !== headerBytes + marks + count * printBytes) return null;
  const starts = new Uint32Array(buckets + 1);
  let [bucket, seen] = [0, 0];
  for (let bit = 0; bit < buckets + count; bit += 1) {
    if (((bytes[headerBytes + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) seen += 1;
    else {
      bucket += 1;
      starts[bucket] = seen;
    }
  }
  if (bucket !== buckets || seen !== count) return null;
  return { buckets, starts, prints: bytes.subarray(headerBytes + marks) };
};

/** The filter of these tags, as the bytes that travel. `tags` are of `tagBytes` each. */
export const buildFilter = (tags: Uint8Array): Uint8Array => {
  const count = countOf(tags, tagBytes);
  if (count > mostRecords) throw new Error(`bug: ${count} records are too many for one filter`);
  const buckets = Math.max(1, count);
  return write(distribute(buckets, tags, tagBytes));
};

/** What a tag is called in a delta: its first bytes. */
export const entryOf = (tag: Uint8Array): Uint8Array => tag.subarray(0, entryBytes);

/** Whether the bucket of a set holds the print at a place of others. */
const holdsPrint = (set: Sorted, bucket: number, prints: Uint8Array, place: number): boolean => {
  for (let at = set.starts[bucket] ?? 0; at < (set.starts[bucket + 1] ?? 0); at += 1) {
    let same = 0;
    while (same < printBytes && set.prints[at * printBytes + same] === prints[place * printBytes + same])
      same += 1;
    if (same === printBytes) return true;
  }
  return false;
};

/**
 * The filter with entries added and others taken out; the buckets stay as many as they were. Null where the
 * bytes are no filter, or the entries not whole.
 */
export const changeFilter = (
  bytes: Uint8Array,
  added: Uint8Array,
  removed: Uint8Array,
): Uint8Array | null => {
  const before = read(bytes);
  if (before === null || added.length % entryBytes !== 0 || removed.length % entryBytes !== 0) return null;
  const { buckets } = before;
  const [more, gone] = [added, removed].map((entries) => distribute(buckets, entries, entryBytes));
  if (more === undefined || gone === undefined) return null;
  const both: readonly Sorted[] = [before, more];
  const most = (before.prints.length + more.prints.length) / printBytes;
  if (most > mostRecords) return null;
  const starts = new Uint32Array(buckets + 1);
  const prints = new Uint8Array(most * printBytes);
  let count = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    for (const set of both)
      for (let at = set.starts[bucket] ?? 0; at < (set.starts[bucket + 1] ?? 0); at += 1) {
        if (set === before && holdsPrint(gone, bucket, set.prints, at)) continue;
        copyPrint(set.prints, at, prints, count);
        count += 1;
      }
    starts[bucket + 1] = count;
  }
  return write(order(buckets, starts, prints.subarray(0, count * printBytes)));
};

/** A filter that answers. */
export interface Filter {
  readonly count: number;
  /** The chance that it takes a tag that it does not hold for one that it holds. */
  readonly falseHits: number;
  has(tag: Uint8Array): boolean;
}

/** Records to a bucket at most, on average: beyond, a filter is made anew. */
const mostCrowded = 2;

/**
 * Opens a filter's bytes; null where they are none, or hold more than their buckets are for: its false hits
 * would be more than is stated, and who crowds a bucket makes every look-up long.
 */
export const openFilter = (bytes: Uint8Array): Filter | null => {
  const sorted = read(bytes);
  if (sorted === null) return null;
  const { buckets, starts, prints } = sorted;
  const count = prints.length / printBytes;
  if (count > mostCrowded * buckets) return null;
  return {
    count,
    falseHits: count / buckets / 2 ** (8 * printBytes),
    has: (tag) => {
      const bucket = bucketOf(highOf(tag, 0), buckets);
      for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at += 1) {
        let same = 0;
        while (same < printBytes && prints[at * printBytes + same] === tag[4 + same]) same += 1;
        if (same === printBytes) return true;
      }
      return false;
    },
  };
};
