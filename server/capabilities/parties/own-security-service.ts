/**
 * A person's own ways of signing in, his sessions and tokens. Changes need a session of the console: what a
 * stolen token of a program can do must not include making itself permanent.
 */
import { randomUUID } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PersonActor, Role } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { dayMs, later } from '../../kernel/time.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { Passkey, Session, Token } from './contract.ts';
import { partiesLimits } from './limits.ts';
import { checkRegistration, type NewPasskey, type RelyingParty, registrationOptions } from './passkey.ts';
import { hashPassword } from './password.ts';
import { readPerson } from './people-store.ts';
import { isWeakPassword, type PersonFile } from './person.ts';
import { mayActAs, mayUseOwnSecurity } from './policy.ts';
import { newRecoveryCodes, newToken, recoveryCodeHash, tokenHash } from './random-token.ts';
import {
  deletePasskey,
  deleteToken,
  insertPasskey,
  insertToken,
  readPasskeys,
  readPassword,
  readTokens,
  readTotp,
  writePassword,
  writeRecoveryCodes,
  writeTotp,
} from './secrets-store.ts';
import { deleteSession, insertChallenge, readSessions, takeChallenge } from './sessions-store.ts';
import { openChallenge, type SignInNeeds } from './sign-in-service.ts';
import { newTotpSecret, totpSetup, totpStep } from './totp.ts';
import { passkeyView, sessionView, tokenView } from './views.ts';

/** Who changes his own security, with the token of his console session. */
export interface Owner {
  readonly actor: PersonActor;
  readonly token: string | null;
}

const siteOf = (needs: SignInNeeds): RelyingParty => {
  if (needs.site === null) throw new Fault('access/absent');
  return needs.site;
};

const load = async (work: Work, actor: PersonActor): Promise<PersonFile> => {
  work.permit(mayUseOwnSecurity(actor, actor.person));
  const person = await readPerson(work.unit, actor.person);
  if (person === null) throw new Fault('access/sign-in');
  return person;
};

/** Runs one change of the owner's security, seeing the node's secrets. */
const change = <Result>(
  needs: SignInNeeds,
  owner: Owner,
  verb: string,
  body: (work: Work, person: PersonFile, token: string) => Promise<Result>,
): Promise<Result> => {
  const { actor, token } = owner;
  return needs.verbs.run({ actor, verb: `parties.${verb}`, subject: actor.person }, async (work) => {
    const person = await load(work, actor);
    if (token === null) throw new Fault('parties/no-session');
    return work.unit.asHouse('parties', (unit) => body({ ...work, unit }, person, token));
  });
};

const read = <Result>(
  needs: SignInNeeds,
  actor: PersonActor,
  body: (work: Work) => Promise<Result>,
): Promise<Result> =>
  needs.verbs.read({ actor, verb: 'parties.read-own-security', subject: actor.person }, async (work) => {
    await load(work, actor);
    return work.unit.asHouse('parties', (unit) => body({ ...work, unit }));
  });

/** Makes new recovery codes, in place of earlier ones; they are shown once. */
export const giveRecoveryCodes = async (work: Work, person: PersonFile): Promise<string[]> => {
  const codes = newRecoveryCodes();
  await writeRecoveryCodes(work.unit, person.id, codes.map(recoveryCodeHash));
  return codes;
};

/** Keeps a passkey that was checked. */
export const keepPasskey = async (
  work: Work,
  needs: SignInNeeds,
  made: { person: PersonFile; label: string; passkey: NewPasskey },
): Promise<Passkey> => {
  const existing = await readPasskeys(work.unit, made.person.id);
  if (existing.length >= partiesLimits.passkeysPerPerson)
    throw new Fault('parties/limit', { limit: partiesLimits.passkeysPerPerson });
  const row = {
    id: made.passkey.id,
    person: made.person.id,
    label: made.label,
    public_key: made.passkey.publicKey,
    counter: made.passkey.counter,
    created_at: needs.clock.now(),
    last_used_at: null,
  };
  if (!(await insertPasskey(work.unit, row))) throw new Fault('parties/passkey-refused');
  return passkeyView(row);
};

/** What the registration of a passkey answers: taken and checked, or a fault. */
export const checkNewPasskey = async (
  work: Work,
  needs: SignInNeeds,
  answer: { person: PersonFile; challenge: string; response: RegistrationResponseJSON },
): Promise<NewPasskey> => {
  const hash = tokenHash(answer.challenge);
  const challenge = await takeChallenge(work.unit, 'passkey-registration', hash, needs.clock.now());
  if (challenge === null || challenge.person !== answer.person.id)
    throw new Fault('parties/challenge-expired');
  const { challenge: expected } = challenge.content;
  const passkey = await checkRegistration(siteOf(needs), String(expected), answer.response);
  if (passkey === null) throw new Fault('parties/passkey-refused');
  return passkey;
};

/** Options for the authenticator, and the challenge that its answer must bring. */
export const offerPasskey = async (work: Work, needs: SignInNeeds, person: PersonFile) => {
  const existing = await readPasskeys(work.unit, person.id);
  const ids = existing.map((passkey) => passkey.id);
  const options = await registrationOptions(siteOf(needs), person, ids);
  const content = { challenge: options.challenge };
  const step = { kind: 'passkey-registration', person: person.id, content } as const;
  return { challenge: await openChallenge(work.unit, needs.clock, step), options };
};

const passkeysOf = (needs: SignInNeeds) => ({
  passkeys: (actor: PersonActor): Promise<Passkey[]> =>
    read(needs, actor, async (work) => (await readPasskeys(work.unit, actor.person)).map(passkeyView)),
  passkeyOptions: (owner: Owner) =>
    change(needs, owner, 'offer-passkey', (work, person) => offerPasskey(work, needs, person)),
  addPasskey: (
    owner: Owner,
    given: { challenge: string; label: string; response: RegistrationResponseJSON },
  ): Promise<Passkey> =>
    change(needs, owner, 'add-passkey', async (work, person) => {
      const passkey = await checkNewPasskey(work, needs, { person, ...given });
      return keepPasskey(work, needs, { person, label: given.label, passkey });
    }),
  removePasskey: (owner: Owner, id: string): Promise<void> =>
    change(needs, owner, 'remove-passkey', async (work, person) => {
      const left = (await readPasskeys(work.unit, person.id)).filter((passkey) => passkey.id !== id);
      const hasOther = person.demo || left.length > 0 || (await readTotp(work.unit, person.id)) !== null;
      if (!hasOther) throw new Fault('parties/last-way');
      if (!(await deletePasskey(work.unit, person.id, id))) throw new Fault('access/absent');
    }),
});

/** A set-up that was begun belongs to the session that began it. */
const setupHash = (token: string): string => tokenHash(`totp-setup:${token}`);

const totpOf = (needs: SignInNeeds) => ({
  beginTotp: (owner: Owner) =>
    change(needs, owner, 'begin-authenticator', async (work, person, token) => {
      const secret = newTotpSecret();
      await insertChallenge(work.unit, setupHash(token), {
        kind: 'totp-setup',
        person: person.id,
        content: { secret },
        expiresAt: later(needs.clock.now(), partiesLimits.challengeMs),
      });
      return totpSetup(secret, { issuer: needs.self.name.en, email: person.email });
    }),
  confirmTotp: (owner: Owner, code: string): Promise<{ recoveryCodes: string[] }> =>
    change(needs, owner, 'confirm-authenticator', async (work, person, token) => {
      const now = needs.clock.now();
      const setup = await takeChallenge(work.unit, 'totp-setup', setupHash(token), now);
      if (setup === null) throw new Fault('parties/challenge-expired');
      const secret = String(setup.content.secret);
      const step = totpStep(secret, code, now, null);
      if (step === null) throw new Fault('parties/code-wrong');
      await writeTotp(work.unit, person.id, { secret, lastStep: step }, now);
      return { recoveryCodes: await giveRecoveryCodes(work, person) };
    }),
});

const passwordOf = (needs: SignInNeeds) => ({
  changePassword: async (owner: Owner, given: { current: string; next: string }): Promise<void> => {
    const { actor } = owner;
    const keys = { account: `password-change:${actor.person}`, address: `person:${actor.person}` };
    await needs.attempts.take(keys);
    const stored = await needs.database.transact(needs.node, (unit) => readPassword(unit, actor.person));
    const proven = await needs.passwords.check(stored, given.current);
    const hash = await hashPassword(given.next);
    await change(needs, owner, 'change-password', async (work, person, token) => {
      if (!proven) throw new Fault('parties/password-wrong');
      if (isWeakPassword(given.next, person)) throw new Fault('parties/password-weak');
      await needs.attempts.forgive(work.unit, keys);
      await writePassword(work.unit, person.id, hash, needs.clock.now());
      work.note({ endedSessions: await needs.sessions.endAllOf(work.unit, person.id, tokenHash(token)) });
    });
  },
});

const sessionsOf = (needs: SignInNeeds) => ({
  sessions: (owner: Owner): Promise<Session[]> =>
    read(needs, owner.actor, async (work) => {
      const rows = await readSessions(work.unit, owner.actor.person, needs.clock.now());
      const hash = owner.token === null ? null : tokenHash(owner.token);
      return rows.map((row) => sessionView(row, hash));
    }),
  endSession: (owner: Owner, id: string): Promise<void> =>
    change(needs, owner, 'end-session', async (work, person) => {
      if (!(await deleteSession(work.unit, person.id, id))) throw new Fault('access/absent');
      await needs.sessions.announce(work.unit, person.id);
    }),
});

const tokensOf = (needs: SignInNeeds) => ({
  tokens: (actor: PersonActor): Promise<Token[]> =>
    read(needs, actor, async (work) => (await readTokens(work.unit, actor.person)).map(tokenView)),
  makeToken: (
    owner: Owner,
    given: { label: string; role: Role; days: number },
  ): Promise<{ token: Token; bearer: string }> =>
    change(needs, owner, 'make-token', async (work, person) => {
      work.permit(mayActAs(owner.actor, person.roles, given.role));
      const existing = await readTokens(work.unit, person.id);
      if (existing.length >= partiesLimits.tokensPerPerson)
        throw new Fault('parties/limit', { limit: partiesLimits.tokensPerPerson });
      const bearer = newToken('tansiq_');
      const now = needs.clock.now();
      const row = {
        id: randomUUID(),
        person: person.id,
        label: given.label,
        token_hash: tokenHash(bearer),
        role: given.role,
        created_at: now,
        expires_at: later(now, given.days * dayMs),
        last_used_at: null,
      };
      await insertToken(work.unit, row);
      work.note({ role: given.role, until: row.expires_at });
      return { token: tokenView(row), bearer };
    }),
  removeToken: (owner: Owner, id: string): Promise<void> =>
    change(needs, owner, 'remove-token', async (work, person) => {
      if (!(await deleteToken(work.unit, person.id, id))) throw new Fault('access/absent');
    }),
});

export const createOwnSecurity = (needs: SignInNeeds) => ({
  ...passkeysOf(needs),
  ...totpOf(needs),
  ...passwordOf(needs),
  ...sessionsOf(needs),
  ...tokensOf(needs),
});
