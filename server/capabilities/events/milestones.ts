/** The days on which an event's preparation is looked at, worked out from its own days. Pure. */
import { type Day, dayMs, dayOf, later } from '../../kernel/time.ts';
import {
  type DueCode,
  type Milestone,
  type MilestoneKept,
  type MilestoneKind,
  milestoneKinds,
} from './contract.ts';

/** What is due at each, in the order in which it is done. */
export const dueAt: Readonly<Record<MilestoneKind, readonly DueCode[]>> = {
  't-8-weeks': ['risk-first', 'visitor-risk-asked', 'posts-drafted', 'specialists-asked'],
  't-2-weeks': ['risk-reviewed', 'visitor-risk-updated', 'officers-accredited', 'roster-published'],
  't-0': ['officers-paired', 'officers-briefed', 'contacts-checked'],
  after: ['officers-released', 'debriefed', 'lessons-kept'],
};

const shifted = (day: Day, days: number): Day => dayOf(later(`${day}T12:00:00.000Z`, days * dayMs));

/** Eight and two weeks before the first day, the first day, the day after the last. */
export const computedDay = (kind: MilestoneKind, firstDay: Day, lastDay: Day): Day => {
  switch (kind) {
    case 't-8-weeks':
      return shifted(firstDay, -56);
    case 't-2-weeks':
      return shifted(firstDay, -14);
    case 't-0':
      return firstDay;
    case 'after':
      return shifted(lastDay, 1);
  }
};

/** All four, with what was set by hand and what is done. */
export const milestonesOf = (
  { firstDay, lastDay }: { readonly firstDay: Day; readonly lastDay: Day },
  kept: readonly MilestoneKept[],
): Milestone[] =>
  milestoneKinds.map((kind) => {
    const own = kept.find((one) => one.kind === kind);
    const computed = computedDay(kind, firstDay, lastDay);
    return {
      ...{ kind, computedDay: computed, day: own?.day ?? computed },
      due: dueAt[kind].map((code) => ({ code, done: own?.done.includes(code) ?? false })),
      own: own?.own ?? [],
    };
  });
