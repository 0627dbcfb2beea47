/** Duties as those see them who have them: the officer his own, a service those of whom it sent. */
import { Badge, Group, Text } from '@mantine/core';
import { IconCalendarUser, IconPlane } from '@tabler/icons-react';
import {
  type Duty,
  type ReceivedDuty,
  specialtyWords,
} from '../../../server/capabilities/roster/duty-contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { useOwnDuties, useReceived } from './queries.ts';
import { toldWords } from './told-words.ts';
import { rosterWords } from './words.ts';

const When = ({ from, to, isCancelled }: { from: string; to: string; isCancelled: boolean }) => {
  const dates = useDates();
  const say = useWords(toldWords);
  return (
    <Group gap="xs">
      <Text span td={isCancelled ? 'line-through' : undefined}>
        <bdi>{`${dates.brief(from)} – ${dates.clock(to)}`}</bdi>
      </Text>
      {isCancelled && (
        <Badge color="red" variant="light">
          {say('cancelled')}
        </Badge>
      )}
    </Group>
  );
};

/** Who stands beside an officer abroad; nobody is said as loudly as it matters. */
const Hosts = ({ hosts, isVisiting }: { hosts: readonly string[]; isVisiting: boolean }) => {
  const say = useWords(toldWords);
  return hosts.length === 0 && isVisiting ? (
    <Badge color="red">{say('alone')}</Badge>
  ) : (
    <bdi>{hosts.join(' · ')}</bdi>
  );
};

const useOwnColumns = (): readonly Column<Duty>[] => {
  const say = useWords(toldWords);
  const roster = useWords(rosterWords);
  const dates = useDates();
  const pick = usePick();
  const { party } = useMe();
  return [
    {
      key: 'when',
      header: dates.heading(roster('when')),
      main: true,
      cell: (duty) => <When from={duty.startsAt} to={duty.endsAt} isCancelled={duty.state === 'cancelled'} />,
    },
    { key: 'venue', header: roster('venue'), cell: ({ content }) => <bdi>{content.venue}</bdi> },
    {
      key: 'post',
      header: roster('post'),
      cell: ({ content }) => (
        <bdi>{[pick(specialtyWords[content.specialty]), content.task ?? ''].filter(Boolean).join(' · ')}</bdi>
      ),
    },
    { key: 'unit', header: roster('unit'), cell: ({ unitName }) => <bdi>{unitName}</bdi> },
    {
      key: 'host',
      header: say('host'),
      cell: ({ content, party: sender, state }) => (
        <Hosts
          hosts={content.hosts.map(({ name }) => name)}
          isVisiting={state === 'standing' && sender !== party.id}
        />
      ),
    },
  ];
};

/** The reader's own. */
export const OwnDutiesScreen = () => {
  const say = useWords(toldWords);
  const columns = useOwnColumns();
  return (
    <Page title={say('mine')} teach={say('mineTeach')}>
      <Loaded query={useOwnDuties()}>
        {(duties) =>
          duties.length === 0 ? (
            <EmptyState icon={IconCalendarUser} title={say('noMine')} teach={say('noMineTeach')} />
          ) : (
            <DataTable label={say('mine')} rows={duties} keyOf={({ uid }) => uid} columns={columns} />
          )
        }
      </Loaded>
    </Page>
  );
};

const useReceivedColumns = (): readonly Column<ReceivedDuty>[] => {
  const say = useWords(toldWords);
  const roster = useWords(rosterWords);
  const dates = useDates();
  return [
    {
      key: 'unit',
      header: say('officer'),
      main: true,
      cell: ({ unitName }) => <bdi>{unitName}</bdi>,
    },
    {
      key: 'when',
      header: dates.heading(roster('when')),
      cell: (duty) => <When from={duty.startsAt} to={duty.endsAt} isCancelled={duty.state === 'cancelled'} />,
    },
    {
      key: 'venue',
      header: roster('venue'),
      cell: ({ venue, task }) => <bdi>{[venue, task ?? ''].filter(Boolean).join(' · ')}</bdi>,
    },
    {
      key: 'host',
      header: say('host'),
      cell: ({ hosts, state }) => <Hosts hosts={hosts} isVisiting={state === 'standing'} />,
    },
    {
      key: 'read',
      header: say('read'),
      cell: ({ acknowledgedAt, state, sequence }) =>
        acknowledgedAt === null ? (
          <Badge variant="default">
            {say(state === 'cancelled' ? 'cancellationUnread' : sequence > 0 ? 'changeUnread' : 'notYet')}
          </Badge>
        ) : (
          <bdi>{dates.brief(acknowledgedAt)}</bdi>
        ),
    },
  ];
};

/** Of this service's officers, in rosters of others. */
export const ReceivedDutiesScreen = () => {
  const say = useWords(toldWords);
  const columns = useReceivedColumns();
  const pick = usePick();
  const partyName = usePartyName();
  return (
    <Page title={say('received')} teach={say('receivedTeach')}>
      <Loaded query={useReceived()}>
        {(duties) =>
          duties.length === 0 ? (
            <EmptyState icon={IconPlane} title={say('noReceived')} teach={say('noReceivedTeach')} />
          ) : (
            <DataTable
              label={say('received')}
              rows={duties}
              keyOf={({ sender, uid }) => `${sender} ${uid}`}
              groupOf={({ sender, event }) => `${partyName(sender)} · ${pick(event)}`}
              columns={columns}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
