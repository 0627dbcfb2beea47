/**
 * The function on all cores: what is asked is cut into pieces, one thread each. Threads are started by the
 * first piece and end when there has been nothing to do for a while.
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { launchThread } from '../threads/index.ts';
import { elementBytes, type Group } from './group.ts';
import { deriveKeyPair, type KeyPair } from './hashing.ts';
import { openGroup } from './opening.ts';
import { proofBytes } from './oprf.ts';
import { pack } from './packing.ts';
import { type Done, type Task, tagBytes } from './task.ts';

/** Limits of the pool. */
export const oprfLimits = {
  /** Inputs or elements of one piece: a holder proves each piece by a proof of its own. */
  piece: 500,
  /** Records that are evaluated in one piece: half a second, so that progress is seen. */
  records: 5_000,
  idleMs: 30_000,
} as const;

/** What an asker keeps, and what it shows. */
export interface BlindedBatch {
  readonly blinds: Uint8Array;
  readonly elements: Uint8Array;
}
/** What the holder answers: an element for each, and a proof for each piece. */
export interface AnsweredBatch {
  readonly evaluated: Uint8Array;
  readonly proofs: Uint8Array;
}

/** The oblivious function, on all cores. Inputs are texts; outputs are tags of `tagBytes` each. */
export interface Oprf {
  /** `native` where libsodium is installed, `wasm` otherwise; its version; how many threads there may be. */
  readonly engine: { readonly name: Group['name']; readonly version: string; readonly threads: number };
  deriveKeyPair(seed: Uint8Array, info: string): KeyPair;
  /** The holder's own records; `told` hears how many are done. */
  evaluate(
    secretKey: Uint8Array,
    inputs: readonly string[],
    told?: (done: number) => void,
  ): Promise<Uint8Array>;
  blind(inputs: readonly string[]): Promise<BlindedBatch>;
  /** Whether all are elements and none the identity. */
  check(elements: Uint8Array): Promise<boolean>;
  /** Null where one of them is no element. */
  answer(keys: KeyPair, elements: Uint8Array): Promise<AnsweredBatch | null>;
  /** The tags, one for each input; null where a proof does not hold: then nothing is learned. */
  finalise(
    publicKey: Uint8Array,
    asked: BlindedBatch & { readonly inputs: readonly string[] },
    answer: AnsweredBatch,
  ): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

const launch = (house: string, only: Group['name'] | null): Worker =>
  launchThread({ house, source: 'server/plumbing/oprf/worker.ts', bundle: 'oprf', data: { only } });

interface Waiting {
  readonly id: number;
  readonly task: Task;
  resolve(done: Done): void;
  reject(failure: Error): void;
}
interface Thread {
  readonly worker: Worker;
  current: Waiting | null;
}
interface Told {
  readonly id: number;
  readonly done?: Done;
  readonly failure?: string;
}

/** Runs tasks on threads; each takes the next as soon as it is free. */
const createThreads = (start: () => Worker, most: number) => {
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let last = 0;
  let idle: NodeJS.Timeout | undefined;

  const endAll = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = [...threads];
    threads.clear();
    await Promise.all(ending.map(({ worker }) => worker.terminate()));
  };
  const hand = (thread: Thread): void => {
    const next = queue.shift() ?? null;
    thread.current = next;
    if (next !== null) thread.worker.postMessage({ id: next.id, task: next.task });
    else if ([...threads].every(({ current }) => current === null)) {
      clearTimeout(idle);
      idle = setTimeout(() => void endAll(), oprfLimits.idleMs).unref();
    }
  };
  const lose = (thread: Thread, failure: Error): void => {
    threads.delete(thread);
    thread.current?.reject(failure);
    if (queue.length > 0) open();
  };
  const open = (): void => {
    const thread: Thread = { worker: start(), current: null };
    threads.add(thread);
    thread.worker.unref();
    thread.worker.on('message', ({ id, done, failure }: Told) => {
      const { current } = thread;
      if (current?.id !== id) return;
      if (failure === undefined) current.resolve(done ?? null);
      else current.reject(new Error(`bug: not computed: ${failure}`));
      hand(thread);
    });
    thread.worker.on('error', (failure: Error) => lose(thread, failure));
    hand(thread);
  };
  return {
    run: (task: Task): Promise<Done> =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        last += 1;
        queue.push({ id: last, task, resolve, reject });
        const free = [...threads].find(({ current }) => current === null);
        if (free !== undefined) hand(free);
        else if (threads.size < most) open();
      }),
    close: async (): Promise<void> => {
      for (const { reject } of queue.splice(0)) reject(new Error('the threads are being closed'));
      for (const { current } of threads) current?.reject(new Error('the threads are being closed'));
      await endAll();
    },
  };
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

const cut = (length: number, size: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.ceil(length / size) }, (_, at) => [at * size, Math.min(length, (at + 1) * size)]);

const elementsFrom = (elements: Uint8Array, from: number, to: number): Uint8Array =>
  elements.slice(from * elementBytes, to * elementBytes);

/** Each piece's answer, its columns put together; null where one was refused. */
const gather = async (
  pieces: readonly Promise<Done>[],
  columns: number,
): Promise<readonly Uint8Array[] | null> => {
  const done: (readonly Uint8Array[])[] = [];
  for (const one of await Promise.all(pieces)) {
    if (one === null) return null;
    done.push(one);
  }
  return Array.from({ length: columns }, (_, at) => joined(done.map((one) => one[at] ?? new Uint8Array(0))));
};

const pieceCount = (count: number): number => Math.ceil(count / oprfLimits.piece);

/** `house`: where the program lies. `only` and `threads` are for measurements and tests. */
export const openOprf = async (needs: {
  readonly house: string;
  readonly only?: Group['name'];
  readonly threads?: number;
}): Promise<Oprf> => {
  const { house, only = null, threads: most = availableParallelism() } = needs;
  const group = await openGroup(only);
  const threads = createThreads(() => launch(house, group.name), most);
  const pieces = (count: number) => cut(count, oprfLimits.piece);
  return {
    engine: { name: group.name, version: group.version, threads: most },
    deriveKeyPair: (seed, info) => deriveKeyPair(group, seed, new TextEncoder().encode(info)),
    evaluate: async (secretKey, inputs, told = () => undefined) => {
      let done = 0;
      const tags = new Uint8Array(inputs.length * tagBytes);
      const waiting = [...cut(inputs.length, oprfLimits.records)];
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [from, to] = next;
          const task: Task = { kind: 'evaluate', secretKey, inputs: pack(inputs.slice(from, to)) };
          const [piece] = (await threads.run(task)) ?? [];
          if (piece !== undefined) tags.set(piece, from * tagBytes);
          done += to - from;
          told(done);
        }
      };
      // Two for each thread: while it works on one, its next waits, and no more than those are packed.
      await Promise.all(Array.from({ length: 2 * most }, lane));
      return tags;
    },
    blind: async (inputs) => {
      const tasks = pieces(inputs.length).map(([from, to]) =>
        threads.run({ kind: 'blind', inputs: pack(inputs.slice(from, to)) }),
      );
      const [blinds = new Uint8Array(0), elements = new Uint8Array(0)] = (await gather(tasks, 2)) ?? [];
      return { blinds, elements };
    },
    check: async (elements) => {
      const count = elements.length / elementBytes;
      if (count === 0 || !Number.isInteger(count)) return false;
      const tasks = pieces(count).map(([from, to]) =>
        threads.run({ kind: 'check', elements: elementsFrom(elements, from, to) }),
      );
      return (await gather(tasks, 0)) !== null;
    },
    answer: async (keys, elements) => {
      const tasks = pieces(elements.length / elementBytes).map(([from, to]) =>
        threads.run({ kind: 'answer', ...keys, elements: elementsFrom(elements, from, to) }),
      );
      const [evaluated, proofs] = (await gather(tasks, 2)) ?? [];
      return evaluated === undefined || proofs === undefined ? null : { evaluated, proofs };
    },
    finalise: async (publicKey, asked, answer) => {
      const { inputs, blinds, elements } = asked;
      const isWhole =
        answer.evaluated.length === elements.length &&
        elements.length === inputs.length * elementBytes &&
        answer.proofs.length === pieceCount(inputs.length) * proofBytes;
      if (!isWhole) return null;
      const tasks = pieces(inputs.length).map(([from, to], at) =>
        threads.run({
          kind: 'finalise',
          publicKey,
          inputs: pack(inputs.slice(from, to)),
          blinds: elementsFrom(blinds, from, to),
          elements: elementsFrom(elements, from, to),
          evaluated: elementsFrom(answer.evaluated, from, to),
          proof: answer.proofs.slice(at * proofBytes, (at + 1) * proofBytes),
        }),
      );
      return (await gather(tasks, 1))?.[0] ?? null;
    },
    close: threads.close,
  };
};
