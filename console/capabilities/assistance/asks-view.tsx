/** Asks of this service, and those that came, as lists. */
import { Stack, Text } from '@mantine/core';
import { IconInbox, IconUsersPlus } from '@tabler/icons-react';
import type { AskRow } from '../../../server/capabilities/assistance/contract.ts';
import type { Column } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { AskList, useFilter } from './ask-list.tsx';
import { AskStanding } from './ask-standing.tsx';
import { FillBar, useNumber, usePeriod, useSpecialty } from './parts.tsx';
import { mayAsk } from './places.ts';
import { assistanceWords } from './words.ts';

const What = ({ row }: { row: AskRow }) => (
  <Stack gap={0}>
    <bdi>{row.title}</bdi>
    {row.event !== null && (
      <Text size="sm" c="dimmed" component="bdi">
        {row.event}
      </Text>
    )}
  </Stack>
);

const useSpecialties = () => {
  const nameOf = useSpecialty();
  return ({ specialties }: AskRow) => (
    <Stack gap={0}>
      {specialties.map((specialty) => (
        <Text key={specialty} size="sm" component="span">
          {nameOf(specialty)}
        </Text>
      ))}
    </Stack>
  );
};

const useShared = (): { what: Column<AskRow>; when: readonly Column<AskRow>[] } => {
  const say = useWords(assistanceWords);
  const dates = useDates();
  const period = usePeriod();
  const specialties = useSpecialties();
  return {
    what: { key: 'what', header: say('what'), main: true, cell: (row) => <What row={row} /> },
    when: [
      { key: 'specialties', header: say('specialties'), cell: specialties },
      { key: 'period', header: say('period'), cell: ({ from, to }) => <bdi>{period(from, to)}</bdi> },
      { key: 'by', header: say('answerBy'), cell: ({ answerBy }) => <bdi>{dates.dayOf(answerBy)}</bdi> },
    ],
  };
};

/** Asks of this service. */
export const OwnList = () => {
  const say = useWords(assistanceWords);
  const { role } = useMe();
  const number = useNumber();
  const { what, when } = useShared();
  const start = mayAsk(role) && (
    <ButtonLink to="/assistance/compose" leftSection={<IconUsersPlus size={18} aria-hidden />}>
      {say('compose')}
    </ButtonLink>
  );
  const columns: readonly Column<AskRow>[] = [
    what,
    { key: 'state', header: say('state'), cell: (row) => <AskStanding state={row.state} standing={row} /> },
    ...when,
    { key: 'fill', header: say('fill'), cell: (row) => <FillBar {...row} /> },
    {
      key: 'answered',
      header: say('answered'),
      cell: ({ answered, recipients }) =>
        say('ofCount', { part: number(answered), whole: number(recipients.length) }),
    },
  ];
  const filter = useFilter();
  return (
    <AskList
      asked={{ view: 'own', ...filter.asked }}
      filter={filter}
      label={say('own')}
      columns={columns}
      empty={
        <EmptyState
          icon={IconUsersPlus}
          title={say('emptyOwn')}
          teach={say('emptyOwnTeach')}
          action={start}
        />
      }
    />
  );
};

/** What partners ask of this service. */
export const ReceivedList = () => {
  const say = useWords(assistanceWords);
  const nameOf = usePartyName();
  const number = useNumber();
  const { what, when } = useShared();
  const columns: readonly Column<AskRow>[] = [
    what,
    { key: 'from', header: say('from'), cell: (row) => <Name>{nameOf(row.originator)}</Name> },
    { key: 'state', header: say('state'), cell: (row) => <AskStanding state={row.state} standing={row} /> },
    ...when,
    { key: 'wanted', header: say('wanted'), cell: ({ asked }) => number(asked) },
  ];
  const filter = useFilter();
  return (
    <AskList
      asked={{ view: 'received', ...filter.asked }}
      filter={filter}
      label={say('received')}
      columns={columns}
      empty={<EmptyState icon={IconInbox} title={say('emptyReceived')} teach={say('emptyReceivedTeach')} />}
    />
  );
};
