/** What must hold of what is written of officers, beyond its form. Pure. */
import { Fault } from '../../../kernel/faults.ts';
import { dayMs, dayOf, type Instant, isDay, later } from '../../../kernel/time.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';
import type { Grounds, Profile } from './contract.ts';
import type { Period } from './taskable.ts';
import { profileProblem } from './unit.ts';

/** Days for which data on officers is kept at most. */
export const keptDays = 730;

/** A date on which it goes, not too far off; reviewed before. */
export const requireGrounds = ({ reviewOn, eraseOn }: Grounds, at: Instant): void => {
  const today = dayOf(at);
  const isSound =
    isDay(reviewOn) &&
    isDay(eraseOn) &&
    eraseOn > today &&
    reviewOn <= eraseOn &&
    eraseOn <= dayOf(later(at, keptDays * dayMs));
  if (!isSound) throw new Fault('assistance/dates-unsound');
};

/** A profile in order, of the specialty that was accepted where there is one. */
export const requireProfile = (profile: Profile, row: number, specialty: Specialty | null): void => {
  const problem =
    specialty !== null && profile.specialty !== specialty ? 'specialty' : profileProblem(profile);
  if (problem !== null) throw new Fault('assistance/profile-unsound', { row, problem });
};

export const requirePeriod = ({ from, until }: Period): void => {
  if (from >= until) throw new Fault('assistance/dates-unsound');
};
