/** Events: a major event, its venues and sessions, what else is to be protected, and the posts it wants. */
import './faults.ts';

export type { MajorEvent, Name, Point } from './contract.ts';
export { eventsLimits } from './contract.ts';
export type { EventsNeeds } from './keeping-service.ts';
export type { ProtectedObject, Venue } from './place-contract.ts';
export * as eventsPolicy from './policy.ts';
export type { Post, PostDraft, PostFilter, PostOrigin, PostPlace } from './post-contract.ts';
export type { PostDemand } from './post-store.ts';
export type { NewPost, PostWriting } from './posts-service.ts';
export { createEvents, type Events, type EventsReading } from './service.ts';
export type { Session } from './session-contract.ts';
