/** Where things of events stand in the console, and who finds them there. */
import type { Role } from '../../../server/kernel/decision.ts';

export const tabs = ['overview', 'venues', 'sessions', 'objects', 'posts', 'teams', 'imports'] as const;
export type Tab = (typeof tabs)[number];

/** As the rules of the node have them. */
const readers: readonly Role[] = [
  'event-planner',
  'centre-head',
  'contact-point',
  'watch-officer',
  'operation-commander',
];
export const mayReadEvents = (role: Role): boolean => readers.includes(role);
export const mayPlan = (role: Role): boolean => role === 'event-planner';

export interface EventSearch {
  readonly tab?: Tab;
  readonly q?: string;
  readonly day?: string;
  readonly venue?: string;
  readonly state?: string;
}
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What the address says of what is shown. */
export const readEventSearch = (search: Record<string, unknown>): EventSearch => {
  const tab = tabs.find((one) => one === search.tab);
  const [q, day, venue, state] = [text(search.q), text(search.day), text(search.venue), text(search.state)];
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(q === undefined ? {} : { q }),
    ...(day === undefined ? {} : { day }),
    ...(venue === undefined ? {} : { venue }),
    ...(state === undefined ? {} : { state }),
  };
};
