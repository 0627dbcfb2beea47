/** Where the roster begins: which event. */
import { Badge, Group } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { approvalWords } from './approval-words.ts';
import { mayApprove } from './places.ts';
import { type EventFacts, useEvents, useWaiting } from './queries.ts';
import { rosterWords } from './words.ts';

/** What waits for this reader at an event, in words. */
const useWaits = (): ((event: string) => readonly string[]) => {
  const approval = useWords(approvalWords);
  const { role } = useMe();
  const waiting = useWaiting(true).data ?? [];
  return (event) => {
    const { toApprove = 0, returned = 0, lapsed = 0 } = waiting.find((one) => one.event === event) ?? {};
    if (mayApprove(role)) return toApprove > 0 ? [approval('toApprove', { count: toApprove })] : [];
    return [
      ...(returned > 0 ? [approval('sentBack', { count: returned })] : []),
      ...(lapsed > 0 ? [approval('lapsedUnits', { count: lapsed })] : []),
    ];
  };
};

const Waits = ({ what }: { what: readonly string[] }) => (
  <Group gap="xs">
    {what.map((one) => (
      <Badge key={one} variant="light" color="red">
        {one}
      </Badge>
    ))}
  </Group>
);

export const RosterEventsScreen = () => {
  const say = useWords(rosterWords);
  const { language } = useReading();
  const navigate = useNavigate();
  const approval = useWords(approvalWords);
  const waitsAt = useWaits();
  const nameOf = ({ name }: EventFacts): string => name[language] ?? name.fr ?? name.en ?? name.ar ?? '';
  return (
    <Page title={say('title')} teach={say('teach')}>
      <Loaded query={useEvents()}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCalendarTime} title={say('noEvents')} teach={say('noEventsTeach')} />
          ) : (
            <DataTable
              label={say('events')}
              rows={items}
              keyOf={({ id }) => id}
              onOpen={({ id }) =>
                void navigate({ to: '/roster/events/$event', params: { event: id }, search: {} })
              }
              columns={[
                { key: 'name', header: say('name'), main: true, cell: (one) => <bdi>{nameOf(one)}</bdi> },
                {
                  key: 'when',
                  header: say('when'),
                  cell: ({ firstDay, lastDay }) => (
                    <>
                      <DayText day={firstDay} /> – <DayText day={lastDay} />
                    </>
                  ),
                },
                {
                  key: 'waiting',
                  header: approval('waiting'),
                  cell: ({ id }) => <Waits what={waitsAt(id)} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
