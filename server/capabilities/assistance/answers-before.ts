/** What partners answered when they were asked for a specialty, and whose answer is awaited. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Specialty } from '../../plumbing/specialties/index.ts';
import type { Thread } from './contract.ts';
import { type AskWhole, standing, threadsOf } from './showing.ts';

/** The newest answer of a partner: what he offered of the specialty and what was taken of it. */
export interface AnswerBefore {
  readonly party: PartyId;
  /** The ask. */
  readonly ask: string;
  /** Units that he was asked for for the event and has not answered about; 0 where he has. */
  readonly awaited: number;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: boolean;
  readonly at: Instant;
}

const sumOf = ({ quantities }: Thread, lines: ReadonlySet<string>, what: 'offered' | 'accepted'): number =>
  quantities.reduce((sum, one) => sum + (lines.has(one.line) ? one[what] : 0), 0);

/** What is looked for, and the event for which an answer is awaited. */
export interface Wanted {
  readonly specialty: Specialty;
  readonly event: string;
}

const answersTo = (whole: AskWhole, { specialty, event }: Wanted, now: Instant): readonly AnswerBefore[] => {
  const { ask } = whole;
  const content = standing(whole)?.content;
  const isAwaited = ask.state === 'issued' && content?.event?.id === event;
  const wanted = (content?.lines ?? []).filter(({ requirement }) => requirement.specialty === specialty);
  const lines = new Set(wanted.map(({ id }) => id));
  const asked = wanted.reduce((sum, { quantity }) => sum + quantity, 0);
  return threadsOf(whole, now).flatMap((thread): AnswerBefore[] => {
    const { party, state, answeredAt: at } = thread;
    const said = { party, ask: ask.id };
    if (state === 'asked' && isAwaited && asked > 0)
      return [{ ...said, awaited: asked, offered: 0, accepted: 0, declined: false, at: thread.askedAt }];
    const [offered, accepted] = [sumOf(thread, lines, 'offered'), sumOf(thread, lines, 'accepted')];
    const declined = state === 'declined';
    if (at === null || state === 'asked') return [];
    return [{ ...said, awaited: 0, offered, accepted, declined, at }];
  });
};

/** Of each partner who answered or is still to answer, the newest. */
export const answersBefore = (
  wholes: readonly AskWhole[],
  wanted: Wanted,
  now: Instant,
): readonly AnswerBefore[] => {
  const newest = new Map<PartyId, AnswerBefore>();
  for (const answer of wholes.flatMap((whole) => answersTo(whole, wanted, now)))
    if ((newest.get(answer.party)?.at ?? '') < answer.at) newest.set(answer.party, answer);
  return [...newest.values()];
};
