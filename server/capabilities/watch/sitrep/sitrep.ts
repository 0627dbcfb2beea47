/** The situation report itself: its states, and what is kept of it. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { Language, Words } from '../../../kernel/faults.ts';
import type { CircleId, EntryId, ItemId, PartyId, PersonId, SitrepId } from '../../../kernel/ids.ts';
import type { Grading, Marking } from '../../../kernel/marking.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { EntryKind } from '../log/contract.ts';
import type { LeftOutReason, ParagraphSource, ProductKind, Section, SitrepState } from './contract.ts';

/** An entry of the log as a product looks at it; `text` is null where it was erased or is withheld. */
export interface LoggedEntry {
  readonly id: EntryId;
  readonly number: number;
  readonly holder: PartyId;
  readonly kind: EntryKind;
  readonly language: Language;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly personal: boolean;
  readonly marking: Marking;
  readonly corrects: EntryId | null;
  readonly text: string | null;
  readonly erased: boolean;
}

/** A file of an entry that stands in a product: named there, and given by the log alone. */
export interface SourceFile {
  readonly entry: EntryId;
  readonly number: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
}

/** What stays known of what went into a product: enough to mark the product again without it. */
interface SourceFacts
  extends Pick<
    Marking,
    'tlp' | 'pap' | 'handling' | 'handlingText' | 'personCategories' | 'reviewOn' | 'eraseOn'
  > {
  readonly at: Instant;
  readonly grading: Grading | null;
  readonly personal: boolean;
}
export interface EntrySource extends SourceFacts {
  readonly entry: EntryId;
  /** The first of the entries that correct one another. */
  readonly root: EntryId;
  readonly number: number;
}
export interface RequestedSource extends SourceFacts {
  readonly request: string;
  readonly item: ItemId;
}
export type Source = EntrySource | RequestedSource;

type Named = { readonly entry: EntryId } | { readonly request: string };

/** By what a source is told from every other. */
export const keyOf = (source: Named): string => ('entry' in source ? source.entry : source.request);

/** A source as a paragraph names it. */
export const shownSource = (source: Source): ParagraphSource => {
  const { at, grading, tlp, personal } = source;
  const told = { at, grading, tlp, personal };
  return 'entry' in source
    ? { entry: source.entry, number: source.number, ...told }
    : { request: source.request, item: source.item, ...told };
};

/** What it says. Goes when it is recalled or erased. */
export interface SitrepContent {
  readonly title: Words;
  readonly sections: readonly Section[];
  /** All that was assembled, what was dropped since among them: it may be taken in again. */
  readonly sources: readonly Source[];
}

/** One version, as kept. */
export interface StoredSitrep {
  readonly id: SitrepId;
  readonly series: SitrepId;
  readonly version: number;
  readonly revision: number;
  readonly holder: PartyId;
  readonly product: ProductKind;
  readonly circle: CircleId;
  readonly state: SitrepState;
  readonly from: Instant;
  readonly until: Instant;
  readonly marking: Marking;
  readonly personal: boolean;
  readonly corrects: SitrepId | null;
  readonly assembledBy: PersonId | null;
  /** All who wrote in it, in any of its versions. */
  readonly editors: readonly PersonId[];
  readonly assembledAt: Instant;
  readonly editedAt: Instant;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  /** The hash of what was approved. */
  readonly contentHash: string | null;
  readonly approvedBy: PersonId | null;
  readonly approvedAt: Instant | null;
  readonly item: ItemId | null;
  readonly sentAt: Instant | null;
}

export type SitrepVerb = 'edit' | 'discard' | 'approve' | 'send' | 'version';

const from: { readonly [Verb in SitrepVerb]: readonly SitrepState[] } = {
  edit: ['draft'],
  discard: ['draft'],
  approve: ['draft'],
  send: ['approved'],
  version: ['approved', 'sent'],
};

/** True when the verb exists in this state. */
export const canFollow = (state: SitrepState, verb: SitrepVerb): boolean => from[verb].includes(state);

/** The hash under which the journal keeps what was approved. */
export const hashContent = (sitrep: Pick<StoredSitrep, 'id' | 'marking'>, content: SitrepContent): string =>
  contentHash({ id: sitrep.id, marking: sitrep.marking, title: content.title, sections: content.sections });

/** The grade as it was given: `B2`; nothing where there is none. */
export const gradeOf = (grading: Grading | null): readonly string[] =>
  grading === null ? [] : [`${grading.source}${grading.information}${grading.handling ?? ''}`];

const shortNames = { daily: 'SITREP', intelligence: 'INT', general: 'SEC' } as const;

/** By what a product is quoted. */
export const referenceOf = ({
  product,
  until,
  version,
}: Pick<StoredSitrep, 'product' | 'until' | 'version'>): string =>
  `${shortNames[product]}-${until.slice(0, 16).replace('T', '-')}Z/${version}`;

/** The entries that stand in it, each once, in its order. */
export const entriesIn = (sections: readonly Section[]): readonly EntryId[] => [
  ...new Set(
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ source }) => (source !== null && 'entry' in source ? [source.entry] : [])),
    ),
  ),
];

/** Paragraphs without those whose source is gone. */
export const withoutErased = (
  sections: readonly Section[],
  erased: ReadonlySet<string>,
): readonly Section[] =>
  sections.map(({ key, paragraphs }) => ({
    key,
    paragraphs: paragraphs.filter(({ source }) => source === null || !erased.has(keyOf(source))),
  }));
