/** What a phone needs to check a badge by itself. Browsers import it. */

export { powerWords, specialtyWords } from '../../../plumbing/specialties/index.ts';
export {
  type BadgeCheck,
  type BadgeKeys,
  type BadgeVerdict,
  checkBadge,
  openRevocations,
  readBadgeKeys,
} from './badge-check.ts';
export type { BadgeStatement } from './badge-code.ts';
