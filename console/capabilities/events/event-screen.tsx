/** One event: what is to be done by when, its venues, sessions, what else is to be protected, its posts. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconEdit, IconFileImport } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MajorEvent } from '../../../server/capabilities/events/contract.ts';
import { ClockZone, useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMe } from '../parties/session.ts';
import { EventDialog } from './event-form.tsx';
import styles from './events.module.css';
import { ImportsTab } from './imports-tab.tsx';
import { useNameOf } from './names.ts';
import { ObjectsTab } from './objects-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { mayPlan, type Tab, tabs } from './places.ts';
import { PostsTab } from './posts-tab.tsx';
import { useCalendar, useEvent } from './queries.ts';
import { riskWords } from './risk/risk-words.ts';
import { SessionsTab } from './sessions-tab.tsx';
import type { TabNeeds } from './tab-needs.ts';
import { TeamsTab } from './teams-tab.tsx';
import { VenuesTab } from './venues-tab.tsx';
import { eventsWords } from './words.ts';

const shown: Readonly<Record<Tab, (needs: TabNeeds) => ReactNode>> = {
  overview: OverviewTab,
  venues: VenuesTab,
  sessions: SessionsTab,
  objects: ObjectsTab,
  posts: PostsTab,
  teams: TeamsTab,
  imports: ImportsTab,
};

const Tabs = ({ event, tab }: { event: MajorEvent; tab: Tab }) => {
  const say = useWords(eventsWords);
  const navigate = useNavigate();
  return (
    <div className={styles.tabs}>
      <SegmentedControl
        aria-label={say('tabs')}
        value={tab}
        data={tabs.map((value) => ({ value, label: say(value) }))}
        onChange={(value) => {
          const chosen = tabs.find((one) => one === value);
          if (chosen)
            void navigate({ to: '/events/$event', params: { event: event.id }, search: { tab: chosen } });
        }}
      />
    </div>
  );
};

const Actions = ({ event }: { event: MajorEvent }) => {
  const say = useWords(eventsWords);
  const show = useToasts();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEdit size={18} aria-hidden />}
        onClick={() => setEditing(true)}
      >
        {say('edit')}
      </Button>
      <ButtonLink
        to="/events/$event/import"
        params={{ event: event.id }}
        leftSection={<IconFileImport size={18} aria-hidden />}
      >
        {say('import')}
      </ButtonLink>
      <EventDialog
        event={event}
        opened={editing}
        onClose={() => setEditing(false)}
        onDone={() => show({ text: say('kept') })}
      />
    </>
  );
};

const Doors = ({ event, mayPlan: plans }: { event: MajorEvent; mayPlan: boolean }) => {
  const say = useWords(riskWords);
  return (
    <>
      <ButtonLink variant="default" to="/events/$event/risk" params={{ event: event.id }} search={{}}>
        {say('title')}
      </ButtonLink>
      {plans && <Actions event={event} />}
    </>
  );
};

const Shown = ({ event, timeZone }: { event: MajorEvent; timeZone: string }) => {
  const nameOf = useNameOf();
  const dates = useDates();
  const { role } = useMe();
  const search = useSearch({ from: '/events/$event' });
  const tab = search.tab ?? 'overview';
  const Tab = shown[tab];
  const days = `${dates.day(event.firstDay)} – ${dates.day(event.lastDay)}`;
  return (
    <Page title={nameOf(event.name)} teach={days} actions={<Doors event={event} mayPlan={mayPlan(role)} />}>
      <Tabs event={event} tab={tab} />
      <Tab event={event} timeZone={timeZone} mayPlan={mayPlan(role)} />
    </Page>
  );
};

/** Which tab is shown stands in the address; times are by the clock of the node's zone. */
export const EventScreen = () => {
  const { event: id } = useParams({ from: '/events/$event' });
  const [event, calendar] = [useEvent(id), useCalendar(id)];
  return (
    <Loaded query={event}>
      {(found) => (
        <Loaded query={calendar}>
          {({ timeZone }) => (
            <ClockZone value={timeZone}>
              <Shown event={found} timeZone={timeZone} />
            </ClockZone>
          )}
        </Loaded>
      )}
    </Loaded>
  );
};
