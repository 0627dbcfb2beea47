/** The entry itself: what its line and its writer's choices make of it. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { Language } from '../../../kernel/faults.ts';
import type { CircleId, DeskId, EntryId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../../kernel/marking.ts';
import { dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import { wordsOf } from '../../../plumbing/search/index.ts';
import { watchLimits } from '../contract.ts';
import { hashedAttachments, type StoredAttachment } from './attachment.ts';
import type { EntryDraft, EntryKind } from './contract.ts';
import type { ReadLine } from './line-contract.ts';
import { ownLogBasis } from './words.ts';

/** The fact that stays, whatever becomes of the content. */
export interface EntryFact {
  readonly id: EntryId;
  readonly number: number;
  readonly holder: PartyId;
  readonly kind: EntryKind;
  readonly author: PersonId | null;
  readonly desk: DeskId | null;
  readonly circle: CircleId | null;
  readonly language: Language;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly personal: boolean;
  readonly marking: Marking;
  readonly corrects: EntryId | null;
  readonly contentHash: string;
}

/** What was written; goes on its erasure date. */
export interface EntryContent {
  readonly text: string;
  readonly place: string | null;
  readonly event: string | null;
}

/** The hash under which the journal keeps the content. The salt goes with it. */
export const hashContent = (
  salt: string,
  content: EntryContent,
  attachments: readonly StoredAttachment[] = [],
): string => contentHash({ salt, ...content, ...hashedAttachments(attachments) });

/** The hash of the fact, as the journal names it in the entry of `watch.write`. */
export const hashFact = (fact: EntryFact): string => contentHash(fact);

/** True where the text itself names a person: an e-mail address or a telephone number. */
export const namesSomeone = (text: string): boolean =>
  wordsOf(text).some(({ whole }) => whole?.texts.some((one) => one.includes('@') || one.startsWith('+')));

type WrittenMarking = Omit<Marking, 'releasableTo'>;

/** What an entry is marked with where nobody says otherwise: strict, for the prevention of what may come. */
export const plainMarking = (language: Language, now: Instant): WrittenMarking => ({
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  field: 'event-security',
  purpose: 'event-protection',
  legalBasis: ownLogBasis[language],
  personCategories: [],
  ...datesFrom(now),
});

const datesFrom = (now: Instant): Pick<Marking, 'reviewOn' | 'eraseOn'> => ({
  reviewOn: dayOf(later(now, watchLimits.reviewAfterDays * dayMs)),
  eraseOn: dayOf(later(now, watchLimits.eraseAfterDays * dayMs)),
});

/** The marking that a writer's last entry suggests for his next: its dates begin anew, no person is meant. */
export const nextMarking = (last: Marking, now: Instant): WrittenMarking => {
  const { releasableTo: _parties, grading: _grade, ...kept } = last;
  return { ...kept, personCategories: [], ...datesFrom(now) };
};

/** The defaults, what was picked over them, what the line says over that. */
export const markingFrom = (
  defaults: WrittenMarking,
  picked: EntryDraft['marking'],
  line: Pick<ReadLine, 'tlp' | 'grading' | 'categories'>,
): WrittenMarking => {
  const chosen = { ...defaults, ...picked };
  return {
    ...chosen,
    ...(line.tlp === undefined ? {} : { tlp: line.tlp }),
    ...(line.grading === undefined ? {} : { grading: line.grading }),
    personCategories: [...new Set([...chosen.personCategories, ...line.categories])],
  };
};

/** The names of a marking's parts that contradict each other or the dates of the log. */
export const entryMarkingErrors = (marking: Marking, now: Instant): readonly string[] => {
  const last = dayOf(later(now, watchLimits.keptDays * dayMs));
  return [
    ...new Set([
      ...markingErrors(marking, dayOf(now)),
      ...(marking.eraseOn > last ? ['eraseOn'] : []),
      ...(marking.reviewOn < dayOf(now) ? ['reviewOn'] : []),
    ]),
  ];
};
