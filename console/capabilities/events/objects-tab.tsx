/** What is to be protected beside the venues: on the map and in a list. */
import { Badge, Group, NativeSelect, Stack } from '@mantine/core';
import { IconShield } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { objectKinds, type ProtectedObject } from '../../../server/capabilities/events/place-contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { Addable } from './addable.tsx';
import { EventMap, isOnMap } from './map.tsx';
import { useNameOf } from './names.ts';
import { ObjectDialog } from './object-form.tsx';
import { useObjects } from './queries.ts';
import type { TabNeeds } from './tab-needs.ts';
import { eventsWords } from './words.ts';

const useColumns = (): readonly Column<ProtectedObject>[] => {
  const say = useWords(eventsWords);
  const nameOf = useNameOf();
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
    { key: 'kind', header: say('kind'), cell: ({ kind }) => say(`kind-${kind}`) },
    { key: 'town', header: say('town'), cell: ({ town }) => <bdi>{town ?? '–'}</bdi> },
    {
      key: 'from',
      header: say('from'),
      cell: ({ from }) => (from === null ? say('whole') : <Moment at={from} brief />),
    },
    { key: 'to', header: say('to'), cell: ({ to }) => (to === null ? '–' : <Moment at={to} brief />) },
  ];
};

interface KindNeeds {
  readonly objects: readonly ProtectedObject[];
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

const KindChoice = ({ objects, kind, onKind }: KindNeeds) => {
  const say = useWords(eventsWords);
  const there = objectKinds.filter((one) => objects.some((object) => object.kind === one));
  if (there.length <= 1) return null;
  return (
    <NativeSelect
      aria-label={say('kind')}
      maw="16rem"
      value={kind}
      data={[
        { value: '', label: say('objects') },
        ...there.map((value) => ({ value, label: say(`kind-${value}`) })),
      ]}
      onChange={({ currentTarget: { value } }) => onKind(value)}
    />
  );
};

const Listed = (needs: TabNeeds & { readonly objects: readonly ProtectedObject[] }) => {
  const say = useWords(eventsWords);
  const nameOf = useNameOf();
  const columns = useColumns();
  const { event, objects, timeZone, mayPlan } = needs;
  const [kind, setKind] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const things = useMemo(
    () =>
      objects.map(({ id, name, place, outline, line, state }) => ({
        ...{ id, kind: 'object' as const, name: nameOf(name), place, outline, line },
        isCancelled: state === 'cancelled',
      })),
    [objects, nameOf],
  );
  const object = objects.find(({ id }) => id === opened);
  return (
    <Stack gap="md">
      {things.some(isOnMap) && <EventMap things={things} chosen={opened} onChoose={setOpened} />}
      <KindChoice objects={objects} kind={kind} onKind={setKind} />
      <DataTable
        label={say('objects')}
        columns={columns}
        rows={objects.filter((one) => kind === '' || one.kind === kind)}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setOpened(id)}
      />
      {object && (
        <ObjectDialog
          key={object.version}
          {...{ event, object, timeZone, mayPlan }}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  );
};

export const ObjectsTab = (needs: TabNeeds) => {
  const say = useWords(eventsWords);
  return (
    <Loaded query={useObjects(needs.event.id)}>
      {({ items }) => (
        <Addable
          mayAdd={needs.mayPlan}
          label={say('addObject')}
          isEmpty={items.length === 0}
          empty={{ icon: IconShield, title: say('noObjects'), teach: say('noObjectsTeach') }}
          form={(onClose) => <ObjectDialog {...needs} object={null} onClose={onClose} />}
        >
          <Listed {...needs} objects={items} />
        </Addable>
      )}
    </Loaded>
  );
};
