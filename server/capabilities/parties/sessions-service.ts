/** Opening and ending sessions, and saying so at once to every process of the node. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { between, type Clock, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import { partiesLimits } from './limits.ts';
import type { SessionWay } from './person.ts';
import { newToken, tokenHash } from './random-token.ts';
import type { SessionRow } from './rows.ts';
import { deleteSessionsOf, deleteSessionsOfParty, insertSession } from './sessions-store.ts';

/** Where a sign-in came from, as its owner sees it in his list of sessions. */
export interface Source {
  readonly address: string;
  readonly agent: string;
}

/** True while neither the idle nor the absolute limit has passed. */
export const isOpen = (session: SessionRow, now: string): boolean =>
  now < session.expires_at && between(session.last_seen_at, now) < partiesLimits.sessionIdleMs;

export interface Sessions {
  /** Opens one; the token is for the cookie alone. */
  open(unit: Unit, needs: { person: PersonId; role: Role; way: SessionWay; source: Source }): Promise<string>;
  /** Tells open live streams of the person to look again. */
  announce(unit: Unit, person: PersonId): Promise<void>;
  endAllOf(unit: Unit, person: PersonId, exceptHash?: string | null): Promise<number>;
  endAllOfParty(unit: Unit, party: PartyId): Promise<number>;
}

export const createSessions = (needs: { clock: Clock; live: Live }): Sessions => {
  const { clock, live } = needs;
  const announce = (unit: Unit, person: PersonId): Promise<void> =>
    live.announce(unit, { topic: 'parties.session', id: person });
  return {
    announce,
    open: async (unit, { person, role, way, source }) => {
      const token = newToken();
      const now = clock.now();
      await insertSession(unit, {
        id: randomUUID(),
        token_hash: tokenHash(token),
        person,
        role,
        way,
        address: source.address,
        agent: source.agent.slice(0, partiesLimits.agentCharacters),
        created_at: now,
        last_seen_at: now,
        expires_at: later(now, partiesLimits.sessionAbsoluteMs),
      });
      return token;
    },
    endAllOf: async (unit, person, exceptHash = null) => {
      const ended = await deleteSessionsOf(unit, person, exceptHash);
      await announce(unit, person);
      return ended;
    },
    endAllOfParty: async (unit, party) => {
      const people = await deleteSessionsOfParty(unit, party);
      for (const person of people) await announce(unit, person);
      return people.length;
    },
  };
};
