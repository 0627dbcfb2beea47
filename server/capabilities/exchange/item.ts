/**
 * An item and its states: draft → proposed → released, or returned to its author; received on other nodes.
 * Pure. The node that made an item is the only one that versions it.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { AgreementId, CircleId, DeskId, ItemId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Grading, Marking } from '../../kernel/marking.ts';
import { dayMs, dayOf, type Instant, later } from '../../kernel/time.ts';
import type { StixObject } from '../../plumbing/stix/index.ts';
import { exchangeLimits, type ItemDraft, type ItemRow, type ItemState, type Withheld } from './contract.ts';

export type ItemVerb =
  | 'edit'
  | 'discard'
  | 'propose'
  | 'withdraw'
  | 'release'
  | 'return'
  | 'mark-read'
  | 'assign'
  | 'recall'
  | 'share-onward';

const from: { readonly [Verb in ItemVerb]: readonly ItemState[] } = {
  edit: ['draft', 'returned'],
  discard: ['draft', 'returned'],
  propose: ['draft', 'returned'],
  withdraw: ['proposed'],
  release: ['proposed'],
  return: ['proposed'],
  'mark-read': ['received'],
  assign: ['received'],
  recall: ['released'],
  'share-onward': ['received'],
};

/** True when the verb exists in this state. */
export const canFollow = (state: ItemState, verb: ItemVerb): boolean => from[verb].includes(state);

/** The source letter and information digit as given: `B2`; null where no grade was given. */
export const gradeText = (grading: Grading | undefined): string | null =>
  grading ? `${grading.source}${grading.information}` : null;

/** The whole marking of a draft: the originator is always among those who may have it. */
export const markingOf = (
  draft: { readonly marking: Omit<Marking, 'releasableTo'> },
  self: PartyId,
  recipients: readonly PartyId[],
): Marking => ({ ...draft.marking, releasableTo: [self, ...recipients.filter((party) => party !== self)] });

/** Counts of STIX types, for the reader's overview. */
export const countTypes = (objects: readonly { readonly type: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const object of objects) counts[object.type] = (counts[object.type] ?? 0) + 1;
  return counts;
};

/** The text of an item as a STIX note (STIX 2.1 §4.13), where its author gave nothing else. */
export const noteOf = (
  draft: Pick<ItemDraft, 'title' | 'summary' | 'language'>,
  self: PartyId,
  at: Instant,
) => ({
  type: 'note',
  spec_version: '2.1',
  id: `note--${crypto.randomUUID()}`,
  created_by_ref: self,
  created: at,
  modified: at,
  lang: draft.language,
  abstract: draft.title,
  content: draft.summary || draft.title,
  object_refs: [self],
});

/** ISO 639-3 codes of the macrolanguage Arabic, as other software may write them. */
const arabics: readonly string[] = [
  'ar',
  'ara',
  'arb',
  'ary',
  'arz',
  'arq',
  'aeb',
  'ayl',
  'apc',
  'acm',
  'afb',
];
const frenches: readonly string[] = ['fr', 'fra', 'fre'];

/** The house's language nearest to a tag (RFC 5646), by its primary subtag; English where there is none. */
export const nearestLanguage = (tag: string): ItemDraft['language'] => {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  if (arabics.includes(primary)) return 'ar';
  return frenches.includes(primary) ? 'fr' : 'en';
};

/** What of a draft's dates cannot be: review and erasure lie ahead, erasure within the longest keeping. */
export const dateErrors = (
  marking: Pick<Marking, 'reviewOn' | 'eraseOn'>,
  now: Instant,
): readonly string[] => {
  const [today, last] = [dayOf(now), dayOf(later(now, exchangeLimits.keptDays * dayMs))];
  return [
    ...(marking.reviewOn < today ? ['reviewOn'] : []),
    ...(marking.eraseOn <= today || marking.eraseOn > last ? ['eraseOn'] : []),
  ];
};

/** What the author chose to withhold from this recipient. */
export const choicesFor = (
  withheld: readonly Withheld[],
  recipient: PartyId,
): readonly { readonly object: string; readonly selector?: string }[] =>
  withheld
    .filter(({ except }) => !except.includes(recipient))
    .map(({ object, selector }) => (selector === null ? { object } : { object, selector }));

/** An item as stored, without its objects. */
export interface StoredItem {
  readonly id: ItemId;
  readonly version: number;
  readonly originator: PartyId;
  /** Who passed it on to this node; null where the originator himself sent it, or made it here. */
  readonly via: PartyId | null;
  /** The service whose node this is. */
  readonly holder: PartyId;
  /** True when it holds personal data, and where nobody has looked. Known once it is kept. */
  readonly personal?: boolean;
  /** True when its words were not read: it is personal, and the reader has not said why he looks. */
  readonly needsReason?: boolean;
  /** The originator as a STIX identity, as he gave it. */
  readonly identity: StixObject;
  readonly state: ItemState;
  readonly title: string;
  readonly summary: string;
  readonly language: ItemRow['language'];
  readonly marking: Marking;
  readonly agreement: AgreementId | null;
  readonly circle: CircleId | null;
  readonly recipients: readonly PartyId[];
  readonly withheld: readonly Withheld[];
  readonly desk: DeskId | null;
  readonly author: PersonId | null;
  /** All who wrote in any version, its author among them. */
  readonly editors: readonly PersonId[];
  readonly objectCount: number;
  readonly types: Readonly<Record<string, number>>;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly proposedAt: Instant | null;
  readonly proposedBy: PersonId | null;
  readonly releasedAt: Instant | null;
  readonly releasedBy: PersonId | null;
  readonly receivedAt: Instant | null;
  readonly readAt: Instant | null;
  readonly returnedReason: string | null;
  readonly listedAt: Instant;
  /** The item that this one answers. */
  readonly about?: ItemId;
}

/** A content object, kept as given. */
export type StoredObject = JsonObject & { readonly id: string; readonly type: string };
