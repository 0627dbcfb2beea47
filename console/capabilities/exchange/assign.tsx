import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useDesks } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { useAssign } from './queries.ts';
import { readerWords } from './reader-words.ts';

/** Those who route what comes in, as exchange's rules have them. */
const assigners: readonly string[] = ['watch-officer', 'centre-head', 'contact-point'];

/** Hands a received item to another desk of the service. */
export const AssignButton = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const pick = usePick();
  const show = useToasts();
  const me = useMe();
  const others = (useDesks().data ?? []).filter((desk) => desk.id !== item.desk);
  const assign = useAssign(item.id);
  const [opened, setOpened] = useState(false);
  const [desk, setDesk] = useState('');
  if (me.guest || !assigners.includes(me.role) || others.length === 0) return null;
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('assigned') });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('assign')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('assign')}
        consequence={say('assignWhat')}
        action={say('assign')}
        busy={assign.isPending}
        disabled={desk === ''}
        error={assign.error}
        onConfirm={() => assign.mutate(desk, { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <NativeSelect
          label={say('toDesk')}
          value={desk}
          data={[
            { value: '', label: say('chooseDesk') },
            ...others.map(({ id, name }) => ({ value: id, label: pick(name) })),
          ]}
          onChange={(event) => setDesk(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
};
