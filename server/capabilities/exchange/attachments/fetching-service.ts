/**
 * Fetches the bytes of what was received, from the node that sent it. What is due is in the database; what
 * has been gathered is on the disk: a node that dies goes on from there. Verified by hash before it counts
 * as here.
 */
import { Readable } from 'node:stream';
import type { BytesAnswer, Log, Presence } from '../../../federation/index.ts';
import type { SystemActor } from '../../../kernel/decision.ts';
import { allow } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { type Instant, later } from '../../../kernel/time.ts';
import { type Gathered, TooManyBytes } from '../../../plumbing/attachments/index.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { waitAfter } from './attachment.ts';
import { attachmentLimits, type Failure } from './contract.ts';
import * as store from './fetch-store.ts';
import { attachmentsTopic, gatheringOf, type RoomNeeds } from './needs-service.ts';

export interface FetchingNeeds extends RoomNeeds {
  readonly database: Database;
  readonly presence: Presence;
  readonly log: Log;
  fetchBytes(party: PartyId, hash: string, from: number): Promise<BytesAnswer>;
}

export interface Fetching {
  /** Looks for what is due; as many at once as the limits say. */
  wake(): void;
  /** As `wake`, and frees first what processes that died had claimed. */
  lookAgain(): Promise<void>;
  /** What waits for this sender is due now: the link with him is active again. */
  hearOf(unit: Unit, sender: PartyId): Promise<void>;
  /** Breaks off what is under way and waits for it; it goes on at the next start. */
  stop(): Promise<void>;
}

/** The fetch did not succeed. `isFinal`: another attempt by itself would not either. */
class FetchFailure extends Error {
  readonly failure: Failure;
  readonly isFinal: boolean;
  constructor(failure: Failure, isFinal = false) {
    super(failure);
    this.failure = failure;
    this.isFinal = isFinal;
  }
}

const statusFailures: Readonly<Record<number, FetchFailure>> = {
  403: new FetchFailure('refused-there', true),
  503: new FetchFailure('busy'),
};

/** Downloads the rest of a content, and gives it whole and verified. */
const download = async (
  needs: FetchingNeeds,
  fetch: store.Fetch,
  going: { readonly signal: AbortSignal; hear(bytes: number): void },
): Promise<Gathered> => {
  const { attachments } = needs;
  const { hash, sender } = fetch;
  const name = gatheringOf(hash, sender);
  const have = await attachments.gatheredSoFar(name);
  const isWhole = have > 0 && have === fetch.bytes;
  const source = isWhole ? null : await ask(needs, fetch, have);
  if (source !== null && source.from !== have) {
    // He gives the whole where the rest was asked for.
    await attachments.giveUp(name);
  }
  const atMost = source?.total ?? have;
  const stream = source?.stream ?? Readable.from([]);
  const stop = (): void => void stream.destroy(new FetchFailure('broken-off'));
  going.signal.addEventListener('abort', stop);
  try {
    const gathered = await attachments.gather(name, stream, { atMost, hear: going.hear });
    if (gathered.bytes < atMost) throw new FetchFailure('broken-off');
    if (gathered.hash !== hash) throw new FetchFailure('hash-differs', true);
    return gathered;
  } catch (error) {
    if (error instanceof TooManyBytes) throw new FetchFailure('size-differs', true);
    throw error;
  } finally {
    going.signal.removeEventListener('abort', stop);
    stream.destroy();
  }
};

const ask = async (needs: FetchingNeeds, fetch: store.Fetch, from: number) => {
  const answer = await needs.fetchBytes(fetch.sender, fetch.hash, from).catch(() => {
    throw new FetchFailure('unreachable');
  });
  if (answer.kind === 'refused') {
    if (answer.status === 416) throw new FetchFailure('size-differs');
    throw statusFailures[answer.status] ?? new FetchFailure('broken-off');
  }
  const isTooLarge = answer.total > attachmentLimits.fileBytes;
  const isOther = fetch.bytes !== null && answer.total !== fetch.bytes;
  const isAhead = answer.from !== from && answer.from !== 0;
  if (isTooLarge || isOther || isAhead) {
    answer.stream.destroy();
    throw new FetchFailure(isTooLarge ? 'too-large' : 'size-differs', true);
  }
  return answer;
};

/** What was gathered is of no use after these. */
const spoiling: readonly Failure[] = ['hash-differs', 'size-differs', 'too-large', 'unsafe-archive'];

const failureOf = (error: unknown): FetchFailure => {
  if (error instanceof FetchFailure) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new FetchFailure(code === 'ENOSPC' || code === 'EIO' ? 'storage' : 'broken-off');
};

export const createFetching = (needs: FetchingNeeds): Fetching => {
  const { verbs, attachments, database, clock, self, live, presence, log } = needs;
  const house: SystemActor = { kind: 'system', name: 'attachments', party: self };
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const transact = <T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T> =>
    database.transact(house, (unit) => work(unit, clock.now()));
  const tell = async (unit: Unit, items: readonly string[]): Promise<void> => {
    for (const id of new Set(items)) await live.announce(unit, { topic: attachmentsTopic, id });
  };

  /** Keeps and tells how far it is, at most every `progressMs`, one after the other. */
  const createProgress = (fetch: store.Fetch) => {
    const { claimMs, inspectionMs, progressMs } = attachmentLimits;
    let last = 0;
    let keeping: Promise<void> = Promise.resolve();
    const keep = (bytes: number, claimedMs: number): Promise<void> =>
      transact(async (unit, now) =>
        tell(unit, await store.keepProgress(unit, fetch, { bytes, until: later(now, claimedMs) })),
      );
    return {
      hear: (bytes: number): void => {
        if (performance.now() - last < progressMs) return;
        last = performance.now();
        keeping = keeping.then(() => keep(bytes, claimMs)).catch(() => undefined);
      },
      settled: () => keeping,
      /** All is here, and is about to be looked into. */
      complete: (bytes: number) => keeping.then(() => keep(bytes, inspectionMs)),
    };
  };

  const settle = async (fetch: store.Fetch, gathered: Gathered): Promise<void> => {
    const inspection = await attachments.inspect(gathered, fetch.name);
    if (inspection.refusal !== null) throw new FetchFailure('unsafe-archive', true);
    const { hash, sender } = fetch;
    const call = { actor: house, verb: 'exchange.receive-attachment', subject: null } as const;
    const isKept = await verbs.read(call, async ({ unit, permit, note, subject }) => {
      permit(allow('exchange/hash-verified'));
      const items = await store.lockWanting(unit, fetch);
      const [first, ...others] = items;
      if (first === undefined) return false;
      await attachments.keep(unit, gathered, first);
      for (const item of others) await attachments.hold(unit, hash, item);
      await store.markHere(unit, fetch, { bytes: gathered.bytes, inspection });
      subject(first);
      note({ hash, bytes: gathered.bytes, from: sender, items, warnings: [...inspection.warnings] });
      await tell(unit, items);
      return true;
    });
    // The item went while its bytes came.
    if (!isKept) await attachments.giveUp(gathered.name);
  };

  const fail = async (fetch: store.Fetch, { failure, isFinal }: FetchFailure): Promise<void> => {
    const { hash, sender } = fetch;
    const name = gatheringOf(hash, sender);
    if (spoiling.includes(failure)) await attachments.giveUp(name);
    const fetchedBytes = await attachments.gatheredSoFar(name);
    const call = { actor: house, verb: 'exchange.fetch-attachment', subject: null } as const;
    await verbs.read(call, async ({ unit, permit, note, subject }) => {
      permit(allow('exchange/attachment-fetched-from-its-sender'));
      const now = clock.now();
      const retryAt = isFinal ? null : later(now, waitAfter(fetch.attempts));
      const items = await store.markFailed(unit, fetch, { failure, retryAt, fetchedBytes });
      if (failure === 'unreachable' && retryAt !== null) await store.postponeSender(unit, sender, retryAt);
      if (isFinal && items[0] !== undefined) {
        subject(items[0]);
        note({ hash, from: sender, failure });
      }
      await tell(unit, items);
    });
  };

  const run = async (fetch: store.Fetch): Promise<void> => {
    const progress = createProgress(fetch);
    try {
      const gathered = await download(needs, fetch, { signal: stopping.signal, hear: progress.hear });
      await progress.complete(gathered.bytes);
      await settle(fetch, gathered);
    } catch (error) {
      await progress.settled();
      const failed = failureOf(error);
      log.warn({ ...fetch, failure: failed.failure }, 'an attachment could not be fetched');
      await fail(fetch, failed);
    }
  };

  const claim = (): Promise<store.Fetch | null> =>
    transact((unit, now) =>
      store.claimNext(unit, { process: presence.name, now, until: later(now, attachmentLimits.claimMs) }),
    );

  /** One of those that fetch at the same time: goes on until nothing is due. */
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const fetch = await claim();
      if (fetch === null) return;
      await run(fetch);
    }
  };

  const wake = (): void => {
    if (stopping.signal.aborted || running.size >= attachmentLimits.fetches) return;
    const working = work().catch((error: unknown) => log.error({ error }, 'fetching attachments broke off'));
    running.add(working);
    void working.finally(() => running.delete(working));
  };

  return {
    wake,
    lookAgain: async () => {
      await transact(async (unit, now) => {
        // Our own process id may have been our predecessor's: only our own name tells us apart.
        const others = (await store.listClaimers(unit)).filter((name) => name !== presence.name);
        const gone = others.filter((name) => presence.isGone(name));
        if (gone.length > 0) await store.freeClaims(unit, gone, now);
      });
      wake();
    },
    hearOf: async (unit, sender) => {
      await unit.asHouse('attachments', (part) => store.makeDue(part, sender, clock.now()));
      unit.afterCommit(wake);
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(running);
    },
  };
};
