/**
 * When to try to send to each partner: at once when something waits, later and later while nobody answers.
 */
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

/** Doubles up to the limit; between half and all of it, so that partners do not return in step. */
export const retryDelayMs = (failures: number, random: number): number => {
  const fullMs = Math.min(
    federationLimits.retryFirstMs * 2 ** Math.min(failures, 30),
    federationLimits.retryMostMs,
  );
  return Math.round(fullMs * (0.5 + random / 2));
};

/** How an attempt ended: nothing waits, or another process has the turn, for so long. */
export type Outcome = { readonly kind: 'idle' } | { readonly kind: 'held'; readonly forMs: number };

interface WakeNeeds {
  readonly timers: Timers;
  readonly log: Log;
  attempt(party: PartyId, isStopped: () => boolean): Promise<Outcome>;
}

/** The attempts to send to one party: one at a time. */
class Watch {
  readonly #party: PartyId;
  readonly #needs: WakeNeeds;
  #running: Promise<void> | null = null;
  /** Something came while an attempt was running that it may not have seen. */
  #again = false;
  #heardOf = false;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  #stopped = false;

  constructor(party: PartyId, needs: WakeNeeds) {
    this.#party = party;
    this.#needs = needs;
  }

  start(isContact: boolean): void {
    if (this.#stopped) return;
    if (this.#running !== null) {
      this.#again = true;
      this.#heardOf ||= isContact;
      return;
    }
    // While a retry is due, only word of the partner is a reason to try earlier.
    if (this.#cancelRetry !== null && !isContact) return;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    await this.#running;
  }

  #run(): void {
    this.#again = false;
    this.#heardOf = false;
    const { attempt, log } = this.#needs;
    this.#running = attempt(this.#party, () => this.#stopped).then(
      (outcome) => this.#finish(outcome),
      (error: unknown) => {
        log.info({ party: this.#party, reason: String(error) }, 'not delivered yet');
        this.#finish({ kind: 'failed' });
      },
    );
  }

  #finish(outcome: Outcome | { readonly kind: 'failed' }): void {
    const { timers } = this.#needs;
    this.#running = null;
    this.#failures = outcome.kind === 'failed' ? this.#failures + 1 : 0;
    if (this.#stopped) return;
    if (outcome.kind === 'idle' ? this.#again : this.#heardOf) this.#run();
    else if (outcome.kind === 'failed') this.#retryAfter(retryDelayMs(this.#failures - 1, timers.random()));
    // A process that died with the turn leaves it to us when it runs out, and no later.
    else if (outcome.kind === 'held')
      this.#retryAfter(Math.min(Math.max(outcome.forMs, 0), federationLimits.turnMs));
  }

  #retryAfter(delayMs: number): void {
    this.#cancelRetry = this.#needs.timers.after(delayMs, () => {
      this.#cancelRetry = null;
      this.#run();
    });
  }
}

/** Opens the watches over all partners. */
export const createWakes = (needs: WakeNeeds): Wakes => {
  const watches = new Map<PartyId, Watch>();
  let stopped = false;
  const start = (party: PartyId, isContact: boolean): void => {
    if (stopped) return;
    const watch = watches.get(party) ?? new Watch(party, needs);
    watches.set(party, watch);
    watch.start(isContact);
  };
  return {
    wake: (party) => start(party, false),
    contact: (party) => start(party, true),
    stop: async () => {
      stopped = true;
      await Promise.all([...watches.values()].map((watch) => watch.stop()));
    },
  };
};
