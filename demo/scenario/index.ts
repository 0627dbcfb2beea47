/** The Paris 2024 demo world, as data. */
export { agreements, circles } from './agreements.ts';
export { demoEvent, demoSessions, demoVenues, expectedAbroad } from './event.ts';
export { items } from './items.ts';
export { journey, type Step } from './journey.ts';
export { resolveMarking } from './markings.ts';
export { inventedOfficer, inventedService, inventedVisitors } from './officers.ts';
export { connectors, type PersonRole, people } from './people.ts';
export { requests, type ScenarioRequest } from './requests.ts';
export { desks, services } from './services.ts';
export type { StixObject } from './stix-objects.ts';
export { watchAlert, watchLines } from './watch.ts';
export * from './world.ts';
