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
import { saidWords, stepWords } from './step-words.ts';

interface Assigned extends StrandName {
  readonly desk: string | null;
  readonly assignee: string | null;
}

interface Needs {
  readonly strand: Assigned;
  readonly onClose: () => void;
}

interface Chosen {
  readonly desk: string;
  readonly assignee: string;
}

/** The desks of this service, and who of it writes. */
const usePlaces = () => {
  const me = useMe();
  const desks = useDesks().data ?? [];
  const officers = (usePeople().data ?? []).filter(
    ({ party, state, roles }) => party === me.party.id && state === 'active' && roles.some(mayWrite),
  );
  return { desks, officers };
};

const Choices = (needs: { chosen: Chosen; onChange: (change: Partial<Chosen>) => void }) => {
  const { chosen, onChange } = needs;
  const say = useWords(stepWords);
  const pick = usePick();
  const { language } = useReading();
  const { desks, officers } = usePlaces();
  return (
    <>
      <NativeSelect
        data-autofocus
        label={say('officer')}
        value={chosen.assignee}
        data={[
          { value: '', label: say('nobody') },
          ...officers.map(({ id, name, nameArabic }) => ({
            value: String(id),
            label: language === 'ar' ? nameArabic : name,
          })),
        ]}
        onChange={(event) => onChange({ assignee: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('desk')}
        value={chosen.desk}
        data={desks.map(({ id, name }) => ({ value: String(id), label: pick(name) }))}
        onChange={(event) => onChange({ desk: event.currentTarget.value })}
      />
    </>
  );
};

const Form = ({ strand, onClose }: Needs) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  const done = useWords(saidWords);
  const show = useToasts();
  const assign = useAssignStrand();
  const { desks, officers } = usePlaces();
  const [chosen, setChosen] = useState<Chosen>({ desk: strand.desk ?? '', assignee: strand.assignee ?? '' });
  const keep = (): void => {
    const desk = desks.find(({ id }) => id === chosen.desk)?.id;
    const officer = officers.find(({ id }) => id === chosen.assignee)?.id ?? null;
    const moved = desk !== undefined && desk !== strand.desk ? { desk } : {};
    const onSuccess = (): void => {
      show({ text: done('assign') });
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
        <Choices chosen={chosen} onChange={(part) => setChosen((before) => ({ ...before, ...part }))} />
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
