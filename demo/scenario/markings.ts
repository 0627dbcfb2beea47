/** Ready markings of the demo items, and their days and parties made real. */
import type { PartyId } from '../../server/kernel/ids.ts';
import type { Marking } from '../../server/kernel/marking.ts';
import { type Day, dayMs, dayOf, later } from '../../server/kernel/time.ts';
import type { NodeKey, ScenarioMarking } from './world.ts';

type Change = Partial<ScenarioMarking> & Pick<ScenarioMarking, 'releasableTo' | 'legalBasis'>;

/** Security of the Games, no person named: kept for the event and its debrief. */
export const eventMarking = (change: Change): ScenarioMarking => ({
  tlp: 'amber',
  pap: 'amber',
  handling: ['H0'],
  field: 'event-security',
  purpose: 'event-protection',
  personCategories: [],
  reviewInDays: 90,
  eraseInDays: 365,
  ...change,
});

/** Concerns a person: stricter handling, shorter life. */
export const personMarking = (
  change: Change & Pick<ScenarioMarking, 'field' | 'purpose' | 'personCategories'>,
): ScenarioMarking => ({
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1', 'H2'],
  reviewInDays: 60,
  eraseInDays: 180,
  ...change,
});

/** The marking on the day of seeding, between parties that now have their ids. */
export const resolveMarking = (
  { releasableTo, reviewInDays, eraseInDays, ...marking }: ScenarioMarking,
  parties: Readonly<Record<NodeKey, PartyId>>,
  today: Day,
): Marking => ({
  ...marking,
  releasableTo: releasableTo.map((node) => parties[node]),
  reviewOn: dayAfter(today, reviewInDays),
  eraseOn: dayAfter(today, eraseInDays),
});

/** The day `days` days after `day`. */
export const dayAfter = (day: Day, days: number): Day => dayOf(later(`${day}T00:00:00.000Z`, days * dayMs));
