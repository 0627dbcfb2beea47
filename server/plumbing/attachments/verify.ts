/** Compares what the disk holds with what the rows say, hashing every byte anew. */
import { createHash } from 'node:crypto';
import type { SystemActor } from '../../kernel/decision.ts';
import type { Database } from '../database/index.ts';
import type { ByteStore } from './folder.ts';
import { attachmentLimits } from './limits.ts';
import * as store from './store.ts';

/** What is wrong with one content: not there, not what its hash says, or there without a row. */
export interface StoreFinding {
  readonly hash: string;
  readonly kind: 'missing' | 'altered' | 'without-row';
}

/** What the store holds, and what is wrong with it. */
export interface StoreVerdict {
  readonly contents: number;
  readonly bytes: number;
  /** The first thousand; `findingCount` counts all. */
  readonly findings: readonly StoreFinding[];
  readonly findingCount: number;
  readonly isSound: boolean;
}

const findingsNamed = 1_000;

const hashOf = async (bytes: ByteStore, hash: string): Promise<string> => {
  const digest = createHash('sha256');
  for await (const part of bytes.read(hash)) digest.update(part);
  return digest.digest('hex');
};

/** Judges the whole store. Bytes that go or come meanwhile may be named: nobody is kept waiting for this. */
export const verifyStore = async (needs: {
  readonly database: Database;
  readonly house: SystemActor;
  readonly bytes: ByteStore;
  hear?(contents: number): void;
}): Promise<StoreVerdict> => {
  const { database, house, bytes } = needs;
  const findings: StoreFinding[] = [];
  let contents = 0;
  let total = 0;
  let findingCount = 0;
  const find = (hash: string, kind: StoreFinding['kind']): void => {
    findingCount += 1;
    if (findings.length < findingsNamed) findings.push({ hash, kind });
  };
  const known = new Set<string>();
  for (let after = ''; ; ) {
    const page = await database.transact(house, (unit) =>
      store.listContents(unit, after, attachmentLimits.sweepBatch),
    );
    for (const { hash, bytes: size } of page) {
      known.add(hash);
      contents += 1;
      total += size;
      if ((await bytes.size(hash)) === null) find(hash, 'missing');
      else if ((await hashOf(bytes, hash)) !== hash) find(hash, 'altered');
      needs.hear?.(contents);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.hash;
  }
  for await (const hash of bytes.all()) if (!known.has(hash)) find(hash, 'without-row');
  return { contents, bytes: total, findings, findingCount, isSound: findingCount === 0 };
};
