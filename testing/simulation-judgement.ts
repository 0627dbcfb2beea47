/** What must be true once the storm is over: nothing lost, doubled or out of order, every recall obeyed. */
import { expect } from 'vitest';
import { isReceiptFor } from '../server/federation/envelope.ts';
import { readReceipt } from '../server/federation/messages.ts';
import { readJson } from '../server/kernel/canonical.ts';
import { type Facts, readFacts, type Side } from './simulation-facts.ts';
import { expectObeyed } from './simulation-recalls.ts';
import { explained, type Note, type Pair, type Recalled, type Scene } from './simulation-scene.ts';

export const sideOf = ([here, there]: Pair): Side => ({ here: here.ground, there: there.ground });

const numbersOf = (facts: Facts, what: string): readonly number[] =>
  facts.events.filter((event) => event.what === what).map((event) => event.number);

/** While a side did not call the link active, it received nothing. */
const expectClosedDoor = (facts: Facts, isOpenAtFirst: boolean): void => {
  let isOpen = isOpenAtFirst;
  for (const { what } of facts.events) {
    if (what.startsWith('link ')) isOpen = what === 'link active';
    if (what === 'received') expect(isOpen).toBe(true);
  }
};

const expectDelivered = (sent: readonly Note[], from: Facts, to: Facts, isCut: boolean): void => {
  const taken = sent.filter((note) => !note.isRefused).map((note) => note.number);
  const received = numbersOf(to, 'received');
  const receipted = numbersOf(from, 'accepted');
  expect(received).toEqual(isCut ? taken.slice(0, received.length) : taken);
  expect(receipted).toEqual(isCut ? received.slice(0, receipted.length) : received);
};

const expectSignedReceipts = (facts: Facts, [from, to]: Pair): void => {
  for (const [at, row] of facts.outbox.entries()) {
    expect(row.sequence).toBe(facts.queued - facts.outbox.length + at + 1);
    const { receipt, sequence, body_hash: bodyHash, body } = row;
    const read = readReceipt(readJson(receipt ?? '')?.value);
    const sent = { from: from.ground.party, to: to.ground.party, sequence, bodyHash };
    expect(read && isReceiptFor(read, { ...sent, id: read.envelope }, facts.keys)).toBe(true);
    expect(body).toBeNull();
  }
};

export const expectSound = async (
  scene: Scene,
  before: readonly [number, number],
  sent: readonly [readonly Note[], readonly Note[]],
  recalled: Recalled | null,
): Promise<void> => {
  const { seed, pair, shape } = scene;
  // An item and its recall one way, one proof the other way.
  const extra = pair.map((node) => (recalled === null ? 0 : node === recalled.from ? 2 : 1));
  const back: Pair = [pair[1], pair[0]];
  const factsOf = (of: Pair, at: 0 | 1) =>
    readFacts(sideOf(of), {
      seed,
      sent: sent[at].length + (extra[at] ?? 0),
      entriesBefore: before[at],
      explained: explained(shape),
    });
  const [here, there] = [await factsOf(pair, 0), await factsOf(back, 1)];
  if (!here || !there) throw new Error('a link is gone');
  const state = shape.ends ? 'ended' : 'active';
  for (const facts of [here, there]) {
    expect(facts).toMatchObject({ state, alarms: 0 });
    expectClosedDoor(facts, !shape.pairs);
  }
  expectDelivered(sent[0], here, there, shape.ends);
  expectDelivered(sent[1], there, here, shape.ends);
  if (shape.ends) return;
  expect([here.queued, here.received]).toEqual([there.received, there.queued]);
  expect([here.outbox.length, there.outbox.length]).toEqual(
    sent.map((notes, at) => notes.length + (extra[at] ?? 0)),
  );
  expectSignedReceipts(here, pair);
  expectSignedReceipts(there, back);
  if (recalled !== null) await expectObeyed(recalled.from.ground, recalled.to.ground, recalled.id);
};
