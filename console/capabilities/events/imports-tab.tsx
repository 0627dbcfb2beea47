/** Imports of an event, the last first, which can be undone. */
import { Group, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { Import } from '../../../server/capabilities/events/imports/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import type { TabNeeds } from './event-screen.tsx';
import { useImports } from './import-queries.ts';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';
import { UndoImport } from './undo-import.tsx';

export const ImportsTab = ({ event, mayPlan }: TabNeeds) => {
  const say = useWords(importWords);
  const number = useNumber();
  const columns: readonly Column<Import>[] = [
    { key: 'file', header: say('file'), main: true, cell: ({ file }) => <Name>{file}</Name> },
    { key: 'target', header: say('target'), cell: ({ target }) => say(`target-${target}`) },
    { key: 'when', header: say('when'), cell: ({ at }) => <Moment at={at} brief /> },
    ...(['added', 'changed', 'gone', 'refused'] as const).map((key) => ({
      ...{ key, header: say(key), cell: ({ counts }: Import) => number(counts[key]) },
    })),
    {
      key: 'undo',
      header: '',
      cell: ({ id, isLast, undoneAt }) => (
        <Group gap="xs">
          {undoneAt !== null && (
            <Text size="sm" c="dimmed">
              {say('undone')}
            </Text>
          )}
          {isLast && mayPlan && <UndoImport event={event.id} id={id} onDone={() => undefined} />}
        </Group>
      ),
    },
  ];
  return (
    <Loaded query={useImports(event.id)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={IconFileImport} title={say('none')} teach={say('noneTeach')} />
        ) : (
          <DataTable label={say('title')} columns={columns} rows={items} keyOf={({ id }) => id} />
        )
      }
    </Loaded>
  );
};
