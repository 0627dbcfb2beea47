/** Plans as they stood: taken from the event and the register, kept once, read once by a process. */
import { randomUUID } from 'node:crypto';
import { canonical, sha256 } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { engagedElsewhere } from './duty-store.ts';
import { besideOthers } from './engagements.ts';
import type { TakenPlan } from './hindrance.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import * as store from './plan-store.ts';

/** A plan and what it is kept as. */
export interface ReadPlan {
  readonly id: string;
  readonly event: string;
  readonly plan: TakenPlan;
  readonly text: string;
  readonly hash: string;
}

/** Plans are never changed, so that a process keeps the latest that it read. */
export const createPlans = (needs: Pick<RosterNeeds, 'self' | 'clock' | 'source'>) => {
  const kept = new Map<string, ReadPlan>();
  const keep = (plan: ReadPlan): ReadPlan => {
    kept.delete(plan.id);
    kept.set(plan.id, plan);
    const [oldest] = kept.keys();
    if (kept.size > rosterLimits.plansKept && oldest !== undefined) kept.delete(oldest);
    return plan;
  };

  /** Keeps a plan, unless the same stands there already; its id. */
  const put = async (unit: Unit, event: string, plan: TakenPlan): Promise<string> => {
    const text = canonical(plan);
    const hash = sha256(text).toString('hex');
    const known = await store.findAlike(unit, event, hash);
    if (known !== null) return known;
    const id = randomUUID();
    const made_at = needs.clock.now();
    await unit.asHouse('roster', (house) =>
      store.insertPlan(house, { id, holder: needs.self, event, content: text, hash, made_at }),
    );
    return id;
  };

  return {
    put,
    /** The plan as it stands now, kept; faults where the event wants nobody or nobody is there. */
    take: async (unit: Unit, event: string): Promise<string> => {
      const plan = await needs.source.planOf(unit, event);
      if (plan === null) throw new Fault('access/absent');
      if (plan.posts.length === 0 || plan.units.length === 0) throw new Fault('roster/no-event');
      const units = plan.units.map(({ id }) => id);
      const elsewhere = await unit.asHouse('roster', (house) => engagedElsewhere(house, event, units));
      return put(unit, event, besideOthers(plan, elsewhere));
    },
    /** A plan that is there and that the reader of the unit may see: rows are asked each time. */
    read: async (unit: Unit, id: string): Promise<ReadPlan> => {
      const known = kept.get(id);
      if (known !== undefined) {
        if ((await store.findPlanFacts(unit, id)) === null) throw new Fault('access/absent');
        return keep(known);
      }
      const stored = await store.findPlan(unit, id);
      if (stored === null) throw new Fault('access/absent');
      const plan: TakenPlan = JSON.parse(stored.content);
      return keep({ id, event: stored.event, plan, text: stored.content, hash: stored.hash });
    },
  };
};
/** Plans of a node. */
export type Plans = ReturnType<typeof createPlans>;
