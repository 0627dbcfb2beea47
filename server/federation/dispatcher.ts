/**
 * Sends what waits: one sender per link, notices before envelopes, batches in order, each settled while the next is
 * on its way. It keeps nothing that the database does not know, so it resumes after a crash by asking it.
 */
import { randomUUID } from 'node:crypto';
import { canonical, readJson } from '../kernel/canonical.ts';
import type { PartyId } from '../kernel/ids.ts';
import { between, later } from '../kernel/time.ts';
import type { Deliveries, Posted } from './deliveries.ts';
import { DoorRefusal, type Refusals } from './door-refusal.ts';
import { envelopeText, sealEnvelope } from './envelope.ts';
import { federationLimits, paths } from './limits.ts';
import { type Link, readCurrentLink, readKeys, readPartiesWithWork } from './link-store.ts';
import { type Descriptor, type Notice, readBatchAnswer, readNotice } from './messages.ts';
import type { House, Peer, Transport } from './needs.ts';
import type { Notices } from './notices.ts';
import { readWaiting, takeTurn, yieldTurn } from './outbox-store.ts';
import { createWakes, type Wakes } from './wakes.ts';

type Plan =
  | { readonly kind: 'idle' }
  /** Another process sends on this link. */
  | { readonly kind: 'held' }
  | { readonly kind: 'notice'; readonly peer: Peer; readonly notice: Notice }
  | { readonly kind: 'batch'; readonly peer: Peer; readonly posted: Posted; readonly text: string };

export interface Dispatcher extends Pick<Wakes, 'wake' | 'contact'> {
  /** Looks for all that waits. */
  lookAgain(): Promise<void>;
  /** Finishes what is on its way, and starts nothing more. */
  stop(): Promise<void>;
}

const peerOf = ({ address, tlsCertificate }: Descriptor): Peer => ({ address, tlsCertificate });

export const createDispatcher = (needs: {
  house: House;
  transport: Transport;
  notices: Notices;
  deliveries: Deliveries;
  refusals: Refusals;
  descriptor(): Descriptor;
}): Dispatcher => {
  const { house, transport, notices, deliveries } = needs;
  const turnHolder = randomUUID();

  const hasNotice = (link: Link, now: string): boolean => {
    if (link.ownStance === 'unanswered' || link.theirStance === 'ended') return false;
    const isTooOld = link.state === 'ended' && between(link.since, now) > federationLimits.endNoticeMs;
    if (isTooOld) return false;
    return link.toldRevision < link.ownRevision || link.toldDescriptor < needs.descriptor().version;
  };

  const plan = (party: PartyId, after: number): Promise<Plan> =>
    house.database.transact(house.actor, async (unit): Promise<Plan> => {
      const now = house.clock.now();
      const link = await readCurrentLink(unit, party);
      if (link === null) return { kind: 'idle' };
      const turn = { link: link.link, process: turnHolder, now, until: later(now, federationLimits.turnMs) };
      if (!(await takeTurn(unit, turn))) return { kind: 'held' };
      const peer = peerOf(link.descriptor);
      if (hasNotice(link, now)) return { kind: 'notice', peer, notice: notices.speak(link) };
      const waiting = link.state === 'active' ? await readWaiting(unit, link.link, after) : [];
      if (waiting.length === 0) {
        await yieldTurn(unit, link.link, turnHolder);
        return { kind: 'idle' };
      }
      const keys = await readKeys(unit, link.link);
      const treeHead = await house.journal.head(unit);
      const from = house.party;
      const sealed = waiting.map(({ envelope: id, sequence, kind, bodyHash, bodyText }) => {
        const content = { id, from, to: party, sequence, sentAt: now, kind, bodyHash, treeHead };
        const header = sealEnvelope(content, house.keys.sign);
        return { header, text: envelopeText(header, bodyText) };
      });
      const posted = {
        link,
        publicKeys: keys.map((key) => key.publicKey),
        headers: sealed.map(({ header }) => header),
      };
      const envelopes = sealed.map(({ text }) => text).join(',');
      return { kind: 'batch', peer, posted, text: `{"envelopes":[${envelopes}],"pairing":${link.pairing}}` };
    });

  const post = async (peer: Peer, path: string, text: string): Promise<unknown> => {
    const answer = await transport.post(peer, path, text);
    if (answer.status !== 200) throw new Error(`the partner answered ${answer.status}`);
    return readJson(answer.text)?.value;
  };

  const tell = async (peer: Peer, said: Notice): Promise<void> => {
    const answer = readNotice(await post(peer, paths.link, canonical(said)));
    if (answer === null) throw new Error('the partner answered a notice with something else');
    await notices.heard(said, answer);
  };

  /** Posts one batch; gives what is to be settled and the sequence to go on from. */
  const deliver = async (peer: Peer, posted: Posted, text: string) => {
    const answer = readBatchAnswer(await post(peer, paths.envelopes, text));
    if (answer === null) throw new DoorRefusal('malformed-answer', posted.link.party);
    const last = posted.headers[answer.receipts.length - 1]?.sequence;
    if (last === undefined) {
      // A partner that counts behind what it gave receipts for has lost data: only people can mend that.
      const first = posted.headers[0]?.sequence ?? 0;
      house.log.error(
        { party: posted.link.party, expected: answer.expected, first },
        'partner counts otherwise',
      );
      throw new DoorRefusal('other-sequence', posted.link.party);
    }
    return { last, receipts: answer.receipts };
  };

  /** Sends until nothing waits. */
  const drain = async (party: PartyId, isStopped: () => boolean): Promise<'idle' | 'held'> => {
    let settling: Promise<void> = Promise.resolve();
    let after = 0;
    try {
      while (!isStopped()) {
        const next = await plan(party, after);
        if (next.kind === 'idle' || next.kind === 'held') return next.kind;
        if (next.kind === 'notice') {
          await settling;
          await tell(next.peer, next.notice);
          continue;
        }
        const { last, receipts } = await deliver(next.peer, next.posted, next.text);
        await settling;
        settling = deliveries.settle(next.posted, receipts);
        // It is awaited above, below, or by the `finally`; until then its failure is nobody's surprise.
        settling.catch(() => undefined);
        after = last;
      }
      return 'idle';
    } finally {
      await settling;
    }
  };

  const attempt = async (party: PartyId, isStopped: () => boolean): Promise<'idle' | 'held'> => {
    try {
      return await drain(party, isStopped);
    } catch (error) {
      if (error instanceof DoorRefusal) await needs.refusals.record(error, null);
      throw error;
    }
  };

  const wakes = createWakes({ timers: house.timers, log: house.log, attempt });

  return {
    wake: wakes.wake,
    contact: wakes.contact,
    stop: wakes.stop,
    lookAgain: async () => {
      const version = needs.descriptor().version;
      const parties = await house.database.transact(house.actor, (unit) =>
        readPartiesWithWork(unit, version),
      );
      for (const party of parties) wakes.wake(party);
    },
  };
};
