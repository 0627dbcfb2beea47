/**
 * A request at one addressee, its strand: states and transitions. Pure. Each addressee answers for itself;
 * the same table runs on both nodes, so that neither can take a step that the other would not.
 */
import type { StepKind, StrandState, Urgency } from './contract.ts';

/** Who takes a step. */
export type Side = 'requester' | 'addressee';

/** What transitions look at. */
export interface Standing {
  readonly state: StrandState;
  /** Where a clarification goes back to once it is given. */
  readonly resume: StrandState | null;
}

const open = ['received', 'accepted', 'partly', 'clarification'] as const;

interface Transition {
  readonly by: Side;
  readonly from: readonly StrandState[];
  readonly to: StrandState;
}

const transitions: { readonly [Kind in StepKind]: Transition } = {
  received: { by: 'addressee', from: ['sent'], to: 'received' },
  accepted: { by: 'addressee', from: ['received'], to: 'accepted' },
  'clarification-asked': {
    by: 'addressee',
    from: ['received', 'accepted', 'partly'],
    to: 'clarification',
  },
  refused: { by: 'addressee', from: ['received', 'accepted', 'clarification'], to: 'refused' },
  partly: { by: 'addressee', from: open, to: 'partly' },
  answered: { by: 'addressee', from: open, to: 'answered' },
  'no-record': { by: 'addressee', from: ['received', 'accepted', 'clarification'], to: 'no-record' },
  clarified: { by: 'requester', from: ['clarification'], to: 'accepted' },
  feedback: { by: 'requester', from: ['partly', 'answered', 'no-record'], to: 'feedback' },
  closed: {
    by: 'requester',
    from: ['refused', 'partly', 'answered', 'no-record', 'feedback'],
    to: 'closed',
  },
  withdrawn: { by: 'requester', from: ['sent', ...open], to: 'withdrawn' },
};

/** Who of the two takes this step. */
export const sideOf = (kind: StepKind): Side => transitions[kind].by;

/** Where the step leads from here; null where there is none. */
export const advance = (at: Standing, kind: StepKind): Standing | null => {
  const { from, to } = transitions[kind];
  if (!from.includes(at.state)) return null;
  if (kind === 'clarification-asked') return { state: to, resume: at.state };
  if (kind === 'clarified') return { state: at.resume ?? to, resume: null };
  return { state: to, resume: null };
};

/** The steps that this side can take from here. */
export const stepsFrom = (state: StrandState, side: Side): readonly StepKind[] =>
  stepKindsOf(side).filter((kind) => transitions[kind].from.includes(state));

const isStepKind = (name: string): name is StepKind => Object.hasOwn(transitions, name);
const stepKindsOf = (side: Side): readonly StepKind[] =>
  Object.keys(transitions)
    .filter(isStepKind)
    .filter((kind) => transitions[kind].by === side);

/** What a step does to the clock: it starts at receipt and stands still while a clarification is asked. */
export const clockEffect = (kind: StepKind): 'start' | 'pause' | 'resume' | 'stop' | 'none' => {
  switch (kind) {
    case 'received':
      return 'start';
    case 'clarification-asked':
      return 'pause';
    case 'clarified':
      return 'resume';
    // What was answered in part is still owed: the clock goes on until the rest comes or is waived.
    case 'partly':
      return 'resume';
    case 'accepted':
      return 'none';
    default:
      return 'stop';
  }
};

const turns: { readonly [State in StrandState]: Side | null } = {
  sent: 'addressee',
  received: 'addressee',
  accepted: 'addressee',
  clarification: 'requester',
  partly: 'addressee',
  refused: 'requester',
  answered: 'requester',
  'no-record': 'requester',
  feedback: 'requester',
  closed: null,
  withdrawn: null,
};

/** Whose turn it is, as seen from this side; null where nothing is to be done any more. */
export const waitsFor = (state: StrandState, side: Side): 'us' | 'them' | null => {
  const turn = turns[state];
  if (turn === null) return null;
  // The addressee is done once it has spoken; that the other closes it is no matter of its board.
  if (side === 'addressee' && turn === 'requester') return state === 'clarification' ? 'them' : null;
  return turn === side ? 'us' : 'them';
};

/** True where the addressee still owes a word. */
export const isOpen = (state: StrandState): boolean =>
  turns[state] === 'addressee' || state === 'clarification';

/** What of a request contradicts itself; empty when it is sound. */
export const askErrors = (ask: {
  readonly urgency: Urgency;
  readonly urgencyReason: string;
}): readonly string[] =>
  ask.urgency.startsWith('urgent') && ask.urgencyReason.trim() === '' ? ['urgencyReason'] : [];
