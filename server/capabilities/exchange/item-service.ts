/** What the verbs of exchange share: their needs, presentation of an item, the agreement's cover. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import type { DeskId, EnvelopeId, PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Released } from '../../kernel/released.ts';
import type { Clock, Instant } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { StixObject } from '../../plumbing/stix/index.ts';
import { type AgreementService, gapOf } from '../agreements/index.ts';
import type { ConsultationNeeds } from './consultation/consultation-service.ts';
import { type Item, type ItemRow, objectsShown } from './contract.ts';
import { copyFor } from './copy.ts';
import { countTypes, type StoredItem, type StoredObject } from './item.ts';
import type { KeepingNeeds } from './keeping-service.ts';
import type { ItemView } from './policy.ts';
import * as store from './store.ts';
import type { ExchangeVerbs } from './verbs.ts';

export interface Carried {
  readonly kind: string;
  readonly body: JsonObject;
}

/** What the verbs on items need, by name. */
export interface ExchangeNeeds extends KeepingNeeds, ConsultationNeeds {
  readonly verbs: ExchangeVerbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly self: PartyId;
  /** This service as a STIX identity: the `created_by_ref` of what it makes. */
  readonly identity: StixObject;
  readonly agreements: Pick<AgreementService, 'find' | 'hold' | 'findCircle'>;
  readonly federation: {
    send(unit: Unit, released: Released<Carried>): Promise<EnvelopeId>;
    withdraw(
      unit: Unit,
      given: { readonly envelopes: readonly EnvelopeId[]; readonly about: string },
    ): Promise<readonly PartyId[]>;
  };
  /** How far envelopes have come, asked outside any transaction. */
  progressOf(envelopes: readonly EnvelopeId[]): Promise<readonly EnvelopeProgress[]>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  /** True for a desk of this service; asked outside any transaction. */
  isDesk(desk: DeskId): Promise<boolean>;
  /** The desk that takes in what partners send. */
  intakeDesk(unit: Unit, from: PartyId, marking: Pick<Marking, 'field'>): Promise<DeskId | null>;
}

/** How far an envelope has come. */
export interface EnvelopeProgress {
  readonly envelope: EnvelopeId;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly outcome: 'accepted' | 'refused' | null;
  readonly fault: string | null;
}

export const viewOf = (item: StoredItem): ItemView => item;

/** The item as a row; what is the holder's own business is not shown to a guest. */
export const presentRow = (item: StoredItem, self: PartyId, reader: PartyId): ItemRow => {
  const isOurs = reader === self;
  return {
    id: item.id,
    version: item.version,
    originator: item.originator,
    via: isOurs ? item.via : null,
    own: item.originator === self,
    state: item.state,
    // A recalled item says nothing of its content to those it was taken back from, guests among them.
    title: isOurs || item.state !== 'recalled' ? item.title : '',
    needsReason: item.needsReason ?? false,
    language: item.language,
    marking: presentMarking(item.marking),
    desk: isOurs ? item.desk : null,
    agreement: item.agreement,
    circle: item.circle,
    objectCount: item.objectCount,
    author: isOurs ? item.author : null,
    createdAt: item.createdAt,
    modifiedAt: item.modifiedAt,
    proposedAt: isOurs ? item.proposedAt : null,
    releasedAt: item.releasedAt,
    receivedAt: item.receivedAt,
    readAt: item.readAt,
    returnedReason: isOurs ? item.returnedReason : null,
    about: item.about ?? null,
  };
};

const presentMarking = (marking: Marking): ItemRow['marking'] => ({
  ...marking,
  handling: [...marking.handling],
  personCategories: [...marking.personCategories],
  releasableTo: [...marking.releasableTo],
});

/** What a guest of this node may read: the copy that his own service was sent. */
export const copyForGuest = async (unit: Unit, item: StoredItem) => {
  // Row security does not stand here: what needs a reason is withheld as row security would.
  if (item.state === 'recalled' || item.needsReason === true) return { objects: [], bundle: null };
  const objects = await unit.asHouse('exchange', (house) => store.readObjects(house, item.id));
  return copyFor(item, objects, unit.reader.party);
};

/** The item with its content, cut at `objectsShown`; `written` is the content as its writer gave it. */
export const presentItem = async (
  unit: Unit,
  item: StoredItem,
  self: PartyId,
  written?: readonly StoredObject[],
): Promise<Item> => {
  const row = presentRow(item, self, unit.reader.party);
  if (unit.reader.party !== self) {
    const { objects } = await copyForGuest(unit, item);
    return {
      ...row,
      objectCount: objects.length,
      summary: item.state === 'recalled' ? '' : item.summary,
      objects: objects.slice(0, objectsShown),
      objectsCut: objects.length > objectsShown,
      types: countTypes(objects),
      withheld: [],
      recipients: [],
    };
  }
  const objects = written?.slice(0, objectsShown) ?? (await store.readObjects(unit, item.id, objectsShown));
  return {
    ...row,
    summary: item.summary,
    objects,
    objectsCut: item.objectCount > objects.length,
    types: { ...item.types },
    withheld: [...item.withheld],
    recipients: [...item.recipients],
  };
};

/** Why each recipient can get nothing; empty reasons mean that all can. */
export const coverageOf = async (
  needs: Pick<ExchangeNeeds, 'agreements' | 'isLinked'>,
  unit: Unit,
  item: Pick<StoredItem, 'agreement' | 'marking' | 'originator'>,
): Promise<
  readonly { readonly recipient: PartyId; readonly gap: string | null; readonly linked: boolean }[]
> => {
  // Held until the end of the transaction: an agreement cannot end between this look and the release.
  const agreement = item.agreement === null ? null : await needs.agreements.hold(unit, item.agreement);
  const recipients = item.marking.releasableTo.filter((party) => party !== item.originator);
  const covers = [];
  for (const recipient of recipients)
    covers.push({
      recipient,
      gap: agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, recipient),
      linked: await needs.isLinked(unit, recipient),
    });
  return covers;
};

/** A fault unless an agreement in force covers the item for every recipient, and there is one. */
export const requireCoverage = async (
  needs: Pick<ExchangeNeeds, 'agreements' | 'isLinked'>,
  unit: Unit,
  item: Pick<StoredItem, 'agreement' | 'marking' | 'originator'>,
): Promise<void> => {
  if (item.agreement === null) throw new Fault('exchange/no-agreement');
  const covers = await coverageOf(needs, unit, item);
  if (covers.length === 0) throw new Fault('exchange/no-recipient');
  const uncovered = covers.filter((cover) => cover.gap !== null);
  if (uncovered.length > 0)
    throw new Fault('exchange/not-covered', {
      gap: uncovered[0]?.gap ?? '',
      parties: uncovered.map((cover) => cover.recipient),
    });
  const unlinked = covers.filter((cover) => !cover.linked);
  if (unlinked.length > 0)
    throw new Fault('exchange/not-linked', { parties: unlinked.map((cover) => cover.recipient) });
};
