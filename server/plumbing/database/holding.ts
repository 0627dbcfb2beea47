/** Holds on to a folder's server: when the server breaks down it is brought back and the lock taken again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';

const firstDelayMs = 100;
const longestDelayMs = 5_000;

export interface Held {
  readonly pid: number;
  /** The connection that holds the lock. */
  readonly holder: Client;
}

/**
 * `bringBack` adopts or starts the server and takes the lock; it is tried until it succeeds or `end` is
 * called.
 */
export const keepHeld = (needs: {
  first: Held;
  bringBack: () => Promise<Held>;
  say: (line: string) => void;
}): { end(): Promise<Held> } => {
  const { first, bringBack, say } = needs;
  let held = first;
  let ending = false;
  let renewing: Promise<void> = Promise.resolve();

  const renew = async (): Promise<void> => {
    say('the database server broke down; bringing it back');
    for (let delayMs = firstDelayMs; !ending; delayMs = Math.min(delayMs * 2, longestDelayMs)) {
      try {
        held = await bringBack();
        watch();
        return;
      } catch (failure) {
        say(failure instanceof Error ? failure.message : String(failure));
        await wait(delayMs);
      }
    }
  };
  const watch = (): void => {
    held.holder.once('end', () => {
      if (!ending) renewing = renew();
    });
  };

  watch();
  return {
    async end() {
      ending = true;
      await renewing;
      return held;
    },
  };
};
