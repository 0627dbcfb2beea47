/** The form of a contribution, and what it says to the node. Pure. */
import type {
  Contribution,
  OpinionValue,
} from '../../../../server/capabilities/exchange/threads/contract.ts';
import type { Language } from '../../../../server/kernel/faults.ts';
import type { PartyId } from '../../../../server/kernel/ids.ts';
import type { Grading } from '../../../../server/kernel/marking.ts';

export const formKinds = ['note', 'opinion', 'sighting', 'own-note'] as const;
export type FormKind = (typeof formKinds)[number];

export interface ContributionDraft {
  readonly kind: FormKind;
  readonly target: string;
  readonly text: string;
  readonly opinion: OpinionValue;
  readonly count: number;
  /** As a date and time field gives them, by the clock of the reader's chosen city. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly placeName: string;
  readonly country: string;
  readonly grading: Grading | undefined;
  /** Taken off the list of those who would get it. */
  readonly without: readonly string[];
}

export const blankContribution = (kind: FormKind): ContributionDraft => ({
  kind,
  target: '',
  text: '',
  opinion: 'neutral',
  count: 1,
  firstSeen: '',
  lastSeen: '',
  placeName: '',
  country: '',
  grading: undefined,
  without: [],
});

/** How far the clock of a zone is ahead of UTC at a moment, in milliseconds. */
const aheadMs = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(at / 60_000) * 60_000;
};

/** The moment when the clock of the zone shows this; of two, when clocks go back, the later. */
export const instantOf = (local: string, timeZone: string): string => {
  const asUtc = Date.parse(`${local}Z`);
  const near = asUtc - aheadMs(asUtc, timeZone);
  return new Date(asUtc - aheadMs(near, timeZone)).toISOString();
};

/** What is still missing before it can be sent. */
export const isComplete = (draft: ContributionDraft): boolean => {
  if (draft.kind !== 'sighting') return draft.text.trim() !== '';
  const isPlaced = (draft.placeName.trim() === '') === (draft.country === '');
  return draft.firstSeen !== '' && draft.count >= 1 && Number.isInteger(draft.count) && isPlaced;
};

interface Around {
  readonly title: string;
  readonly language: Language;
  readonly recipients: readonly PartyId[];
  readonly timeZone: string;
}

/** The contribution as the node takes it; null for an internal note, which is none. */
export const toContribution = (draft: ContributionDraft, around: Around): Contribution | null => {
  const { recipients, timeZone, ...rest } = around;
  const said = {
    ...rest,
    target: draft.target === '' ? null : draft.target,
    text: draft.text.trim(),
    ...(draft.grading === undefined ? {} : { grading: draft.grading }),
    recipients: [...recipients],
  };
  switch (draft.kind) {
    case 'note':
      return { kind: 'note', ...said };
    case 'opinion':
      return { kind: 'opinion', ...said, opinion: draft.opinion };
    case 'sighting':
      return {
        kind: 'sighting',
        ...said,
        count: draft.count,
        firstSeen: instantOf(draft.firstSeen, timeZone),
        lastSeen: instantOf(draft.lastSeen || draft.firstSeen, timeZone),
        place: draft.country === '' ? null : { name: draft.placeName.trim(), country: draft.country },
      };
    case 'own-note':
      return null;
  }
};
