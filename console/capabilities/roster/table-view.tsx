/** The same as the board in a table, a day at a time: to read aloud, to search, to print. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import type { Span } from './gantt-row.tsx';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** What a row says. */
const useColumns = (): readonly Column<Bar>[] => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const edit = useWords(editWords);
  const times = useTimes();
  const partyName = usePartyName();
  return [
    {
      key: 'post',
      header: say('post'),
      main: true,
      cell: ({ post }) => (
        <bdi>
          {[board.placeName(post.place), times.specialty(post), post.name ?? ''].filter(Boolean).join(' · ')}
        </bdi>
      ),
    },
    { key: 'when', header: say('when'), cell: ({ from, to }) => <bdi>{times.span(from, to)}</bdi> },
    { key: 'priority', header: say('priority'), cell: ({ post }) => post.priority },
    {
      key: 'unit',
      header: say('unit'),
      cell: ({ unit, isPinned, isOverridden }) => (
        <Group gap="xs">
          {unit === null ? (
            <Badge color="red" variant="light" miw="max-content">
              {say('empty')}
            </Badge>
          ) : (
            <bdi>{unit.name ?? unit.id}</bdi>
          )}
          {isPinned && <Badge variant="light">{edit('pinned')}</Badge>}
          {isOverridden && <Badge variant="light">{edit('overridden')}</Badge>}
        </Group>
      ),
    },
    {
      key: 'country',
      header: say('country'),
      cell: ({ unit }) => <bdi>{unit === null ? '' : partyName(unit.party)}</bdi>,
    },
  ];
};

/** Seats of the days that are shown, in the order of time. */
export const TableView = ({ span, wanted }: { span: Span; wanted: (bar: Bar) => boolean }) => {
  const { board, choose } = useBoard();
  const say = useWords(rosterWords);
  const times = useTimes();
  const columns = useColumns();
  const rows = useMemo(
    () =>
      board.bars
        .filter((bar) => bar.from < span.to && bar.to > span.from && wanted(bar))
        .toSorted((one, other) => one.from - other.from || (one.key < other.key ? -1 : 1)),
    [board, span, wanted],
  );
  if (rows.length === 0) return <Text c="dimmed">{say('nothingFound')}</Text>;
  return (
    <Stack>
      <DataTable
        label={say('table')}
        rows={rows}
        keyOf={({ key }) => key}
        onOpen={choose}
        groupOf={({ from }) => times.weekday(from)}
        columns={columns}
      />
    </Stack>
  );
};
