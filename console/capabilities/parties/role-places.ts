/**
 * Where a role begins, and which places are worth showing to it. The node decides what may be done there;
 * this only keeps a reader from doors that are closed to him.
 */
import type { Role } from '../../../server/kernel/decision.ts';

/** As exchange's rules have them. */
const writers: readonly Role[] = [
  'watch-officer',
  'liaison-officer',
  'analyst',
  'centre-head',
  'event-planner',
  'operation-commander',
  'field-officer',
  'host-officer',
  'contact-point',
];
const withoutContent: readonly Role[] = ['administrator', 'data-protection-officer'];

export const mayWrite = (role: Role): boolean => writers.includes(role);
export const mayReadItems = (role: Role): boolean => !withoutContent.includes(role);

export type HomePlace = 'people' | 'role' | 'inbox' | 'to-release' | 'accesses';

/** What a role sees first. */
export const homeOf = (role: Role): HomePlace => {
  switch (role) {
    case 'contact-point':
      return 'to-release';
    case 'administrator':
      return 'people';
    case 'data-protection-officer':
      return 'accesses';
    case 'observer':
      return 'role';
    default:
      return 'inbox';
  }
};
