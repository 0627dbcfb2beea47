import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import { OneTimeText } from './one-time-text.tsx';
import { useInvite } from './people-queries.ts';
import { isWhole, PersonNames, type PersonParts, Powers } from './person-fields.tsx';
import { peopleWords } from './words.ts';

const blank: PersonParts = {
  name: '',
  nameArabic: '',
  roles: [],
  clearance: 'amber',
  languages: ['ar'],
  desks: [],
};

interface EmailNeeds {
  readonly tried: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const EmailBlank = ({ tried, value, onChange }: EmailNeeds) => {
  const say = useWords(peopleWords);
  return (
    <TextInput
      label={say('email')}
      required
      type="email"
      dir="ltr"
      maxLength={120}
      error={tried && value.trim() === '' ? say('needed') : null}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** A new person: who, in which roles, up to which label. Ends with the one-time link to hand over. */
export const InvitePerson = ({ onClose }: { onClose: () => void }) => {
  const say = useWords(peopleWords);
  const kit = useWords(kitWords);
  const invite = useInvite();
  const [person, setPerson] = useState(blank);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  if (invite.data)
    return (
      <OneTimeText title={say('enrolTitle')} teach={say('enrolTeach')} onClose={onClose}>
        {invite.data.enrolment.address}
      </OneTimeText>
    );
  const send = (): void => {
    setTried(true);
    if (isWhole(person) && email.trim() !== '') invite.mutate({ ...person, email: email.trim() });
  };
  const needs = {
    person,
    tried,
    onChange: (change: Partial<PersonParts>) => setPerson((before) => ({ ...before, ...change })),
  };
  return (
    <Fieldset legend={say('add')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <PersonNames {...needs} />
          <EmailBlank tried={tried} value={email} onChange={setEmail} />
        </SimpleGrid>
        <Powers {...needs} />
        {invite.isError && <ErrorNotice error={invite.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button loading={invite.isPending} onClick={send}>
            {say('invite')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
};
