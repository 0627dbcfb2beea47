import {
  Alert,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { NewPerson } from '../../../server/capabilities/parties/contract.ts';
import { roles } from '../../../server/kernel/decision.ts';
import { languages } from '../../../server/kernel/faults.ts';
import { tlps } from '../../../server/kernel/marking.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { terms } from '../../kit/terms.ts';
import { tlpText } from '../../kit/tlp-label.tsx';
import { kitWords } from '../../kit/words.ts';
import { useInvite } from './people-queries.ts';
import { useDesks } from './queries.ts';
import { peopleWords } from './words.ts';

const blank: NewPerson = {
  name: '',
  nameArabic: '',
  email: '',
  roles: [],
  clearance: 'amber',
  languages: ['ar'],
  desks: [],
};

interface Needs {
  readonly person: NewPerson;
  readonly tried: boolean;
  readonly onChange: (change: Partial<NewPerson>) => void;
}

const Identity = ({ person, tried, onChange }: Needs) => {
  const say = useWords(peopleWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {(['nameArabic', 'name', 'email'] as const).map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          required
          type={field === 'email' ? 'email' : 'text'}
          dir={field === 'nameArabic' ? 'rtl' : 'ltr'}
          maxLength={120}
          error={tried && person[field].trim() === '' ? say('needed') : null}
          value={person[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
};

const Powers = ({ person, tried, onChange }: Needs) => {
  const say = useWords(peopleWords);
  const pick = usePick();
  const desks = useDesks().data ?? [];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Checkbox.Group
        label={say('roles')}
        error={tried && person.roles.length === 0 ? say('needRole') : null}
        value={person.roles}
        onChange={(chosen) => onChange({ roles: roles.filter((role) => chosen.includes(role)) })}
      >
        <Stack gap={6} mt={6}>
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={pick(terms.roles[role])} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Stack>
        <NativeSelect
          label={say('clearance')}
          description={pick(terms.tlp[person.clearance])}
          value={person.clearance}
          data={tlps.map((value) => ({ value, label: tlpText(value) }))}
          onChange={(event) =>
            onChange({ clearance: tlps.find((tlp) => tlp === event.currentTarget.value) ?? person.clearance })
          }
        />
        <Checkbox.Group
          label={say('languages')}
          error={tried && person.languages.length === 0 ? say('needLanguage') : null}
          value={person.languages}
          onChange={(chosen) => onChange({ languages: languages.filter((entry) => chosen.includes(entry)) })}
        >
          <Group mt={6}>
            {languages.map((entry) => (
              <Checkbox key={entry} value={entry} label={languageNames[entry]} />
            ))}
          </Group>
        </Checkbox.Group>
        {desks.length > 0 && (
          <Checkbox.Group
            label={say('desks')}
            value={person.desks ?? []}
            onChange={(chosen) =>
              onChange({ desks: desks.map((desk) => desk.id).filter((id) => chosen.includes(id)) })
            }
          >
            <Stack gap={6} mt={6}>
              {desks.map((desk) => (
                <Checkbox key={desk.id} value={desk.id} label={pick(desk.name)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Stack>
    </SimpleGrid>
  );
};

const Invitation = ({ address, onClose }: { address: string; onClose: () => void }) => {
  const say = useWords(peopleWords);
  const kit = useWords(kitWords);
  return (
    <Alert color="petrol" title={say('enrolTitle')} role="status">
      <Stack gap="sm">
        <Text size="sm">{say('enrolTeach')}</Text>
        <Code block dir="ltr" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {address}
        </Code>
        <Group>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {kit(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onClose}>
            {kit('close')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};

/** A new person: who, in which roles, up to which label. Ends with the one-time link to hand over. */
export const InvitePerson = ({ onClose }: { onClose: () => void }) => {
  const say = useWords(peopleWords);
  const kit = useWords(kitWords);
  const invite = useInvite();
  const [person, setPerson] = useState(blank);
  const [tried, setTried] = useState(false);
  if (invite.data) return <Invitation address={invite.data.enrolment.address} onClose={onClose} />;
  const send = (): void => {
    setTried(true);
    const named = [person.name, person.nameArabic, person.email].every((text) => text.trim() !== '');
    if (named && person.roles.length > 0 && person.languages.length > 0) invite.mutate(person);
  };
  const needs = {
    person,
    tried,
    onChange: (change: Partial<NewPerson>) => setPerson((before) => ({ ...before, ...change })),
  };
  return (
    <Fieldset legend={say('add')}>
      <Stack>
        <Identity {...needs} />
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
