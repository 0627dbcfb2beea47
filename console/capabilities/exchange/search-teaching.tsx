import { Button, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { WithNumbers } from '../../kit/with-numbers.tsx';
import styles from './search.module.css';
import { searchWords } from './search-words.ts';

const lessons = ['words', 'phrase', 'name', 'without', 'number', 'filter', 'part'] as const;

interface Needs {
  readonly recent: readonly string[];
  readonly onAsk: (q: string) => void;
}

const Recent = ({ recent, onAsk }: Needs) => {
  const say = useWords(searchWords);
  return (
    <Stack gap={6}>
      <Title order={2} size="h5">
        {say('recent')}
      </Title>
      <Group gap="xs">
        {recent.map((q) => (
          <Button
            key={q}
            variant="light"
            size="compact-md"
            leftSection={<IconHistory size={14} aria-hidden />}
            onClick={() => onAsk(q)}
          >
            <bdi className={styles.recent}>{q}</bdi>
          </Button>
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {say('recentTeach')}
      </Text>
    </Stack>
  );
};

/** Before anything is asked: what can be, by examples that can be tried, and what was asked before. */
export const SearchTeaching = ({ recent, onAsk }: Needs) => {
  const say = useWords(searchWords);
  return (
    <Stack gap="lg">
      {recent.length > 0 && <Recent recent={recent} onAsk={onAsk} />}
      <Stack gap="sm">
        <Title order={2} size="h5">
          {say('teachTitle')}
        </Title>
        <Text size="sm" c="dimmed" maw="46rem">
          {say('teach')}
        </Text>
        <Paper withBorder className={styles.lessons}>
          {lessons.map((lesson) => (
            <UnstyledButton
              key={lesson}
              className={styles.lesson}
              onClick={() => onAsk(say(`example-${lesson}`))}
            >
              <span className={styles.example}>
                <bdi>
                  <WithNumbers text={say(`example-${lesson}`)} />
                </bdi>
              </span>
              <span className={styles.says}>{say(`teach-${lesson}`)}</span>
            </UnstyledButton>
          ))}
        </Paper>
      </Stack>
    </Stack>
  );
};
