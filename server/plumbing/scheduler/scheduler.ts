/**
 * Work that comes round by itself: erasure on its date, retries, reminders. Each piece looks for what is due
 * in the database and does it, so that it may run late, twice, or in several processes at once.
 */
import { assert } from '../../kernel/faults.ts';

/** What comes round by itself in a node. */
export interface Scheduler {
  /**
   * Names work to be done about every `everyMs` milliseconds, never twice at once in this process. What it
   * throws is reported and it comes round again. Before `start`.
   */
  every(name: string, everyMs: number, work: () => Promise<void>): void;
  /** Begins; `report` hears what a piece of work threw. */
  start(report: (name: string, error: unknown) => void): void;
  /** Does each piece once, now, one after the other; throws what the first failing one throws. */
  runAll(): Promise<void>;
  /** Lets what is under way finish; nothing comes round afterwards. */
  stop(): Promise<void>;
}

interface Piece {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<void>;
}

/** Makes the scheduler of one process. */
export const createScheduler = (): Scheduler => {
  const pieces = new Map<string, Piece>();
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;

  /** One run of a piece at a time: who asks for another meanwhile has his own after it. */
  const run = (piece: Piece): Promise<void> => {
    const before = underWay.get(piece.name) ?? Promise.resolve();
    const running = before.catch(() => undefined).then(() => (stopped ? undefined : piece.work()));
    underWay.set(piece.name, running);
    return running;
  };

  const comeRound = (piece: Piece, report: (name: string, error: unknown) => void): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      run(piece)
        .catch((error: unknown) => report(piece.name, error))
        .finally(() => comeRound(piece, report));
    }, piece.everyMs);
    // A process that has nothing else to do may end.
    timer.unref();
    timers.set(piece.name, timer);
  };

  return {
    every: (name, everyMs, work) => {
      assert(!pieces.has(name), `two pieces of work are called ${name}`);
      pieces.set(name, { name, everyMs, work });
    },
    start: (report) => {
      for (const piece of pieces.values()) comeRound(piece, report);
    },
    runAll: async () => {
      for (const piece of pieces.values()) await run(piece);
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.allSettled(underWay.values());
    },
  };
};
