/** All writing of an event's things goes through here: the rows, and what was changed, by whom and why. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import { appendChanges, type Doing } from './change-store.ts';
import { eventsLimits, type HistoryAct, type SubjectKind } from './contract.ts';
import { lockEvent, type StoredEvent } from './event-store.ts';
import { actOf, differencesOf } from './history.ts';
import type { ProtectedObject, Venue } from './place-contract.ts';
import { putObjects, putVenues } from './place-store.ts';
import type { Session } from './session-contract.ts';
import { recountDays } from './session-days-store.ts';
import { putSessions, putSomeSessions } from './session-store.ts';
import type { Team } from './team-contract.ts';
import { putTeams } from './team-store.ts';

/** What events are given by name. */
export interface EventsNeeds {
  readonly verbs: Verbs;
  readonly database: Database;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  /** The zone by whose clock days are counted (IANA). */
  readonly timeZone: string;
}

/** Why something is done, and in which import; nulls where that is not said. */
export interface Because {
  readonly reason: string | null;
  readonly import: string | null;
}
export const unsaid: Because = { reason: null, import: null };

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly state?: string;
}
/** A thing as it was, null where it is new, and as it is kept; the version is counted here. */
export interface Kept<One> {
  readonly before: One | null;
  readonly after: One;
  /** Where it is another than what the states say. */
  readonly act?: HistoryAct;
}

/** The history of these, with who does it. */
export const tellChanges = async <One extends Thing>(
  { clock, self }: Pick<EventsNeeds, 'clock' | 'self'>,
  unit: Unit,
  told: {
    readonly actor: Actor;
    readonly event: string;
    readonly kind: SubjectKind;
    readonly because: Because;
    readonly kept: readonly Kept<One>[];
  },
): Promise<void> => {
  const { actor, event, kind, because, kept } = told;
  const doing: Doing = { holder: self, event, at: clock.now(), by: actorName(actor), ...because };
  const changes = kept.map(({ before, after, act }) => ({
    ...{ kind, subject: after.id, version: after.version, act: act ?? actOf(before, after) },
    ...differencesOf(before, after),
  }));
  await appendChanges(unit, doing, changes);
};

/** Counts the version up from what was there. */
export const versioned = <One extends Thing>({ before, after, ...rest }: Kept<One>): Kept<One> => ({
  ...rest,
  before,
  after: { ...after, version: (before?.version ?? 0) + 1 },
});

/** Of many sessions, those that are kept between two turns of the node. */
const sessionsAtOnce = 500;

/** Makes what keeps venues, sessions, objects and teams, in the caller's transaction. */
export const createKeeping = (needs: Pick<EventsNeeds, 'clock' | 'self' | 'live' | 'timeZone'>) => {
  const keep =
    <One extends Thing>(
      kind: SubjectKind,
      put: (unit: Unit, holder: PartyId, things: readonly One[]) => Promise<void>,
    ) =>
    async (
      unit: Unit,
      actor: Actor,
      event: string,
      given: readonly Kept<One>[],
      because: Because = unsaid,
    ): Promise<readonly One[]> => {
      if (given.length === 0) return [];
      const kept = given.map(versioned);
      await put(
        unit,
        needs.self,
        kept.map(({ after }) => after),
      );
      await tellChanges(needs, unit, { actor, event, kind, because, kept });
      await needs.live.announce(unit, { topic: `events.${kind}`, id: event });
      return kept.map(({ after }) => after);
    };
  const someSessions = keep<Session>('session', putSomeSessions);
  return {
    venues: keep<Venue>('venue', putVenues),
    sessions: keep<Session>('session', (unit, holder, sessions) =>
      putSessions(unit, holder, sessions, needs.timeZone),
    ),
    /**
     * Any number of sessions, a few at a time: the node answers others between them, and `step` hears how many
     * more are kept.
     */
    manySessions: async (
      unit: Unit,
      actor: Actor,
      event: string,
      given: readonly Kept<Session>[],
      { because, step }: { readonly because: Because; step?(count: number): void },
    ): Promise<void> => {
      if (given.length === 0) return;
      for (let from = 0; from < given.length; from += sessionsAtOnce) {
        const some = given.slice(from, from + sessionsAtOnce);
        await someSessions(unit, actor, event, some, because);
        step?.(some.length);
      }
      await recountDays(unit, event, needs.timeZone, []);
    },
    objects: keep<ProtectedObject>('object', putObjects),
    teams: keep<Team>('team', putTeams),
  };
};
export type Keeping = ReturnType<typeof createKeeping>;

/** The event, held; absent where there is none, or none for this reader. */
export const requireEvent = async (unit: Unit, id: string): Promise<StoredEvent> => {
  const event = await lockEvent(unit, id);
  if (event === null) throw new Fault('access/absent');
  return event;
};

/** A fault where something else was done to it since it was looked at. */
export const requireVersion = (seen: number, { version }: Thing): void => {
  if (seen !== version) throw new Fault('events/changed-meanwhile');
};

/** A fault that names what is wrong. */
export const requireSound = (fields: readonly string[]): void => {
  if (fields.length > 0) throw new Fault('events/unsound', { fields: [...new Set(fields)] });
};

type Coded = Thing & { readonly code: string };

/** A fault where another thing of the event has this code, or there are too many. */
export const requireRoom = (
  there: readonly Coded[],
  { id, code }: Coded,
  limit: keyof typeof eventsLimits,
): void => {
  if (there.some((one) => one.code === code && one.id !== id)) throw new Fault('events/code-taken', { code });
  const isNew = there.every((one) => one.id !== id);
  if (isNew && there.length >= eventsLimits[limit])
    throw new Fault('events/too-many', { limit: eventsLimits[limit] });
};
