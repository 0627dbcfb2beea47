/** When to try to send to each partner: at once when something waits, later and later while nobody answers. */
import type { PartyId } from '../kernel/ids.ts';
import { federationLimits } from './limits.ts';
import type { Log, Timers } from './needs.ts';

export interface Wakes {
  /** Something waits for this party. While a retry is due, it waits for that. */
  wake(party: PartyId): void;
  /** The party was heard of: it is up, so what waits is tried at once. */
  contact(party: PartyId): void;
  stop(): Promise<void>;
}

interface Watch {
  running: Promise<void> | null;
  /** Something came while an attempt was running that it may not have seen. */
  again: boolean;
  heardOf: boolean;
  failures: number;
  cancelRetry: (() => void) | null;
}

/** Doubles up to the limit; between half and all of it, so that partners do not return in step. */
export const retryDelayMs = (failures: number, random: number): number => {
  const fullMs = Math.min(
    federationLimits.retryFirstMs * 2 ** Math.min(failures, 30),
    federationLimits.retryMostMs,
  );
  return Math.round(fullMs * (0.5 + random / 2));
};

export const createWakes = (needs: {
  timers: Timers;
  log: Log;
  attempt(party: PartyId, isStopped: () => boolean): Promise<'idle' | 'held'>;
}): Wakes => {
  const { timers, log } = needs;
  const watches = new Map<PartyId, Watch>();
  let stopped = false;
  const isStopped = (): boolean => stopped;

  const watchOf = (party: PartyId): Watch => {
    const known = watches.get(party);
    if (known) return known;
    const watch = { running: null, again: false, heardOf: false, failures: 0, cancelRetry: null };
    watches.set(party, watch);
    return watch;
  };

  const retryLater = (party: PartyId, watch: Watch, delayMs: number): void => {
    watch.cancelRetry = timers.after(delayMs, () => {
      watch.cancelRetry = null;
      run(party, watch);
    });
  };

  const settle = (party: PartyId, watch: Watch, outcome: 'idle' | 'held' | 'failed'): void => {
    watch.running = null;
    if (stopped) return;
    const { again, heardOf } = watch;
    if (outcome === 'failed') watch.failures += 1;
    else watch.failures = 0;
    if (outcome === 'idle' ? again : heardOf) run(party, watch);
    else if (outcome === 'failed')
      retryLater(party, watch, retryDelayMs(watch.failures - 1, timers.random()));
    else if (outcome === 'held') retryLater(party, watch, federationLimits.turnMs);
  };

  const run = (party: PartyId, watch: Watch): void => {
    watch.again = false;
    watch.heardOf = false;
    watch.running = needs.attempt(party, isStopped).then(
      (outcome) => settle(party, watch, outcome),
      (error: unknown) => {
        log.info({ party, failures: watch.failures + 1, reason: String(error) }, 'not delivered yet');
        settle(party, watch, 'failed');
      },
    );
  };

  const start = (party: PartyId, isContact: boolean): void => {
    if (stopped) return;
    const watch = watchOf(party);
    if (watch.running !== null) {
      watch.again = true;
      watch.heardOf ||= isContact;
      return;
    }
    if (watch.cancelRetry !== null) {
      if (!isContact) return;
      watch.cancelRetry();
      watch.cancelRetry = null;
    }
    run(party, watch);
  };

  return {
    wake: (party) => start(party, false),
    contact: (party) => start(party, true),
    stop: async () => {
      stopped = true;
      for (const watch of watches.values()) {
        watch.cancelRetry?.();
        watch.cancelRetry = null;
      }
      await Promise.all([...watches.values()].map((watch) => watch.running));
    },
  };
};
