import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useWords } from './language.tsx';
import styles from './page.module.css';
import { kitWords } from './words.ts';

interface Needs {
  readonly title: string;
  readonly teach?: string;
  /** Which keys work here; not said where there is hardly a keyboard. */
  readonly keys?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its heading, the window's title, a line that says what it is for, and its actions. */
export const Page = ({ title, teach, keys, actions, children }: Needs) => {
  const say = useWords(kitWords);
  useEffect(() => {
    document.title = `${title} · ${say('product')}`;
  }, [title, say]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Title order={1} size="h2">
            <bdi className={styles.title}>{title}</bdi>
          </Title>
          {teach && (
            <Text c="dimmed" size="sm" maw="46rem">
              {teach}
              {keys && <span className={styles.keys}> {keys}</span>}
            </Text>
          )}
        </Stack>
        {actions && (
          <Group gap="xs" className={styles.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
};
