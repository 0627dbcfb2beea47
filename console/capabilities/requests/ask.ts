/** The form of a request: an item's form, and what a request says besides. */
import type { Ask, Item, Urgency } from '../../../server/capabilities/requests/contract.ts';
import { blankDraft, type Draft, draftOf } from '../exchange/draft.ts';

export interface AskForm {
  readonly draft: Draft;
  readonly ask: Ask;
}

/** The object of an item that makes it a request. */
const requestType = 'x-tansiq-request';

export const blankAsk = (at: string, language: Draft['language']): AskForm => ({
  draft: blankDraft(at, language),
  ask: { urgency: 'ordinary', urgencyReason: '', known: '', knownGrading: null, answerLanguages: [language] },
});

export const formOf = (item: Item, ask: Ask): AskForm => {
  const draft = draftOf(item);
  return { draft: { ...draft, kept: draft.kept.filter(({ type }) => type !== requestType) }, ask };
};

export const isUrgent = (urgency: Urgency): boolean => urgency.startsWith('urgent');

/** What of the request itself is missing. */
export const askErrors = ({ draft, ask }: AskForm): readonly ('question' | 'urgencyReason')[] => [
  ...(draft.summary.trim() === '' ? (['question'] as const) : []),
  ...(isUrgent(ask.urgency) && ask.urgencyReason.trim() === '' ? (['urgencyReason'] as const) : []),
];

/** Hours to answer where the agreement says nothing. */
export const usualHours = { urgent: 8, urgentIndirect: 72, ordinary: 168, olderRule: 336 } as const;
export const hourNames = {
  urgent: 'urgent',
  'urgent-indirect': 'urgentIndirect',
  ordinary: 'ordinary',
  'older-rule': 'olderRule',
} as const;
