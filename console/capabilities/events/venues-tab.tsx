/** Venues of an event: on the map and in a list, found by a word, opened to be changed. */
import { Badge, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBuildingStadium, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { Addable } from './addable.tsx';
import { AlikeVenues } from './alike-venues.tsx';
import { EventMap } from './map.tsx';
import { MergedVenues } from './merged-venues.tsx';
import { useNameOf, useNumber } from './names.ts';
import { useVenues } from './queries.ts';
import type { TabNeeds } from './tab-needs.ts';
import { VenueDialog } from './venue-form.tsx';
import { eventsWords } from './words.ts';

const useColumns = (): readonly Column<Venue>[] => {
  const say = useWords(eventsWords);
  const [nameOf, number] = [useNameOf(), useNumber()];
  return [
    {
      key: 'name',
      header: say('name'),
      main: true,
      cell: ({ name, state }) => (
        <Group gap="xs">
          <Name>{nameOf(name)}</Name>
          {state === 'cancelled' && (
            <Badge color="gray" variant="light">
              {say('state-cancelled')}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'code', header: say('code'), cell: ({ code }) => <bdi>{code}</bdi> },
    { key: 'town', header: say('town'), cell: ({ town }) => <bdi>{town ?? '–'}</bdi> },
    {
      key: 'capacity',
      header: say('capacity'),
      cell: ({ capacity }) => (capacity === null ? '–' : number(capacity)),
    },
    {
      key: 'used',
      header: say('used'),
      cell: ({ firstDay, lastDay }) =>
        firstDay === null || lastDay === null ? (
          '–'
        ) : (
          <>
            <DayText day={firstDay} /> – <DayText day={lastDay} />
          </>
        ),
    },
  ];
};

/** Words as they are looked for, without case and accents. */
export const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const Find = ({ word, onWord }: { word: string; onWord: (word: string) => void }) => {
  const say = useWords(eventsWords);
  return (
    <TextInput
      aria-label={say('filterNames')}
      placeholder={say('filterNames')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={word}
      maw="24rem"
      onChange={({ currentTarget: { value } }) => onWord(value)}
    />
  );
};

const Listed = ({ event, venues, mayPlan }: TabNeeds & { venues: readonly Venue[] }) => {
  const say = useWords(eventsWords);
  const nameOf = useNameOf();
  const columns = useColumns();
  const [word, setWord] = useState('');
  const [opened, setOpened] = useState<Venue | null>(null);
  const things = useMemo(
    () =>
      venues.map(({ id, name, place, outline, state }) => ({
        ...{ id, kind: 'venue' as const, name: nameOf(name), place, outline, line: null },
        isCancelled: state === 'cancelled',
      })),
    [venues, nameOf],
  );
  const found = venues.filter(({ name, code, town }) =>
    plain([code, town ?? '', ...Object.values(name)].join(' ')).includes(plain(word)),
  );
  const open = (id: string): void => setOpened(venues.find((one) => one.id === id) ?? null);
  return (
    <Stack gap="md">
      {mayPlan && <AlikeVenues event={event.id} venues={venues} />}
      <EventMap things={things} chosen={opened?.id ?? null} onChoose={open} />
      <Find word={word} onWord={setWord} />
      {found.length === 0 ? (
        <Text c="dimmed">{say('noMatch')}</Text>
      ) : (
        <DataTable
          label={say('venues')}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          onOpen={({ id }) => open(id)}
        />
      )}
      <MergedVenues event={event.id} venues={venues} mayPlan={mayPlan} />
      {opened && (
        <VenueDialog
          event={event}
          venue={venues.find(({ id }) => id === opened.id) ?? opened}
          mayPlan={mayPlan}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  );
};

export const VenuesTab = (needs: TabNeeds) => {
  const say = useWords(eventsWords);
  return (
    <Loaded query={useVenues(needs.event.id)}>
      {({ items }) => (
        <Addable
          mayAdd={needs.mayPlan}
          label={say('addVenue')}
          isEmpty={items.length === 0}
          empty={{ icon: IconBuildingStadium, title: say('noVenues'), teach: say('noVenuesTeach') }}
          form={(onClose) => <VenueDialog event={needs.event} venue={null} mayPlan onClose={onClose} />}
        >
          <Listed {...needs} venues={items} />
        </Addable>
      )}
    </Loaded>
  );
};
