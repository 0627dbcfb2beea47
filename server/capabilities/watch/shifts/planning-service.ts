/** The verb that plans shifts: within the days that are planned, each shift of a desk once. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type DeskId, newId, type PartyId, type PersonId } from '../../../kernel/ids.ts';
import { type Clock, dayMs, type Instant, later } from '../../../kernel/time.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import { type NewShift, type Rota, type Shift, shiftLimits } from './contract.ts';
import { mayPlan } from './policy.ts';
import { momentsOf, type StoredShift } from './shift.ts';
import * as store from './shift-store.ts';

/** What the verb that plans needs, by name. */
export interface PlanningNeeds {
  readonly verbs: Verbs;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly timeZone: string;
  /** Ids of this service's people; asked outside any transaction. */
  colleagues(): Promise<ReadonlySet<PersonId>>;
  isDesk(desk: DeskId): Promise<boolean>;
}

type Moments = NonNullable<ReturnType<typeof momentsOf>>;

/** A fault where a shift begins further from today than anyone plans: a year that was typed wrongly. */
const requireNear = (moments: Moments, now: Instant, zone: string): void => {
  const dayAt = (days: number): string => wallTimeOf(zone, later(now, days * dayMs)).day;
  const [first, last] = [dayAt(-shiftLimits.plannedBackDays), dayAt(shiftLimits.plannedAheadDays)];
  const days = moments.map(({ startsAt }) => wallTimeOf(zone, startsAt).day);
  if (days.some((day) => day < first || day > last)) throw new Fault('watch/shift-too-far', { first, last });
};

/** A fault where the desk has one of these shifts already. */
const requireNew = async (unit: Unit, desk: DeskId, moments: Moments, zone: string): Promise<void> => {
  await store.lockRota(unit);
  const there = await store.shiftsAt(unit, desk, moments);
  const days = there.map((at) => wallTimeOf(zone, at).day);
  if (days.length > 0) throw new Fault('watch/shift-there-already', { days });
};

/** Makes one shift, or the same on several days, by the clock of the node's zone. */
export const createPlanning = (needs: PlanningNeeds, present: (shift: StoredShift) => Shift) => {
  const { verbs, clock, self, live, timeZone } = needs;

  return async (actor: Actor, given: NewShift): Promise<Rota> => {
    const colleagues = await needs.colleagues();
    const isDesk = await needs.isDesk(given.desk);
    return verbs.run({ actor, verb: 'watch.plan-shifts', subject: given.desk }, async (work) => {
      work.permit(mayPlan(actor, self));
      const moments = momentsOf(given, timeZone);
      const fields = [
        ...(isDesk ? [] : ['desk']),
        ...(moments === null ? ['day'] : []),
        ...(given.officers.every((officer) => colleagues.has(officer)) ? [] : ['officers']),
      ];
      if (moments === null || fields.length > 0) throw new Fault('watch/shift-unsound', { fields });
      requireNear(moments, clock.now(), timeZone);
      await requireNew(work.unit, given.desk, moments, timeZone);
      const shifts: StoredShift[] = [];
      for (const moment of moments) {
        const shift = {
          id: newId('shift'),
          holder: self,
          desk: given.desk,
          officers: given.officers,
          ...moment,
          cancelledAt: null,
        };
        await store.insertShift(work.unit, shift, { by: actorName(actor), at: clock.now() });
        shifts.push(shift);
        await live.announce(work.unit, { topic: 'watch.shift', id: shift.id });
      }
      work.note({ shifts: shifts.map(({ id }) => id), from: given.from, to: given.to });
      return { shifts: shifts.map((shift) => present(shift)), timeZone };
    });
  };
};
