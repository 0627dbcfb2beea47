/** The services, desks and people of a node; how people sign in. */
export type { DemoAccount, DemoPerson } from './demo-service.ts';
export { partiesFaults } from './faults.ts';
export type { LinkIdentity, Links } from './links.ts';
export { guardedRoles, guestRoles } from './person.ts';
export { createParties, type Parties, type PartiesNeeds } from './service.ts';
export type { SingleSignOn } from './single-sign-on.ts';
export type { ServiceName } from './views.ts';

/** Where this capability's migrations are, for `migrate`. */
export const partiesMigrations = {
  name: 'parties',
  folder: new URL('./migrations', import.meta.url).pathname,
} as const;
