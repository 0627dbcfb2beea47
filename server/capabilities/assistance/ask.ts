/** An ask: what it must be to go out, and the marking that it goes under. Pure. */
import type { AgreementId, CircleId, PartyId, PersonId } from '../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../kernel/marking.ts';
import { type Day, dayMs, dayOf, type Instant, later } from '../../kernel/time.ts';
import { hidesSomething, isVisible } from '../../kernel/visible.ts';
import type { Agreement } from '../agreements/index.ts';
import { type AskAddress, type AskContent, type AskState, assistanceLimits } from './ask-contract.ts';

/** An ask as a node keeps it: one of this service, or one that came to it. */
export interface StoredAsk {
  readonly id: string;
  /** Whose node this is, and who asks. */
  readonly holder: PartyId;
  readonly originator: PartyId;
  readonly state: AskState;
  /** The last version that was issued; 0 where none was. */
  readonly version: number;
  readonly agreement: AgreementId;
  readonly circle: CircleId | null;
  readonly marking: Marking;
  readonly author: PersonId | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
}

/** One version of it. */
export interface StoredVersion {
  readonly ask: string;
  readonly version: number;
  /** Rises each time that it is written, until it goes out. */
  readonly revision: number;
  readonly state: 'draft' | 'proposed' | 'issued';
  readonly content: AskContent;
  readonly author: PersonId | null;
  readonly createdAt: Instant;
  readonly issuedAt: Instant | null;
  readonly returned: string | null;
}

/** A version as it was sent to one partner. */
export interface SentCopy {
  readonly ask: string;
  readonly party: PartyId;
  readonly version: number;
  readonly isWithdrawal: boolean;
  readonly envelope: string;
  readonly sentAt: Instant;
}

/** The partners that are asked. */
export const recipientsOf = (ask: Pick<StoredAsk, 'marking' | 'originator'>): readonly PartyId[] =>
  ask.marking.releasableTo.filter((party) => party !== ask.originator);

/** The first and the last instant of any line. */
export const periodOf = ({ lines }: Pick<AskContent, 'lines'>): { from: Instant; to: Instant } => ({
  from: lines.map(({ from }) => from).sort()[0] ?? '',
  to:
    lines
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '',
});

/** The last instant of any line. */
export const lastInstantOf = (content: Pick<AskContent, 'lines'>): Instant => periodOf(content).to;

/** What is wrong with what an ask says, as paths of its form; empty when nothing is. */
export const contentProblems = (content: AskContent, now: Instant): readonly string[] => {
  const problems: string[] = [];
  const ids = new Set(content.lines.map(({ id }) => id));
  if (ids.size !== content.lines.length) problems.push('lines');
  content.lines.forEach((line, index) => {
    if (line.from >= line.to) problems.push(`lines.${index}.to`);
    if (line.to <= now) problems.push(`lines.${index}.to`);
    for (const place of line.places)
      if ((place.latitude === undefined) !== (place.longitude === undefined))
        problems.push(`lines.${index}.places`);
  });
  if (content.answerBy <= now || content.answerBy > lastInstantOf(content)) problems.push('answerBy');
  if (new Set(content.costs.map(({ kind }) => kind)).size !== content.costs.length) problems.push('costs');
  return [...new Set(problems)];
};

/** What people read of an ask, for the look at what is hidden in it. */
export const textsOf = (content: AskContent): readonly string[] => [
  content.title,
  content.conditions,
  content.costsText,
  content.reason,
  content.event?.name ?? '',
  content.event?.code ?? '',
  ...content.lines.flatMap(({ conditions, requirement, places }) => [
    conditions,
    ...requirement.skills,
    ...places.map(({ name }) => name),
  ]),
];

/** True where nothing is hidden in it, and its title shows something. */
export const isReadable = (content: AskContent): boolean =>
  isVisible(content.title) && !textsOf(content).some(hidesSomething);

const laterDay = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * The marking of an ask: that of its agreement, for the protection of an event, naming no person. It is kept
 * until after the last day that is asked for, at least.
 */
export const markingOf = (
  given: Pick<AskAddress, 'marking'> & { readonly content: AskContent },
  agreement: Pick<Agreement, 'defaults' | 'legalBasis' | 'purposes'>,
  {
    self,
    recipients,
    now,
  }: { readonly self: PartyId; readonly recipients: readonly PartyId[]; readonly now: Instant },
): Marking => {
  const { defaults, legalBasis, purposes } = agreement;
  const after = (days: number): Day => dayOf(later(now, days * dayMs));
  const last = lastInstantOf(given.content);
  const kept = dayOf(later(last === '' ? now : last, assistanceLimits.keptAfterDays * dayMs));
  const [first = 'event-protection'] = purposes;
  return {
    tlp: defaults.tlp,
    pap: defaults.pap,
    handling: defaults.handling,
    field: 'event-security',
    purpose: purposes.includes('event-protection') ? 'event-protection' : first,
    legalBasis,
    reviewOn: after(defaults.reviewAfterDays),
    eraseOn: laterDay(after(defaults.eraseAfterDays), kept),
    ...given.marking,
    personCategories: [],
    releasableTo: [self, ...recipients.filter((party) => party !== self)],
  };
};

/** What does not hold together in the marking of an ask; it is kept at least while it is wanted. */
export const markingProblems = (marking: Marking, content: AskContent, now: Instant): readonly string[] => {
  const last = dayOf(later(now, assistanceLimits.keptDays * dayMs));
  const wanted = dayOf(lastInstantOf(content));
  const errors = markingErrors(marking, dayOf(now));
  return [
    ...new Set([
      ...errors,
      ...(marking.eraseOn > last || marking.eraseOn < wanted ? ['eraseOn'] : []),
      ...(marking.reviewOn < dayOf(now) ? ['reviewOn'] : []),
    ]),
  ];
};
