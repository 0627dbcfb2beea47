/** Who takes part, as the files said. */
import { Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import type { Team } from '../../../server/capabilities/events/team-contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import type { TabNeeds } from './event-screen.tsx';
import styles from './events.module.css';
import { useNameOf, useNationName } from './names.ts';
import { useTeams } from './queries.ts';
import { teamWords } from './team-words.ts';
import { eventsWords } from './words.ts';

export const TeamsTab = ({ event }: TabNeeds) => {
  const [say, words] = [useWords(teamWords), useWords(eventsWords)];
  const [nameOf, nationName] = [useNameOf(), useNationName()];
  const columns: readonly Column<Team>[] = [
    {
      key: 'name',
      header: words('name'),
      main: true,
      cell: ({ name, state }) => (
        <span className={state === 'cancelled' ? styles.gone : undefined}>
          <Name>{nameOf(name)}</Name>
        </span>
      ),
    },
    { key: 'code', header: words('code'), cell: ({ code }) => <bdi>{code}</bdi> },
    {
      key: 'nation',
      header: words('country'),
      cell: ({ nation }) => (nation === null ? say('noCountry') : nationName(nation)),
    },
    { key: 'group', header: words('group'), cell: ({ part }) => <bdi>{part ?? '–'}</bdi> },
  ];
  return (
    <Loaded query={useTeams(event.id)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={IconFlag} title={say('none')} teach={say('noneTeach')} />
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {say('teach')}
            </Text>
            <DataTable label={words('teams')} columns={columns} rows={items} keyOf={({ id }) => id} />
          </>
        )
      }
    </Loaded>
  );
};
