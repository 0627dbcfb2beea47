import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconBellOff, IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import type { Alert } from '../../../../server/capabilities/watch/alerts/contract.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { useDates } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { AlertUpdateForm } from './alert-update-form.tsx';
import { alertWords } from './alert-words.ts';
import styles from './alerts.module.css';
import { useCancelAlert } from './queries.ts';

/** How it ended before its time, and why; why it updates another. */
export const Ended = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const dates = useDates();
  const { ended, reason } = alert;
  return (
    <>
      {reason !== null && (
        <Text size="sm" className={styles.words} dir="auto">
          {say('updates', { reason })}
        </Text>
      )}
      {ended !== null && (
        <Text size="sm" fw={600} className={styles.ended} role="status">
          {say(`ended-${ended.how}`)} · {dates.moment(ended.at)}
          {ended.reason !== null && (
            <>
              {' · '}
              <bdi>{ended.reason}</bdi>
            </>
          )}
        </Text>
      )}
    </>
  );
};

/** Calls an alert off, or gives up a draft; both say why. */
const CallOff = ({ alert }: { alert: Alert }) => {
  const say = useWords(alertWords);
  const show = useToasts();
  const cancel = useCancelAlert(alert.id);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const isDraft = alert.state === 'draft';
  const action = say(isDraft ? 'giveUp' : 'callOff');
  const onSuccess = (): void => {
    setOpened(false);
    if (!isDraft) show({ text: say('calledOffToast') });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBellOff size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {action}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say(isDraft ? 'giveUpSure' : 'callOffSure')}
        consequence={say(isDraft ? 'giveUpWhat' : 'callOffWhat')}
        action={action}
        busy={cancel.isPending}
        disabled={reason.trim() === ''}
        error={cancel.error}
        onConfirm={() => cancel.mutate(reason.trim(), { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <Text fw={600} dir="auto">
          {alert.headline}
        </Text>
        <TextInput
          data-autofocus
          label={say('why')}
          required
          dir="auto"
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
};

/** What its sender may still do with an alert: update it, call it off. */
export const SenderActions = ({ alert, maySend }: { alert: Alert; maySend: boolean }) => {
  const say = useWords(alertWords);
  const [updating, setUpdating] = useState(false);
  if (updating) return <AlertUpdateForm alert={alert} onDone={() => setUpdating(false)} />;
  return (
    <Group gap="xs">
      {alert.state === 'sent' && (
        <Button
          variant="default"
          leftSection={<IconEdit size={18} aria-hidden />}
          onClick={() => setUpdating(true)}
        >
          {say('update')}
        </Button>
      )}
      {maySend && <CallOff alert={alert} />}
    </Group>
  );
};
