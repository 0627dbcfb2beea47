/** The services, desks and people of a node; how people sign in. */
export type { Link, LinkState, Me, NewPerson } from './contract.ts';
export type { DemoAccount, DemoPerson } from './demo-service.ts';
export type { Links } from './links-service.ts';
export * as partiesPolicy from './policy.ts';
export { createParties, type Parties, type PartiesNeeds } from './service.ts';

/** Where this capability's migrations are, for `migrate`. */
export const partiesMigrations = {
  name: 'parties',
  folder: new URL('./migrations', import.meta.url).pathname,
} as const;
