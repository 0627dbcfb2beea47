/** Begins a draft under a name, a new one or a copy, and goes to it. */
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import { useBegin } from './queries.ts';
import { rosterWords } from './words.ts';

interface Needs {
  readonly event: string;
  /** The draft that is copied; a new plan of the event without one. */
  readonly copyOf?: string;
  /** Goes on to re-planning it. */
  readonly replans?: boolean;
  readonly title: string;
  readonly teach?: string;
  /** The name that stands there at first. */
  readonly suggested: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export const BeginDialog = ({
  event,
  copyOf,
  replans = false,
  title,
  teach,
  suggested,
  opened,
  onClose,
}: Needs) => {
  const say = useWords(rosterWords);
  const kit = useWords(kitWords);
  const navigate = useNavigate();
  const begin = useBegin(event);
  const [name, setName] = useState(suggested);
  const run = () =>
    begin.mutate(copyOf === undefined ? { name } : { name, copyOf }, {
      onSuccess: ({ id }) => {
        onClose();
        if (replans) void navigate({ to: '/roster/drafts/$id/replan', params: { id } });
        else void navigate({ to: '/roster/drafts/$id', params: { id }, search: {} });
      },
    });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Stack>
        {teach !== undefined && <Text size="sm">{teach}</Text>}
        <TextInput
          label={say('name')}
          value={name}
          maxLength={300}
          onChange={(change) => setName(change.currentTarget.value)}
          data-autofocus
        />
        {begin.error && <ErrorNotice error={begin.error} />}
        <Button loading={begin.isPending} disabled={name.trim() === ''} onClick={run}>
          {say('begin')}
        </Button>
      </Stack>
    </Modal>
  );
};
