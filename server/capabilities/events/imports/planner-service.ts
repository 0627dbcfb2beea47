/** The planning thread as the node sees it: one file after the other, each within a time. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Fault } from '../../../kernel/faults.ts';
import { launchThread } from '../../../plumbing/threads/index.ts';
import type { AlikePair } from '../merging/contract.ts';
import type { Venue } from '../place-contract.ts';
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

/** Plans imports and compares venues; faults: `events/import-too-heavy`, `events/import-busy`. */
export interface Planner {
  plan(file: ImportFile, there: There, timeZone: string): Promise<Planned>;
  /** Which of these may be one. */
  alike(venues: readonly Venue[]): Promise<readonly AlikePair[]>;
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

/** What the thread tells until `take` has an answer; it is broken off where that takes too long. */
const hear = <Answer>(
  thread: Worker,
  planningMs: number,
  take: (told: Told) => Answer | null,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
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
      const answer = take(told);
      if (told.kind === 'failure') end(new Error(told.failure));
      if (answer === null) return;
      settle();
      resolve(answer);
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });

/** Puts together what is told of one file. */
const takePlanned = (): ((told: Told) => Planned | null) => {
  const pieces: Piece<Planned>[] = [];
  return (told) => {
    if (told.kind === 'kept') pieces.push(told.piece);
    if (told.kind !== 'planned') return null;
    return {
      ...told.rest,
      venues: pieces.flatMap(({ venues }) => [...venues]),
      sessions: pieces.flatMap(({ sessions }) => [...sessions]),
      objects: pieces.flatMap(({ objects }) => [...objects]),
      teams: pieces.flatMap(({ teams }) => [...teams]),
    };
  };
};

/** The bytes of a file; a fault where what came is no base64 (what is none of it is passed over). */
const bytesOf = (content: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  const isWhole = bytes.length === Buffer.byteLength(content, 'base64');
  if (!isWhole) throw new Fault('input/invalid', { fields: ['body/file/content: base64'] });
  return bytes;
};

/** A few at a time, so that the node answers between them. */
const sendLists = async (thread: Worker, lists: Piece<There>): Promise<void> => {
  const { venues, sessions, objects, teams } = lists;
  for (const cut of cutsOf(lists)) {
    const piece = {
      ...{ venues: venues.slice(...cut), sessions: sessions.slice(...cut) },
      ...{ objects: objects.slice(...cut), teams: teams.slice(...cut) },
    };
    const asked: Asked = { kind: 'there', piece };
    thread.postMessage(asked);
    await breathe();
  }
};

const sendPlan = async (thread: Worker, task: Omit<PlanTask, 'there'>, there: There): Promise<void> => {
  const { venues, sessions, objects, teams, ...facts } = there;
  await sendLists(thread, { venues, sessions, objects, teams });
  const asked: Asked = { kind: 'plan', task: { ...task, there: facts } };
  // Handed over, not copied.
  thread.postMessage(asked, [task.bytes.buffer]);
};

/** What the thread is sent, and how its answer is taken. */
interface Question<Answer> {
  send(thread: Worker): Promise<void>;
  take(told: Told): Answer | null;
}

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
  const askNow = async <Answer>({ send, take }: Question<Answer>): Promise<Answer> => {
    clearTimeout(idle);
    thread ??= launch(house, limits.memoryMb);
    try {
      const heard = hear(thread, limits.planningMs, take);
      const [answer] = await Promise.all([heard, send(thread)]);
      idle = setTimeout(close, limits.idleMs).unref();
      return answer;
    } catch (failure) {
      // Whatever it was doing, it is not to go on with it.
      await close();
      throw failure;
    }
  };
  const ask = <Answer>(question: Question<Answer>): Promise<Answer> => {
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
    const mine = waited.then(() => askNow(question));
    // Who gave up leaves his turn; who comes after waits for those before.
    last = mine.catch(() => (isLate ? before : undefined));
    return mine;
  };
  return {
    plan: async (file, there, timeZone) => {
      const { content, ...named } = file;
      const bytes = bytesOf(content);
      const send = (to: Worker): Promise<void> => sendPlan(to, { bytes, file: named, timeZone }, there);
      return ask({ send, take: takePlanned() });
    },
    alike: (venues) => {
      const asked: Asked = { kind: 'alike' };
      const send = async (to: Worker): Promise<void> => {
        await sendLists(to, { venues, sessions: [], objects: [], teams: [] });
        to.postMessage(asked);
      };
      return ask({ send, take: (told) => (told.kind === 'alike' ? told.pairs : null) });
    },
    close,
  };
};
