import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '../../../server/capabilities/parties/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { DesksSection } from './desks.tsx';
import { EditPerson } from './edit-person.tsx';
import { InvitePerson } from './invite-person.tsx';
import { useChangePerson } from './people-queries.ts';
import { usePeople } from './queries.ts';
import { useMe } from './session.ts';
import { partiesWords, peopleWords } from './words.ts';

const StateButton = ({ person }: { person: Person }) => {
  const say = useWords(peopleWords);
  const show = useToasts();
  const me = useMe();
  const { language } = useReading();
  const change = useChangePerson(person.id);
  const [opened, setOpened] = useState(false);
  const verb = person.state === 'suspended' ? 'reactivate' : 'suspend';
  // An administrator who suspends himself could not undo it.
  if (person.id === me.person || person.state === 'invited') return null;
  const confirm = (): void =>
    change.mutate(
      { state: verb === 'suspend' ? 'suspended' : 'active' },
      {
        onSuccess: () => {
          setOpened(false);
          show({ text: say('done') });
        },
      },
    );
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {say(verb)}
      </Button>
      <ConfirmDialog
        danger={verb === 'suspend'}
        opened={opened}
        title={`${say(verb)} · ${language === 'ar' ? person.nameArabic : person.name}`}
        consequence={say(verb === 'suspend' ? 'suspendWhat' : 'reactivateWhat')}
        action={say(verb)}
        busy={change.isPending}
        error={change.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const useColumns = (): readonly Column<Person>[] => {
  const say = useWords(peopleWords);
  const pick = usePick();
  const { language } = useReading();
  return [
    {
      key: 'name',
      header: say('person'),
      main: true,
      cell: (row) => (
        <span>
          <Name>{language === 'ar' ? row.nameArabic : row.name}</Name>
          <Text size="sm" c="dimmed" component="span" display="block">
            <bdi dir="ltr">{row.email}</bdi>
          </Text>
        </span>
      ),
    },
    {
      key: 'roles',
      header: say('roles'),
      cell: (row) => row.roles.map((role) => pick(terms.roles[role])).join(' · '),
    },
    {
      key: 'clearance',
      header: say('clearance'),
      cell: (row) => (row.clearance === null ? '–' : <TlpLabel tlp={row.clearance} />),
    },
    {
      key: 'state',
      header: say('state'),
      cell: (row) => (
        <Group gap="xs">
          <Badge variant={row.state === 'active' ? 'filled' : 'light'}>{say(row.state)}</Badge>
          <StateButton person={row} />
        </Group>
      ),
    },
  ];
};

/** The administrator's screen: who may sign in, in which roles, up to which label; and the desks. */
export const PeopleScreen = () => {
  const say = useWords(peopleWords);
  const party = useWords(partiesWords);
  const columns = useColumns();
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Person | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <Page title={party('people')} teach={say('peopleTeach')} actions={adding ? null : add}>
      <Stack gap="lg">
        {adding && <InvitePerson onClose={() => setAdding(false)} />}
        <section>
          <Title order={2} size="h4" mb="xs">
            {say('people')}
          </Title>
          <Loaded query={usePeople()}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState icon={IconUsers} title={say('people')} teach={say('peopleTeach')} action={add} />
              ) : (
                <DataTable
                  label={say('people')}
                  columns={columns}
                  rows={rows}
                  keyOf={(row) => row.id}
                  onOpen={setEdited}
                />
              )
            }
          </Loaded>
        </section>
        <DesksSection />
        <EditPerson person={edited} onClose={() => setEdited(null)} />
      </Stack>
    </Page>
  );
};
