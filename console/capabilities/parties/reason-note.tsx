/** Said above what is bare because nobody has said why he looks, with the one button that says it. */
import { Button, Group, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { requestReason } from '../../kit/api.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './reason.module.css';
import { usePresentReason } from './reason.tsx';
import { reasonWords } from './reason-words.ts';

interface NoteNeeds {
  /** What is left out: words of rows, items of a search, parts of a chart, pairs. */
  readonly about: 'list' | 'search' | 'chart' | 'pairs';
}

/** Shown as long as no reason holds. Once it is stated, what is on the screen is asked for again. */
export const ReasonNote = ({ about }: NoteNeeds) => {
  const say = useWords(reasonWords);
  const client = useQueryClient();
  const present = usePresentReason();
  if (!present.isSuccess || present.data !== null) return null;
  const state = async (): Promise<void> => {
    if (await requestReason()) await client.invalidateQueries();
  };
  return (
    <Group className={styles.note} role="note" gap="sm">
      <IconEyeOff size={20} aria-hidden />
      <Text size="sm" className={styles.text}>
        {say(`leftOut-${about}`)}
      </Text>
      <Button size="compact-md" variant="light" onClick={() => void state()}>
        {say('stateReason')}
      </Button>
    </Group>
  );
};

/** In the place of words that are not shown yet. */
export const Withheld = () => {
  const say = useWords(reasonWords);
  return (
    <Text span inherit c="dimmed">
      {say('withheld')}
    </Text>
  );
};
