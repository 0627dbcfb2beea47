/** An invented officer in order, for tests. Pure. */
import type { Profile } from '../server/capabilities/assistance/deployment/contract.ts';

/** A dog team with papers that hold, changed where a test says so. */
export const aProfile = (changes: Partial<Profile> = {}): Profile => ({
  nameLatin: 'Youssef EL AMRANI',
  nameArabic: 'يوسف العمراني',
  service: 'DGSN',
  rank: 'Inspecteur',
  specialty: 'explosive-dog',
  skills: [],
  languages: ['ar', 'fr'],
  powers: ['search'],
  arms: [],
  dog: { name: 'Rex', chip: '504000000000001' },
  certificates: [
    { kind: 'dog-team', number: 'C-1', issued: '2029-01-01', expires: '2029-12-31' },
    { kind: 'dog-health', number: 'V-1', issued: '2029-01-01', expires: '2029-12-31' },
  ],
  phone: '',
  home: null,
  available: { from: '2029-07-01T00:00:00.000Z', until: '2029-07-20T00:00:00.000Z' },
  hoursPerDay: 12,
  hoursPer7Days: 60,
  teamSize: 1,
  ...changes,
});
