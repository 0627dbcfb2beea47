/**
 * Typesets documents in a thread of its own, one after the other: the compiler works without a pause. The
 * thread is started by the first document, ends when idle, and is ended when a document takes too long.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/faults.ts';
import { launchThread } from '../threads/index.ts';
import { documentLimits, type PrintedDocument } from './document.ts';
import type { Asked, Told } from './thread.ts';

/** Turns documents into PDF. */
export interface Typesetter {
  /**
   * The document as PDF/A-2u. Faults: `documents/too-large`, `documents/busy`, `documents/too-slow`.
   */
  typeset(document: PrintedDocument): Promise<Uint8Array>;
  /** Ends the thread; what waits is refused as busy. */
  close(): Promise<void>;
}

interface Waiting {
  readonly asked: Asked;
  resolve(pdf: Uint8Array): void;
  reject(failure: Error): void;
}

const launch = async (house: string, folder: string): Promise<Worker> => {
  const workspace = join(folder, 'typesetting');
  await mkdir(workspace, { recursive: true, mode: 0o700 });
  const sources = 'server/plumbing/documents';
  return launchThread({
    house,
    source: `${sources}/worker.ts`,
    bundle: 'typesetting',
    data: { workspace, template: join(house, sources, 'template.typ') },
  });
};

/** `house`: where the program lies. `folder`: the node's data folder. */
export const createTypesetter = (needs: { readonly house: string; readonly folder: string }): Typesetter => {
  const queue: Waiting[] = [];
  let worker: Promise<Worker> | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;

  const endThread = async (): Promise<void> => {
    clearTimeout(timer);
    const ending = worker;
    worker = null;
    await (await ending)?.terminate();
  };

  const settle = (finish: (done: Waiting) => void): void => {
    const done = current;
    current = null;
    clearTimeout(timer);
    if (done !== null) finish(done);
    if (queue.length > 0) void next();
    else timer = setTimeout(() => void endThread(), documentLimits.idleMs).unref();
  };

  const open = async (): Promise<Worker> => {
    const opened = await launch(needs.house, needs.folder);
    opened.on('message', (told: Told) => {
      if (current?.asked.id !== told.id) return;
      settle((done) =>
        'pdf' in told ? done.resolve(told.pdf) : done.reject(new Error(`bug: not typeset: ${told.failure}`)),
      );
    });
    opened.on('error', (failure: Error) => {
      worker = null;
      settle((done) => done.reject(failure));
    });
    opened.unref();
    return opened;
  };

  const next = async (): Promise<void> => {
    const taken = queue.shift();
    if (taken === undefined) return;
    current = taken;
    clearTimeout(timer);
    worker ??= open();
    const thread = await worker;
    timer = setTimeout(async () => {
      await endThread();
      settle((done) => done.reject(new Fault('documents/too-slow')));
    }, documentLimits.withinMs);
    thread.postMessage(taken.asked);
  };

  return {
    typeset: async (document) => {
      const text = JSON.stringify(document);
      const limitBytes = documentLimits.bytes;
      if (Buffer.byteLength(text) > limitBytes) throw new Fault('documents/too-large', { limitBytes });
      if (queue.length >= documentLimits.waiting) throw new Fault('documents/busy');
      last += 1;
      const asked = { id: last, document: text };
      return new Promise<Uint8Array>((resolve, reject) => {
        queue.push({ asked, resolve, reject });
        if (current === null) void next();
      });
    },
    close: async () => {
      for (const waiting of queue.splice(0)) waiting.reject(new Fault('documents/busy'));
      await endThread();
      settle((done) => done.reject(new Fault('documents/busy')));
      clearTimeout(timer);
    },
  };
};
