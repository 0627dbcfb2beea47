import { Button, Group, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { isVisible } from '../../../server/kernel/visible.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useItemVerb, useReturn } from './queries.ts';
import { readerWords } from './reader-words.ts';

const ReturnButton = ({ item, onDone }: { item: Item; onDone: () => void }) => {
  const say = useWords(readerWords);
  const show = useToasts();
  const giveBack = useReturn(item);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = (): void =>
    giveBack.mutate(reason.trim(), {
      onSuccess: () => {
        show({ text: say('returnedToast') });
        onDone();
      },
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('return')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('returnSure')}
        consequence={say('returnWhat')}
        action={say('return')}
        busy={giveBack.isPending}
        disabled={!isVisible(reason)}
        error={giveBack.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      >
        <Textarea
          label={say('returnReason')}
          required
          rows={3}
          resize="vertical"
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
};

const ReleaseButton = ({ item, onDone }: { item: Item; onDone: () => void }) => {
  const say = useWords(readerWords);
  const show = useToasts();
  const nameOf = usePartyName();
  const release = useItemVerb('release');
  const [opened, setOpened] = useState(false);
  const recipients = item.marking.releasableTo.filter((party) => party !== item.originator).map(nameOf);
  const confirm = (): void =>
    release.mutate(item, {
      onSuccess: () => {
        show({ text: say('releasedToast') });
        onDone();
      },
    });
  return (
    <>
      <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {say('release')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('releaseSure')}
        consequence={say('releaseWhat', { recipients: recipients.join(' · ') })}
        action={say('release')}
        busy={release.isPending}
        error={release.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

/** The contact point's two verbs: four eyes before anything leaves. */
export const ReleaseActions = ({ item }: { item: Item }) => {
  const navigate = useNavigate();
  const onDone = (): void => void navigate({ to: '/exchange/$box', params: { box: 'to-release' } });
  return (
    <Group gap="xs">
      <ReturnButton item={item} onDone={onDone} />
      <ReleaseButton item={item} onDone={onDone} />
    </Group>
  );
};
