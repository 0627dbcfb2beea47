/**
 * Recalls in the storm: one side gives the other an item and takes it back. Afterwards the item is gone where
 * it went, exactly one act of obedience is journalled there, and exactly one proof of it has come back, which
 * verifies: its signature, and the leaf of the journal that it names.
 */

import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { agreementHash, signatureText } from '../server/capabilities/agreements/agreement.ts';
import { createAgreementNews, createAgreementService } from '../server/capabilities/agreements/index.ts';
import { insertAgreement, insertSignature } from '../server/capabilities/agreements/store.ts';
import type { ControlNeeds } from '../server/capabilities/exchange/control/control-service.ts';
import { createControl } from '../server/capabilities/exchange/control/service.ts';
import { isSelfConsistent } from '../server/capabilities/exchange/control/signed-object.ts';
import { copyFor } from '../server/capabilities/exchange/copy.ts';
import { insertDelivery } from '../server/capabilities/exchange/delivery-store.ts';
import { noteOf, type StoredItem } from '../server/capabilities/exchange/item.ts';
import { keepItem } from '../server/capabilities/exchange/keeping-service.ts';
import { type MessageSource, registerExchangeMessages } from '../server/capabilities/exchange/messages.ts';
import { releaseCopy } from '../server/capabilities/exchange/policy.ts';
import type { Assembly } from '../server/federation/federation.ts';
import { readJson } from '../server/kernel/canonical.ts';
import { allow, type PersonActor } from '../server/kernel/decision.ts';
import { asId, type ItemId, newId } from '../server/kernel/ids.ts';
import { type Clock, dayMs, later } from '../server/kernel/time.ts';
import type { Unit } from '../server/plumbing/database/index.ts';
import { createScheduler } from '../server/plumbing/scheduler/index.ts';
import { messages, serviceIdentity } from '../server/plumbing/stix/index.ts';
import { createVerbs } from '../server/plumbing/verbs/index.ts';
import type { Ground } from './federation.ts';
import type { Side } from './simulation-facts.ts';

const capabilities = join(import.meta.dirname, '../server/capabilities');
/** What a ground needs besides the federation's own tables. */
export const recallMigrations = ['agreements', 'exchange'].map((name) => ({
  name,
  folder: join(capabilities, name, 'migrations'),
}));

const agreement = asId('agreement', 'x-tansiq-agreement--5a1e0b7c-3d2f-4c68-9b40-6e8d1f2a3c4b');
const madeAt = '2026-01-01T00:00:00.000Z';

/** Both have signed, on both grounds. */
export const signAgreement = async ({ here, there }: Side): Promise<void> => {
  const draft = {
    title: { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' },
    legalBasis: 'Article 4',
    parties: [here.party, there.party],
    fields: ['event-security' as const],
    purposes: ['event-protection' as const],
    validFrom: '2025-01-01',
    validUntil: '2199-12-31',
    defaults: {
      tlp: 'amber' as const,
      pap: 'amber' as const,
      handling: ['H1' as const],
      reviewAfterDays: 30,
      eraseAfterDays: 90,
    },
  };
  const contentHash = agreementHash(agreement, draft);
  const signatures = [here, there].map(({ party, keys }) => ({
    agreement,
    party,
    contentHash,
    signature: keys.sign(signatureText(agreement, party, contentHash)),
    at: madeAt,
  }));
  for (const ground of [here, there])
    await ground.database.transact(ground.actor, async (unit) => {
      const about = { id: agreement, proposer: here.party, draft, contentHash };
      await insertAgreement(unit, { ...about, proposed: true, createdAt: madeAt });
      for (const signature of signatures) await insertSignature(unit, signature);
    });
};

/** What a life of a process has of exchange: the real parts over its own federation. */
const openRoom = (ground: Ground, assembly: Assembly, clock: Clock) => {
  const { database, journal, keys, party: self } = ground;
  const { live } = ground.needs;
  const verbs = createVerbs({ database, journal });
  const isLinked = async (unit: Unit, party: string): Promise<boolean> =>
    (await assembly.linkState(unit, asId('party', party))) === 'active';
  const agreements = createAgreementService({
    verbs,
    live: { ...live, subscribe: () => () => undefined, close: async () => undefined },
    clock,
    self,
    keys,
    news: createAgreementNews({ self, keys, send: assembly.send }),
    notLinked: async () => [],
  });
  const needs: ControlNeeds = {
    verbs,
    live: { ...live, subscribe: () => () => undefined, close: async () => undefined },
    clock,
    self,
    database,
    journal,
    keys,
    agreements,
    isLinked,
    followers: [],
    tighten: async () => allow('test/no-owner-tightens'),
    scheduler: createScheduler(),
    federation: assembly,
    identity: serviceIdentity({ party: self, name: 'Service', country: 'MA' }),
    progressOf: async () => [],
    isDesk: async () => false,
    intakeDesk: async () => null,
  };
  return { needs, control: createControl(needs) };
};

/** Registers exchange with a process; `meetBug` may fail it after a message was handled. */
export const hearRecalls = (
  ground: Ground,
  assembly: Assembly,
  about: { readonly clock: Clock; readonly meetBug: () => void },
): void => {
  const { needs, control } = openRoom(ground, assembly, about.clock);
  const source: MessageSource = {
    onMessage: (kind, handle) =>
      assembly.onMessage(kind, async (unit, message) => {
        await handle(unit, message);
        about.meetBug();
      }),
    onReceipt: (kind, handle) => assembly.onReceipt(kind, handle),
  };
  registerExchangeMessages(source, needs, { ...control.burying, ...control });
  control.registerMessages(source);
};

const text = { title: 'In the storm', summary: 'What is recalled later', language: 'fr' } as const;

/** The item as it is released; its content is one note. */
const itemFor = (from: Ground, to: Ground, id: ItemId, at: string): StoredItem => ({
  id,
  version: 1,
  originator: from.party,
  via: null,
  editors: [],
  holder: from.party,
  identity: serviceIdentity({ party: from.party, name: 'Service', country: 'MA' }),
  state: 'released',
  ...text,
  marking: {
    tlp: 'amber',
    pap: 'amber',
    handling: ['H1'],
    field: 'event-security',
    purpose: 'event-protection',
    legalBasis: 'Article 4',
    personCategories: [],
    releasableTo: [from.party, to.party],
    reviewOn: '2190-01-01',
    eraseOn: '2191-01-01',
  },
  agreement,
  circle: null,
  recipients: [to.party],
  withheld: [],
  desk: null,
  author: null,
  objectCount: 1,
  types: { note: 1 },
  createdAt: at,
  modifiedAt: at,
  proposedAt: at,
  proposedBy: null,
  releasedAt: at,
  releasedBy: null,
  receivedAt: null,
  readAt: null,
  returnedReason: null,
  listedAt: at,
});

/** Releases an item to the other side, in the transaction given. */
export const giveItem = async (
  unit: Unit,
  assembly: Assembly,
  about: { readonly from: Ground; readonly to: Ground; readonly id: ItemId; readonly clock: Clock },
): Promise<void> => {
  const { from, to, id, clock } = about;
  const item = itemFor(from, to, id, clock.now());
  const objects = [noteOf(text, from.party, clock.now())];
  const { needs } = openRoom(from, assembly, clock);
  await keepItem(needs, unit, item, objects);
  const carried = { kind: 'exchange.item', body: copyFor(item, objects, to.party).bundle };
  const released = releaseCopy(item.marking, to.party, { gap: null, linked: true }, carried);
  if (released === null) throw new Error('nothing was released');
  const envelope = await assembly.send(unit, released);
  await insertDelivery(unit, { item: id, version: 1, recipient: to.party, envelope, withheld: [] });
};

const contactPoint = (ground: Ground): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: ground.party,
  role: 'contact-point',
  desks: [],
  circles: [],
  clearance: 'red',
});

/** The contact point takes it back. */
export const takeBack = (from: Ground, assembly: Assembly, id: ItemId, clock: Clock): Promise<void> =>
  openRoom(from, assembly, clock).control.service.recall(contactPoint(from), id, {
    version: 1,
    kind: 'withdraw',
    marking: null,
    reason: 'In the storm',
    complyBy: later(clock.now(), dayMs),
  });

/** Tells whoever could not be reached when the item was taken back. */
export const remindAll = (from: Ground, assembly: Assembly, clock: Clock): Promise<void> =>
  openRoom(from, assembly, clock).control.service.remind();

const countEntries = (id: ItemId, verb: string) =>
  sql<number>`(select count(*)::int from journal_entry where verb = ${verb} and subject = ${id})`;

/** All that must be true of the recall once the storm is over. */
export const expectObeyed = async (from: Ground, to: Ground, id: ItemId): Promise<void> => {
  const there = await to.database.transact(to.actor, async (unit) => {
    const { rows } = await sql`select state, (select title from exchange_words where item = id) as title,
      (select summary from exchange_words where item = id) as summary,
      ${countEntries(id, 'exchange.obey-recall')} as obeyed,
      (select count(*)::int from exchange_object where item = ${id}) as objects
      from exchange_item where id = ${id}`.execute(unit.tables<object>());
    return rows;
  });
  expect(there).toEqual([{ state: 'recalled', title: '', summary: '', obeyed: 1, objects: 0 }]);
  const proofs = await from.database.transact(from.actor, async (unit) => {
    const { rows } = await sql<{ outcome: string; verified: boolean; proof: string; heard: number }>`
      select c.outcome, c.verified, c.proof, ${countEntries(id, 'exchange.hear-compliance')} as heard
      from exchange_compliance c join exchange_recall r on r.id = c.recall
      where r.item = ${id}`.execute(unit.tables<object>());
    return rows;
  });
  expect(proofs).toHaveLength(1);
  const reading = messages['x-tansiq-compliance'].read(readJson(proofs[0]?.proof ?? '')?.value);
  if (reading.kind !== 'read') throw new Error('the proof is none');
  const { message: proof } = reading;
  expect(proofs[0]).toMatchObject({ outcome: 'removed', verified: true, heard: 1 });
  expect(isSelfConsistent(proof)).toBe(true);
  const leaf = await to.database.transact(to.actor, (unit) =>
    to.journal.inclusion(unit, proof.journal_seq, proof.journal_seq + 1),
  );
  expect(leaf.leafHash).toBe(proof.journal_leaf);
};
