/**
 * Accounts of the demo: their passwords are printed, so they exist only on a node that was started as a demo
 * and listens on loopback alone.
 */
import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Role, SystemActor } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import type { Clock } from '../../kernel/time.ts';
import { dayMs, later } from '../../kernel/time.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import { putStandingContext } from './context-service.ts';
import type { NewPerson } from './contract.ts';
import { hashPassword, type Passwords } from './password.ts';
import { addPerson } from './people-service.ts';
import { findPersonByEmail, hasDemoAccounts, updatePerson } from './people-store.ts';
import type { PersonFile } from './person.ts';
import { mayManagePeople } from './policy.ts';
import { newToken, tokenHash } from './random-token.ts';
import { deleteTokensLabelled, insertToken, readPassword, writePassword } from './secrets-store.ts';
import type { ServiceName } from './views.ts';

const tokenLabel = 'demo';
const tokenDays = 30;
/** A machine of the demo cannot be asked: its reason stands. */
const demoReason = { reason: 'Demonstration: exchange with other software' } as const;

/** An invented person of the demo, with the password that is printed. */
export type DemoPerson = NewPerson & { readonly password: string };
/** What the demo prints. `token` is a bearer token that acts under `role`. */
export interface DemoAccount {
  readonly person: PersonFile['id'];
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly token: string;
}

export interface DemoNeeds {
  readonly database: Database;
  readonly verbs: Verbs;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly node: SystemActor;
  readonly self: ServiceName;
  readonly demo: boolean;
}

const fileOf = (
  needs: DemoNeeds,
  { password: _, ...given }: DemoPerson,
): Omit<PersonFile, 'id' | 'createdAt'> => ({
  ...given,
  party: given.party ?? needs.self.id,
  desks: given.desks ?? [],
  circles: given.circles ?? [],
  state: 'active',
  demo: true,
});

/** Makes the account or, on a later start, brings it up to date; never touches one of a real person. */
const upsert = async (work: Work, needs: DemoNeeds, given: DemoPerson, hash: string): Promise<PersonFile> => {
  const existing = await findPersonByEmail(work.unit, given.email);
  if (existing === null) {
    const made = await addPerson(work.unit, needs, fileOf(needs, given));
    await writePassword(work.unit, made.id, hash, needs.clock.now());
    return made;
  }
  assert(existing.demo, 'a demo account has the e-mail address of a real person');
  const file = { ...fileOf(needs, given), id: existing.id, createdAt: existing.createdAt };
  await updatePerson(work.unit, file);
  await writePassword(work.unit, file.id, hash, needs.clock.now());
  return file;
};

const issueToken = async (work: Work, needs: DemoNeeds, person: PersonFile, role: Role): Promise<string> => {
  const token = newToken('tansiq_');
  const now = needs.clock.now();
  await deleteTokensLabelled(work.unit, person.id, tokenLabel);
  await insertToken(work.unit, {
    id: randomUUID(),
    person: person.id,
    label: tokenLabel,
    token_hash: tokenHash(token),
    role,
    created_at: now,
    expires_at: later(now, tokenDays * dayMs),
    last_used_at: null,
  });
  return token;
};

/**
 * The stored hash when it is the password's already, so that a second start does not hash all again. The
 * people of a demo share one password, which is written down beside them: it is hashed once.
 */
const createHashes = (needs: DemoNeeds) => {
  const hashes = new Map<string, string>();
  return async ({ email, password }: DemoPerson): Promise<string> => {
    const known = hashes.get(password);
    if (known !== undefined) return known;
    const stored = await needs.database.transact(needs.node, async (unit) =>
      readPassword(unit, (await findPersonByEmail(unit, email))?.id ?? null),
    );
    const isKept = stored !== null && (await needs.passwords.check(stored, password));
    const hash = isKept ? stored : await hashPassword(password);
    hashes.set(password, hash);
    return hash;
  };
};

const isLoopback = (host: string): boolean => {
  const bare = host.replaceAll(/[[\]]/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
};

export const createDemo = (needs: DemoNeeds) => {
  let filling = false;
  return {
    /** Says on screen whether the demo world is still being filled: until then lists are empty. */
    setFilling: (isFilling: boolean): void => {
      filling = isFilling;
    },
    isFilling: (): boolean => filling,
    /** Makes demo accounts, without a second factor. May be repeated. Outside the demo it is a bug. */
    createDemoAccounts: async (people: readonly DemoPerson[]): Promise<readonly DemoAccount[]> => {
      assert(needs.demo, 'demo accounts are made on demo nodes only');
      const accounts: DemoAccount[] = [];
      const hashFor = createHashes(needs);
      for (const given of people) {
        const [role] = given.roles;
        assert(role, 'a demo person has a role');
        const hash = await hashFor(given);
        const call = { actor: needs.node, verb: 'parties.create-demo-account', subject: null };
        const account = await needs.verbs.run(call, async (work) => {
          work.permit(mayManagePeople(needs.node, needs.self.id));
          const person = await upsert(work, needs, given, hash);
          work.subject(person.id);
          if (person.roles.includes('connector'))
            await putStandingContext(work.unit, needs, { person: person.id, statedBy: 'demo' }, demoReason);
          const token = await issueToken(work, needs, person, role);
          return { person: person.id, email: person.email, password: given.password, role, token };
        });
        accounts.push(account);
      }
      return accounts;
    },
    /** Throws `parties/demo-beyond-loopback` when the node holds demo accounts and `host` is not loopback. */
    refuseDemoBeyondLoopback: async (host: string): Promise<void> => {
      const holds = await needs.database.transact(needs.node, hasDemoAccounts);
      if ((holds || needs.demo) && !isLoopback(host))
        throw new Fault('parties/demo-beyond-loopback', { host });
    },
  };
};
