/** Archives for tests, small and hostile: written by hand, so that their headers can lie. */
import { deflateRawSync } from 'node:zlib';

export interface ArchiveEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Says that it is encrypted. */
  readonly isEncrypted?: boolean;
  /** Unpacked size as its headers say, where they lie. */
  readonly saysBytes?: number;
}

const deflated = 8;

/** What a local header and the central directory say alike (APPNOTE §4.3.7, §4.3.12). */
const factsOf = (entry: ArchiveEntry, packed: Buffer): Buffer => {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(entry.isEncrypted ? 1 : 0, 2);
  facts.writeUInt16LE(deflated, 4);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(entry.saysBytes ?? entry.content.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return facts;
};

const signed = (signature: number, ...parts: readonly Buffer[]): Buffer => {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature);
  return Buffer.concat([start, ...parts]);
};

/** A zip archive with these entries. */
export const zipOf = (entries: readonly ArchiveEntry[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content);
    const facts = factsOf(entry, packed);
    const name = Buffer.from(entry.name);
    const local = signed(0x04034b50, facts, name, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(signed(0x02014b50, Buffer.from([20, 0]), facts, rest, name));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, signed(0x06054b50, end)]);
};
