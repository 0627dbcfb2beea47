/** Where the roster begins: which event. */
import { IconCalendarTime } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { type EventFacts, useEvents } from './queries.ts';
import { rosterWords } from './words.ts';

export const RosterEventsScreen = () => {
  const say = useWords(rosterWords);
  const { language } = useReading();
  const navigate = useNavigate();
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
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
