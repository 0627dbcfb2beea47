/**
 * Sends what waits: one sender per link, notices before envelopes, batches in order, each settled while the
 * next is on its way. It keeps nothing that the database does not know, so it resumes after a crash by asking
 * it.
 */
import { canonical, readJson } from '../kernel/canonical.ts';
import type { PartyId } from '../kernel/ids.ts';
import { between, type Instant, later } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import type { Deliveries, Posted } from './deliveries.ts';
import { DoorRefusal, type Refusals } from './door-refusal.ts';
import { sealEnvelope } from './envelope.ts';
import { federationLimits, paths, withdrawnKind } from './limits.ts';
import { type Link, readCurrentLink, readKeys, readPartiesWithWork } from './link-store.ts';
import { type Descriptor, type Notice, type Receipt, readBatchAnswer, readNotice } from './messages.ts';
import type { House, Peer, Presence, Transport } from './needs.ts';
import type { Notices } from './notices.ts';
import { readWaiting, takeTurn, type Waiting, yieldTurn } from './outbox-store.ts';
import { createWakes, type Outcome, type Wakes } from './wakes.ts';

type Plan =
  | { readonly kind: 'idle' }
  /** Another process sends on this link. */
  | { readonly kind: 'held'; readonly forMs: number }
  /** The link changed while the batch was sealed. */
  | { readonly kind: 'again' }
  | { readonly kind: 'notice'; readonly peer: Peer; readonly notice: Notice }
  | { readonly kind: 'batch'; readonly peer: Peer; readonly posted: Posted; readonly text: string };

export interface Dispatcher extends Pick<Wakes, 'wake' | 'contact'> {
  /** Looks for all that waits. */
  lookAgain(): Promise<void>;
  /** Finishes what is on its way, and starts nothing more. */
  stop(): Promise<void>;
}

const peerOf = ({ address, tlsCertificate }: Descriptor): Peer => ({ address, tlsCertificate });

interface DispatcherNeeds {
  readonly house: House;
  readonly transport: Transport;
  readonly notices: Notices;
  readonly deliveries: Deliveries;
  readonly refusals: Refusals;
  descriptor(): Descriptor;
  readonly presence: Presence;
}

const hasNotice = (needs: DispatcherNeeds, link: Link, now: Instant): boolean => {
  if (link.ownStance === 'unanswered' || link.theirStance === 'ended') return false;
  const isTooOld = link.state === 'ended' && between(link.since, now) > federationLimits.endNoticeMs;
  if (isTooOld) return false;
  return link.toldRevision < link.ownRevision || link.toldDescriptor < needs.descriptor().version;
};

/** Seals what waits. Signed at each attempt, with the key and the journal's head of the moment. */
const sealBatch = async (
  needs: DispatcherNeeds,
  unit: Unit,
  link: Link,
  waiting: readonly Waiting[],
): Promise<Plan> => {
  const { house } = needs;
  const keys = await readKeys(unit, link.link);
  const treeHead = await house.journal.head(unit);
  const sentAt = house.clock.now();
  const sealed = waiting.map(({ envelope: id, sequence, bodyHash, bodyText, ...message }) => {
    const kind = message.formerHash === null ? message.kind : withdrawnKind;
    const content = { id, from: house.party, to: link.party, sequence, sentAt, kind, bodyHash, treeHead };
    return sealEnvelope(content, bodyText, house.keys.sign);
  });
  const headers = sealed.map(({ header }) => header);
  const formerHashes = waiting.map(({ formerHash }) => formerHash);
  const posted = { link, publicKeys: keys.map((key) => key.publicKey), headers, formerHashes };
  const envelopes = sealed.map(({ text }) => text).join(',');
  const text = `{"envelopes":[${envelopes}],"pairing":${link.pairing}}`;
  return { kind: 'batch', peer: peerOf(link.descriptor), posted, text };
};

/**
 * Takes or keeps the turn to send: from a dead process at once, from a live one when its term is over. Null
 * when it is ours; else until when another has it.
 */
const heldByAnother = async (
  { presence }: DispatcherNeeds,
  unit: Unit,
  link: number,
  now: Instant,
): Promise<Instant | null> => {
  const turn = { link, process: presence.name, now, until: later(now, federationLimits.turnMs) };
  const held = await takeTurn(unit, turn);
  if (held.process === presence.name) return null;
  if (!presence.isGone(held.process)) return held.until;
  await yieldTurn(unit, link, held.process);
  const again = await takeTurn(unit, turn);
  return again.process === presence.name ? null : again.until;
};

/** What to do next on the link with a party, after the sequence that was posted last. */
const plan = (needs: DispatcherNeeds, party: PartyId, after: number): Promise<Plan> => {
  const { house, notices, presence } = needs;
  return house.database.transact(house.actor, async (unit): Promise<Plan> => {
    const now = house.clock.now();
    const link = await readCurrentLink(unit, party);
    if (link === null || link.ownStance === 'unanswered') return { kind: 'idle' };
    const heldUntil = await heldByAnother(needs, unit, link.link, now);
    if (heldUntil !== null) return { kind: 'held', forMs: between(now, heldUntil) };
    if (hasNotice(needs, link, now))
      return { kind: 'notice', peer: peerOf(link.descriptor), notice: notices.speak(link) };
    const waiting = link.state === 'active' ? await readWaiting(unit, link.link, after) : [];
    if (waiting.length > 0) {
      const sealed = await sealBatch(needs, unit, link, waiting);
      // Sealing may wait for the journal: what was ended or suspended meanwhile sends nothing more.
      const still = await readCurrentLink(unit, party);
      return still?.link === link.link && still.state === 'active' ? sealed : { kind: 'again' };
    }
    await yieldTurn(unit, link.link, presence.name);
    return { kind: 'idle' };
  });
};

const post = async (needs: DispatcherNeeds, peer: Peer, path: string, text: string): Promise<unknown> => {
  const answer = await needs.transport.post(peer, path, text);
  if (answer.status !== 200) throw new Error(`the partner answered ${answer.status}`);
  return readJson(answer.text)?.value;
};

const tell = async (needs: DispatcherNeeds, peer: Peer, said: Notice): Promise<void> => {
  const answer = readNotice(await post(needs, peer, paths.link, canonical(said)));
  if (answer === null) throw new DoorRefusal('malformed-answer', said.to);
  await needs.notices.heard(said, answer);
};

/** Posts one batch; gives the receipts and the sequence to go on from. */
const deliver = async (
  needs: DispatcherNeeds,
  { peer, posted, text }: Plan & { kind: 'batch' },
): Promise<{ readonly last: number; readonly receipts: readonly Receipt[] }> => {
  const { party } = posted.link;
  const answer = readBatchAnswer(await post(needs, peer, paths.envelopes, text));
  if (answer === null) throw new DoorRefusal('malformed-answer', party);
  const last = posted.headers[answer.receipts.length - 1]?.sequence;
  if (last !== undefined) return { last, receipts: answer.receipts };
  // A partner that counts behind what it gave receipts for has lost data: only people can mend that.
  const first = posted.headers[0]?.sequence;
  needs.house.log.error({ party, first, expected: answer.expected }, 'the partner counts otherwise');
  throw new DoorRefusal('other-sequence', party);
};

/** Sends until nothing waits. */
const drain = async (needs: DispatcherNeeds, party: PartyId, isStopped: () => boolean): Promise<Outcome> => {
  let settling: Promise<void> = Promise.resolve();
  let after = 0;
  try {
    while (!isStopped()) {
      const next = await plan(needs, party, after);
      if (next.kind === 'idle' || next.kind === 'held') return next;
      if (next.kind === 'again') continue;
      if (next.kind === 'notice') {
        await tell(needs, next.peer, next.notice);
        continue;
      }
      const { last, receipts } = await deliver(needs, next);
      await settling;
      settling = needs.deliveries.settle(next.posted, receipts);
      // Awaited by the next round or by the `finally`; until then its failure is nobody's surprise.
      settling.catch(() => undefined);
      after = last;
    }
    return { kind: 'idle' };
  } finally {
    await settling;
  }
};

/** Opens the sender of a node. */
export const createDispatcher = (needs: DispatcherNeeds): Dispatcher => {
  const { house } = needs;
  const wakes = createWakes({
    timers: house.timers,
    log: house.log,
    attempt: async (party, isStopped) => {
      try {
        return await drain(needs, party, isStopped);
      } catch (error) {
        if (error instanceof DoorRefusal) await needs.refusals.record(error, null);
        throw error;
      }
    },
  });
  return {
    wake: wakes.wake,
    contact: wakes.contact,
    stop: wakes.stop,
    lookAgain: async () => {
      const { version } = needs.descriptor();
      const parties = await house.database.transact(house.actor, (unit) =>
        readPartiesWithWork(unit, version),
      );
      for (const party of parties) wakes.wake(party);
    },
  };
};
