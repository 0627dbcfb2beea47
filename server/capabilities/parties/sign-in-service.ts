/**
 * Signing in. An attempt is charged first, the secret is checked outside any transaction (Argon2id takes
 * time, and the journal makes writers wait for each other), then one verb opens the session and journals it.
 */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { PersonActor, Role, SystemActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import { type Clock, later } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import type { Attempts } from './attempts-service.ts';
import { isPartyLinked } from './authentication-service.ts';
import { endContext } from './context-store.ts';
import type { Me } from './contract.ts';
import { partiesLimits } from './limits.ts';
import type { Links } from './links-service.ts';
import { authenticationOptions, checkAuthentication, type RelyingParty } from './passkey.ts';
import { hashPassword, isOutdated, type Passwords } from './password.ts';
import { findPersonByEmail, readDesks, readPerson } from './people-store.ts';
import { firstRole, type PersonFile, type SessionWay, sameEmail } from './person.ts';
import { mayActAs, maySignIn, mayUseOwnSecurity } from './policy.ts';
import { newToken, recoveryCodeHash, tokenHash } from './random-token.ts';
import {
  countPasskeyUse,
  readPasskey,
  readPassword,
  readTotp,
  spendRecoveryCode,
  spendTotpStep,
  writePassword,
} from './secrets-store.ts';
import type { Sessions, Source } from './sessions-service.ts';
import {
  type Challenge,
  deleteExpired,
  deleteSessionByHash,
  insertChallenge,
  readChallenge,
  switchSessionRole,
  takeChallenge,
  trimChallenges,
} from './sessions-store.ts';
import { totpStep } from './totp.ts';
import { meView, type ServiceName } from './views.ts';

export interface SignInNeeds {
  readonly database: Database;
  readonly verbs: Verbs;
  readonly clock: Clock;
  readonly links: Links;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly node: SystemActor;
  readonly self: ServiceName;
  readonly demo: boolean;
  readonly site: RelyingParty | null;
}

/** A session was opened: the token goes into the cookie, `me` into the answer. */
export interface SignedIn {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly me: Me;
}
export type PasswordAnswer = SignedIn | { readonly kind: 'totp'; readonly challenge: string };

/** How a person appears to himself. */
export const describePerson = async (
  unit: Unit,
  needs: { links: Links; self: ServiceName },
  person: PersonFile,
  role: Role,
): Promise<Me> => {
  const isOwn = person.party === needs.self.id;
  // A guest may not read links, but may know what his own service is called.
  const links = isOwn ? [] : await unit.asHouse('parties', (house) => needs.links.links(house));
  const link = links.find((candidate) => candidate.party === person.party);
  const party = link ? { id: link.party, name: link.name, country: link.country } : needs.self;
  return meView(person, role, { party, desks: await readDesks(unit), self: needs.self.id });
};

/** Ends the verb in a refusal unless this person, who proved himself or not, may sign in. */
export const permitSignIn = async (
  work: Work,
  needs: { links: Links; self: ServiceName; demo: boolean },
  person: PersonFile | null,
  proven: boolean,
): Promise<PersonFile> => {
  if (person !== null) work.subject(person.id);
  const partyLinked = person !== null && (await isPartyLinked(work.unit, linkNeeds(needs), person.party));
  work.permit(maySignIn({ person, proven, partyLinked, demo: needs.demo }));
  if (person === null) throw new Error('bug: nobody was let in');
  return person;
};
const linkNeeds = (needs: { links: Links; self: ServiceName }): { links: Links; self: PartyId } => ({
  links: needs.links,
  self: needs.self.id,
});

/** Opens the session of a person who was let in. */
export const openSession = async (
  work: Work,
  needs: SignInNeeds,
  opening: { person: PersonFile; way: SessionWay; source: Source },
): Promise<SignedIn> => {
  const { person, way, source } = opening;
  const role = firstRole(person);
  await deleteExpired(work.unit, needs.clock.now());
  await needs.attempts.sweep(work.unit);
  const token = await needs.sessions.open(work.unit, { person: person.id, role, way, source });
  work.note({ way, role });
  return { kind: 'signed-in', token, me: await describePerson(work.unit, needs, person, role) };
};

/** Writes a step that waits for its answer; returns the token that the answer must bring. */
export const openChallenge = async (
  unit: Unit,
  clock: Clock,
  challenge: Omit<Challenge, 'expiresAt'>,
): Promise<string> => {
  const token = newToken();
  const expiresAt = later(clock.now(), partiesLimits.challengeMs);
  await trimChallenges(unit);
  await insertChallenge(unit, tokenHash(token), { ...challenge, expiresAt });
  return token;
};

const passwordSignIn =
  (needs: SignInNeeds) =>
  async (given: { email: string; password: string }, source: Source): Promise<PasswordAnswer> => {
    const keys = { account: sameEmail(given.email), address: source.address };
    await needs.attempts.take(keys);
    const { person, stored } = await needs.database.transact(needs.node, async (unit) => {
      const found = await findPersonByEmail(unit, given.email);
      return { person: found, stored: await readPassword(unit, found?.id ?? null) };
    });
    const proven = await needs.passwords.check(stored, given.password);
    const renewed =
      proven && stored !== null && isOutdated(stored) ? await hashPassword(given.password) : null;
    const call = { actor: needs.node, verb: 'parties.sign-in', subject: person?.id ?? null };
    return needs.verbs.run(call, async (work): Promise<PasswordAnswer> => {
      const admitted = await permitSignIn(work, needs, person, proven);
      await needs.attempts.forgive(work.unit, keys);
      if (renewed !== null) await writePassword(work.unit, admitted.id, renewed, needs.clock.now());
      if (admitted.demo) return openSession(work, needs, { person: admitted, way: 'password', source });
      const step = { kind: 'totp', person: admitted.id, content: {} } as const;
      work.note({ step: 'second-factor' });
      return { kind: 'totp', challenge: await openChallenge(work.unit, needs.clock, step) };
    });
  };

/** Uses up a code of the authenticator or a recovery code; what it was, or null when it is wrong. */
const spendSecondFactor = async (
  unit: Unit,
  clock: Clock,
  person: PersonId,
  code: string,
): Promise<SessionWay | null> => {
  const totp = await readTotp(unit, person);
  const step = totp && totpStep(totp.secret, code.trim(), clock.now(), totp.lastStep);
  if (step !== null) return (await spendTotpStep(unit, person, step)) ? 'password+totp' : null;
  return (await spendRecoveryCode(unit, person, recoveryCodeHash(code))) ? 'recovery-code' : null;
};

const totpSignIn =
  (needs: SignInNeeds) =>
  async (given: { challenge: string; code: string }, source: Source): Promise<SignedIn> => {
    const hash = tokenHash(given.challenge);
    const owner = await needs.database.transact(needs.node, async (unit) => {
      const challenge = await readChallenge(unit, 'totp', hash, needs.clock.now());
      return challenge?.person ?? null;
    });
    if (owner === null) throw new Fault('parties/challenge-expired');
    // Counted apart from the password: who knows that one must not be able to reset this count.
    const keys = { account: `second-factor:${owner}`, address: source.address };
    await needs.attempts.take(keys);
    const call = { actor: needs.node, verb: 'parties.sign-in', subject: owner };
    return needs.verbs.run(call, async (work) => {
      const way = await spendSecondFactor(work.unit, needs.clock, owner, given.code);
      const person = await permitSignIn(work, needs, await readPerson(work.unit, owner), way !== null);
      if (way === null || (await takeChallenge(work.unit, 'totp', hash, needs.clock.now())) === null)
        throw new Fault('parties/challenge-expired');
      await needs.attempts.forgive(work.unit, keys);
      return openSession(work, needs, { person, way, source });
    });
  };

const passkeySignIn = (needs: SignInNeeds) => {
  const siteOf = (): RelyingParty => {
    if (needs.site === null) throw new Fault('access/absent');
    return needs.site;
  };
  return {
    passkeyOptions: async () => {
      const options = await authenticationOptions(siteOf());
      const content = { challenge: options.challenge };
      const challenge = await needs.database.transact(needs.node, (unit) =>
        openChallenge(unit, needs.clock, { kind: 'passkey', person: null, content }),
      );
      return { challenge, options };
    },
    passkey: async (
      given: { challenge: string; response: AuthenticationResponseJSON },
      source: Source,
    ): Promise<SignedIn> => {
      const site = siteOf();
      // Taken in a transaction of its own: a challenge is spent by the first answer, a wrong one too.
      const challenge = await needs.database.transact(needs.node, (unit) =>
        takeChallenge(unit, 'passkey', tokenHash(given.challenge), needs.clock.now()),
      );
      if (challenge === null) throw new Fault('parties/challenge-expired');
      const call = { actor: needs.node, verb: 'parties.sign-in', subject: null };
      return needs.verbs.run(call, async (work) => {
        const passkey = await readPasskey(work.unit, given.response.id);
        const expected = String(challenge.content.challenge);
        const counter = passkey && (await checkAuthentication(site, expected, given.response, passkey));
        const found = passkey && (await readPerson(work.unit, passkey.person));
        const person = await permitSignIn(work, needs, found, counter !== null);
        await countPasskeyUse(work.unit, given.response.id, counter ?? 0, needs.clock.now());
        return openSession(work, needs, { person, way: 'passkey', source });
      });
    },
  };
};

export const createSignIn = (needs: SignInNeeds) => ({
  password: passwordSignIn(needs),
  totp: totpSignIn(needs),
  ...passkeySignIn(needs),
  /** Who is signed in. */
  me: (actor: PersonActor): Promise<Me> =>
    needs.verbs.read({ actor, verb: 'parties.read-me', subject: actor.person }, async (work) => {
      work.permit(mayUseOwnSecurity(actor, actor.person));
      const person = await readPerson(work.unit, actor.person);
      if (person === null) throw new Fault('access/sign-in');
      return describePerson(work.unit, needs, person, actor.role);
    }),
  /** Acts under another of his roles from now on, in this session. */
  switchRole: (actor: PersonActor, token: string | null, role: Role): Promise<Me> =>
    needs.verbs.run({ actor, verb: 'parties.switch-role', subject: actor.person }, async (work) => {
      const person = await readPerson(work.unit, actor.person);
      work.permit(mayActAs(actor, person?.roles ?? [], role));
      work.note({ from: actor.role, to: role });
      if (person === null || token === null || !(await switchSessionRole(work.unit, tokenHash(token), role)))
        throw new Fault('parties/no-session');
      await endContext(work.unit, tokenHash(token), needs.clock.now());
      await needs.sessions.announce(work.unit, actor.person);
      return describePerson(work.unit, needs, person, role);
    }),
  signOut: (actor: PersonActor, token: string | null): Promise<void> =>
    needs.verbs.run({ actor, verb: 'parties.sign-out', subject: actor.person }, async (work) => {
      work.permit(mayUseOwnSecurity(actor, actor.person));
      if (token !== null) {
        await deleteSessionByHash(work.unit, tokenHash(token));
        await endContext(work.unit, tokenHash(token), needs.clock.now());
      }
      await needs.sessions.announce(work.unit, actor.person);
    }),
});
