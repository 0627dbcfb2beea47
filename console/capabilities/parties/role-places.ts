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

/** Roles whose page says in words what they see and do here. */
export const describedRoles = ['administrator', 'data-protection-officer', 'observer'] as const;
export type DescribedRole = (typeof describedRoles)[number];
export const describedRole = (role: Role): DescribedRole | null =>
  describedRoles.find((entry) => entry === role) ?? null;

export type HomePlace = 'people' | 'role' | 'inbox' | 'to-release';

/** What a role sees first. */
export const homeOf = (role: Role): HomePlace => {
  if (role === 'contact-point') return 'to-release';
  if (role === 'administrator') return 'people';
  return describedRole(role) === null ? 'inbox' : 'role';
};
