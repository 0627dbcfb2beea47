/**
 * The day's share of what is asked again: under each new key standing watches are sent anew, and count for
 * the partner as they did before. As many go as the day has room for; the rest waits for the next.
 */
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Agreement } from '../agreements/index.ts';
import * as checks from './check-store.ts';
import type { MatchingNeeds } from './needs-service.ts';
import * as uses from './use-store.ts';

type Asked = Pick<
  checks.StoredCheck,
  'id' | 'agreement' | 'partner' | 'officer' | 'question' | 'fault' | 'sent'
>;

/** Whether it was sent and counted before; what a partner refused for its epoch he did not count. */
const isAgain = ({ question, fault }: Asked): boolean =>
  question !== null && fault !== 'matching/other-epoch';

export const createShares = ({ agreements, clock, database, house, live }: MatchingNeeds) => {
  const today = (): Day => dayOf(clock.now());

  const hasRoom = async (unit: Unit, check: Asked, agreement: Agreement): Promise<boolean> => {
    await uses.lockUse(unit, check);
    const { all } = await uses.usedSince(unit, check, `${today()}T00:00:00.000Z`);
    return all + check.sent <= (agreement.matching?.perDay ?? 0);
  };

  /** Whether the partner refused it today as more than was agreed. */
  const isRefusedToday = async (unit: Unit, check: Asked): Promise<boolean> => {
    if (check.fault !== 'matching/quota-spent') return false;
    const last = await uses.lastUse(unit, check.id);
    return last !== null && dayOf(last) === today();
  };

  return {
    /** Whether it has to wait for another day; whoever asked it is told so. */
    isHeldBack: (check: Asked): Promise<boolean> =>
      database.transact(house, async (unit) => {
        if (await isRefusedToday(unit, check)) return true;
        const agreement = isAgain(check) ? await agreements.find(unit, check.agreement) : null;
        if (agreement === null || (await hasRoom(unit, check, agreement))) return false;
        if (await checks.waitForShare(unit, check.id))
          await live.announce(unit, { topic: 'matching.check', id: check.id });
        return true;
      }),

    /** Takes what it costs of the day's share; false where there is no room for it any more. */
    take: async (unit: Unit, check: Asked, agreement: Agreement): Promise<boolean> => {
      if (!isAgain(check)) return true;
      if (!(await hasRoom(unit, check, agreement))) return false;
      await uses.noteUse(unit, check.id, clock.now());
      return true;
    },
  };
};
