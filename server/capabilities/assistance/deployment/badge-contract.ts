/** What a phone needs to check a badge by itself. Browsers import it. */

export { powerWords, specialtyWords } from '../../../plumbing/specialties/index.ts';
export {
  type BadgeCheck,
  type BadgeStatement,
  type BadgeVerdict,
  checkBadge,
  openRevocations,
} from './badge-code.ts';
