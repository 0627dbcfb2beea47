/**
 * Who sends this request. Asked of the database every time, so that what was revoked, suspended or unlinked
 * is refused at the very next request. What is wrong is never said: nobody is nobody.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../../kernel/canonical.ts';
import type { PersonActor, Role, SystemActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { between, type Clock, type Instant } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import { readCookie } from '../../plumbing/http/index.ts';
import type { Attempts } from './attempts-service.ts';
import { basicHolder, contextOfBearer, presentContext } from './context-service.ts';
import { partiesLimits, textMost } from './limits.ts';
import type { Links } from './links-service.ts';
import type { Passwords } from './password.ts';
import { findPersonByEmail, readPerson } from './people-store.ts';
import { actorAs, basicRole, mayUseBasic, type PersonFile, sameEmail } from './person.ts';
import { maySignIn } from './policy.ts';
import { tokenHash } from './random-token.ts';
import { readPassword } from './secrets-store.ts';
import { isOpen } from './sessions-service.ts';
import { readSession, readTokenBearer, touchSession, touchToken } from './sessions-store.ts';

export interface AuthenticationNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly links: Links;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly node: SystemActor;
  readonly self: PartyId;
  readonly demo: boolean;
}

/** True when the service of a person may have people here at all: it is ours, or its link is active. */
export const isPartyLinked = async (
  unit: Unit,
  needs: { links: Links; self: PartyId },
  party: PartyId,
): Promise<boolean> => {
  if (party === needs.self) return true;
  // As the node: whoever asks on behalf of a person may not be one who sees links.
  const links = await unit.asHouse('parties', (house) => needs.links.links(house));
  return links.some((link) => link.party === party && link.state === 'active');
};

const isCurrent = async (unit: Unit, needs: AuthenticationNeeds, person: PersonFile): Promise<boolean> => {
  const partyLinked = await isPartyLinked(unit, needs, person.party);
  return maySignIn({ person, proven: true, partyLinked, demo: needs.demo }).kind === 'allowed';
};

/** The person with the reason that this sign-in works under. */
const asSigned = async (
  unit: Unit,
  needs: AuthenticationNeeds,
  sign: { person: PersonFile; role: Role; holder: string },
): Promise<PersonActor> => {
  const wanted = { ...sign, person: sign.person.id, now: needs.clock.now() };
  return actorAs(sign.person, sign.role, (await presentContext(unit, wanted))?.id ?? null);
};

/** Who it is, and what is to be stamped as used now; stamped apart, so that who asks only looks. */
interface Found {
  readonly actor: PersonActor;
  readonly stamp: ((unit: Unit) => Promise<void>) | null;
}

const isStale = (at: Instant | null, now: Instant): boolean =>
  at === null || between(at, now) >= partiesLimits.lastSeenEveryMs;

const bySession = (needs: AuthenticationNeeds, token: string): Promise<Found | null> =>
  needs.database.look(needs.node, async (unit) => {
    const found = await readSession(unit, tokenHash(token));
    const now = needs.clock.now();
    if (found === null || !isOpen(found.session, now)) return null;
    const { session, person } = found;
    if (!person.roles.includes(session.role) || !(await isCurrent(unit, needs, person))) return null;
    const actor = await asSigned(unit, needs, { person, role: session.role, holder: session.token_hash });
    const stamp = (later: Unit) => touchSession(later, session.id, now);
    return { actor, stamp: isStale(session.last_seen_at, now) ? stamp : null };
  });

const byBearer = (needs: AuthenticationNeeds, token: string): Promise<Found | null> =>
  needs.database.look(needs.node, async (unit) => {
    const hash = tokenHash(token);
    // Asked together: neither waits for the answer of the other.
    const [found, stated] = await Promise.all([readTokenBearer(unit, hash), contextOfBearer(unit, hash)]);
    const now = needs.clock.now();
    if (found === null || found.expiresAt <= now || !found.person.roles.includes(found.role)) return null;
    if (!(await isCurrent(unit, needs, found.person))) return null;
    const actor = actorAs(found.person, found.role, stated({ role: found.role, now })?.id ?? null);
    const stamp = (later: Unit) => touchToken(later, found.id, now);
    return { actor, stamp: isStale(found.lastUsedAt, now) ? stamp : null };
  });

interface Remembered {
  readonly person: PersonId;
  /** The stored hash that the password matched: a changed password is forgotten with it. */
  readonly stored: string;
  readonly at: Instant;
}

const splitBasic = (encoded: string): { email: string; password: string } | null => {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || text.length > textMost.basic) return null;
  return { email: sameEmail(text.slice(0, colon)), password: text.slice(colon + 1) };
};

const isSameText = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** HTTP Basic (RFC 7617), for programs that know nothing else: connectors and the demo's accounts. */
const createBasic = (needs: AuthenticationNeeds) => {
  const remembered = new Map<string, Remembered>();
  // Keyed with a secret of this process, so that a memory dump is no list of hashed passwords to try.
  const pepper = randomBytes(32).toString('hex');

  const load = (find: (unit: Unit) => Promise<PersonFile | null>) =>
    needs.database.look(needs.node, async (unit) => {
      const person = await find(unit);
      const usable = person !== null && mayUseBasic(person) && (await isCurrent(unit, needs, person));
      const stored = await readPassword(unit, person?.id ?? null);
      if (!usable) return { actor: null, stored };
      const sign = { person, role: basicRole(person), holder: basicHolder(person.id) };
      return { actor: await asSigned(unit, needs, sign), stored };
    });

  const recall = async (key: string): Promise<PersonActor | null> => {
    const entry = remembered.get(key);
    if (entry === undefined) return null;
    const { actor, stored } = await load((unit) => readPerson(unit, entry.person));
    const fresh = between(entry.at, needs.clock.now()) < partiesLimits.basicMs;
    if (fresh && stored !== null && isSameText(stored, entry.stored)) return actor;
    remembered.delete(key);
    return null;
  };

  return async (encoded: string, address: string): Promise<PersonActor | null> => {
    const key = tokenHash(`${pepper}:${encoded}`);
    const known = await recall(key);
    if (known !== null) return known;
    const given = splitBasic(encoded);
    if (given === null) return null;
    const keys = { account: given.email, address };
    await needs.attempts.take(keys);
    const { actor, stored } = await load((unit) => findPersonByEmail(unit, given.email));
    const proven = await needs.passwords.check(stored, given.password);
    if (!proven || actor === null || stored === null) return null;
    await needs.database.transact(needs.node, (unit) => needs.attempts.forgive(unit, keys));
    if (remembered.size >= partiesLimits.basicEntries) remembered.clear();
    remembered.set(key, { person: actor.person, stored, at: needs.clock.now() });
    return actor;
  };
};

export interface Authentication {
  /** For plumbing/http: cookie, bearer token or HTTP Basic; null for nobody. */
  authenticate(request: FastifyRequest): Promise<PersonActor | null>;
  /** As `authenticate`, without counting as activity: a live stream that is left open is not presence. */
  isStillSignedIn(request: FastifyRequest): Promise<boolean>;
}

export const createAuthentication = (needs: AuthenticationNeeds): Authentication => {
  const byBasic = createBasic(needs);
  const stamped = async (found: Found | null): Promise<PersonActor | null> => {
    if (found?.stamp) await needs.database.transact(needs.node, found.stamp);
    return found?.actor ?? null;
  };
  const find = async (request: FastifyRequest, touch: boolean): Promise<PersonActor | null> => {
    const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ');
    switch (scheme.toLowerCase()) {
      case 'bearer':
        return stamped(await byBearer(needs, credentials));
      case 'basic':
        return byBasic(credentials, request.ip).catch((error: unknown) => {
          // Locked out: to a program that repeats itself, nobody, as with any other failure.
          if (error instanceof Fault && error.code === 'parties/locked') return null;
          throw error;
        });
      default: {
        const token = readCookie(request);
        if (token === null) return null;
        const found = await bySession(needs, token);
        return touch ? stamped(found) : (found?.actor ?? null);
      }
    }
  };
  return {
    authenticate: (request) => find(request, true),
    isStillSignedIn: async (request) => (await find(request, false)) !== null,
  };
};
