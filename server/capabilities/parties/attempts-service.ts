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

interface Counted {
  readonly hash: string;
  readonly limits: BackOff;
  readonly of: 'account' | 'address';
}
/** The address first, always: two that lock the same rows in the same order cannot block each other. */
const countedOf = (keys: AttemptKeys): readonly Counted[] => [
  { hash: tokenHash(`address:${keys.address}`), limits: addressBackOff, of: 'address' },
  { hash: tokenHash(`account:${keys.account}`), limits: accountBackOff, of: 'account' },
];

interface AttemptNeeds {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly node: SystemActor;
}

/** Charges both, or neither; returns how long to wait, 0 when charged. */
const chargeAll = async (unit: Unit, needs: AttemptNeeds, keys: AttemptKeys): Promise<number> => {
  const now = needs.clock.now();
  const charged = [];
  for (const { hash, limits, of } of countedOf(keys)) {
    const result = charge(await lockAttempts(unit, hash, now), now, limits);
    if (result.kind === 'blocked') return result.waitMs;
    charged.push({ hash, of, attempts: result.attempts });
  }
  for (const { hash, of, attempts } of charged) {
    await writeAttempts(unit, hash, attempts);
    if (attempts.blockedUntil === null) continue;
    await needs.journal.append(unit, {
      actor: needs.node,
      verb: 'parties.lock-out',
      subject: null,
      outcome: 'done',
      rule: 'too-many-failures',
      details: { of, failures: attempts.failures, until: attempts.blockedUntil },
    });
  }
  return 0;
};

export const createAttempts = (needs: AttemptNeeds): Attempts => ({
  take: async (keys) => {
    const waitMs = await needs.database.transact(needs.node, (unit) => chargeAll(unit, needs, keys));
    if (waitMs > 0) throw new Fault('parties/locked', { waitSeconds: Math.ceil(waitMs / 1000) });
  },
  forgive: async (unit, keys) => {
    const now = needs.clock.now();
    for (const { hash, limits, of } of countedOf(keys)) {
      const attempts = of === 'address' ? await lockAttempts(unit, hash, now) : null;
      if (attempts === null) await deleteAttempts(unit, hash);
      else await writeAttempts(unit, hash, refund(attempts, limits));
    }
  },
  sweep: (unit) => deleteQuietAttempts(unit, later(needs.clock.now(), -accountBackOff.forgetMs)),
});
