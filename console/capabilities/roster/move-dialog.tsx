/** Asks before a draft is published, sent back or thrown away. */
import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Draft } from '../../../server/capabilities/roster/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { useMove } from './queries.ts';
import { rosterWords } from './words.ts';

interface MoveNeeds {
  readonly draft: Draft;
  readonly verb: 'publish' | 'return' | 'discard';
  /** What is to be seen before it is confirmed. */
  readonly children?: ReactNode;
  onClose(): void;
}

export const MoveDialog = ({ draft, verb, children, onClose }: MoveNeeds) => {
  const say = useWords(rosterWords);
  const navigate = useNavigate();
  const move = useMove(draft.id);
  const [reason, setReason] = useState('');
  const words = {
    publish: { title: say('publish'), consequence: say('publishConsequence') },
    return: { title: say('sendBack'), consequence: '' },
    discard: { title: say('discard'), consequence: say('discardConsequence') },
  }[verb];
  const body = { verb, version: draft.version, ...(verb === 'return' ? { reason } : {}) };
  return (
    <ConfirmDialog
      opened
      title={words.title}
      consequence={words.consequence}
      action={words.title}
      danger={verb === 'discard'}
      busy={move.isPending}
      disabled={verb === 'return' && reason.trim() === ''}
      error={move.error}
      onClose={onClose}
      onConfirm={() =>
        move.mutate(body, {
          onSuccess: () => {
            onClose();
            if (verb === 'discard')
              void navigate({ to: '/roster/events/$event', params: { event: draft.event }, search: {} });
          },
        })
      }
    >
      {children}
      {verb === 'return' && (
        <Textarea
          label={say('reason')}
          required
          data-autofocus
          dir="auto"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
};
