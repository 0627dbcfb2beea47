import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface Needs {
  readonly icon: ComponentType<{ size?: number | string }>;
  readonly title: string;
  /** What this place is for and how something comes to be here. */
  readonly teach: string;
  readonly action?: ReactNode;
}

/** Nothing here yet: says what would be, and offers the next step. */
export const EmptyState = ({ icon: Icon, title, teach, action }: Needs) => (
  <Stack align="center" gap="sm" py="xl" px="md">
    <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
      <Icon size={28} />
    </ThemeIcon>
    <Title order={2} size="h4" ta="center">
      {title}
    </Title>
    <Text c="dimmed" ta="center" maw="34rem">
      {teach}
    </Text>
    {action}
  </Stack>
);
