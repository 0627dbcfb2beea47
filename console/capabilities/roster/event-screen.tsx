/** The rosters of one event: drafts and what was published, and what units were told. */
import { Alert, Badge, Button, Group, List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftFacts, EventRoster } from '../../../server/capabilities/roster/contract.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { approvalWords } from './approval-words.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { useFigures } from './figures.ts';
import { LastPublished } from './next-version.tsx';
import { eventTabs, mayApprove, mayPlan } from './places.ts';
import { useEventRoster, useNames } from './queries.ts';
import { ToldView } from './told-view.tsx';
import { rosterWords } from './words.ts';

const NewDraft = ({ event }: { event: string }) => {
  const say = useWords(rosterWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {say('newDraft')}
      </Button>
      <BeginDialog
        opened={isOpen}
        event={event}
        title={say('newDraft')}
        teach={say('newDraftTeach')}
        suggested={say('newDraft')}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

const Published = ({ roster, open }: { roster: EventRoster; open: (draft: string) => void }) => {
  const say = useWords(rosterWords);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('published')}
      </Title>
      <DataTable
        label={say('published')}
        rows={roster.publications}
        keyOf={({ id }) => id}
        onOpen={({ draft }) => open(draft)}
        columns={[
          {
            key: 'number',
            header: say('published'),
            main: true,
            cell: ({ number }) => say('number', { number }),
          },
          { key: 'duties', header: say('duties'), cell: ({ duties }) => duties },
          {
            key: 'at',
            header: say('changed'),
            cell: ({ publishedAt }) => <Moment at={publishedAt} />,
          },
        ]}
      />
    </Stack>
  );
};

/** What waits for who approves. */
const ToApprove = ({ roster, open }: { roster: EventRoster; open: (draft: string) => void }) => {
  const say = useWords(approvalWords);
  const { role } = useMe();
  const proposed = roster.drafts.filter(({ state }) => state === 'proposed');
  if (!mayApprove(role) || proposed.length === 0) return null;
  return (
    <Alert title={say('waits', { count: proposed.length })} icon={<IconCalendarTime aria-hidden />}>
      <Stack gap="xs">
        {proposed.map(({ id, name }) => (
          <Group key={id} gap="sm">
            <Text fw={600}>
              <bdi>{name}</bdi>
            </Text>
            <Button size="compact-sm" onClick={() => open(id)}>
              {say('look')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
};

/** Who of the published roster may no longer stand where it says, with the way to put it right. */
const Lapsed = ({ roster, event }: { roster: EventRoster; event: string }) => {
  const say = useWords(rosterWords);
  const { role } = useMe();
  const [isOpen, setOpen] = useState(false);
  const [last] = roster.publications;
  if (roster.lapsed.length === 0 || last === undefined) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={say('lapsed', { number: last.number })}
    >
      <Stack gap="xs" align="flex-start">
        <List size="sm">
          {roster.lapsed.map(({ unit, name, why, duties }) => (
            <List.Item key={`${unit} ${why}`}>
              <bdi>{name}</bdi> · {say(`lapsed-${why}`)} · {say('lapsedDuties', { count: duties })}
            </List.Item>
          ))}
        </List>
        {mayPlan(role) && <Button onClick={() => setOpen(true)}>{say('replan')}</Button>}
      </Stack>
      <BeginDialog
        opened={isOpen}
        event={event}
        copyOf={last.draft}
        replans
        title={say('replan')}
        teach={say('replanPublished')}
        suggested={say('replanName', { number: last.number + 1 })}
        onClose={() => setOpen(false)}
      />
    </Alert>
  );
};

const Drafts = ({ roster, event }: { roster: EventRoster; event: string }) => {
  const say = useWords(rosterWords);
  const navigate = useNavigate();
  const { role } = useMe();
  const { percent } = useFigures();
  const coverageOf = ({ solved }: DraftFacts): string =>
    solved === null ? '' : percent(solved.coverage.covered, solved.coverage.wanted);
  const open = (id: string) => void navigate({ to: '/roster/drafts/$id', params: { id }, search: {} });
  const [last] = roster.publications;
  return (
    <Stack gap="lg">
      <ToApprove roster={roster} open={open} />
      <Lapsed roster={roster} event={event} />
      {last !== undefined && roster.lapsed.length === 0 && <LastPublished event={event} last={last} />}
      {roster.drafts.length === 0 ? (
        <EmptyState
          icon={IconCalendarTime}
          title={say('emptyDrafts')}
          teach={say('newDraftTeach')}
          action={mayPlan(role) ? <NewDraft event={event} /> : null}
        />
      ) : (
        <DataTable
          label={say('drafts')}
          rows={roster.drafts}
          keyOf={({ id }) => id}
          onOpen={({ id }) => open(id)}
          columns={[
            { key: 'name', header: say('name'), main: true, cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: 'state',
              header: say('state'),
              cell: ({ state }) => <Badge variant="light">{say(`state-${state}`)}</Badge>,
            },
            {
              key: 'coverage',
              header: say('coverage'),
              cell: (draft) => <bdi>{coverageOf(draft)}</bdi>,
            },
            { key: 'changed', header: say('changed'), cell: ({ changedAt }) => <Moment at={changedAt} /> },
          ]}
        />
      )}
      {roster.publications.length > 0 && <Published roster={roster} open={open} />}
    </Stack>
  );
};

export const EventRosterScreen = () => {
  const say = useWords(rosterWords);
  const pick = usePick();
  const { role } = useMe();
  const { event } = useParams({ from: '/roster/events/$event' });
  const { tab = 'drafts' } = useSearch({ from: '/roster/events/$event' });
  const navigate = useNavigate();
  const names = useNames(event);
  const roster = useEventRoster(event);
  const title = names.data === undefined ? say('title') : `${say('title')} · ${pick(names.data.event)}`;
  return (
    <Page title={title} teach={say('teach')} actions={mayPlan(role) ? <NewDraft event={event} /> : null}>
      <Group>
        <SegmentedControl
          aria-label={say('views')}
          value={tab}
          data={eventTabs.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => {
            const next = eventTabs.find((one) => one === value);
            if (next !== undefined)
              void navigate({
                to: '/roster/events/$event',
                params: { event },
                search: { tab: next },
                replace: true,
              });
          }}
        />
      </Group>
      {tab === 'told' ? (
        <ToldView event={event} />
      ) : (
        <Loaded query={roster}>{(found) => <Drafts roster={found} event={event} />}</Loaded>
      )}
    </Page>
  );
};
