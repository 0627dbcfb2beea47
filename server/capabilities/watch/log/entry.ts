/** The entry itself: what its line and its writer's choices make of it. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { Language } from '../../../kernel/faults.ts';
import type { CircleId, DeskId, EntryId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../../kernel/marking.ts';
import { between, dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import { nearestMoment } from '../../../kernel/zone.ts';
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

/** When it happened; null where what is told lies too far off to be meant. */
export const happenedAt = (at: ReadLine['at'], zone: string, now: Instant): Instant | null => {
  if (at === undefined) return now;
  const told = at.kind === 'ago' ? later(now, -at.minutes * 60_000) : nearestMoment(zone, at.time, now);
  if (told === null) return null;
  const ahead = between(now, told);
  const isMeant =
    ahead <= watchLimits.toldAfterHours * 3_600_000 && ahead >= -watchLimits.toldBeforeDays * dayMs;
  return isMeant ? told : null;
};

/**
 * Characters that are not seen and turn what stands beside them: overrides, embeddings and isolates
 * (UAX #9), controls, and tags. Marks of one letter's direction are typed by people, and stay.
 */
const hidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
/** True where a text holds what a reader cannot see and the screen obeys. */
export const hidesSomething = (text: string): boolean => hidden.test(text);

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
