/** What partners answered when they were asked for a specialty before. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import type { Thread } from './contract.ts';
import { type AskWhole, standing, threadsOf } from './showing.ts';

/** The newest answer of a partner: what he offered of the specialty and what was taken of it. */
export interface AnswerBefore {
  readonly party: PartyId;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: boolean;
  readonly at: Instant;
}

const sumOf = ({ quantities }: Thread, lines: ReadonlySet<string>, what: 'offered' | 'accepted'): number =>
  quantities.reduce((sum, one) => sum + (lines.has(one.line) ? one[what] : 0), 0);

const answersTo = (whole: AskWhole, specialty: Specialty, now: Instant): readonly AnswerBefore[] => {
  const wanted = (standing(whole)?.content.lines ?? []).filter(
    ({ requirement }) => requirement.specialty === specialty,
  );
  const lines = new Set(wanted.map(({ id }) => id));
  return threadsOf(whole, now).flatMap((thread): AnswerBefore[] => {
    const { party, state, answeredAt: at } = thread;
    const [offered, accepted] = [sumOf(thread, lines, 'offered'), sumOf(thread, lines, 'accepted')];
    const declined = state === 'declined';
    return at === null || (offered === 0 && !declined) ? [] : [{ party, offered, accepted, declined, at }];
  });
};

/** Of each partner who offered some of it or declined, his newest answer. */
export const answersBefore = (
  wholes: readonly AskWhole[],
  specialty: Specialty,
  now: Instant,
): readonly AnswerBefore[] => {
  const newest = new Map<PartyId, AnswerBefore>();
  for (const answer of wholes.flatMap((whole) => answersTo(whole, specialty, now)))
    if ((newest.get(answer.party)?.at ?? '') < answer.at) newest.set(answer.party, answer);
  return [...newest.values()];
};
