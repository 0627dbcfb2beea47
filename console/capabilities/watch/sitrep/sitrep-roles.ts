import type { Role } from '../../../../server/kernel/decision.ts';

/** As the watch's rules have them; the node decides. */
const assemblers: readonly Role[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'centre-head',
  'contact-point',
];
export const mayAssembleHere = (role: Role): boolean => assemblers.includes(role);
