/** Posts of an event: added, changed and taken away by hand, with the way back. */
import { ActionIcon, Badge, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { eventsLimits } from '../../../server/capabilities/events/contract.ts';
import {
  type Post,
  type PostPlace,
  specialtyWords,
} from '../../../server/capabilities/events/post-contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { Addable } from './addable.tsx';
import { useNameOf, useNumber } from './names.ts';
import { PostDialog } from './post-form.tsx';
import { postWords } from './post-words.ts';
import { useObjects, usePosts, useRemovePost, useRestorePost, useVenues } from './queries.ts';
import type { Places, TabNeeds } from './tab-needs.ts';
import { eventsWords } from './words.ts';

const usePlaceName = ({ venues, objects }: Places): ((place: PostPlace) => string) => {
  const say = useWords(postWords);
  const nameOf = useNameOf();
  return (place) => {
    if (place.kind === 'object') return nameOf(objects.find(({ id }) => id === place.object)?.name ?? {});
    const venue = venues.find(({ id }) => id === place.venue);
    const name = nameOf(venue?.name ?? {});
    if (place.kind === 'venue') return name;
    const zone = venue?.zones.find(({ id }) => id === place.zone);
    return say('inZone', { venue: name, zone: zone?.code ?? '' });
  };
};

const Remove = ({ event, post }: { event: string; post: Post }) => {
  const say = useWords(postWords);
  const show = useToasts();
  const remove = useRemovePost(event);
  const restore = useRestorePost(event);
  const [opened, setOpened] = useState(false);
  const [because, setBecause] = useState('');
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('removed'), undo: () => restore.mutate(post.id) });
  };
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={say('remove')} onClick={() => setOpened(true)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <ConfirmDialog
        opened={opened}
        title={say('removeSure')}
        consequence={say('removeWhat')}
        action={say('remove')}
        danger
        busy={remove.isPending}
        disabled={because.trim() === ''}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: post.id, version: post.version, because }, { onSuccess })}
        onClose={() => setOpened(false)}
      >
        <TextInput
          label={say('because')}
          required
          data-autofocus
          dir="auto"
          maxLength={eventsLimits.reason}
          value={because}
          onChange={({ currentTarget: { value } }) => setBecause(value)}
        />
      </ConfirmDialog>
    </>
  );
};

const useColumns = (event: string, places: Places, mayPlan: boolean): readonly Column<Post>[] => {
  const [say, words] = [useWords(postWords), useWords(eventsWords)];
  const [pick, dates, number] = [usePick(), useDates(), useNumber()];
  const placeName = usePlaceName(places);
  return [
    {
      key: 'what',
      header: say('what'),
      main: true,
      cell: ({ requirement, quantity }) => (
        <Name>
          {number(quantity)} × {pick(specialtyWords[requirement.specialty])}
        </Name>
      ),
    },
    { key: 'place', header: say('place'), cell: ({ place }) => <bdi>{placeName(place)}</bdi> },
    { key: 'from', header: words('from'), cell: ({ from }) => <bdi>{dates.brief(from)}</bdi> },
    { key: 'to', header: words('to'), cell: ({ to }) => <bdi>{dates.brief(to)}</bdi> },
    {
      key: 'priority',
      header: say('priority'),
      cell: ({ priority }) => (
        <Badge variant={priority <= 2 ? 'filled' : 'light'} color={priority <= 2 ? 'red.9' : 'gray'}>
          {number(priority)}
        </Badge>
      ),
    },
    {
      key: 'reason',
      header: say('because'),
      cell: ({ reason, origin, id: _, ...rest }) => (
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" lineClamp={2} dir="auto">
            {reason}
          </Text>
          {mayPlan && <Remove event={event} post={{ ...rest, reason, origin, id: _ }} />}
        </Group>
      ),
    },
  ];
};

const Listed = (
  needs: TabNeeds & { readonly places: Places; readonly query: ReturnType<typeof usePosts> },
) => {
  const say = useWords(postWords);
  const words = useWords(eventsWords);
  const number = useNumber();
  const { event, places, query, mayPlan } = needs;
  const columns = useColumns(event.id, places, mayPlan);
  const [opened, setOpened] = useState<Post | null>(null);
  const pages = query.data?.pages ?? [];
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {say('total', { count: pages[0]?.total ?? 0 })} ·{' '}
        {say('wanted', { number: number(pages[0]?.wanted ?? 0) })}
      </Text>
      <DataTable
        label={words('posts')}
        columns={columns}
        rows={pages.flatMap(({ items }) => items)}
        keyOf={({ id }) => id}
        onOpen={setOpened}
      />
      <More query={query} />
      {opened && <PostDialog {...needs} post={opened} onClose={() => setOpened(null)} />}
    </Stack>
  );
};

export const PostsTab = (needs: TabNeeds) => {
  const say = useWords(postWords);
  const query = usePosts(needs.event.id);
  const [venues, objects] = [useVenues(needs.event.id), useObjects(needs.event.id)];
  const places = { venues: venues.data?.items ?? [], objects: objects.data?.items ?? [] };
  const hasPlaces = places.venues.length + places.objects.length > 0;
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <Addable
          mayAdd={needs.mayPlan && hasPlaces}
          label={say('add')}
          isEmpty={pages[0]?.total === 0}
          empty={{ icon: IconUsers, title: say('none'), teach: say('noneTeach') }}
          form={(onClose) => <PostDialog {...needs} places={places} post={null} onClose={onClose} />}
        >
          <Listed {...needs} places={places} query={query} />
        </Addable>
      )}
    </Loaded>
  );
};
