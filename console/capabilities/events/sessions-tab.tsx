/** Sessions of an event: how many where on which day, and the list that a word, a day or a venue narrows. */
import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarEvent, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import {
  type Calendar,
  type SessionRow,
  sessionStates,
} from '../../../server/capabilities/events/session-contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { Addable } from './addable.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarWindow } from './calendar-window.tsx';
import styles from './events.module.css';
import { useNameOf, useNumber } from './names.ts';
import type { EventSearch } from './places.ts';
import { useCalendar, useSessions, useVenues } from './queries.ts';
import { SessionDialog } from './session-form.tsx';
import { sessionWords } from './session-words.ts';
import type { TabNeeds } from './tab-needs.ts';
import { eventsWords, sessionStateWord } from './words.ts';

const SessionCell = ({ row }: { row: SessionRow }) => {
  const [say, event] = [useWords(sessionWords), useWords(eventsWords)];
  const { title, discipline, state, unitCount } = row;
  return (
    <Group gap={6}>
      <span className={state === 'cancelled' ? styles.gone : undefined}>
        {discipline !== null && discipline !== title && (
          <Text span c="dimmed" size="sm">
            <bdi>{discipline}</bdi> ·{' '}
          </Text>
        )}
        <Name>{title}</Name>
      </span>
      {state !== 'planned' && (
        <Badge variant="light" color={state === 'moved' ? 'orange.9' : 'gray'}>
          {event(sessionStateWord(state))}
        </Badge>
      )}
      {unitCount > 0 && (
        <Text span size="xs" c="dimmed">
          {say('units', { count: unitCount })}
        </Text>
      )}
    </Group>
  );
};

const useColumns = (venues: readonly Venue[]): readonly Column<SessionRow>[] => {
  const say = useWords(sessionWords);
  const dates = useDates();
  const [nameOf, number] = [useNameOf(), useNumber()];
  const named = new Map(venues.map(({ id, name }) => [id, nameOf(name)] as const));
  return [
    {
      key: 'time',
      header: say('time'),
      cell: ({ startsAt, endsAt }) => (
        <bdi dir="ltr" className={styles.clock}>
          {dates.clock(startsAt)}–{dates.clock(endsAt)}
        </bdi>
      ),
    },
    {
      key: 'session',
      header: say('session'),
      main: true,
      cell: (row) => <SessionCell row={row} />,
    },
    {
      key: 'venue',
      header: say('venue'),
      cell: ({ venue }) => <bdi>{venue === null ? say('noPlace') : (named.get(venue) ?? '–')}</bdi>,
    },
    {
      key: 'spectators',
      header: say('spectators'),
      cell: ({ spectators }) => (spectators === null ? '–' : number(spectators)),
    },
  ];
};

/** How long a typed word rests before it is looked for. */
const restMs = 200;

const useFilter = (event: string) => {
  const search = useSearch({ from: '/events/$event' });
  const navigate = useNavigate();
  const put = (change: EventSearch): void =>
    void navigate({
      to: '/events/$event',
      params: { event },
      search: { ...search, tab: 'sessions', ...change },
      replace: true,
    });
  return { search, put };
};

interface FilterNeeds {
  readonly event: string;
  readonly days: readonly string[];
  readonly venues: readonly Venue[];
}

interface ChoiceNeeds {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | undefined) => void;
}

const Choice = ({ label, any, value, data, onChoose }: ChoiceNeeds) => (
  <NativeSelect
    aria-label={label}
    value={value ?? ''}
    data={[{ value: '', label: any }, ...data]}
    w={{ base: '100%', sm: 'auto' }}
    maw={{ base: '100%', sm: '14rem' }}
    onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? undefined : currentTarget.value)}
  />
);

/** What is typed goes to the address once it rests. */
const Typed = ({ event }: { event: string }) => {
  const say = useWords(sessionWords);
  const { search, put } = useFilter(event);
  const [typed, setTyped] = useState(search.q ?? '');
  const [word] = useDebouncedValue(typed, restMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed goes to the address, nothing else
  useEffect(() => {
    if (word !== (search.q ?? '')) put({ q: word === '' ? undefined : word });
  }, [word]);
  return (
    <TextInput
      aria-label={say('search')}
      placeholder={say('search')}
      dir="auto"
      flex="1 1 16rem"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => setTyped(value)}
    />
  );
};

const nothingAsked = { q: undefined, day: undefined, venue: undefined, state: undefined };

const Filters = ({ event, days, venues }: FilterNeeds) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const dates = useDates();
  const nameOf = useNameOf();
  const { search, put } = useFilter(event);
  const [cleared, setCleared] = useState(0);
  const { q, day, venue, state } = search;
  const stateChoices = sessionStates.map((value) => ({ value, label: words(sessionStateWord(value)) }));
  const clear = (): void => {
    setCleared(cleared + 1);
    put(nothingAsked);
  };
  return (
    <Group gap="xs">
      <Typed key={cleared} event={event} />
      <Choice
        {...{ label: say('day'), any: say('anyDay'), value: day }}
        data={days.map((value) => ({ value, label: dates.day(value) }))}
        onChoose={(value) => put({ day: value })}
      />
      <Choice
        {...{ label: say('venue'), any: say('anyVenue'), value: venue }}
        data={venues.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        onChoose={(value) => put({ venue: value })}
      />
      <Choice
        {...{ label: words('state'), any: say('anyState'), value: state, data: stateChoices }}
        onChoose={(value) => put({ state: value })}
      />
      {(q ?? day ?? venue ?? state) !== undefined && (
        <Button variant="subtle" onClick={clear}>
          {say('clear')}
        </Button>
      )}
    </Group>
  );
};

const Listed = ({ event, venues, timeZone, mayPlan }: TabNeeds & { venues: readonly Venue[] }) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const dates = useDates();
  const number = useNumber();
  const { search } = useFilter(event.id);
  const { q = '', day = '', venue = '', state = '' } = search;
  const query = useSessions(event.id, { q, day, venue, state });
  const columns = useColumns(venues);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <Stack gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {pages[0]?.isMore === true
              ? say('moreThan', { number: number(pages[0].total) })
              : say('total', { count: pages[0]?.total ?? 0 })}
          </Text>
          {pages[0]?.total === 0 ? (
            <Text c="dimmed">{words('noMatch')}</Text>
          ) : (
            <DataTable
              label={words('sessions')}
              columns={columns}
              rows={pages.flatMap(({ items }) => items)}
              keyOf={({ id }) => id}
              groupOf={({ startsAt }) => dates.dayOf(startsAt)}
              onOpen={({ id }) => setOpened(id)}
            />
          )}
          <More query={query} />
          {opened !== null && (
            <SessionDialog
              event={event}
              id={opened}
              venues={venues}
              timeZone={timeZone}
              mayPlan={mayPlan}
              onClose={() => setOpened(null)}
            />
          )}
        </Stack>
      )}
    </Loaded>
  );
};

interface ShownNeeds extends TabNeeds {
  readonly venues: readonly Venue[];
  readonly calendar: Calendar;
  readonly onFrom: (day: string) => void;
}

const Shown = ({ onFrom, ...needs }: ShownNeeds) => {
  const { event, venues, calendar } = needs;
  const { search, put } = useFilter(event.id);
  return (
    <Stack gap="md">
      <CalendarWindow calendar={calendar} onFrom={onFrom} />
      <CalendarGrid
        calendar={calendar}
        venues={venues}
        chosen={{ day: search.day ?? null, venue: search.venue ?? null }}
        onChoose={(day, venue) => put({ day, venue })}
      />
      <Filters event={event.id} days={calendar.days.map(({ day: one }) => one)} venues={venues} />
      <Listed {...needs} venues={venues} />
    </Stack>
  );
};

export const SessionsTab = (needs: TabNeeds) => {
  const say = useWords(sessionWords);
  const [from, setFrom] = useState('');
  const [venues, calendar] = [useVenues(needs.event.id), useCalendar(needs.event.id, from)];
  return (
    <Loaded query={venues}>
      {({ items }) => (
        <Loaded query={calendar}>
          {(found) => (
            <Addable
              mayAdd={needs.mayPlan}
              label={say('add')}
              isEmpty={found.days.length === 0}
              empty={{ icon: IconCalendarEvent, title: say('none'), teach: say('noneTeach') }}
              form={(onClose) => <SessionDialog {...needs} id={null} venues={items} onClose={onClose} />}
            >
              <Shown {...needs} venues={items} calendar={found} onFrom={setFrom} />
            </Addable>
          )}
        </Loaded>
      )}
    </Loaded>
  );
};
