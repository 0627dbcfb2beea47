import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useUndoImport } from './import-queries.ts';
import { importWords } from './import-words.ts';

/** Takes the last import back; the node says where that is not possible any more. */
export const UndoImport = ({ event, id, onDone }: { event: string; id: string; onDone: () => void }) => {
  const say = useWords(importWords);
  const show = useToasts();
  const undo = useUndoImport(event);
  const [opened, setOpened] = useState(false);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('undone') });
    onDone();
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('undo')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('undoSure')}
        consequence={say('undoWhat')}
        action={say('undo')}
        danger
        busy={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate(id, { onSuccess })}
        onClose={() => setOpened(false)}
      />
    </>
  );
};
