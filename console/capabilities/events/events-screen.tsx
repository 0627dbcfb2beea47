/** The list of events, and the way to a new one. */
import { Button } from '@mantine/core';
import { IconPlus, IconTrophy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MajorEvent } from '../../../server/capabilities/events/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { EventDialog } from './event-form.tsx';
import { useNameOf, useNationName, useNumber } from './names.ts';
import { mayPlan } from './places.ts';
import { useEvents } from './queries.ts';
import { OverdueReviewsNotice } from './risk/overdue-reviews.tsx';
import { eventsWords } from './words.ts';

const useColumns = (): readonly Column<MajorEvent>[] => {
  const say = useWords(eventsWords);
  const [nameOf, nationName, number] = [useNameOf(), useNationName(), useNumber()];
  const counted = (key: keyof MajorEvent['counts']): Column<MajorEvent> => ({
    ...{ key, header: say(key), cell: ({ counts }) => number(counts[key]) },
  });
  return [
    { key: 'name', header: say('name'), main: true, cell: ({ name }) => <Name>{nameOf(name)}</Name> },
    { key: 'from', header: say('firstDay'), cell: ({ firstDay }) => <DayText day={firstDay} /> },
    { key: 'to', header: say('lastDay'), cell: ({ lastDay }) => <DayText day={lastDay} /> },
    {
      key: 'country',
      header: say('country'),
      cell: ({ country }) => (country === null ? say('several') : nationName(country)),
    },
    counted('venues'),
    counted('sessions'),
    counted('posts'),
  ];
};

const Listed = ({ events }: { events: readonly MajorEvent[] }) => {
  const say = useWords(eventsWords);
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={events}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/events/$event', params: { event: id } })}
    />
  );
};

export const EventsScreen = () => {
  const say = useWords(eventsWords);
  const { role } = useMe();
  const navigate = useNavigate();
  const events = useEvents();
  const [opened, setOpened] = useState(false);
  const start = mayPlan(role) && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
      {say('newEvent')}
    </Button>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={events.data?.items.length ? start : null}>
      <OverdueReviewsNotice />
      <Loaded query={events}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconTrophy} title={say('empty')} teach={say('emptyTeach')} action={start} />
          ) : (
            <Listed events={items} />
          )
        }
      </Loaded>
      <EventDialog
        event={null}
        opened={opened}
        onClose={() => setOpened(false)}
        onDone={({ id }) => void navigate({ to: '/events/$event', params: { event: id } })}
      />
    </Page>
  );
};
