/** Duties for tests: an invented officer at an invented stadium. */

import type { DutyContent } from '../server/capabilities/roster/contract.ts';
import type { PlannedDuty } from '../server/capabilities/roster/duty.ts';
import { holder } from './cast.ts';

export const contentOf = (changes: Partial<DutyContent> = {}): DutyContent => ({
  event: 'Jeux',
  venue: 'Stade',
  zone: 'Europe/Paris',
  specialty: 'bomb-disposal',
  powers: [],
  task: null,
  hosts: [],
  ...changes,
});

export const dutyOf = (changes: Partial<PlannedDuty> = {}): PlannedDuty => ({
  unit: 'dog',
  post: 'gate',
  party: holder,
  officer: null,
  host: null,
  startsAt: '2029-07-26T15:00:00.000Z',
  endsAt: '2029-07-26T21:00:00.000Z',
  content: contentOf(),
  ...changes,
});
