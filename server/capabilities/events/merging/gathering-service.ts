/** What two venues hold, as merging them looks at it. */
import { contentHash } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { eventsLimits } from '../contract.ts';
import { codesOf } from '../imports/source-store.ts';
import { requireSound } from '../keeping-service.ts';
import { venueErrors } from '../place.ts';
import type { Venue } from '../place-contract.ts';
import { listVenues } from '../place-store.ts';
import { postsAt, type StoredPost } from '../post-store.ts';
import type { NewVersion } from '../risk/assessment-store.ts';
import { versionsInto } from '../risk/carrying-store.ts';
import type { Session } from '../session-contract.ts';
import { sessionsAt } from '../session-store.ts';
import type { MergeWhich } from './contract.ts';
import { takeOver } from './merge.ts';

export interface Gathered {
  readonly stays: Venue;
  readonly goes: Venue;
  /** The venue that stays, with what it takes over. */
  readonly after: Venue;
  readonly sessions: readonly Session[];
  readonly posts: readonly StoredPost[];
  readonly over: readonly NewVersion[];
  readonly outdone: number;
  readonly codes: readonly string[];
  /** Stands for all of it. */
  readonly digest: string;
}

/** The venue that stays as it will be. Faults: `events/unsound`, `events/too-many`. */
const afterwards = (stays: Venue, goes: Venue): Venue => {
  const after = takeOver(stays, goes);
  requireSound(venueErrors(after));
  for (const parts of ['zones', 'gates'] as const)
    if (after[parts].length > eventsLimits[parts])
      throw new Fault('events/too-many', { limit: eventsLimits[parts] });
  return after;
};

/** Fault: `access/absent` where one of the two is not there. */
export const gather = async (unit: Unit, event: string, which: MergeWhich): Promise<Gathered> => {
  const venues = await listVenues(unit, event);
  const [stays, goes] = [which.stays, which.goes].map((id) => venues.find((venue) => venue.id === id));
  if (stays === undefined || goes === undefined) throw new Fault('access/absent');
  if (stays === goes) throw new Fault('events/unsound', { fields: ['venue'] });
  const [sessions, posts] = [await sessionsAt(unit, event, goes.id), await postsAt(unit, event, goes.id)];
  const { over, outdone } = await versionsInto(unit, { event, from: goes.id, to: stays.id });
  const others = [...(await codesOf(unit, event))].filter(([, venue]) => venue === goes.id);
  const seen = (things: readonly { readonly id: string; readonly version: number }[]) =>
    things.map(({ id, version }) => `${id} ${version}`).toSorted();
  return {
    ...{ stays, goes, sessions, posts, over, outdone },
    after: afterwards(stays, goes),
    codes: [...new Set([goes.code, ...others.map(([code]) => code)])],
    digest: contentHash({
      venues: [stays, goes].map(({ id, version }) => `${id} ${version}`),
      ...{ sessions: seen(sessions), posts: seen(posts), outdone },
      over: over.map(({ target, hazard, version }) => `${target} ${hazard} ${version}`),
    }),
  };
};
