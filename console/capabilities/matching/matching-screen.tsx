/** The place of blind checks: hits to decide, checks, standing watches, quota and use. */
import { Badge, Group, SegmentedControl } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { useMe } from '../parties/session.ts';
import { ChecksView, WatchesView } from './checks-view.tsx';
import { HitsView } from './hits-view.tsx';
import styles from './matching.module.css';
import { mayAsk, type View, viewsOf } from './places.ts';
import { useCounts } from './queries.ts';
import { QuotaView } from './quota-view.tsx';
import { ToldView } from './told-view.tsx';
import { matchingWords } from './words.ts';

const screens = {
  hits: HitsView,
  told: ToldView,
  checks: ChecksView,
  watches: WatchesView,
  use: QuotaView,
} as const;

const Views = ({ views, view }: { views: readonly View[]; view: View }) => {
  const say = useWords(matchingWords);
  const navigate = useNavigate();
  const counts = useCounts(views.includes('hits')).data;
  const labelOf = (name: View) => {
    const count = { hits: counts?.openHits, use: counts?.alarms }[String(name)] ?? 0;
    if (count === 0) return say(name);
    return (
      <Group gap={6} wrap="nowrap" justify="center">
        <span>{say(name)}</span>
        <Badge size="sm" {...(name === 'use' ? { color: 'red.9' } : { variant: 'light' })}>
          {count}
        </Badge>
      </Group>
    );
  };
  return (
    <SegmentedControl
      aria-label={say('views')}
      className={styles.views}
      value={view}
      data={views.map((name) => ({ value: name, label: labelOf(name) }))}
      onChange={(value) => {
        const chosen = views.find((name) => name === value);
        if (chosen) void navigate({ to: '/matching', search: { view: chosen }, replace: true });
      }}
    />
  );
};

/** Which view is shown stands in the address. */
export const MatchingScreen = () => {
  const say = useWords(matchingWords);
  const { role } = useMe();
  const search = useSearch({ from: '/matching' });
  const views = viewsOf(role);
  const view = views.find((one) => one === search.view) ?? views[0];
  if (view === undefined) return <NotFound />;
  const Shown = screens[view];
  const start = mayAsk(role) && (
    <ButtonLink to="/matching/check" leftSection={<IconListSearch size={18} aria-hidden />}>
      {say('newCheck')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={start}>
      {views.length > 1 && <Views views={views} view={view} />}
      <Shown />
    </Page>
  );
};
