/** Edits of a draft as its screen makes them: a rule that stands in the way asks for a reason. */
import { useState } from 'react';
import type { Draft, Edit } from '../../../server/capabilities/roster/contract.ts';
import { ApiFault } from '../../kit/api.ts';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { editWords } from './edit-words.ts';
import { useEdit, useStep } from './queries.ts';

/** An edit that waits for the reason why rules are set aside for it. */
export interface Held {
  readonly edit: Edit;
  readonly rules: readonly string[];
  /** Whom it is about, and at which posts. */
  readonly units: readonly string[];
  readonly posts: readonly string[];
}

const named = (fault: ApiFault, what: 'rules' | 'units' | 'posts'): readonly string[] => {
  const list = fault.details[what];
  return Array.isArray(list) ? list.map(String) : [];
};

export const useEditing = (draft: Pick<Draft, 'id' | 'version'>) => {
  const change = useEdit(draft.id);
  const step = useStep(draft.id);
  const say = useWords(editWords);
  const show = useToasts();
  const [held, setHeld] = useState<Held | null>(null);
  const [error, setError] = useState<unknown>(null);
  const edit = (wanted: Edit, then?: () => void): void => {
    setError(null);
    change.mutate(
      { version: draft.version, edit: wanted },
      {
        onSuccess: ({ version }) => {
          setHeld(null);
          then?.();
          show({ text: say('done'), undo: () => step.mutate({ version, verb: 'undo' }) });
        },
        onError: (fault) => {
          const asks =
            fault instanceof ApiFault && fault.code === 'roster/rules-broken' && 'reason' in wanted;
          if (asks)
            setHeld({
              edit: wanted,
              rules: named(fault, 'rules'),
              units: named(fault, 'units'),
              posts: named(fault, 'posts'),
            });
          else setError(fault);
        },
      },
    );
  };
  return {
    edit: (wanted: Edit): void => edit(wanted),
    held,
    error,
    isBusy: change.isPending,
    /** Does what waits, with the reason; `then` hears that it was done. */
    override: (reason: string, then: () => void): void => {
      if (held !== null && 'reason' in held.edit) edit({ ...held.edit, reason }, then);
    },
    leave: (): void => {
      setHeld(null);
      setError(null);
    },
  };
};
/** Editing as its screen has it. */
export type Editing = ReturnType<typeof useEditing>;
