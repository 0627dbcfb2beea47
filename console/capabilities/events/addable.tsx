/** Things of an event, with the button that adds one; while there are none it says what they are for. */
import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { EmptyState } from '../../kit/empty-state.tsx';

interface Needs {
  readonly mayAdd: boolean;
  /** What the button says. */
  readonly label: string;
  readonly isEmpty: boolean;
  readonly empty: Omit<ComponentProps<typeof EmptyState>, 'action'>;
  /** The form of a new one. */
  readonly form: (onClose: () => void) => ReactNode;
  readonly children: ReactNode;
}

export const Addable = ({ mayAdd, label, isEmpty, empty, form, children }: Needs) => {
  const [adding, setAdding] = useState(false);
  const add = mayAdd && (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {isEmpty ? (
        <EmptyState {...empty} action={add} />
      ) : (
        <Stack gap="md">
          <Group justify="flex-end">{add}</Group>
          {children}
        </Stack>
      )}
      {adding && form(() => setAdding(false))}
    </>
  );
};
