import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { useWords } from './language.tsx';
import { kitWords } from './words.ts';

interface Needs {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly consequence: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly error?: unknown;
  readonly children?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * Asks before what cannot be taken back easily; says what it does. The safe button has the focus, unless
 * something is to be written first: then the field that asks for it (`data-autofocus`).
 */
export const ConfirmDialog = (needs: Needs) => {
  const say = useWords(kitWords);
  return (
    <Modal
      opened={needs.opened}
      onClose={needs.onClose}
      title={needs.title}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      <Stack>
        <Text>{needs.consequence}</Text>
        {needs.children}
        {needs.error ? <ErrorNotice error={needs.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={needs.onClose} data-autofocus>
            {say('cancel')}
          </Button>
          <Button
            color={needs.danger ? 'red.9' : undefined}
            loading={needs.busy}
            disabled={needs.disabled}
            onClick={needs.onConfirm}
          >
            {needs.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
