/** The blanks of a person's file that an invitation and a change share. */
import { Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { NewPerson } from '../../../server/capabilities/parties/contract.ts';
import { roles } from '../../../server/kernel/decision.ts';
import { languages } from '../../../server/kernel/faults.ts';
import { tlps } from '../../../server/kernel/marking.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { terms } from '../../kit/terms.ts';
import { tlpText } from '../../kit/tlp-label.tsx';
import { useDesks } from './queries.ts';
import { peopleWords } from './words.ts';

/** What an administrator decides of a person. */
export type PersonParts = Required<
  Pick<NewPerson, 'name' | 'nameArabic' | 'roles' | 'clearance' | 'languages' | 'desks'>
>;

interface Needs {
  readonly person: PersonParts;
  readonly tried: boolean;
  readonly onChange: (change: Partial<PersonParts>) => void;
}

/** The name in both scripts. */
export const PersonNames = ({ person, tried, onChange }: Needs) => {
  const say = useWords(peopleWords);
  return (['nameArabic', 'name'] as const).map((field) => (
    <TextInput
      key={field}
      label={say(field)}
      required
      dir={field === 'nameArabic' ? 'rtl' : 'ltr'}
      maxLength={120}
      error={tried && person[field].trim() === '' ? say('needed') : null}
      value={person[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  ));
};

const RolesChoice = ({ person, tried, onChange }: Needs) => {
  const say = useWords(peopleWords);
  const pick = usePick();
  return (
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
  );
};

const ClearanceChoice = ({ person, onChange }: Needs) => {
  const say = useWords(peopleWords);
  const pick = usePick();
  return (
    <NativeSelect
      label={say('clearance')}
      description={pick(terms.tlp[person.clearance])}
      value={person.clearance}
      data={tlps.map((value) => ({ value, label: tlpText(value) }))}
      onChange={(event) =>
        onChange({ clearance: tlps.find((tlp) => tlp === event.currentTarget.value) ?? person.clearance })
      }
    />
  );
};

const LanguagesChoice = ({ person, tried, onChange }: Needs) => {
  const say = useWords(peopleWords);
  return (
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
  );
};

const DesksChoice = ({ person, onChange }: Needs) => {
  const say = useWords(peopleWords);
  const pick = usePick();
  const desks = useDesks().data ?? [];
  if (desks.length === 0) return null;
  return (
    <Checkbox.Group
      label={say('desks')}
      value={person.desks}
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
  );
};

/** Roles, clearance, languages and desks. */
export const Powers = (needs: Needs) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }}>
    <RolesChoice {...needs} />
    <Stack>
      <ClearanceChoice {...needs} />
      <LanguagesChoice {...needs} />
      <DesksChoice {...needs} />
    </Stack>
  </SimpleGrid>
);

/** True when nothing that a person's file needs is missing. */
export const isWhole = (person: PersonParts): boolean =>
  person.name.trim() !== '' &&
  person.nameArabic.trim() !== '' &&
  person.roles.length > 0 &&
  person.languages.length > 0;
