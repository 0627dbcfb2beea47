/** Gives a request to another desk, or to an officer. */
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words.ts';
import { useDesks, usePeople } from '../parties/queries.ts';
import { mayWrite } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { type StrandName, useAssignStrand } from './queries.ts';
import { stepWords } from './step-words.ts';
import { requestWords } from './words.ts';

interface Assigned extends StrandName {
  readonly desk: string | null;
  readonly assignee: string | null;
}

interface Needs {
  readonly strand: Assigned;
  readonly onClose: () => void;
}

const Form = ({ strand, onClose }: Needs) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  const request = useWords(requestWords);
  const pick = usePick();
  const { language } = useReading();
  const me = useMe();
  const show = useToasts();
  const assign = useAssignStrand();
  const desks = useDesks().data ?? [];
  const officers = (usePeople().data ?? []).filter(
    ({ party, state, roles }) => party === me.party.id && state === 'active' && roles.some(mayWrite),
  );
  const [desk, setDesk] = useState(strand.desk ?? '');
  const [assignee, setAssignee] = useState(strand.assignee ?? '');
  const keep = (): void => {
    const chosen = desks.find(({ id }) => id === desk)?.id;
    const officer = officers.find(({ id }) => id === assignee)?.id ?? null;
    const moved = chosen !== undefined && chosen !== strand.desk ? { desk: chosen } : {};
    const onSuccess = (): void => {
      show({ text: request('notice', { what: say('assign') }) });
      onClose();
    };
    assign.mutate({ strand, to: { ...moved, assignee: officer } }, { onSuccess });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Stack>
        <Text size="sm">{say('why-assign')}</Text>
        <NativeSelect
          data-autofocus
          label={say('officer')}
          value={assignee}
          data={[
            { value: '', label: say('nobody') },
            ...officers.map(({ id, name, nameArabic }) => ({
              value: String(id),
              label: language === 'ar' ? nameArabic : name,
            })),
          ]}
          onChange={(event) => setAssignee(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('desk')}
          value={desk}
          data={desks.map(({ id, name }) => ({ value: String(id), label: pick(name) }))}
          onChange={(event) => setDesk(event.currentTarget.value)}
        />
        {assign.isError && <ErrorNotice error={assign.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="submit" loading={assign.isPending}>
            {say('keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export const AssignDialog = ({ opened, strand, onClose }: Needs & { opened: boolean }) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('assign')}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      {opened && <Form strand={strand} onClose={onClose} />}
    </Modal>
  );
};
