import { Button, Group, Modal, SimpleGrid, Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../server/capabilities/parties/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words.ts';
import { OneTimeText } from './one-time-text.tsx';
import { useChangePerson, useEndSessionsOf, useRenewEnrolment } from './people-queries.ts';
import { isWhole, PersonNames, type PersonParts, Powers } from './person-fields.tsx';
import { useMe } from './session.ts';
import { peopleWords } from './words.ts';

const partsOf = ({ name, nameArabic, roles, clearance, languages, desks }: Person): PersonParts => ({
  name,
  nameArabic,
  roles,
  // Who may change it is shown it.
  clearance: clearance ?? 'clear',
  languages,
  desks,
});

const EndSessions = ({ person }: { person: Person }) => {
  const say = useWords(peopleWords);
  const show = useToasts();
  const end = useEndSessionsOf(person.id);
  return (
    <>
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate(undefined, { onSuccess: () => show({ text: say('sessionsEnded') }) })}
      >
        {say('endSessions')}
      </Button>
      {end.isError && <ErrorNotice error={end.error} />}
    </>
  );
};

const RenewEnrolment = ({ person }: { person: Person }): ReactNode => {
  const say = useWords(peopleWords);
  const renew = useRenewEnrolment(person.id);
  const [asked, setAsked] = useState(false);
  if (renew.data)
    return (
      <OneTimeText title={say('enrolTitle')} teach={say('enrolTeach')} onClose={renew.reset}>
        {renew.data.enrolment.address}
      </OneTimeText>
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {say('renew')}
      </Button>
      <ConfirmDialog
        danger
        opened={asked}
        title={say('renew')}
        consequence={say('renewWhat')}
        action={say('renew')}
        busy={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate(undefined, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </>
  );
};

/** Access of someone else: an administrator does not shut himself out. */
const Access = ({ person }: { person: Person }) => {
  const say = useWords(peopleWords);
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {say('access')}
      </Title>
      <Group>
        <EndSessions person={person} />
        <RenewEnrolment person={person} />
      </Group>
    </section>
  );
};

const Form = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const say = useWords(peopleWords);
  const kit = useWords(kitWords);
  const show = useToasts();
  const me = useMe();
  const change = useChangePerson(person.id);
  const [parts, setParts] = useState(() => partsOf(person));
  const needs = {
    person: parts,
    tried: true,
    onChange: (part: Partial<PersonParts>) => setParts((before) => ({ ...before, ...part })),
  };
  const save = (): void =>
    change.mutate(parts, {
      onSuccess: () => {
        show({ text: say('done') });
        onClose();
      },
    });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <PersonNames {...needs} />
      </SimpleGrid>
      <Powers {...needs} />
      {person.id !== me.person && <Access person={person} />}
      {change.isError && <ErrorNotice error={change.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {kit('cancel')}
        </Button>
        <Button loading={change.isPending} disabled={!isWhole(parts)} onClick={save}>
          {kit('save')}
        </Button>
      </Group>
    </Stack>
  );
};

/** The administrator changes what a person may do, and renews or ends his access. */
export const EditPerson = ({ person, onClose }: { person: Person | null; onClose: () => void }) => {
  const kit = useWords(kitWords);
  const { language } = useReading();
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      size="xl"
      title={person && <bdi>{language === 'ar' ? person.nameArabic : person.name}</bdi>}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      {person && <Form key={person.id} person={person} onClose={onClose} />}
    </Modal>
  );
};
