/** The planning thread as the node sees it: one file after the other, each within a time. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Fault } from '../../../kernel/faults.ts';
import { launchThread } from '../../../plumbing/threads/index.ts';
import type { ImportFile } from './contract.ts';
import type { There } from './plan.ts';
import type { Planned } from './planning.ts';
import { type Asked, cutsOf, type Piece, type PlanTask, type Told } from './task.ts';

/** How long a file may wait and be worked on: both together are less than a transaction may stand idle. */
const plannerLimits = {
  /** For a file to be read and compared. */
  planningMs: 40_000,
  /** For the files before it. */
  turnMs: 15_000,
  /** A thread that has had nothing to do for so long ends. */
  idleMs: 30_000,
  memoryMb: 1_024,
} as const;
export type PlannerLimits = Readonly<Record<keyof typeof plannerLimits, number>>;

/** Plans imports; faults: `events/import-too-heavy`, `events/import-busy`. */
export interface Planner {
  plan(file: ImportFile, there: There, timeZone: string): Promise<Planned>;
  close(): Promise<void>;
}

const launch = (house: string, memoryMb: number): Worker => {
  const source = 'server/capabilities/events/imports/thread-service.ts';
  const thread = launchThread({ house, source, bundle: 'imports', memoryMb });
  thread.unref();
  return thread;
};

const isMemory = (failure: Error): boolean =>
  'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** What the thread tells of one file; it is broken off where that takes too long. */
const hear = (thread: Worker, planningMs: number): Promise<Planned> =>
  new Promise((resolve, reject) => {
    const pieces: Piece<Planned>[] = [];
    const timer = setTimeout(() => end(new Fault('events/import-too-heavy')), planningMs);
    const onError = (failure: Error): void =>
      end(isMemory(failure) ? new Fault('events/import-too-heavy') : failure);
    const onExit = (code: number): void => end(new Error(`the planning thread ended with ${code}`));
    const settle = (): void => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const end = (failure: Error): void => {
      settle();
      reject(failure);
    };
    const onMessage = (told: Told): void => {
      if (told.kind === 'kept') pieces.push(told.piece);
      else if (told.kind === 'failure') end(new Error(told.failure));
      else {
        settle();
        resolve({
          ...told.rest,
          venues: pieces.flatMap(({ venues }) => [...venues]),
          sessions: pieces.flatMap(({ sessions }) => [...sessions]),
          objects: pieces.flatMap(({ objects }) => [...objects]),
          teams: pieces.flatMap(({ teams }) => [...teams]),
        });
      }
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });

/** The bytes of a file; a fault where what came is no base64 (what is none of it is passed over). */
const bytesOf = (content: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  const isWhole = bytes.length === Buffer.byteLength(content, 'base64');
  if (!isWhole) throw new Fault('input/invalid', { fields: ['body/file/content: base64'] });
  return bytes;
};

/** A few at a time, so that the node answers between them. */
const send = async (thread: Worker, task: Omit<PlanTask, 'there'>, there: There): Promise<void> => {
  const say = (asked: Asked): void => thread.postMessage(asked);
  const { venues, sessions, objects, teams, ...facts } = there;
  for (const cut of cutsOf(there)) {
    const piece = {
      ...{ venues: venues.slice(...cut), sessions: sessions.slice(...cut) },
      ...{ objects: objects.slice(...cut), teams: teams.slice(...cut) },
    };
    say({ kind: 'there', piece });
    await breathe();
  }
  const asked: Asked = { kind: 'plan', task: { ...task, there: facts } };
  // Handed over, not copied.
  thread.postMessage(asked, [task.bytes.buffer]);
};

/** `house` is the folder of the program; the thread starts with the first file. */
export const createPlanner = (house: string, limits: PlannerLimits = plannerLimits): Planner => {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  const planNow = async (file: ImportFile, there: There, timeZone: string): Promise<Planned> => {
    const { content, ...named } = file;
    const bytes = bytesOf(content);
    clearTimeout(idle);
    thread ??= launch(house, limits.memoryMb);
    try {
      const heard = hear(thread, limits.planningMs);
      const [planned] = await Promise.all([heard, send(thread, { bytes, file: named, timeZone }, there)]);
      idle = setTimeout(close, limits.idleMs).unref();
      return planned;
    } catch (failure) {
      // Whatever it was doing, it is not to go on with it.
      await close();
      throw failure;
    }
  };
  return {
    plan: (file, there, timeZone) => {
      let isLate = false;
      const before = last;
      const waited = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          isLate = true;
          reject(new Fault('events/import-busy'));
        }, limits.turnMs);
        void before.finally(() => {
          clearTimeout(timer);
          resolve();
        });
      });
      const mine = waited.then(() => planNow(file, there, timeZone));
      // Who gave up leaves his turn; who comes after waits for those before.
      last = mine.catch(() => (isLate ? before : undefined));
      return mine;
    },
    close,
  };
};
