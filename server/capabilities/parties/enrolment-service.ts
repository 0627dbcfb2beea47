/**
 * Enrolment: an invited person opens his one-time link and sets what he signs in with. A password never
 * suffices alone: it comes with an authenticator; a passkey, which verifies its user, stands by itself.
 */
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { EnrolmentFinish } from './contract.ts';
import { checkNewPasskey, giveRecoveryCodes, keepPasskey, offerPasskey } from './own-security-service.ts';
import { hashPassword } from './password.ts';
import { activatePerson, readPerson } from './people-store.ts';
import { firstRole, isWeakPassword, type PersonFile } from './person.ts';
import { mayEnrol } from './policy.ts';
import { tokenHash } from './random-token.ts';
import {
  deleteEnrolment,
  deleteSecrets,
  type EnrolmentRow,
  keepEnrolmentSecret,
  readEnrolment,
  writePassword,
  writeTotp,
} from './secrets-store.ts';
import type { Source } from './sessions-service.ts';
import {
  describePerson,
  openSession,
  permitSignIn,
  type SignedIn,
  type SignInNeeds,
} from './sign-in-service.ts';
import { newTotpSecret, totpSetup, totpStep } from './totp.ts';

interface Enrolling {
  readonly row: EnrolmentRow;
  readonly person: PersonFile;
}

/** The person whom a link was made for; a wrong, used or expired one is the same fault. */
const find = async (unit: Unit, needs: SignInNeeds, token: string): Promise<Enrolling> => {
  const row = await readEnrolment(unit, tokenHash(token));
  const person = row && (await readPerson(unit, row.person));
  if (row === null || person === null || row.expiresAt <= needs.clock.now() || person.state === 'suspended')
    throw new Fault('parties/enrolment-invalid');
  return { row, person };
};

/** Runs one step of an enrolment as the node: nobody is signed in yet. */
const step = <Result>(
  needs: SignInNeeds,
  verb: string,
  token: string,
  body: (work: Work, enrolling: Enrolling) => Promise<Result>,
): Promise<Result> =>
  needs.verbs.run({ actor: needs.node, verb: `parties.${verb}`, subject: null }, async (work) => {
    const enrolling = await find(work.unit, needs, token);
    work.subject(enrolling.person.id);
    work.permit(mayEnrol(needs.node));
    return body(work, enrolling);
  });

/** Writes what the person will sign in with, in place of all that he had. */
const writeFirstSecrets = async (
  work: Work,
  needs: SignInNeeds,
  { row, person }: Enrolling,
  given: EnrolmentFinish,
  hash: string | null,
): Promise<void> => {
  const now = needs.clock.now();
  if (given.kind === 'passkey') {
    const passkey = await checkNewPasskey(work, needs, { person, ...given });
    await deleteSecrets(work.unit, person.id);
    await keepPasskey(work, needs, { person, label: given.label, passkey });
    return;
  }
  if (isWeakPassword(given.password, person)) throw new Fault('parties/password-weak');
  const code = row.totpSecret === null ? null : totpStep(row.totpSecret, given.code, now, null);
  if (row.totpSecret === null || code === null || hash === null) throw new Fault('parties/code-wrong');
  await deleteSecrets(work.unit, person.id);
  await writePassword(work.unit, person.id, hash, now);
  await writeTotp(work.unit, person.id, { secret: row.totpSecret, lastStep: code }, now);
};

export const createEnrolment = (needs: SignInNeeds) => ({
  /** Whose link it is. */
  look: (token: string) =>
    needs.database.transact(needs.node, async (unit) => {
      const { row, person } = await find(unit, needs, token);
      const { name, nameArabic, email, party } = await describePerson(unit, needs, person, firstRole(person));
      return { name, nameArabic, email, party, expiresAt: row.expiresAt };
    }),
  beginTotp: (token: string) =>
    step(needs, 'begin-authenticator', token, async (work, { person }) => {
      const secret = newTotpSecret();
      await keepEnrolmentSecret(work.unit, person.id, secret);
      return totpSetup(secret, { issuer: needs.self.name.en, email: person.email });
    }),
  passkeyOptions: (token: string) =>
    step(needs, 'offer-passkey', token, (work, { person }) => offerPasskey(work, needs, person)),
  /** Sets the secrets, uses the link up, signs in. */
  finish: async (
    given: EnrolmentFinish,
    source: Source,
  ): Promise<SignedIn & { readonly recoveryCodes: string[] }> => {
    // Hashed before the transaction, and only for a link that is good: strangers cannot make the node work.
    await needs.database.transact(needs.node, (unit) => find(unit, needs, given.token));
    const hash = given.kind === 'password' ? await hashPassword(given.password) : null;
    return step(needs, 'enrol', given.token, async (work, enrolling) => {
      await writeFirstSecrets(work, needs, enrolling, given, hash);
      const recoveryCodes = await giveRecoveryCodes(work, enrolling.person);
      await deleteEnrolment(work.unit, enrolling.person.id);
      await activatePerson(work.unit, enrolling.person.id);
      await needs.sessions.endAllOf(work.unit, enrolling.person.id);
      const person = await permitSignIn(work, needs, await readPerson(work.unit, enrolling.person.id), true);
      const signedIn = await openSession(work, needs, { person, way: 'enrolment', source });
      return { ...signedIn, recoveryCodes };
    });
  },
});
