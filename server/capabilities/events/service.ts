/** Events put together; main.ts opens it after matching. */

import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import type { MajorEvent } from './contract.ts';
import { createEventVerbs } from './event-service.ts';
import { findEvent, listEvents } from './event-store.ts';
import { createImports } from './imports/imports-service.ts';
import { createPlanner } from './imports/planner-service.ts';
import { registerImports } from './imports/routes.ts';
import type { RestsOn } from './imports/undoing-service.ts';
import { createKeeping, type EventsNeeds } from './keeping-service.ts';
import { createAlike } from './merging/alike-service.ts';
import { createMerging } from './merging/merging-service.ts';
import { registerMerging } from './merging/routes.ts';
import type { ProtectedObject, Venue } from './place-contract.ts';
import { listObjects, listVenues } from './place-store.ts';
import { createPlaceVerbs } from './places-service.ts';
import type { Post, PostFilter } from './post-contract.ts';
import { allPosts, listDemand, type PostDemand } from './post-store.ts';
import { createPostVerbs, createPostWriting, type PostWriting } from './posts-service.ts';
import { assessedOf } from './risk/facts-store.ts';
import type { RiskSources } from './risk/needs-service.ts';
import { createRisk } from './risk/service.ts';
import { registerEvents, registerPlaces, registerPosts, registerSessions } from './routes.ts';
import type { Session } from './session-contract.ts';
import { allSessions } from './session-store.ts';
import { createSessionVerbs } from './sessions-service.ts';
import type { Team } from './team-contract.ts';
import { listTeams } from './team-store.ts';

/**
 * What later capabilities read of events, in their own transaction and as its reader: row security shows
 * it to those whom policy.ts names, and nothing to others. Who needs it for somebody else reads as the house.
 */
export interface EventsReading {
  events(unit: Unit): Promise<readonly MajorEvent[]>;
  /** Null where there is none for this reader. */
  event(unit: Unit, id: string): Promise<MajorEvent | null>;
  /** Cancelled ones too: their state says so. */
  venues(unit: Unit, event: string): Promise<readonly Venue[]>;
  objects(unit: Unit, event: string): Promise<readonly ProtectedObject[]>;
  /** With their units; cancelled ones too. */
  sessions(unit: Unit, event: string): Promise<readonly Session[]>;
  /** Those that withdrew too. */
  teams(unit: Unit, event: string): Promise<readonly Team[]>;
  /** Those that stand, in the order in which they begin, up to `eventsLimits.posts`. */
  posts(unit: Unit, event: string, wanted: PostFilter): Promise<readonly Post[]>;
  /** What those that are not over want, for counting: without reasons, priorities and points. */
  demand(unit: Unit, event: string, now: Instant): Promise<readonly PostDemand[]>;
}

/** Events as a node runs them. */
export interface Events {
  readonly reading: EventsReading;
  /** Writes many posts in the caller's transaction. */
  readonly posts: PostWriting;
  registerRoutes(app: HttpApp): void;
}

/** Opens events. Its verbs throw the faults of their policy and of faults.ts. */
export const createEvents = (
  needs: EventsNeeds &
    RiskSources & {
      readonly scheduler: Scheduler;
      /** The folder of the program: files and names are compared in a thread of their own. */
      readonly program: string;
    },
): Events => {
  const keeping = createKeeping(needs);
  const planner = createPlanner(needs.program);
  const posts = createPostWriting(needs);
  const risk = createRisk({ ...needs, posts });
  /** What keeps an import from being undone, beside posts and sessions. */
  const restsOn: readonly RestsOn[] = [assessedOf];
  return {
    reading: {
      events: listEvents,
      event: findEvent,
      venues: listVenues,
      objects: listObjects,
      sessions: allSessions,
      teams: listTeams,
      posts: allPosts,
      demand: listDemand,
    },
    posts,
    registerRoutes: (app) => {
      registerEvents(app, createEventVerbs(needs));
      registerPlaces(app, createPlaceVerbs(needs, keeping));
      registerSessions(app, createSessionVerbs(needs, keeping));
      registerPosts(app, createPostVerbs(needs, posts));
      risk.registerRoutes(app);
      registerImports(app, createImports({ ...needs, planner }, keeping, restsOn));
      registerMerging(app, createAlike(needs, planner), createMerging(needs, keeping, posts));
    },
  };
};
