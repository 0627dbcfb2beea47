/** Counts sign-in attempts per account and per source address, and refuses while either is blocked. */

import type { SystemActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type Clock, later } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Journal } from '../../plumbing/journal/index.ts';
import { charge, refund } from './back-off.ts';
import { accountBackOff, addressBackOff, type BackOff } from './limits.ts';
import { tokenHash } from './random-token.ts';
import { deleteAttempts, deleteQuietAttempts, lockAttempts, writeAttempts } from './sessions-store.ts';

export interface AttemptKeys {
  /** What is guessed at: an e-mail address as typed, or a person's second factor. */
  readonly account: string;
  /** Where the request came from. */
  readonly address: string;
}

export interface Attempts {
  /** Charges one attempt to both, or throws `parties/locked`; journals the lock-out, not its every knock. */
  take(keys: AttemptKeys): Promise<void>;
  /** After a success: the account's failures are forgotten, the address gets its charge back. */
  forgive(unit: Unit, keys: AttemptKeys): Promise<void>;
  /** Drops counts that no longer matter. */
  sweep(unit: Unit): Promise<void>;
}

export const createAttempts = (needs: {
  database: Database;
  journal: Journal;
  clock: Clock;
  node: SystemActor;
}): Attempts => {
  const { database, journal, clock, node } = needs;
  const rowsOf = (keys: AttemptKeys): readonly { hash: string; limits: BackOff; what: string }[] => [
    { hash: tokenHash(`address:${keys.address}`), limits: addressBackOff, what: 'address' },
    { hash: tokenHash(`account:${keys.account}`), limits: accountBackOff, what: 'account' },
  ];
  return {
    take: async (keys) => {
      const waitMs = await database.transact(node, async (unit) => {
        const now = clock.now();
        const charged = [];
        for (const { hash, limits, what } of rowsOf(keys)) {
          const result = charge(await lockAttempts(unit, hash, now), now, limits);
          if (result.kind === 'blocked') return result.waitMs;
          charged.push({ hash, what, attempts: result.attempts });
        }
        for (const { hash, what, attempts } of charged) {
          await writeAttempts(unit, hash, attempts);
          if (attempts.blockedUntil === null) continue;
          const details = { of: what, failures: attempts.failures, until: attempts.blockedUntil };
          await journal.append(unit, {
            actor: node,
            verb: 'parties.lock-out',
            subject: null,
            outcome: 'done',
            rule: 'too-many-failures',
            details,
          });
        }
        return 0;
      });
      if (waitMs > 0) throw new Fault('parties/locked', { waitSeconds: Math.ceil(waitMs / 1000) });
    },
    forgive: async (unit, keys) => {
      const now = clock.now();
      for (const { hash, limits, what } of rowsOf(keys)) {
        if (what === 'account') {
          await deleteAttempts(unit, hash);
          continue;
        }
        const attempts = await lockAttempts(unit, hash, now);
        if (attempts !== null) await writeAttempts(unit, hash, refund(attempts, limits));
      }
    },
    sweep: (unit) => deleteQuietAttempts(unit, later(clock.now(), -accountBackOff.forgetMs)),
  };
};
