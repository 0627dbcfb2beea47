/** What is being written of one thing of an event: a new one, or one that is changed, with the reason. */
import { useState } from 'react';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import type { Saving } from './queries.ts';
import { eventsWords } from './words.ts';

interface Thing {
  readonly id: string;
  readonly version: number;
}
interface Needs<Draft> {
  /** Null for a new one. */
  readonly thing: Thing | null;
  readonly begin: () => Draft;
  readonly save: Saving<Draft, Draft & { readonly version: number; readonly reason?: string }>;
  readonly onClose: () => void;
}

/** The draft, why it changes, and what keeps it and closes the form. */
export const useDraft = <Draft extends object>({ thing, begin, save, onClose }: Needs<Draft>) => {
  const say = useWords(eventsWords);
  const show = useToasts();
  const [draft, setDraft] = useState(begin);
  const [reason, setReason] = useState('');
  const why = reason === '' ? {} : { reason };
  const change = thing && { id: thing.id, body: { ...draft, version: thing.version, ...why } };
  const onSuccess = (): void => {
    show({ text: say('kept') });
    onClose();
  };
  return {
    draft,
    onChange: (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more })),
    reason: { reason, onChange: setReason },
    keep: (): void => save.mutate({ draft, change }, { onSuccess }),
  };
};
