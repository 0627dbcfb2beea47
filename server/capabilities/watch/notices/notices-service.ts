/**
 * Notices that an alert waits, by the ways that the node's owner has opened; none by default. Queued with
 * what calls for them, given afterwards, tried again, and each attempt journalled.
 */
import type { SystemActor } from '../../../kernel/decision.ts';
import type { Language } from '../../../kernel/faults.ts';
import type { AlertId } from '../../../kernel/ids.ts';
import { type Clock, later } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { NoticeWay } from '../../../plumbing/outward/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import { mayList } from '../policy.ts';
import { nextAttempt, noticeLimits, type Occasion, pointerOf } from './notice.ts';
import * as store from './notice-store.ts';

/** What notices need, by name. */
export interface NoticeNeeds {
  readonly verbs: Verbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly house: SystemActor;
  /** The ways that the node's owner has opened. */
  readonly ways: readonly NoticeWay[];
  readonly service: { readonly languages: readonly Language[]; readonly publicAddress: string };
}

/** Notices as the watch uses them. */
export interface Notices {
  /** In the transaction of what calls for it. */
  queue(unit: Unit, alert: AlertId, occasion: Occasion): Promise<void>;
  /** Gives what is due. */
  giveDue(): Promise<void>;
}

export const createNotices = (needs: NoticeNeeds): Notices => {
  const { verbs, database, clock, house, ways, service } = needs;

  /** What went wrong, in a word that gives no content away. */
  const failureOf = (error: unknown): string =>
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'refused';

  const attempt = async (notice: store.StoredNotice): Promise<string | null> => {
    const way = ways.find(({ name }) => name === notice.way);
    if (way === undefined) return 'closed';
    try {
      await way.give(pointerOf(notice.id, service.languages, service.publicAddress));
      return null;
    } catch (error) {
      return failureOf(error);
    }
  };

  const settle = (notice: store.StoredNotice, failure: string | null): Promise<void> =>
    verbs.run({ actor: house, verb: 'watch.give-notice', subject: notice.alert }, async (work) => {
      work.permit(mayList(house));
      const { id, way, occasion, attempts } = notice;
      const now = clock.now();
      const next = failure === null ? null : nextAttempt(attempts, now);
      if (next !== null) await store.settleNotice(work.unit, id, { state: 'waiting', next });
      else
        await store.settleNotice(work.unit, id, { state: failure === null ? 'given' : 'given-up', at: now });
      work.note({ way, occasion, attempt: attempts, ...(failure === null ? {} : { failure }) });
    });

  return {
    queue: (unit, alert, occasion) =>
      unit.asHouse('watch', async (part) => {
        for (const { name: way } of ways)
          await store.insertNotice(part, { id: crypto.randomUUID(), alert, occasion, way, at: clock.now() });
      }),
    giveDue: async () => {
      if (ways.length === 0) return;
      const now = clock.now();
      const until = later(now, noticeLimits.claimMs);
      const due = await database.transact(house, (unit) => store.claimDue(unit, now, until));
      for (const notice of due)
        if (notice.needed) await settle(notice, await attempt(notice));
        else
          await database.transact(house, (unit) =>
            store.settleNotice(unit, notice.id, { state: 'needless', at: clock.now() }),
          );
    },
  };
};
