/** Venues that were merged, and the way back. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Merge } from '../../../server/capabilities/events/merging/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMerges, useUndoMerge } from './merge-queries.ts';
import { mergeWords } from './merge-words.ts';
import { useNameOf } from './names.ts';
import { VenueName } from './venue-name.tsx';
import { eventsWords } from './words.ts';

const Undo = ({ event, id }: { event: string; id: string }) => {
  const say = useWords(mergeWords);
  const show = useToasts();
  const undo = useUndoMerge(event);
  const [opened, setOpened] = useState(false);
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('undone') });
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('undo')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('undoSure')}
        consequence={say('undoWhat')}
        action={say('undo')}
        busy={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate(id, { onSuccess })}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

interface Needs {
  readonly event: string;
  readonly venues: readonly Venue[];
  readonly mayPlan: boolean;
}

export const MergedVenues = ({ event, venues, mayPlan }: Needs) => {
  const [say, events] = [useWords(mergeWords), useWords(eventsWords)];
  const nameOf = useNameOf();
  const merges = (useMerges(event).data?.items ?? []).filter(({ undoneAt }) => undoneAt === null);
  const nameOfId = (id: string): string => nameOf(venues.find((venue) => venue.id === id)?.name ?? {});
  const columns: readonly Column<Merge>[] = [
    {
      key: 'name',
      header: events('name'),
      main: true,
      cell: (venue) => <VenueName venue={venue} />,
    },
    { key: 'into', header: say('into'), cell: ({ stays }) => <bdi>{nameOfId(stays) || '–'}</bdi> },
    { key: 'when', header: say('when'), cell: ({ at }) => <Moment at={at} brief /> },
    {
      key: 'moved',
      header: say('moved'),
      cell: ({ sessions, posts }) => (
        <Text size="sm" span>
          {say('sessions', { count: sessions })} · {say('posts', { count: posts })}
        </Text>
      ),
    },
    { key: 'undo', header: '', cell: ({ id }) => mayPlan && <Undo event={event} id={id} /> },
  ];
  if (merges.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {say('merged')}
      </Title>
      <DataTable label={say('merged')} columns={columns} rows={merges} keyOf={({ id }) => id} />
    </Stack>
  );
};
