/** Names that were kept for a line and not released. */
import { Alert, Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { UnitRow } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import styles from './deployment.module.css';
import { namingWords } from './naming-words.ts';
import { nameIn, OfficerName } from './parts.tsx';
import { useDropDraft, useReleaseNames, useUnits } from './queries.ts';

interface Needs {
  readonly ask: string;
  readonly line: string;
  readonly mayRelease: boolean;
}

const Release = ({ ask, line, names }: Omit<Needs, 'mayRelease'> & { names: readonly string[] }) => {
  const say = useWords(namingWords);
  const show = useToasts();
  const [opened, setOpened] = useState(false);
  const release = useReleaseNames();
  const onSuccess = ({ own }: { own: number }): void => {
    setOpened(false);
    show({ text: say(own === 0 ? 'released' : 'releasedOthers', { count: own }) });
  };
  return (
    <Group justify="flex-end">
      <Button onClick={() => setOpened(true)}>{say('release')}</Button>
      <ConfirmDialog
        opened={opened}
        title={say('release')}
        consequence={say('releaseTeach')}
        action={say('release')}
        busy={release.isPending}
        error={release.error}
        onClose={() => setOpened(false)}
        onConfirm={() => release.mutate({ ask, line }, { onSuccess })}
      >
        <Text size="sm">{names.join(' · ')}</Text>
      </ConfirmDialog>
    </Group>
  );
};

export const DraftsPart = ({ ask, line, mayRelease }: Needs) => {
  const say = useWords(namingWords);
  const drop = useDropDraft();
  const { language } = useReading();
  const { data } = useUnits({ kind: 'sent', ask });
  const all = (data?.pages ?? []).flatMap(({ units }) => units);
  const drafts = all.filter(({ state, unsent }) => unsent || state === 'turned-away');
  const toRelease = drafts.filter(({ unsent }) => unsent);
  const replacedBy = (draft: UnitRow): string | null => {
    const replaced = all.find(({ id }) => id === draft.replaces);
    return replaced === undefined ? null : nameIn(language, replaced);
  };
  if (drafts.length === 0) return null;
  return (
    <Alert variant="light" title={say('drafts')}>
      <Stack gap="xs">
        <ul className={styles.rows}>
          {drafts.map((draft) => (
            <li key={draft.id} className={styles.row}>
              <div>
                <TextLink to="/assistance/units/$id" params={{ id: draft.id }}>
                  <OfficerName officer={draft} />
                </TextLink>
                {draft.replaces !== null && (
                  <Text size="sm">{say('takesPlaceOf', { name: replacedBy(draft) ?? '…' })}</Text>
                )}
                {draft.state !== 'draft' && (
                  <Text size="sm">{say(draft.unsent ? 'mended' : 'turnedAway')}</Text>
                )}
              </div>
              <CloseButton aria-label={say('remove')} onClick={() => drop.mutate(draft.id)} />
            </li>
          ))}
        </ul>
        {mayRelease && toRelease.length > 0 && (
          <Release ask={ask} line={line} names={toRelease.map((one) => nameIn(language, one))} />
        )}
      </Stack>
    </Alert>
  );
};
