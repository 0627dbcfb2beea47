/** Specialties, powers, and what a post or an ask wants of an officer, in three languages. Pure. */
export { certificateKinds, stepKinds, vettingGrounds } from './deployments.ts';
export {
  hasAll,
  languageCodeSchema,
  type Power,
  powers,
  type Requirement,
  requirementLimits,
  requirementSchema,
  type Specialty,
  specialties,
} from './specialties.ts';
export { powerWords, specialtyWords } from './words.ts';
