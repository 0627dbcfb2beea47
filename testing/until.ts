/** Waiting for what another process or connection will do, without a sleep of a guessed length. */
import { setTimeout as wait } from 'node:timers/promises';

const defaultWithinMs = 5_000;
const defaultEveryMs = 20;

/**
 * Asks again until the condition holds, and returns what it returned. A condition holds when it neither
 * throws nor returns `false`, `null` or `undefined`. When `withinMs` have passed it throws, with the last
 * failure as its cause.
 */
export const until = async <T>(
  condition: () => T | Promise<T>,
  { withinMs = defaultWithinMs, everyMs = defaultEveryMs }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> => {
  const endsAt = performance.now() + withinMs;
  for (;;) {
    let failure: unknown;
    try {
      const result = await condition();
      if (result !== null && result !== undefined && result !== false) return result;
      failure = new Error(`the condition gave ${String(result)}`);
    } catch (thrown) {
      failure = thrown;
    }
    if (performance.now() >= endsAt) {
      const last = failure instanceof Error ? failure.message : String(failure);
      throw new Error(`not within ${withinMs} ms; the last failure: ${last}`, { cause: failure });
    }
    await wait(everyMs);
  }
};
