/** A step: what must stand in it, by its kind. Pure. */
import type { PartyId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { hidesSomething, isVisible } from '../../kernel/visible.ts';
import type { StepContent, StepKind } from './answer-contract.ts';
import type { AskedLine } from './ask-contract.ts';
import type { TravelledStep } from './thread.ts';

/** A step as a node keeps it. */
export interface StoredStep extends TravelledStep {
  readonly ask: string;
  /** The partner whose thread it is of. */
  readonly party: PartyId;
  readonly state: 'draft' | 'proposed' | 'released' | 'heard' | 'turned-away';
  readonly askVersion: number;
  readonly author: PersonId | null;
  readonly createdAt: Instant;
  readonly releasedAt: Instant | null;
  readonly envelope: string | null;
  readonly returned: string | null;
}

/** Whether it went out or came, and was not turned away. */
export const hasTravelled = ({ state }: Pick<StoredStep, 'state'>): boolean =>
  state === 'released' || state === 'heard';

/** What each kind must hold, and what it may hold; anything else has no place in it. */
const parts: Readonly<Record<StepKind, { readonly must: readonly Part[]; readonly may: readonly Part[] }>> = {
  read: { must: [], may: [] },
  offer: { must: ['lines'], may: ['costs', 'conditions', 'text', 'validUntil'] },
  counter: { must: ['lines', 'text'], may: ['costs', 'conditions', 'validUntil'] },
  decline: { must: ['ground'], may: ['text'] },
  withdraw: { must: ['text'], may: ['ground'] },
  accept: { must: ['lines', 'answers'], may: ['conditions', 'text'] },
  reject: { must: ['answers', 'text'], may: [] },
  more: { must: ['text'], may: ['lines'] },
};
type Part = 'lines' | 'costs' | 'conditions' | 'text' | 'ground' | 'answers' | 'validUntil';
const allParts: readonly Part[] = ['lines', 'costs', 'conditions', 'text', 'ground', 'answers', 'validUntil'];

const isGiven = (content: StepContent, part: Part): boolean => {
  const value = content[part];
  if (typeof value === 'string') return isVisible(value);
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

/** What is wrong with what a step says of these lines of the ask; empty when nothing is. */
export const stepProblems = (
  content: StepContent,
  asked: readonly Pick<AskedLine, 'id' | 'from' | 'to'>[],
): readonly string[] => {
  const { must, may } = parts[content.kind];
  const problems: string[] = allParts.filter((part) =>
    isGiven(content, part) ? !must.includes(part) && !may.includes(part) : must.includes(part),
  );
  const known = new Map(asked.map((line) => [line.id, line]));
  content.lines.forEach(({ line, from, to }, index) => {
    const wanted = known.get(line);
    if (wanted === undefined) problems.push(`lines.${index}.line`);
    else if ((from ?? wanted.from) >= (to ?? wanted.to)) problems.push(`lines.${index}.to`);
  });
  if (new Set(content.lines.map(({ line }) => line)).size !== content.lines.length) problems.push('lines');
  return [...new Set(problems)];
};

/** True where nothing is hidden in what people read of it. */
export const isReadableStep = (content: StepContent): boolean =>
  ![
    content.conditions,
    content.text,
    ...content.lines.map(({ conditions }) => conditions),
    ...content.costs.map(({ text }) => text),
  ].some(hidesSomething);

/** A step that says nothing yet. */
export const emptyStep = (kind: StepKind, language: StepContent['language']): StepContent => ({
  kind,
  answers: null,
  lines: [],
  costs: [],
  conditions: '',
  text: '',
  ground: null,
  validUntil: null,
  language,
});
