/** Names that were kept for a line and not released: taken back by who wrote them, released by the contact point. */
import { Alert, Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import styles from './deployment.module.css';
import { namingWords } from './naming-words.ts';
import { OfficerName } from './parts.tsx';
import { useDropDraft, useReleaseNames, useUnits } from './queries.ts';

interface Needs {
  readonly ask: string;
  readonly line: string;
  readonly mayRelease: boolean;
}

export const DraftsPart = ({ ask, line, mayRelease }: Needs) => {
  const say = useWords(namingWords);
  const show = useToasts();
  const [opened, setOpened] = useState(false);
  const drop = useDropDraft();
  const release = useReleaseNames();
  const { data } = useUnits({ kind: 'sent', ask });
  const drafts = (data?.pages ?? []).flatMap(({ units }) => units).filter(({ state }) => state === 'draft');
  if (drafts.length === 0) return null;
  return (
    <Alert variant="light" title={say('drafts')}>
      <Stack gap="xs">
        <ul className={styles.rows}>
          {drafts.map((draft) => (
            <li key={draft.id} className={styles.row}>
              <OfficerName officer={draft} />
              <CloseButton aria-label={say('remove')} onClick={() => drop.mutate(draft.id)} />
            </li>
          ))}
        </ul>
        {mayRelease && (
          <Group justify="flex-end">
            <Button onClick={() => setOpened(true)}>{say('release')}</Button>
          </Group>
        )}
      </Stack>
      <ConfirmDialog
        opened={opened}
        title={say('release')}
        consequence={say('releaseTeach')}
        action={say('release')}
        busy={release.isPending}
        error={release.error}
        onClose={() => setOpened(false)}
        onConfirm={() =>
          release.mutate(
            { ask, line },
            {
              onSuccess: () => {
                setOpened(false);
                show({ text: say('released') });
              },
            },
          )
        }
      >
        <Text size="sm">{drafts.map(({ nameLatin }) => nameLatin).join(' · ')}</Text>
      </ConfirmDialog>
    </Alert>
  );
};
