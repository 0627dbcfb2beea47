/** What the verbs of collections share: their needs, and the opening of the collections that a reader has. */
import { randomUUID } from 'node:crypto';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { Fault, type Language, type Words } from '../../../kernel/faults.ts';
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Scheduler } from '../../../plumbing/scheduler/index.ts';
import type { ExchangeVerbs } from '../verbs.ts';
import type { Collection } from './collection.ts';
import * as store from './collection-store.ts';
import { mayReadCollection } from './policy.ts';

/** A connected system: an account of role connector. */
export interface ConnectedSystem {
  readonly person: PersonId;
  readonly party: PartyId;
  readonly name: string;
  readonly nameArabic: string;
  /** The desks whose people draw what it brings. */
  readonly desks: readonly DeskId[];
}

/** What collections are given by name. */
export interface TaxiiNeeds {
  readonly verbs: ExchangeVerbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly scheduler: Pick<Scheduler, 'every'>;
  readonly self: PartyId;
  /** The service, as its people call it, and the language that it works in first. */
  readonly service: { readonly name: Words; readonly language: Language };
  /** Where clients reach this node, without a path; the first is the public one. */
  readonly addresses: readonly string[];
  /** All connected systems of this node; asked outside any transaction. */
  connectedSystems(): Promise<readonly ConnectedSystem[]>;
}

/** A collection as a reader knows it; a fault that hides it from all others. */
export const loadCollection = async (unit: Unit, id: string): Promise<Collection> => {
  const collection = await store.findCollection(unit, id);
  if (collection === null) throw new Fault('access/absent');
  return collection;
};

/** The collections that this person has by what he is. */
const collectionsOf = (actor: PersonActor, self: PartyId): readonly Omit<Collection, 'id'>[] => {
  const { party } = actor;
  const ofParty = { kind: party === self ? 'service' : 'partner', party, person: null } as const;
  const own = { kind: 'own', party, person: actor.person } as const;
  return [...(actor.role === 'connector' ? [own] : []), ofParty].filter(
    (collection) => mayReadCollection(actor, collection).kind === 'allowed',
  );
};

/**
 * Opens the collections of a reader that are not there yet, in a transaction of its own. Nothing changes for
 * anybody by it: what a collection will show is there already.
 */
export const openCollectionsFor = async (needs: TaxiiNeeds, actor: Actor): Promise<void> => {
  if (actor.kind !== 'person') return;
  const { database, clock, self } = needs;
  const house = { kind: 'system', name: 'collections', party: self } as const;
  const wanted = collectionsOf(actor, self);
  const missing = await database.transact(house, async (unit) => {
    const absent = [];
    for (const collection of wanted)
      if (!(await store.hasCollection(unit, collection))) absent.push(collection);
    return absent;
  });
  for (const collection of missing)
    await database.transact(house, (unit) =>
      store.openCollection(unit, { ...collection, id: randomUUID() }, clock.now(), self),
    );
};
