/** What a collection holds, and how an object becomes a row of it. Pure. */
import { canonical, isObject } from '../../../kernel/canonical.ts';
import type { DeskId, ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { type MarkingMeaning, type StixObject, surveyMarkings } from '../../../plumbing/stix/index.ts';
import { sortableTime, writeMicros } from '../../../plumbing/taxii/index.ts';
import type { collectionKinds } from './contract.ts';

export type CollectionKind = (typeof collectionKinds)[number];

/** Limits of collections, named. */
export const collectionLimits = {
  /** A status resource is kept so long. */
  statusMs: 86_400_000,
  /** What a connected system brought is erased after so many days, drawn or not. */
  ownDays: 365,
  /** Items named in the journal entry of one reading. */
  itemsNamed: 50,
  /** Items placed in one transaction. */
  itemsPlacedAtOnce: 50,
  /** Problems told of one object that was not taken. */
  problemsTold: 5,
  /** How often what is due is looked for: placing what no reader asked for, sweeping what has expired. */
  placeEveryMs: 30_000,
  sweepEveryMs: 3_600_000,
} as const;

export interface Collection {
  /** A UUID, version 4 (TAXII 2.1 §5.2.1). */
  readonly id: string;
  readonly kind: CollectionKind;
  readonly party: PartyId;
  readonly person: PersonId | null;
}

/** An object on its way into a collection. */
export interface Collectable {
  readonly id: string;
  readonly type: string;
  /** Its own version; null for an object without versions, whose version is its date_added. */
  readonly version: string | null;
  readonly rank: number;
  readonly content: string;
}

/** Where an object in a collection came from, as row security looks at it. */
export interface Origin {
  readonly item: ItemId | null;
  /** Hash of all about the item that its readers depend on. */
  readonly grounds: string | null;
  readonly author: PersonId | null;
  readonly desk: DeskId | null;
}

/** What the rule of reading looks at. */
export interface CollectedView {
  readonly party: PartyId;
  readonly person: PersonId | null;
  readonly rank: number;
  readonly author: PersonId | null;
  readonly desk: DeskId | null;
}

/** TLP 1 is not converted into TLP 2.0; here it only bars readers, and bars no fewer than it asks for. */
const formerRanks = { white: 0, green: 1, amber: 2, red: 4 } as const;

const rankOf = (meaning: MarkingMeaning | undefined): number => {
  if (meaning?.kind === 'tlp') return tlpRank(meaning.tlp);
  return meaning?.kind === 'former-tlp' ? formerRanks[meaning.tlp] : 0;
};

/** The markings that an object bears, as a whole or in a part. */
const markingsOn = (object: StixObject): readonly unknown[] => {
  const whole = Array.isArray(object.object_marking_refs) ? object.object_marking_refs : [];
  const partial = Array.isArray(object.granular_markings) ? object.granular_markings : [];
  return [...whole, ...partial.map((marking) => (isObject(marking) ? marking.marking_ref : null))];
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `modified`, else `created` (TAXII 2.1 §3.4.1); null for an object that has neither. */
export const ownVersion = (object: StixObject): string | null =>
  textOf(object.modified) ?? textOf(object.created);

/**
 * Objects as collectables. Each is barred by the strictest of what it bears itself and `floor`, the rank of
 * the item around it; a part that is marked higher bars the whole, as a page shows objects whole or not.
 */
export const collectables = (objects: readonly StixObject[], floor: number): readonly Collectable[] => {
  const meanings = new Map(surveyMarkings(objects).map(({ id, meaning }) => [id, meaning]));
  return objects.map((object) => ({
    id: object.id,
    type: object.type,
    version: ownVersion(object),
    rank: Math.max(
      floor,
      ...markingsOn(object).map((ref) => (typeof ref === 'string' ? rankOf(meanings.get(ref)) : 0)),
    ),
    content: canonical(object),
  }));
};

/** The version of a row, and the text that sorts it. */
export const versionAt = (version: string | null, added: number) => {
  const text = version ?? writeMicros(added);
  return { version: text, key: sortableTime(text) };
};
