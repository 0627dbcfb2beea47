/**
 * What leaves: queued in the transaction of the change that it tells of, so that neither exists without the
 * other.
 */
import { canonical, type JsonObject, sha256 } from '../kernel/canonical.ts';
import { assert, Fault } from '../kernel/faults.ts';
import { type EnvelopeId, newId, type PartyId } from '../kernel/ids.ts';
import type { Released } from '../kernel/released.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { kindPattern, serviceIdentity, toBundle } from '../plumbing/stix/index.ts';
import { federationLimits } from './limits.ts';
import { type Descriptor, isBody } from './messages.ts';
import type { House } from './needs.ts';
import { queueEnvelope, readWithdrawable, withdrawEnvelopes } from './outbox-store.ts';

/** What is sent to one party: `kind` (`item`, `agreement`…) names the handler there. */
export interface Outgoing {
  readonly kind: string;
  readonly body: JsonObject;
}

export type Send = (unit: Unit, released: Released<Outgoing>) => Promise<EnvelopeId>;

export const createSend = (house: House, afterQueued: (party: PartyId) => void): Send => {
  return async (unit, released) => {
    const { recipient, rule, content } = released;
    // What the other side could not read would stand at the head of the link for ever.
    assert(new RegExp(kindPattern).test(content.kind), `no kind of message: ${content.kind}`);
    assert(isBody(content.body), `the body of a message of kind ${content.kind} is no bundle`);
    const bodyText = canonical(content.body);
    const bodyBytes = Buffer.byteLength(bodyText);
    if (bodyBytes > federationLimits.bodyBytes)
      throw new Fault('federation/too-large', { limitBytes: federationLimits.bodyBytes });
    const envelope = newId('envelope');
    const bodyHash = sha256(bodyText).toString('hex');
    // The journal first: who holds its turn may then wait for a link's counter, and never the other way
    // round.
    await house.journal.append(unit, {
      actor: unit.reader,
      verb: 'federation.send',
      subject: envelope,
      outcome: 'done',
      rule,
      details: { to: recipient, kind: content.kind, bodyHash, bodyBytes },
    });
    const at = house.clock.now();
    const queued = { to: recipient, envelope, kind: content.kind, bodyText, bodyHash, rule, at };
    const state = await queueEnvelope(unit, queued);
    if (state !== 'active')
      throw new Fault('federation/link-inactive', { party: recipient, state: state ?? 'absent' });
    unit.afterCommit(() => afterQueued(recipient));
    return envelope;
  };
};

/**
 * Takes the content out of what still waits, because it was erased here; gives whom it does not reach. What
 * had a receipt stays as it is. `about` is what the messages carried, for the journal.
 */
export type Withdraw = (
  unit: Unit,
  given: { readonly envelopes: readonly EnvelopeId[]; readonly about: string },
) => Promise<readonly PartyId[]>;

export const createWithdraw = (house: House, descriptor: () => Descriptor): Withdraw => {
  const inFederation = <T>(unit: Unit, work: (federation: Unit) => Promise<T>): Promise<T> =>
    unit.asHouse('federation', work);
  return async (unit, { envelopes, about }) => {
    if (envelopes.length === 0) return [];
    const waiting = await inFederation(unit, (inside) => readWithdrawable(inside, envelopes));
    if (waiting.length === 0) return [];
    // The journal's turn before the rows, as whoever settles deliveries takes them.
    await house.journal.appendAll(unit, []);
    const { party, name, country } = descriptor();
    const bodyText = canonical(toBundle([serviceIdentity({ party, name: name.en, country })]));
    const bodyHash = sha256(bodyText).toString('hex');
    const given = { envelopes: waiting, about, bodyText, bodyHash, at: house.clock.now() };
    const withdrawn = await inFederation(unit, (inside) => withdrawEnvelopes(inside, given));
    await house.journal.appendAll(
      unit,
      withdrawn.map(({ envelope, to, kind }) => ({
        actor: unit.reader,
        verb: 'federation.withdraw',
        subject: about,
        outcome: 'done',
        rule: 'federation/no-receipt-yet',
        details: { to, envelope, kind },
      })),
    );
    return withdrawn.map(({ to }) => to);
  };
};
