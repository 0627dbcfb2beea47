/** The keys of triage: they act on the row, or the request, that the reader has come to. */
import { useMemo, useState } from 'react';
import type { BoardRow } from '../../../server/capabilities/requests/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { isOwnStep, type OwnStep, StepDialog } from './step-dialog.tsx';
import { stepWords } from './step-words.ts';

/** What triage looks at: a line of the board, or a strand of a request. */
export type Triaged = Pick<BoardRow, 'item' | 'addressee' | 'desk' | 'assignee' | 'offered'>;

const keys: readonly { readonly keys: string; readonly kind: OwnStep }[] = [
  { keys: 'a', kind: 'accepted' },
  { keys: 'r', kind: 'refused' },
  { keys: 'c', kind: 'clarification-asked' },
  { keys: 'o', kind: 'no-record' },
  { keys: 'e', kind: 'clarified' },
  { keys: 'f', kind: 'feedback' },
  { keys: 'x', kind: 'closed' },
];

/** A step, or giving it to someone. */
export type Triage = OwnStep | 'assign';
type Opened = { readonly at: Triaged; readonly what: Triage };

/** Opens dialogs by key or by name, on what `at` is when it is opened; gives the dialogs to show. */
export const useTriage = (at: Triaged | null) => {
  const say = useWords(stepWords);
  const [opened, setOpened] = useState<Opened | null>(null);
  const shortcuts = useMemo(() => {
    const open = (what: Triage) => (): void => {
      if (at === null || at.addressee === null) return;
      if (what === 'assign' || at.offered.some((one) => one === what)) setOpened({ at, what });
    };
    const steps = keys.map((one) => ({ keys: one.keys, label: say(one.kind), run: open(one.kind) }));
    return [...steps, { keys: 'm', label: say('assign'), run: open('assign') }];
  }, [at, say]);
  useShortcuts(shortcuts);
  const close = (): void => setOpened(null);
  const strand = { item: '', addressee: '', desk: null, assignee: null, ...opened?.at };
  const named = { ...strand, addressee: strand.addressee ?? '' };
  const step = opened !== null && opened.what !== 'assign' ? opened.what : null;
  return {
    open: (what: Triage, on: Triaged): void => setOpened({ at: on, what }),
    dialogs: (
      <>
        <StepDialog strand={named} kind={step} onClose={close} />
        <AssignDialog opened={opened?.what === 'assign'} strand={named} onClose={close} />
      </>
    ),
  };
};

/** What of it is an officer's to take. */
export const ownStepsOf = ({ offered }: Pick<Triaged, 'offered'>): readonly OwnStep[] =>
  offered.filter(isOwnStep);
