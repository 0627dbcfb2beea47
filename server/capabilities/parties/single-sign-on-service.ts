/** Single sign-on: lets in a person whom the node knows already; it never makes one. */
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { findPersonByEmail, findPersonBySubject, keepSubject } from './people-store.ts';
import type { PersonFile } from './person.ts';
import { tokenHash } from './random-token.ts';
import type { Source } from './sessions-service.ts';
import { takeChallenge } from './sessions-store.ts';
import {
  openChallenge,
  openSession,
  permitSignIn,
  type SignedIn,
  type SignInNeeds,
} from './sign-in-service.ts';
import type { ProvenIdentity, Provider } from './single-sign-on.ts';

/** By the subject once it is known; the first time by the verified e-mail address, and tied from then on. */
const match = async (unit: Unit, identity: ProvenIdentity): Promise<PersonFile | null> => {
  const known = await findPersonBySubject(unit, identity.subject);
  if (known !== null || identity.email === null) return known;
  const person = await findPersonByEmail(unit, identity.email);
  // Demo accounts have invented addresses: nobody's mailbox proves one.
  if (person === null || person.demo) return null;
  return (await keepSubject(unit, person.id, identity.subject)) ? person : null;
};

export const createSingleSignOn = (needs: SignInNeeds, provider: Provider) => ({
  /** Where to send the browser, and what it must bring back in its cookie. */
  begin: async (): Promise<{ readonly address: string; readonly token: string }> => {
    const { address, step } = await provider.begin();
    const content = { state: step.state, nonce: step.nonce, verifier: step.verifier };
    const token = await needs.database.transact(needs.node, (unit) =>
      openChallenge(unit, needs.clock, { kind: 'oidc', person: null, content }),
    );
    return { address, token };
  },
  /** The browser is back from the provider. */
  finish: async (callback: URL, token: string | null, source: Source): Promise<SignedIn> => {
    const challenge =
      token === null
        ? null
        : await needs.database.transact(needs.node, (unit) =>
            takeChallenge(unit, 'oidc', tokenHash(token), needs.clock.now()),
          );
    if (challenge === null) throw new Fault('parties/challenge-expired');
    const { state, nonce, verifier } = challenge.content;
    const step = { state: String(state), nonce: String(nonce), verifier: String(verifier) };
    const identity = await provider.finish(callback, step);
    const call = { actor: needs.node, verb: 'parties.sign-in', subject: null };
    return needs.verbs.run(call, async (work) => {
      const found = identity && (await match(work.unit, identity));
      const person = await permitSignIn(work, needs, found, identity !== null);
      return openSession(work, needs, { person, way: 'oidc', source });
    });
  },
});
